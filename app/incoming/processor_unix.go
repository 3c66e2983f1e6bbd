//go:build !windows

package incoming

import (
	"syscall"
	"time"
)

// worked is how much processor time this process has taken; 0 when the system does not say.
func worked() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
