package store

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"yttra/app/store/journal"
)

// Before Badger may touch a folder that nobody can vouch for, what is in it is set
// aside. When all was well it goes again; when a repair was made it is kept for a
// while, for somebody who may get more out of it.

const (
	mostAsides = 3
	asideLasts = 90 * 24 * time.Hour
)

func asideIn(dir string) string { return filepath.Join(dir, "aside") }

// stamp names folders and files by the moment they were made, so that their names
// stand in that order.
const stamp = "2006-01-02T150405.000Z"

// setAside copies data/ and the journal of a register into a folder of their own, and
// gives it. Tables, and files of the journal that are full, never change: they are
// linked where the disk can.
func setAside(dir string, now time.Time) (to string, err error) {
	to = filepath.Join(asideIn(dir), now.UTC().Format(stamp))
	defer func() {
		if err != nil {
			_ = os.RemoveAll(to)
		}
	}()
	if err := copyFlat(dataIn(dir), filepath.Join(to, "data"), isTable); err != nil {
		return "", err
	}
	latest, err := latestJournal(dir)
	if err != nil {
		return "", err
	}
	err = copyFlat(journalIn(dir), filepath.Join(to, "journal"), func(name string) bool { return name != latest })
	if err != nil {
		return "", err
	}
	for _, path := range []string{markIn(dir), filepath.Join(dir, "keys.json")} {
		if err := copySparse(path, filepath.Join(to, filepath.Base(path))); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	return to, journal.SyncFolder(to)
}

func latestJournal(dir string) (latest string, err error) {
	entries, err := os.ReadDir(journalIn(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	for _, e := range entries {
		latest = max(latest, e.Name())
	}
	return latest, err
}

// copyFlat copies the files of a folder; those that still never change are linked.
func copyFlat(from, to string, still func(name string) bool) error {
	if err := os.MkdirAll(to, 0o700); err != nil {
		return err
	}
	entries, err := os.ReadDir(from)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.IsDir() || e.Name() == "LOCK" {
			continue
		}
		a, b := filepath.Join(from, e.Name()), filepath.Join(to, e.Name())
		if still(e.Name()) && os.Link(a, b) == nil {
			continue
		}
		if err := copySparse(a, b); err != nil {
			return err
		}
	}
	return nil
}

// copySparse copies a file, without room for what is nothing but zeros in it: Badger
// makes its logs large before they are.
func copySparse(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	at, err := copyHoles(out, in)
	if err == nil {
		err = out.Truncate(at)
	}
	return errors.Join(err, out.Close())
}

func copyHoles(out io.WriterAt, in io.Reader) (at int64, err error) {
	buf, zeros := make([]byte, 1<<16), make([]byte, 1<<16)
	for {
		n, err := io.ReadFull(in, buf)
		if n > 0 && !bytes.Equal(buf[:n], zeros[:n]) {
			if _, err := out.WriteAt(buf[:n], at); err != nil {
				return at, err
			}
		}
		at += int64(n)
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			return at, nil
		}
		if err != nil {
			return at, err
		}
	}
}

// thinAsides lets go of what was set aside long ago, and of all but the latest few.
// The age is what the clock says of a folder's name; when it has been set back they
// are only fewer.
func thinAsides(dir string, now time.Time) error {
	entries, err := os.ReadDir(asideIn(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return cmp.Compare(b.Name(), a.Name()) })
	kept := 0
	for _, e := range entries {
		made, bad := time.Parse(stamp, e.Name())
		if bad != nil {
			continue // not ours
		}
		if kept < mostAsides && now.Sub(made) < asideLasts {
			kept++
			continue
		}
		err = errors.Join(err, os.RemoveAll(filepath.Join(asideIn(dir), e.Name())))
	}
	if left, _ := os.ReadDir(asideIn(dir)); len(left) == 0 {
		_ = os.Remove(asideIn(dir))
	}
	return err
}

// dropAside lets what was set aside go again, when all was well.
func dropAside(to string) error {
	if to == "" {
		return nil
	}
	err := os.RemoveAll(to)
	if left, _ := os.ReadDir(filepath.Dir(to)); len(left) == 0 {
		_ = os.Remove(filepath.Dir(to))
	}
	return err
}

// The swap puts a data folder that was put together anew in the place of the damaged
// one. Each step is one rename, and an opening that finds one half done does the rest:
//
//	data.part   it is being put together; worth nothing
//	data.new    it is whole, verified and on the disk: from here on it is the register
//	data        the old one, which goes as soon as data.new is there
const (
	partSuffix = ".part"
	newSuffix  = ".new"
	oldSuffix  = ".old"
)

// swap puts data.part, which is whole, in the place of data.
func swap(dir string) error {
	if err := syncAll(dataIn(dir) + partSuffix); err != nil {
		return err
	}
	if err := os.Rename(dataIn(dir)+partSuffix, dataIn(dir)+newSuffix); err != nil {
		return err
	}
	if err := journal.SyncFolder(dir); err != nil {
		return err
	}
	_, err := finishSwap(dir)
	return err
}

// finishSwap does what is left of a swap, and removes what is left of one that never
// came so far. swapped tells that a new folder came into its place.
func finishSwap(dir string) (swapped bool, err error) {
	data := dataIn(dir)
	if _, err := os.Stat(data + newSuffix); err == nil {
		if err := os.RemoveAll(data + oldSuffix); err != nil {
			return false, err
		}
		if err := os.Rename(data, data+oldSuffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return false, err
		}
		if err := os.Rename(data+newSuffix, data); err != nil {
			return false, err
		}
		if err := journal.SyncFolder(dir); err != nil {
			return true, err
		}
		swapped = true
	}
	return swapped, errors.Join(os.RemoveAll(data+oldSuffix), os.RemoveAll(data+partSuffix))
}

// syncAll forces the files of a folder, and their names, to the disk.
func syncAll(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		f, err := os.OpenFile(filepath.Join(dir, e.Name()), os.O_RDWR, 0)
		if err != nil {
			return err
		}
		if err := errors.Join(f.Sync(), f.Close()); err != nil {
			return err
		}
	}
	return journal.SyncFolder(dir)
}
