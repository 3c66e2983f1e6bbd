package store

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
)

// List gives the rows of the matters, latest saved first. When some row is
// damaged or missing it gives the others together with CodeDamaged.
func (r *register) List() (app.Rows, error) {
	if known, ok := r.known(); ok {
		return known, nil
	}
	r.writing.Lock()
	at := r.applied
	r.writing.Unlock()
	out, err := r.list(rows)
	if err == nil {
		r.know(out, at)
	}
	return out, err
}

// Bin gives the rows of the removed matters, in the same way.
func (r *register) Bin() ([]app.Row, error) {
	list, err := r.list(bin)
	return list.List(), err
}

func (r *register) list(prefix string) (app.Rows, error) {
	var out app.RowPacker
	var bad error
	err := r.view(func(t tx) error {
		var c count
		if _, err := t.get(keyCount, &c); err != nil {
			bad = err
		}
		reader := newRowReader()
		seen := t.each(prefix, func(item *badger.Item) {
			err := t.readWith(item, func(key, body []byte) error {
				row, err := reader.read(body)
				if err != nil {
					return damaged(key, err)
				}
				out.Add(&row)
				return nil
			})
			bad = cmp.Or(bad, err)
		})
		if want := *c.of(prefix); bad == nil && seen != want {
			bad = &app.Problem{Code: app.CodeDamaged, What: r.dir, Err: fmt.Errorf("%d rows of %d can be read", seen, want)}
		}
		return nil
	})
	if err = cmp.Or(err, bad); err != nil {
		return out.Latest(), fmt.Errorf("list matters: %w", coded(err, app.CodeDamaged, r.dir))
	}
	return out.Latest(), nil
}

// each calls fn with every record under a prefix, in order, and counts them.
func (t tx) each(prefix string, fn func(*badger.Item)) int {
	o := badger.DefaultIteratorOptions
	o.Prefix, o.PrefetchValues = []byte(prefix), false // they lie beside their keys
	it := t.t.NewIterator(o)
	defer it.Close()
	n := 0
	for it.Rewind(); it.Valid(); it.Next() {
		fn(it.Item())
		n++
	}
	return n
}

// Load gives the latest revision of a matter.
func (r *register) Load(id string) (*app.Matter, app.Revision, error) {
	var m *app.Matter
	var rev app.Revision
	err := r.view(func(t tx) error {
		h, err := t.head(id)
		if err != nil {
			return err
		}
		m, rev, err = t.load(id, h.Number)
		return err
	})
	if err != nil {
		return nil, app.Revision{}, fmt.Errorf("load: %w", coded(err, app.CodeDamaged, id))
	}
	return m, rev, nil
}

// LoadRevision gives a matter as it was in one revision.
func (r *register) LoadRevision(id string, n uint64) (*app.Matter, error) {
	var m *app.Matter
	err := r.view(func(t tx) error {
		if _, err := t.head(id); err != nil {
			return err
		}
		if ok, err := t.has(keyRev(t.box, id, n)); err != nil || !ok {
			return cmp.Or(err, error(&app.Problem{Code: app.CodeNotFound, What: id, Where: fmt.Sprintf("revision %d", n)}))
		}
		m = &app.Matter{} // the text alone: its description may be damaged
		err := t.must(keyText(t.box, id, n), m)
		t.bringBack(m)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("load revision %d: %w", n, coded(err, app.CodeDamaged, id))
	}
	return m, nil
}

// load reads text and description of a revision that ought to be there.
func (t tx) load(id string, n uint64) (*app.Matter, app.Revision, error) {
	m, rev := &app.Matter{}, app.Revision{}
	if err := t.must(keyText(t.box, id, n), m); err != nil {
		return nil, app.Revision{}, err
	}
	t.bringBack(m)
	if err := t.must(keyRev(t.box, id, n), &rev); err != nil {
		return nil, app.Revision{}, err
	}
	return m, rev, nil
}

// must reads a record that another record says is there.
func (t tx) must(key []byte, v any) error {
	ok, err := t.get(key, v)
	if err == nil && !ok {
		err = damaged(key, errors.New("the record is missing"))
	}
	return err
}

// Revisions describes the revisions that are kept, latest first. When some are
// damaged or missing it gives the others together with CodeDamaged; of a damaged
// description the number is left.
func (r *register) Revisions(id string) ([]app.Revision, error) {
	var out []app.Revision
	var bad error
	err := r.view(func(t tx) error {
		h, err := t.head(id)
		if err != nil {
			return err
		}
		seen := t.each(string(keyRevisions(t.box, id)), func(item *badger.Item) {
			var rev app.Revision
			if err := t.read(item, &rev); err != nil {
				bad = cmp.Or(bad, err)
				rev = app.Revision{Number: revOf(item.Key())}
			}
			out = append(out, rev)
		})
		if bad == nil && seen != h.Kept {
			bad = damaged(keyRevisions(t.box, id), fmt.Errorf("%d revisions of %d can be read", seen, h.Kept))
		}
		return nil
	})
	slices.Reverse(out)
	if err = cmp.Or(err, bad); err != nil {
		return out, fmt.Errorf("list revisions: %w", coded(err, app.CodeDamaged, id))
	}
	return out, nil
}

// revisions reads at most limit descriptions, latest first.
func (t tx) revisions(id string, limit int) ([]app.Revision, error) {
	o := badger.DefaultIteratorOptions
	o.Prefix, o.Reverse = keyRevisions(t.box, id), true
	it := t.t.NewIterator(o)
	defer it.Close()
	var out []app.Revision
	for it.Seek(append(keyRevisions(t.box, id), 0xff)); it.Valid() && len(out) < limit; it.Next() {
		var rev app.Revision
		if err := t.read(it.Item(), &rev); err != nil {
			return nil, err
		}
		out = append(out, rev)
	}
	return out, nil
}
