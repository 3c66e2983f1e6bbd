package incoming

import (
	"syscall"
	"time"
)

// worked is how much processor time this process has taken; 0 when the system does not say.
func worked() time.Duration {
	self, err := syscall.GetCurrentProcess()
	if err != nil {
		return 0
	}
	var begun, ended, kernel, user syscall.Filetime
	if syscall.GetProcessTimes(self, &begun, &ended, &kernel, &user) != nil {
		return 0
	}
	return spell(kernel) + spell(user)
}

// spell is a length of time, which Windows counts in hundreds of nanoseconds.
func spell(t syscall.Filetime) time.Duration {
	return time.Duration(int64(t.HighDateTime)<<32+int64(t.LowDateTime)) * 100
}
