package store

import (
	"errors"
	"os"
	"path/filepath"
	"time"
)

// hold notes that a matter needs a file.
func (t tx) hold(file, id string) error {
	key := keyUse(t.box, file, id)
	if there, err := t.has(key); err != nil || there {
		return err
	}
	return t.putBody(key, 0, nil)
}

// letGo notes that a matter needs a file no more, and tells whether it was the last.
func (t tx) letGo(file, id string) (last bool, err error) {
	if err := t.remove(keyUse(t.box, file, id)); err != nil {
		return false, err
	}
	needed, err := t.needs(file)
	return !needed, err
}

// needs tells whether any matter needs a file.
func (t tx) needs(file string) (bool, error) {
	any := false
	err := t.eachKey(keyUses(t.box, file), func([]byte) error { any = true; return nil })
	return any, err
}

// removeFiles takes files away. The backups have copies of their own. Nobody may be
// saving.
func (r *register) removeFiles(sums []string) error {
	var all error
	for _, sum := range sums {
		if r.dir == "" {
			all = errors.Join(all, r.removeSlices(sum))
			continue
		}
		r.sums.lost(sum)
		if err := os.Remove(fileIn(r.dir, r.box, sum)); err != nil && !errors.Is(err, os.ErrNotExist) {
			all = errors.Join(all, err)
		}
	}
	return all
}

func (r *register) removeSlices(sum string) error {
	return r.update(func(t tx) error {
		err := t.remove(keyFile(t.box, sum))
		for n := 0; err == nil; n++ {
			there, bad := t.has(keySlice(t.box, sum, n))
			if bad != nil || !there {
				return bad
			}
			err = t.remove(keySlice(t.box, sum, n))
		}
		return err
	})
}

// lost forgets that a file is on the disk.
func (s *sums) lost(sum string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.whole, sum)
}

// youngest is how old a file must be before it counts as left behind: one that is
// being written has no matter yet.
const youngest = time.Hour

// strays takes away the files that nobody needs: those of a save that never came to
// its end, and those that could not be removed when they were let go.
func (r *register) strays() error {
	if r.dir == "" {
		return nil
	}
	r.sharing.Lock()
	defer r.sharing.Unlock()
	var paths []string
	for _, dir := range like(filesIn(r.dir), "??") {
		paths = append(paths, like(dir, "*")...)
	}
	if len(paths) == 0 {
		return nil
	}
	used := map[string]bool{}
	err := r.view(func(t tx) error {
		return t.eachKey([]byte("use/"), func(key []byte) error {
			used[filepath.Base(filepath.Dir(string(key)))] = true
			return nil
		})
	})
	if err != nil {
		return err
	}
	var all error
	for _, path := range paths {
		if used[filepath.Base(path)] {
			continue
		}
		if info, err := os.Stat(path); err != nil || time.Since(info.ModTime()) < youngest {
			continue
		}
		all = errors.Join(all, os.Remove(path))
	}
	return all
}
