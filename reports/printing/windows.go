//go:build windows

package printing

import (
	"context"
	"fmt"
	"syscall"
	"unsafe"

	"yttra/app"
)

// Chooses tells whether copies, pages and sides can be given with a job: the
// program that prints for Windows takes none of them.
const Chooses = false

// Printers names none: Windows has a usual printer, and asks if it has not.
func Printers() ([]string, error) { return nil, nil }

// Send asks Windows to print the file with the program that prints PDF files, and
// where there is none, to open it. The file stays: that program may read it late.
// It fails with CodeNoPrinter.
func Send(_ context.Context, path string, _ Job) (Outcome, error) {
	if err := shell("print", path); err == nil {
		return Outcome{}, nil
	}
	if err := Open(path); err != nil {
		return Outcome{}, err
	}
	return Outcome{Opened: true}, nil
}

// Open shows the file in the program that reads PDF files here.
func Open(path string) error {
	if err := shell("open", path); err != nil {
		return &app.Problem{Code: app.CodeNoPrinter, Err: err}
	}
	return nil
}

// shell asks for a verb of the file's kind (ShellExecute, Windows API).
func shell(verb, path string) error {
	v, err := syscall.UTF16PtrFromString(verb)
	if err != nil {
		return fmt.Errorf("%s: %w", verb, err)
	}
	file, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return fmt.Errorf("%s: %w", verb, err)
	}
	const shown = 1
	execute := syscall.NewLazyDLL("shell32.dll").NewProc("ShellExecuteW")
	// More than 32 is success.
	if n, _, _ := execute.Call(0, uintptr(unsafe.Pointer(v)), uintptr(unsafe.Pointer(file)), 0, 0, shown); n <= 32 {
		return fmt.Errorf("%s: ShellExecute gave %d", verb, n)
	}
	return nil
}
