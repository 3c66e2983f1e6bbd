package apart

import (
	"os/exec"
	"syscall"
)

// noWindow is CREATE_NO_WINDOW.
const noWindow = 0x08000000

// Quietly keeps a command from opening a console of its own.
func Quietly(cmd *exec.Cmd) *exec.Cmd {
	cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true, CreationFlags: noWindow}
	return cmd
}
