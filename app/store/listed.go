package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
	"yttra/app/disk"
	"yttra/app/store/journal"
	"yttra/app/store/seal"
)

// The list of a large register is kept packed while it is open, and left in a file
// when it is closed, so that the next opening need not read a hundred thousand
// records. The file is taken away as soon as it has been read, and is of use only to a
// register that stands at the very change it was written after: whatever is wrong with
// it, the rows themselves are read.

// leastListed is how many rows are worth a file.
const leastListed = 500

// keyList is what the file is sealed under; there is no such record.
var keyList = []byte("list")

func listIn(dir string) string { return filepath.Join(dir, "list") }

// listed is the list as it stands after the last change.
type listed struct {
	rows app.Rows
	db   *badger.DB // whose rows they are; nil: nobody knows them
}

// known gives the list when it is known.
func (r *register) known() (app.Rows, bool) {
	r.writing.Lock()
	defer r.writing.Unlock()
	if r.listed.db == nil && r.dir != "" && !r.db.IsClosed() {
		r.takeList()
	}
	return r.listed.rows, r.listed.db != nil && r.listed.db == r.db && !r.db.IsClosed()
}

// know keeps a list that was read when the register stood at a change, when it still
// does.
func (r *register) know(rows app.Rows, at uint64) {
	r.writing.Lock()
	defer r.writing.Unlock()
	if r.applied == at && rows.Len() >= leastListed {
		r.listed = listed{rows, r.db}
	}
}

// follow brings the list up with a change. One that would stand elsewhere than first
// is left to be read anew.
func (r *register) follow(ops []journal.Op) {
	if r.listed.db == nil {
		return
	}
	l, reader := r.listed, newRowReader()
	for _, o := range ops {
		if !strings.HasPrefix(string(o.Key), rows) {
			continue
		}
		if o.Value == nil { // put in the bin, or gone: nobody knows here which it was
			r.listed = listed{}
			return
		}
		_, body, err := r.box.Open(o.Key, o.Value)
		if err == nil {
			var row app.Row
			if row, err = reader.read(body); err == nil && (l.rows.Len() == 0 || !row.Saved.Before(l.rows.At(0).Saved)) {
				l.rows = l.rows.With(row)
				continue
			}
		}
		r.listed = listed{}
		return
	}
	r.listed = l
}

// takeList reads the file that was left at the last close, and takes it away.
func (r *register) takeList() {
	sealed, err := os.ReadFile(listIn(r.dir))
	if err != nil || os.Remove(listIn(r.dir)) != nil {
		return
	}
	h, packed, err := r.box.Open(keyList, sealed)
	if err != nil || h.Seq != r.applied || h.Schema != Schema {
		return
	}
	rows, err := app.UnpackRows(packed)
	if err != nil {
		return
	}
	var c count
	if err := r.view(func(t tx) error { return t.must(keyCount, &c) }); err == nil && c.Rows == rows.Len() {
		r.listed = listed{rows, r.db}
	}
}

// leaveList writes the file for the next opening.
func (r *register) leaveList() error {
	if err := os.Remove(listIn(r.dir)); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if r.listed.db == nil || r.listed.db != r.db {
		return nil
	}
	sealed := r.box.Seal(keyList, seal.Head{Schema: Schema, Seq: r.applied}, r.listed.rows.Pack())
	return disk.Write(listIn(r.dir), sealed, disk.Private)
}
