//go:build !windows

package apart

import "os/exec"

// Quietly keeps a command from opening a console of its own, which only Windows does.
func Quietly(cmd *exec.Cmd) *exec.Cmd { return cmd }
