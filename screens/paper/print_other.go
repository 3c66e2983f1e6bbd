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

// sendToPrinter hands the file to the system's spooler and takes it away again:
// lp has read it when it returns.
func sendToPrinter(ctx context.Context, path string) error {
	defer os.Remove(path)
	lp, err := exec.LookPath("lp")
	if err != nil {
		return &app.Problem{Code: app.CodeNoPrinter, Err: err}
	}
	if out, err := exec.CommandContext(ctx, lp, path).CombinedOutput(); err != nil {
		return &app.Problem{Code: app.CodeNoPrinter, Err: fmt.Errorf("%w: %s", err, strings.TrimSpace(string(out)))}
	}
	return nil
}
