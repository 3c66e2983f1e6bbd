//go:build windows

package paper

import (
	"context"
	"fmt"
	"syscall"
	"unsafe"

	"yttra/app"
)

// printable says why nothing can be printed; Windows says it when it is asked.
func printable() error { return nil }

// sendToPrinter asks Windows to print the file with the program that opens PDF
// files. The file stays in the temporary folder: that program may read it late.
func sendToPrinter(_ context.Context, path string) error {
	verb, err := syscall.UTF16PtrFromString("print")
	if err != nil {
		return fmt.Errorf("print: %w", err)
	}
	file, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return fmt.Errorf("print: %w", err)
	}
	const hidden = 0
	execute := syscall.NewLazyDLL("shell32.dll").NewProc("ShellExecuteW")
	// More than 32 is success (ShellExecute, Windows API).
	if n, _, _ := execute.Call(0, uintptr(unsafe.Pointer(verb)), uintptr(unsafe.Pointer(file)), 0, 0, hidden); n <= 32 {
		return &app.Problem{Code: app.CodeNoPrinter, Err: fmt.Errorf("ShellExecute gave %d", n)}
	}
	return nil
}
