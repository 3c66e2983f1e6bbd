package store

import (
	"errors"

	"github.com/dgraph-io/badger/v4"
)

// mostLoose is how many revisions of a matter may have been thinned away before the
// pieces that nobody needs are looked for.
const mostLoose = 24

// mostRemoved is how many records are taken away in one change.
const mostRemoved = 2000

// tidySoon takes away the pieces of a matter that no revision has, beside the work:
// a save that finds itself waiting for it waits some milliseconds. What goes wrong is
// left for the next time.
func (r *register) tidySoon(id string) {
	if !r.sharing.TryLock() { // somebody is saving; there will be another time
		return
	}
	r.sharing.Unlock()
	r.tidying.Go(func() { _ = r.tidy(id) })
}

// tidy takes away the pieces of a matter that no revision has.
func (r *register) tidy(id string) error {
	r.sharing.Lock()
	defer r.sharing.Unlock()
	return r.update(func(t tx) error {
		h, err := t.head(id)
		if err != nil {
			return err
		}
		needed, err := t.needed(id)
		if err != nil {
			return err // of a damaged revision nobody knows what it needs
		}
		gone := 0
		err = t.eachKey(keyParts(t.box, id), func(key []byte) error {
			if needed[string(key)] || gone == mostRemoved {
				return nil
			}
			gone++
			return t.remove(key)
		})
		if err != nil || gone == mostRemoved {
			return err
		}
		h.Loose = 0
		return t.put(keyHead(t.box, id), h.Number, h)
	})
}

// needed are the keys of the pieces that the revisions of a matter have.
func (t tx) needed(id string) (map[string]bool, error) {
	needed := map[string]bool{}
	err := t.eachRecord(id, func(rec *record) error {
		sums, err := rec.sums()
		for _, sum := range sums {
			needed[string(keyPart(t.box, id, sum))] = true
		}
		return err
	})
	return needed, err
}

// eachRecord calls fn with what is kept of every revision of a matter, and fails when
// one cannot be read.
func (t tx) eachRecord(id string, fn func(*record) error) error {
	var bad error
	n := t.each(string(keyRevisions(t.box, id)), func(item *badger.Item) {
		var rec record
		err := t.read(item, &rec)
		if err == nil {
			err = fn(&rec)
		}
		bad = errors.Join(bad, err)
	})
	h, err := t.head(id)
	if err == nil && bad == nil && n != h.Kept {
		err = damaged(keyRevisions(t.box, id), errors.New("revisions are missing"))
	}
	return errors.Join(bad, err)
}

// eachKey calls fn with every key under a prefix; fn may remove it.
func (t tx) eachKey(prefix []byte, fn func(key []byte) error) error {
	o := badger.DefaultIteratorOptions
	o.Prefix, o.PrefetchValues = prefix, false
	it := t.t.NewIterator(o)
	defer it.Close()
	for it.Rewind(); it.Valid(); it.Next() {
		if err := fn(it.Item().KeyCopy(nil)); err != nil {
			return err
		}
	}
	return nil
}
