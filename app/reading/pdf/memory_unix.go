//go:build !windows

package pdf

import "syscall"

// setAside takes addresses of the system, without memory behind them; nil when there
// are none.
func setAside(size int) []byte {
	all, err := syscall.Mmap(-1, 0, size, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		return nil
	}
	return all
}

// take makes sure that there is memory behind addresses: here the system sees to it.
func take([]byte) bool { return true }

func giveBack(all []byte) { _ = syscall.Munmap(all) }
