package backup

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// List describes the backups in a folder, latest first: by the number of their last
// change, which no clock decides. Those that are damaged are there with their fault;
// only head and foot are looked at. A folder that is not there has none.
func List(dir string) ([]Info, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, unread(dir, err)
	}
	var out []Info
	for _, e := range entries {
		if _, ok := named(e.Name()); ok && !e.IsDir() {
			out = append(out, Look(filepath.Join(dir, e.Name())))
		}
	}
	slices.SortFunc(out, func(a, b Info) int {
		return cmp.Or(cmp.Compare(b.Header.Seq, a.Header.Seq), b.Header.Made.Compare(a.Header.Made))
	})
	return out, nil
}

// Look describes one backup by its head and foot.
func Look(path string) Info {
	f, err := os.Open(path)
	if err != nil {
		h, _ := named(filepath.Base(path))
		return Info{Path: path, Header: h, Fault: unread(path, err)}
	}
	defer f.Close()
	info, _ := look(f, path)
	return info
}

// Copy copies a backup, and the files that it needs, to another folder, which is made
// when it is not there, and reads all of it back there.
func Copy(ctx context.Context, from Info, dir string, step func(done, total int)) (Info, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return Info{}, unread(dir, err)
	}
	old := filepath.Dir(from.Path)
	_, err := Read(ctx, from.Path, Contents{File: func(_, sum string) error {
		return place(ctx, dir, fileIn(old, sum), sum)
	}})
	if err != nil {
		return Info{}, err
	}
	to := filepath.Join(dir, filepath.Base(from.Path))
	var info Info
	err = copied(ctx, from.Path, to, func(beside string) error {
		info, err = Verify(ctx, beside, dir, step)
		return err
	})
	info.Path = to
	return info, unread(to, err)
}

// Rewrite writes a backup anew with what pass lets through, and puts it in the place
// of the old one when it has been read back. Its header says how many matters have
// been taken out of it. pass gets records, and says what they are to be; files come
// without a value.
func Rewrite(ctx context.Context, path string, erased int, pass func(key, sealed []byte) (value []byte, ok bool)) (Info, error) {
	old := Look(path)
	if old.Fault != nil {
		return old, old.Fault
	}
	h := old.Header
	h.Erased += erased
	w, err := Create(filepath.Dir(path), h)
	if err != nil {
		return old, err
	}
	defer w.Drop()
	w.path = path
	_, err = Read(ctx, path, Contents{
		Record: func(key, sealed []byte) error {
			if sealed, ok := pass(key, sealed); ok {
				return w.Add(key, sealed)
			}
			return nil
		},
		File: func(name, sum string) error {
			if _, ok := pass([]byte(name), nil); ok {
				return w.note(name, sum)
			}
			return nil
		}})
	if err != nil {
		return old, err
	}
	return w.Finish(ctx)
}

// Remove lets a backup go.
func Remove(info Info) error { return unread(info.Path, os.Remove(info.Path)) }

// Sweep removes the files that no backup in a folder needs, and what a process that
// ended in mid-write left. Nothing else may write there meanwhile. While a backup is
// damaged no file is removed: nobody knows what it needs.
func Sweep(ctx context.Context, dir string) error {
	all, err := List(dir)
	if err != nil {
		return err
	}
	needed := map[string]bool{}
	for _, b := range all {
		files, err := FileList(b)
		if err != nil || ctx.Err() != nil {
			return errors.Join(ctx.Err(), leftovers(dir))
		}
		for _, sum := range files {
			needed[sum] = true
		}
	}
	var bad error
	err = filepath.WalkDir(filepath.Join(dir, "files"), func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && isSum(d.Name()) && !needed[d.Name()] {
			bad = errors.Join(bad, os.Remove(path))
		}
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return unread(dir, errors.Join(err, bad, leftovers(dir)))
}

// leftovers removes what was being written when a process ended.
func leftovers(dir string) error {
	var bad error
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(d.Name(), part) {
			bad = errors.Join(bad, os.Remove(path))
		}
		return err
	})
	return errors.Join(err, bad)
}
