package pdf

import (
	"syscall"
	"unsafe"
)

var (
	kernel       = syscall.NewLazyDLL("kernel32.dll")
	virtualAlloc = kernel.NewProc("VirtualAlloc")
	virtualFree  = kernel.NewProc("VirtualFree")
)

// The words of VirtualAlloc and VirtualFree.
const (
	memCommit     = 0x1000
	memReserve    = 0x2000
	memRelease    = 0x8000
	pageReadWrite = 4
)

// setAside takes addresses of the system, without memory behind them; nil when there
// are none.
func setAside(size int) []byte {
	at, _, _ := virtualAlloc.Call(0, uintptr(size), memReserve, pageReadWrite)
	if at == 0 {
		return nil
	}
	return unsafe.Slice(*(**byte)(unsafe.Pointer(&at)), size) // no memory of Go's: it stays where it is
}

// take puts memory behind addresses.
func take(b []byte) bool {
	if len(b) == 0 {
		return true
	}
	at, _, _ := virtualAlloc.Call(uintptr(unsafe.Pointer(unsafe.SliceData(b))), uintptr(len(b)), memCommit, pageReadWrite)
	return at != 0
}

func giveBack(all []byte) {
	_, _, _ = virtualFree.Call(uintptr(unsafe.Pointer(unsafe.SliceData(all))), 0, memRelease)
}
