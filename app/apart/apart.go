// Package apart starts this program once more, as a process of its own under a hidden
// subcommand: what may crash, hang or grow does it there.
package apart

import (
	"os"
	"os/exec"
)

// Itself makes the command that starts this program under a subcommand. It is nil when
// the system does not say where the program lies.
func Itself(command string, args ...string) *exec.Cmd {
	path, err := os.Executable()
	if err != nil {
		return nil
	}
	return Quietly(exec.Command(path, append([]string{command}, args...)...))
}
