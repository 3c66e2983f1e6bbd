package store

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"yttra/app/store/backup"
	"yttra/app/store/journal"
)

// Before a step from one schema to the next everything is copied as it lies, so that
// the former version of the program can open it. The files of annexes are not: they
// never change.

// beforeLasts is how long such a copy is kept.
const beforeLasts = 90 * day

// beforeName begins the names of these copies.
const beforeName = "before-schema-"

// copyBefore copies what a step may change, reads the copy back, and gives where it lies.
func copyBefore(dir string, from int, now time.Time) (to string, err error) {
	name := fmt.Sprintf(beforeName+"%d-%s", from+1, now.UTC().Format(stamp))
	to = filepath.Join(dir, backup.Folder, name)
	part := to + partSuffix
	if err := errors.Join(os.RemoveAll(part), os.MkdirAll(part, 0o700)); err != nil {
		return "", err
	}
	for _, name := range []string{"register.json", "keys.json", "data", "journal"} {
		err := copyProven(filepath.Join(dir, name), filepath.Join(part, name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", errors.Join(err, os.RemoveAll(part))
		}
	}
	if err := os.RemoveAll(to); err != nil { // of the same second
		return "", err
	}
	return to, cmp.Or(os.Rename(part, to), journal.SyncFolder(filepath.Dir(to)))
}

// copyProven copies a file, or a folder with all in it, forces it to the disk, and holds
// the bytes of the copy against those it was made of.
func copyProven(from, to string) error {
	return filepath.WalkDir(from, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		if e.IsDir() {
			return os.MkdirAll(target, 0o700)
		}
		if e.Name() == "LOCK" {
			return nil
		}
		if err := errors.Join(copySparse(path, target), syncFile(target)); err != nil {
			return err
		}
		a, err := sumOfBytes(path)
		if err != nil {
			return err
		}
		b, err := sumOfBytes(target)
		if err == nil && a != b {
			err = fmt.Errorf("the copy of %s is not what was copied", rel)
		}
		return err
	})
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func sumOfBytes(path string) (sum [sha256.Size]byte, err error) {
	f, err := os.Open(path)
	if err != nil {
		return sum, err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	h.Sum(sum[:0])
	return sum, err
}

// dropBefore lets copies go that have been kept long enough, or all of them when
// something in them must really go.
func dropBefore(dir string, now time.Time, all bool) (err error) {
	for _, path := range like(backupsIn(dir), beforeName+"*") {
		info, bad := os.Stat(path)
		if bad == nil && (all || now.Sub(info.ModTime()) > beforeLasts) {
			bad = os.RemoveAll(path)
		}
		err = errors.Join(err, bad)
	}
	return err
}
