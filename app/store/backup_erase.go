package store

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"yttra/app"
	"yttra/app/store/backup"
	"yttra/app/store/seal"
)

// What was erased goes from the backups too: each that has any of it is written anew
// without it, and read back, before the old one goes. The second place gets the new one
// in the place of the old when it is there.

// toErase are the erased matters that some backup may still have.
func (r *register) toErase() ([]app.Tombstone, error) {
	stones, err := r.Erased()
	gone := r.noted().Gone
	return slices.DeleteFunc(stones, func(s app.Tombstone) bool { return slices.Contains(gone, r.box.Name(s.ID)) }), err
}

// eraseFromBackups takes the erased matters out of the backups here, and notes it.
func (r *register) eraseFromBackups(ctx context.Context) error {
	stones, err := r.toErase()
	if err != nil || len(stones) == 0 {
		return err
	}
	all, err := backup.List(r.backupDir())
	if err != nil {
		return err
	}
	changed := false
	for _, b := range all {
		if b.Fault != nil || b.Header.Schema != Schema {
			if err := backup.Remove(b); err != nil { // nobody can take a part out of it
				return err
			}
			changed = true
			continue
		}
		did, err := r.eraseFrom(ctx, b, stones)
		if err != nil {
			return err
		}
		changed = changed || did
	}
	if changed {
		if err := backup.Sweep(ctx, r.backupDir()); err != nil {
			return err
		}
	}
	if err := r.eraseAsides(stones); err != nil {
		return err
	}
	return r.notes(func(n *backupNote) {
		for _, s := range stones {
			n.Gone = append(n.Gone, r.box.Name(s.ID))
		}
		n.Erased = r.now()
		n.Stale = n.Stale || changed && n.Second != ""
	})
}

// eraseAsides lets go of what was set aside before a matter was erased, and of what was
// copied before the register came to this schema: it may hold it.
func (r *register) eraseAsides(stones []app.Tombstone) error {
	if err := dropBefore(r.dir, r.now(), true); err != nil {
		return err
	}
	entries, err := os.ReadDir(asideIn(r.dir))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	for _, e := range entries {
		made, bad := time.Parse(stamp, e.Name())
		if bad == nil && slices.ContainsFunc(stones, func(s app.Tombstone) bool { return !made.After(s.At) }) {
			err = errors.Join(err, os.RemoveAll(filepath.Join(asideIn(r.dir), e.Name())))
		}
	}
	return err
}

// eraser takes matters out of one backup.
type eraser struct {
	box   seal.Box
	names map[string]bool // of the matters, as they stand in keys
	keys  map[string]bool // that go
	files map[string]bool // that go, by their names in the register
	ids   map[string]bool // of names that were found
	count count
	total total
	seq   uint64
}

// eraseFrom takes matters out of a backup; did tells that it had any.
func (r *register) eraseFrom(ctx context.Context, b backup.Info, stones []app.Tombstone) (did bool, err error) {
	a, err := backup.Open(ctx, b.Path, nil)
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	e := &eraser{names: map[string]bool{}, keys: map[string]bool{}, files: map[string]bool{}, ids: map[string]bool{}}
	if e.box, err = r.boxOf(b); err != nil {
		return false, err
	}
	for _, s := range stones {
		e.names[e.box.Name(s.ID)] = true
	}
	if err := e.find(a); err != nil || len(e.keys) == 0 {
		return false, err
	}
	_, err = backup.Rewrite(ctx, b.Path, len(e.ids), e.pass)
	return err == nil, err
}

// find reads which records go, and what those that stay come to.
func (e *eraser) find(a *backup.Archive) error {
	held := map[string]int{} // files, by how many need them
	err := a.Each(nil, func(key, sealed []byte) error {
		kind, name, file := partsOf(string(key))
		switch {
		case string(key) == string(keyApplied):
			h, t, err := openApplied(sealed)
			e.seq, e.total = h.Seq, t
			return err
		case string(key) == string(keyCount):
			_, body, err := e.box.Open(key, sealed)
			if err == nil {
				err = json.Unmarshal(body, &e.count)
			}
			return err
		case kind == "use":
			held[file]++
		}
		if !e.names[name] || kind == "erased" {
			return nil
		}
		e.ids[name] = true
		e.keys[string(key)] = true
		if kind == "use" {
			held[file]--
			e.files[file] = true
		}
		return nil
	})
	if err != nil || len(e.keys) == 0 {
		return err
	}
	for file := range e.files {
		if held[file] > 0 {
			delete(e.files, file)
		}
	}
	return e.reckon(a)
}

// reckon takes what goes out of the total and the count.
func (e *eraser) reckon(a *backup.Archive) error {
	return a.Each(nil, func(key, sealed []byte) error {
		switch {
		case string(key) == string(keyCount):
			e.total.gone(sealed)
			e.total.come(e.sealCount(sealed))
		case e.keys[string(key)]:
			e.total.gone(sealed)
		}
		return nil
	})
}

// sealCount is the record of the count without what goes.
func (e *eraser) sealCount(old []byte) []byte {
	c := e.count
	for key := range e.keys {
		switch {
		case strings.HasPrefix(key, rows):
			c.Rows--
		case strings.HasPrefix(key, bin):
			c.Bin--
		}
	}
	h, _ := seal.Check(keyCount, old)
	body, _ := json.Marshal(c) // of two numbers
	return e.box.Seal(keyCount, h, body)
}

// pass says what a record or a file is to be; see backup.Rewrite.
func (e *eraser) pass(key, sealed []byte) ([]byte, bool) {
	switch {
	case sealed == nil:
		return nil, !e.files[filepath.Base(filepath.FromSlash(string(key)))]
	case string(key) == string(keyApplied):
		return sealApplied(e.seq, e.total), true
	case string(key) == string(keyCount):
		return e.sealCount(sealed), true
	}
	return sealed, !e.keys[string(key)]
}

// partsOf takes a key apart: what it is, the name of its matter, and of a use the name
// of the file.
func partsOf(key string) (kind, name, file string) {
	kind, rest, _ := strings.Cut(key, "/")
	switch kind {
	case "row", "bin", "matter", "erased":
		return kind, rest, ""
	case "rev", "part", "said":
		name, _, _ = strings.Cut(rest, "/")
		return kind, name, ""
	case "use":
		file, name, _ = strings.Cut(rest, "/")
		return kind, name, file
	}
	return kind, "", ""
}
