//go:build windows

package settings

import "syscall"

// giveWay lets the other process come to the front: on Windows only the one the
// person just started may.
func giveWay() {
	const anyProcess = 0xFFFFFFFF
	// False when we may not give it either; the task bar then blinks.
	_, _, _ = syscall.NewLazyDLL("user32.dll").NewProc("AllowSetForegroundWindow").Call(anyProcess)
}
