package store

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
)

// program is who acts when nobody does.
const program = "Yttra"

// Erasure tells what would go with a matter.
func (r *register) Erasure(id string) (app.Erasure, error) {
	var e app.Erasure
	var files []string
	err := r.view(func(t tx) (err error) {
		h, err := t.head(id)
		if err != nil {
			return err
		}
		e.Versions = h.Kept
		if e.InBin, err = t.get(keyRow(t.box, bin, id), &e.Row); err == nil && !e.InBin {
			_, err = t.get(keyRow(t.box, rows, id), &e.Row)
		}
		if err != nil {
			e.Row = app.Row{}
		}
		e.Row.ID = cmp.Or(e.Row.ID, id)
		files, e.Shared, err = t.filesOf(id)
		return err
	})
	if err != nil {
		return e, fmt.Errorf("look at what goes: %w", coded(err, app.CodeDamaged, id))
	}
	e.Files = len(files)
	for _, f := range files {
		if info, err := os.Stat(fileIn(r.dir, r.box, f)); r.dir != "" && err == nil {
			e.Bytes += info.Size()
		}
	}
	if m, _, err := r.Load(id); err == nil { // of a damaged one nothing more is known
		e.Documents = len(m.Documents)
		for _, d := range m.Documents {
			e.Exports = append(e.Exports, d.Exports...)
		}
	}
	return e, nil
}

// filesOf are the files that only this matter needs, and how many others it shares.
func (t tx) filesOf(id string) (own []string, shared int, err error) {
	sums := map[string]bool{}
	t.each(string(keyRevisions(t.box, id)), func(item *badger.Item) {
		var rec record
		if t.read(item, &rec) == nil {
			for _, f := range rec.Files {
				sums[f] = true
			}
		}
	})
	for f := range sums {
		n := 0
		if err := t.eachKey(keyUses(t.box, f), func([]byte) error { n++; return nil }); err != nil {
			return nil, 0, err
		}
		if n > 1 {
			shared++
			continue
		}
		own = append(own, f)
	}
	slices.Sort(own)
	return own, shared, nil
}

// Erase takes a matter away for good, and leaves a mark that it was there.
func (r *register) Erase(id, reason string, step func(done, all int)) error {
	err := r.takeAway(id, app.Event{Action: app.ActErased, Matter: id, Reason: reason}, step)
	if err != nil {
		return fmt.Errorf("erase: %w", coded(err, app.CodeNotSaved, id))
	}
	return nil
}

// stone is what is kept of a matter that was taken away.
type stone struct {
	app.Tombstone
	Expired bool `json:"expired,omitempty"` // it lay in the bin for its days: the mark goes when all else has
}

// takeAway takes a matter from the lists and notes what happened, in one change; what
// is left of it, which nothing leads to any more, goes in as many as it takes. What is
// erased leaves a mark; what has lain in the bin for its days may come back from a backup.
func (r *register) takeAway(id string, e app.Event, step func(done, all int)) error {
	if step == nil {
		step = func(int, int) {}
	}
	r.sharing.Lock()
	defer r.sharing.Unlock()
	s := stone{Tombstone: app.Tombstone{ID: id, Left: true}, Expired: e.Action == app.ActExpired}
	err := r.update(func(t tx) error {
		if _, err := t.head(id); app.CodeOf(err) == app.CodeNotFound {
			return err
		}
		s.At = t.clock().Round(0)
		return t.takeAway(s, e)
	})
	if err != nil {
		return err
	}
	step(1, 2)
	err = r.finish(s)
	step(2, 2)
	return err
}

func (t tx) takeAway(s stone, e app.Event) error {
	if err := t.takeFromLists(s.ID); err != nil {
		return err
	}
	if err := t.forgetSaid(s.ID); err != nil {
		return err
	}
	if err := t.put(keyErased(t.box, s.ID), 0, s); err != nil {
		return err
	}
	return t.record(e)
}

// takeFromLists takes the row and the head of a matter away: nothing leads to it then.
func (t tx) takeFromLists(id string) error {
	for _, list := range []string{rows, bin} {
		there, err := t.has(keyRow(t.box, list, id))
		if err == nil && there {
			err = errors.Join(t.remove(keyRow(t.box, list, id)), t.add(list, -1))
		}
		if err != nil {
			return err
		}
	}
	if there, err := t.has(keyHead(t.box, id)); err != nil || !there {
		return err
	}
	return t.remove(keyHead(t.box, id))
}

// finish removes the records and files of a matter that has gone from the lists. What
// Badger still has of them goes when its tables are written anew, which is when the
// register is closed (purge.go).
func (r *register) finish(s stone) error {
	if err := r.purgeLater(); err != nil {
		return err
	}
	for left := true; left; {
		err := r.update(func(t tx) (err error) {
			for _, prefix := range [][]byte{keyParts(t.box, s.ID), keyRevisions(t.box, s.ID)} {
				if left, err = t.removeBut(prefix, nil); err != nil || left {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	var loose []string
	err := r.update(func(t tx) (err error) {
		loose, err = t.letGoAll(s.ID)
		return err
	})
	if err != nil {
		return err
	}
	return r.removeNames(loose)
}

// finishAll goes on where a process ended that took a matter away, and takes note of
// what has gone from the tables too.
func (r *register) finishAll() error {
	r.sharing.Lock()
	defer r.sharing.Unlock()
	stones, err := r.stones()
	later := r.toPurge()
	for _, s := range stones {
		has, bad := r.hasRecords(s.ID) // also of one long gone: an older copy may have been read
		switch {
		case bad != nil:
			err = errors.Join(err, bad)
		case has:
			err = errors.Join(err, r.takeBack(s))
		case s.Left && !later:
			s.Left = false
			err = errors.Join(err, r.update(func(t tx) error {
				if s.Expired {
					return t.remove(keyErased(t.box, s.ID))
				}
				return t.put(keyErased(t.box, s.ID), 0, s)
			}))
		}
	}
	return err
}

// takeBack takes away what there is of a matter that was taken away before.
func (r *register) takeBack(s stone) error {
	err := r.update(func(t tx) error {
		s.Left = true
		return errors.Join(t.takeFromLists(s.ID), t.put(keyErased(t.box, s.ID), 0, s))
	})
	if err != nil {
		return err
	}
	return r.finish(s)
}

// hasRecords tells whether anything but its mark is left of a matter.
func (r *register) hasRecords(id string) (has bool, err error) {
	err = r.view(func(t tx) error {
		for _, key := range [][]byte{keyHead(t.box, id), keyRow(t.box, rows, id), keyRow(t.box, bin, id)} {
			if has, err = t.has(key); err != nil || has {
				return err
			}
		}
		for _, prefix := range [][]byte{keyParts(t.box, id), keyRevisions(t.box, id)} {
			if err := t.eachKey(prefix, func([]byte) error { has = true; return nil }); err != nil {
				return err
			}
		}
		own := "/" + t.box.Name(id)
		return t.eachKey([]byte("use/"), func(key []byte) error {
			has = has || strings.HasSuffix(string(key), own)
			return nil
		})
	})
	return has, err
}

// letGoAll notes that a matter needs no file any more, and gives the names of those
// that no other needs.
func (t tx) letGoAll(id string) (names []string, err error) {
	own := "/" + t.box.Name(id)
	held := map[string]int{}
	var mine []string
	err = t.eachKey([]byte("use/"), func(key []byte) error {
		file, _, _ := strings.Cut(string(key[len("use/"):]), "/")
		if held[file]++; strings.HasSuffix(string(key), "/"+file+own) {
			mine = append(mine, file)
			return t.remove(key)
		}
		return nil
	})
	for _, file := range mine {
		if held[file] == 1 {
			names = append(names, file)
		}
	}
	return names, err
}

// removeNames takes away files by the names they have on the disk.
func (r *register) removeNames(names []string) error {
	if r.dir == "" {
		return r.removeFiles(names) // in memory nothing is encrypted: a name is its sum
	}
	var all error
	for _, name := range names {
		r.sums.lost(name)
		if err := os.Remove(filepath.Join(filesIn(r.dir), name[:2], name)); err != nil && !errors.Is(err, os.ErrNotExist) {
			all = errors.Join(all, err)
		}
	}
	return all
}

// Erased are the matters that were erased, in the order it was done.
func (r *register) Erased() ([]app.Tombstone, error) {
	out := []app.Tombstone{}
	stones, err := r.stones()
	for _, s := range stones {
		if !s.Expired {
			out = append(out, s.Tombstone)
		}
	}
	if err != nil {
		return out, fmt.Errorf("list erased matters: %w", coded(err, app.CodeDamaged, r.dir))
	}
	return out, nil
}

// stones are the marks of what was taken away, in the order it was done; those that can
// be read also with CodeDamaged.
func (r *register) stones() (out []stone, err error) {
	var bad error
	err = r.view(func(t tx) error {
		t.each(erased, func(item *badger.Item) {
			var s stone
			if err := t.read(item, &s); err != nil {
				bad = errors.Join(bad, err)
				return
			}
			out = append(out, s)
		})
		return nil
	})
	slices.SortStableFunc(out, func(a, b stone) int { return a.At.Compare(b.At) })
	return out, errors.Join(err, bad)
}

// notErased refuses to write a matter that was erased.
func (t tx) notErased(id string) error {
	if there, err := t.has(keyErased(t.box, id)); err != nil || !there {
		return err
	}
	return &app.Problem{Code: app.CodeErased, What: id}
}

// TidyUp does what is due: once a day, and when a register is opened.
func (r *register) TidyUp() ([]string, error) {
	all := r.finishAll()
	gone, err := r.expire()
	all = errors.Join(all, err, r.thinSome(), r.strays())
	if r.dir != "" {
		all = errors.Join(all, dropBefore(r.dir, r.now(), false))
	}
	if all != nil {
		return gone, fmt.Errorf("tidy up: %w", coded(all, app.CodeNotSaved, r.dir))
	}
	return gone, nil
}
