//go:build windows

package screens

import (
	"syscall"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// raise takes a window out of the task bar and to the front. The second start
// has given us leave to (settings.Knock).
func raise(w fyne.Window) {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return
	}
	native.RunNative(func(context any) {
		c, ok := context.(driver.WindowsWindowContext)
		if !ok {
			return
		}
		const restore = 9
		user := syscall.NewLazyDLL("user32.dll")
		if iconic, _, _ := user.NewProc("IsIconic").Call(c.HWND); iconic != 0 {
			_, _, _ = user.NewProc("ShowWindow").Call(c.HWND, restore)
		}
		// False when another program just took the front; the task bar then blinks.
		_, _, _ = user.NewProc("SetForegroundWindow").Call(c.HWND)
	})
}
