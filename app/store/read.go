package store

import (
	"bytes"
	"cmp"
	"encoding/json"
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
	out, err := r.listOnce(prefix)
	if r.healUnder(prefix, err) {
		return r.listOnce(prefix)
	}
	return out, err
}

func (r *register) listOnce(prefix string) (app.Rows, error) {
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
	m, rev, err := r.load(id, 0)
	if err != nil {
		return nil, app.Revision{}, fmt.Errorf("load: %w", coded(err, app.CodeDamaged, id))
	}
	return m, rev, nil
}

// LoadRevision gives a matter as it was in one revision.
func (r *register) LoadRevision(id string, n uint64) (*app.Matter, error) {
	m, _, err := r.load(id, n)
	if err != nil {
		return nil, fmt.Errorf("load revision %d: %w", n, coded(err, app.CodeDamaged, id))
	}
	return m, nil
}

// load puts a revision together; 0 is the latest.
func (r *register) load(id string, n uint64) (m *app.Matter, rev app.Revision, err error) {
	var rec record
	var parts [][]byte
	err = r.view(func(t tx) (err error) {
		h, err := t.head(id)
		if err != nil {
			return err
		}
		if n == 0 {
			n = h.Number
		} else if ok, err := t.has(keyRev(t.box, id, n)); err != nil || !ok {
			return cmp.Or(err, error(&app.Problem{Code: app.CodeNotFound, What: id, Where: fmt.Sprintf("revision %d", n)}))
		}
		if err := t.must(keyRev(t.box, id, n), &rec); err != nil {
			return err
		}
		parts, err = t.parts(id, &rec)
		return err
	})
	if err != nil {
		return nil, rev, err
	}
	m, err = r.together(id, &rec, parts)
	return m, rec.Revision, err
}

// parts reads the pieces of a revision; those that are files are left out.
func (t tx) parts(id string, rec *record) ([][]byte, error) {
	if _, err := rec.sums(); err != nil {
		return nil, damaged(keyRev(t.box, id, rec.Number), err)
	}
	packed, err := t.packed(id, rec)
	if err != nil {
		return nil, err
	}
	sums, err := rec.sums()
	if err != nil {
		return nil, damaged(keyRev(t.box, id, rec.Number), err)
	}
	parts := make([][]byte, len(sums))
	for i, sum := range sums {
		if parts[i] = packed[string(sum)]; parts[i] != nil || rec.file(sum) != "" {
			continue
		}
		if parts[i], err = t.body(keyPart(t.box, id, sum)); err != nil {
			return nil, err
		}
	}
	return parts, nil
}

// together makes a matter of its pieces and files.
func (r *register) together(id string, rec *record, parts [][]byte) (*app.Matter, error) {
	sums, err := rec.sums()
	if err != nil {
		return nil, damaged(keyRev(r.box, id, rec.Number), err)
	}
	for i, sum := range sums {
		if file := rec.file(sum); file != "" {
			if parts[i], err = r.readFile(file); err != nil {
				return nil, err
			}
		}
	}
	body, err := join(parts)
	if err != nil {
		return nil, damaged(keyRev(r.box, id, rec.Number), err)
	}
	m := &app.Matter{}
	if err := json.Unmarshal(body, m); err != nil {
		return nil, damaged(keyRev(r.box, id, rec.Number), err)
	}
	r.bringBack(m)
	return m, nil
}

// must reads a record that another record says is there.
func (t tx) must(key []byte, v any) error {
	ok, err := t.get(key, v)
	if err == nil && !ok {
		err = damaged(key, errors.New("the record is missing"))
	}
	return err
}

// body reads the bytes of a record that another record says is there.
func (t tx) body(key []byte) ([]byte, error) {
	item, err := t.t.Get(key)
	if errors.Is(err, badger.ErrKeyNotFound) {
		err = errors.New("the record is missing")
	}
	if err != nil {
		return nil, damaged(key, err)
	}
	var out []byte
	err = t.readWith(item, func(_, body []byte) error { out = bytes.Clone(body); return nil })
	return out, err
}

// Revisions describes the revisions that are kept, latest first. When some are
// damaged or missing it gives the others together with CodeDamaged; of a damaged
// description the number is left.
func (r *register) Revisions(id string) ([]app.Revision, error) {
	out, err := r.revisionsOf(id)
	if r.healUnder(string(keyRevisions(r.box, id)), err) {
		return r.revisionsOf(id)
	}
	return out, err
}

func (r *register) revisionsOf(id string) ([]app.Revision, error) {
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
