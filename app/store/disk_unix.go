//go:build unix

package store

import (
	"errors"
	"os"
	"syscall"
)

// free gives the bytes that may still be written in a folder.
func free(dir string) (uint64, error) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		return 0, err
	}
	return s.Bavail * uint64(s.Bsize), nil
}

// held reports whether somebody has the data folder open: Badger holds a lock on it.
func held(data string) bool {
	d, err := os.Open(data)
	if err != nil {
		return false
	}
	defer d.Close()
	return syscall.Flock(int(d.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) != nil
}

// lockFile takes a file for this opening of it; errHeld when another has it.
func lockFile(f *os.File) error {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return errHeld
	}
	return err
}

// writeProtected reports whether a write failed because nothing may be written there.
func writeProtected(err error) bool { return errors.Is(err, syscall.EROFS) }

// noRoom reports whether a write failed because the disk, or the person's share of it,
// is full.
func noRoom(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}
