package store

import (
	"errors"
	"os"
	"syscall"
)

// fillHoles gives the beginning of a file its room on the disk, without changing how
// long it is. A file system that cannot is let be.
func fillHoles(path string, size int64) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if errors.Is(err, os.ErrNotExist) { // what lay in it has just become a table
		return nil
	}
	if err != nil {
		return err
	}
	const keepSize = 1
	err = syscall.Fallocate(int(f.Fd()), keepSize, 0, size)
	if errors.Is(err, syscall.EOPNOTSUPP) || errors.Is(err, syscall.ENOSYS) {
		err = nil
	}
	return errors.Join(err, f.Close())
}
