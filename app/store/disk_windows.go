package store

import (
	"errors"
	"os"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// free gives the bytes that may still be written in a folder.
func free(dir string) (uint64, error) {
	p, err := windows.UTF16PtrFromString(dir)
	if err != nil {
		return 0, err
	}
	var left uint64
	return left, windows.GetDiskFreeSpaceEx(p, &left, nil, nil)
}

// held reports whether somebody has the data folder open: Badger keeps a file
// there that no other process may open, and that goes when it ends.
func held(data string) bool {
	p, err := windows.UTF16PtrFromString(filepath.Join(data, "LOCK"))
	if err != nil {
		return false
	}
	h, err := windows.CreateFile(p, windows.GENERIC_READ, windows.FILE_SHARE_READ|windows.FILE_SHARE_WRITE|windows.FILE_SHARE_DELETE,
		nil, windows.OPEN_EXISTING, 0, 0)
	if err != nil {
		return errors.Is(err, windows.ERROR_SHARING_VIOLATION)
	}
	_ = windows.CloseHandle(h)
	return false
}

// lockFile takes a file for this opening of it; errHeld when another has it.
func lockFile(f *os.File) error {
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &windows.Overlapped{})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errHeld
	}
	return err
}

// writeProtected reports whether a write failed because nothing may be written there.
func writeProtected(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

// noRoom reports whether a write failed because the disk, or the person's share of it,
// is full.
func noRoom(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL) || errors.Is(err, windows.ERROR_DISK_QUOTA_EXCEEDED)
}
