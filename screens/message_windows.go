//go:build windows

package screens

import (
	"syscall"
	"unsafe"
)

// messageBox shows a message without a window of our own: there may be no OpenGL
// to draw one with, and no terminal to print on.
func messageBox(title, text string) {
	t, err := syscall.UTF16PtrFromString(title)
	if err != nil {
		return
	}
	s, err := syscall.UTF16PtrFromString(text)
	if err != nil {
		return
	}
	const iconError = 0x10
	box := syscall.NewLazyDLL("user32.dll").NewProc("MessageBoxW")
	// The answer is which button was pressed; there is only one.
	_, _, _ = box.Call(0, uintptr(unsafe.Pointer(s)), uintptr(unsafe.Pointer(t)), iconError)
}
