//go:build !windows

package screens

import "fyne.io/fyne/v2"

// raise has nothing to add where a window may ask for the focus itself.
func raise(fyne.Window) {}
