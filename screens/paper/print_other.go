//go:build !windows

package paper

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"

	"yttra/app"
)

// printable says why nothing can be printed; nil when it can.
func printable() error {
	if _, err := exec.LookPath("lp"); err != nil {
		return &app.Problem{Code: app.CodeNoPrinter, Err: err}
	}
	return nil
}

// sendToPrinter hands the file to the system's spooler and takes it away again:
// lp has read it when it returns.
func sendToPrinter(ctx context.Context, path string) error {
	defer os.Remove(path)
	if out, err := exec.CommandContext(ctx, "lp", path).CombinedOutput(); err != nil {
		return &app.Problem{Code: app.CodeNoPrinter, Err: fmt.Errorf("%w: %s", err, strings.TrimSpace(string(out)))}
	}
	return nil
}
