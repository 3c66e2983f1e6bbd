package cli

import (
	"os"
	"syscall"
)

// Standard gives the process's own terminal. A program with a window has no
// console of its own on Windows: handles that were handed to it, a pipe or a
// file, are kept, and otherwise the console of the shell it was started from is
// used.
func Standard(version string) Terminal {
	t := Terminal{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Version: version, Speller: speller}
	out, errs := valid(syscall.STD_OUTPUT_HANDLE), valid(syscall.STD_ERROR_HANDLE)
	if out && errs {
		return t
	}
	attach := syscall.NewLazyDLL("kernel32.dll").NewProc("AttachConsole")
	const parent = ^uintptr(0) // ATTACH_PARENT_PROCESS
	if ok, _, _ := attach.Call(parent); ok == 0 {
		return t
	}
	console, err := os.OpenFile("CONOUT$", os.O_WRONLY, 0)
	if err != nil {
		return t
	}
	if !out {
		t.Out = console
	}
	if !errs {
		t.Err = console
	}
	return t
}

func valid(std int) bool {
	h, err := syscall.GetStdHandle(std)
	if err != nil || h == 0 || h == syscall.InvalidHandle {
		return false
	}
	kind, err := syscall.GetFileType(h)
	return err == nil && kind != syscall.FILE_TYPE_UNKNOWN
}
