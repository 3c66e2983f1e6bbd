package backup

import (
	"os"

	"golang.org/x/sys/unix"
)

// forget asks the system to let go of what it remembers of a file, so that it is read
// back from the disk. It is only asked: nothing depends on the answer.
func forget(path string) {
	if f, err := os.Open(path); err == nil {
		_ = unix.Fadvise(int(f.Fd()), 0, 0, unix.FADV_DONTNEED)
		_ = f.Close()
	}
}
