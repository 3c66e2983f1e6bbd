//go:build !windows

package screens

// messageBox does nothing where there is always a terminal or a log to print on.
func messageBox(string, string) {}
