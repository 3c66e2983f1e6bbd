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

// begin lets the system begin to write a stretch of a file to the disk, without waiting
// for it: what is forced there at the end is then little. Where it cannot be asked, all
// of it is forced there at the end.
func begin(f *os.File, from, size int64) error {
	_ = unix.SyncFileRange(int(f.Fd()), from, size, unix.SYNC_FILE_RANGE_WRITE)
	return nil
}
