package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"yttra/app"
)

// Copy copies a register that nobody has open to a folder that is empty or not there:
// whole, or not at all. It also takes one out of a folder that a register cannot lie
// in (see suited). It fails with CodeLocked, and with CodeNoFile, CodeReadOnly or
// CodeDiskFull, which name the folder.
func Copy(from, to string) error {
	if lock, err := takeLock(from); err == nil {
		defer lock.Close()
	} else if app.CodeOf(err) != app.CodeReadOnly { // what nobody can write in, nobody has open
		return err
	}
	if err := suited(to); err != nil {
		return err
	}
	part := filepath.Clean(to) + ".part"
	err := errors.Join(os.RemoveAll(part), copyAll(from, part))
	if err == nil {
		if err = os.Remove(to); errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
	}
	if err == nil {
		err = os.Rename(part, to)
	}
	if err != nil {
		_ = os.RemoveAll(part) // what is left of it is nobody's
		return cannotWrite(to, err)
	}
	return nil
}

// copyAll copies a folder with all in it but locks, for this person's eyes alone.
func copyAll(from, to string) error {
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		switch {
		case d.IsDir():
			return os.MkdirAll(filepath.Join(to, rel), 0o700)
		case !d.Type().IsRegular() || rel == "lock":
			return nil
		}
		return duplicate(path, filepath.Join(to, rel))
	})
}
