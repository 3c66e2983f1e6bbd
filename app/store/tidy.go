package store

import (
	"errors"
	"slices"
	"time"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
)

// mostLoose is how many revisions of a matter may have been thinned away before the
// pieces that nobody needs are looked for.
const mostLoose = 24

// mostRemoved is how many records are taken away in one change.
const mostRemoved = 2000

// dayOf numbers days, for whether something has been done today.
func dayOf(at time.Time) int { return int(at.Unix() / int64(day/time.Second)) }

// tidySoon tidies a matter beside the work: a save that finds itself waiting for it
// waits some milliseconds. What goes wrong is left for the next time.
func (r *register) tidySoon(id string, now time.Time) {
	if !r.sharing.TryLock() { // somebody is saving; there will be another time
		return
	}
	r.sharing.Unlock()
	r.tidying.Go(func() { _ = r.tidy(id, now) })
}

// tidy thins the autosaves of a matter by their age, and takes away the pieces and
// files that no revision has any more.
func (r *register) tidy(id string, now time.Time) error {
	r.sharing.Lock()
	defer r.sharing.Unlock()
	var loose []string
	err := r.update(func(t tx) (err error) {
		loose, err = t.tidy(id, now)
		return err
	})
	if err != nil {
		return err
	}
	return r.removeFiles(loose)
}

// tidy gives the files that no matter needs any more.
func (t tx) tidy(id string, now time.Time) (files []string, err error) {
	h, err := t.head(id)
	if err != nil {
		return nil, err
	}
	recs, err := t.records(id, h)
	if err != nil {
		return nil, err // of a damaged revision nobody knows what it needs
	}
	revs := make([]app.Revision, len(recs))
	for i := range recs {
		revs[i] = recs[i].Revision
	}
	gone := map[uint64]bool{}
	for _, n := range superfluous(revs, now) {
		gone[n] = true
		if err := t.remove(keyRev(t.box, id, n)); err != nil {
			return nil, err
		}
		h.Kept--
	}
	pieces, needed := map[string]bool{}, map[string]bool{}
	for i := range recs {
		if gone[recs[i].Number] {
			continue
		}
		sums, err := recs[i].sums()
		if err != nil {
			return nil, err
		}
		for _, sum := range slices.Concat(sums, slices.Collect(slices.Chunk(recs[i].In, partSum))) {
			pieces[string(keyPart(t.box, id, sum))] = true
		}
		for _, f := range recs[i].Files {
			needed[f] = true
		}
	}
	left, err := t.removeBut(keyParts(t.box, id), pieces)
	if err != nil {
		return nil, err
	}
	for i := range recs {
		for _, f := range recs[i].Files {
			if needed[f] {
				continue
			}
			needed[f] = true // once
			if last, err := t.letGo(f, id); err != nil {
				return nil, err
			} else if last {
				files = append(files, f)
			}
		}
	}
	h.Day = dayOf(now)
	if h.Loose = 0; left {
		h.Loose = mostLoose
	}
	return files, t.put(keyHead(t.box, id), h.Number, h)
}

// removeBut takes away the records under a prefix that are not among those to keep;
// left tells that there are more than one change takes.
func (t tx) removeBut(prefix []byte, keep map[string]bool) (left bool, err error) {
	n := 0
	err = t.eachKey(prefix, func(key []byte) error {
		if keep[string(key)] {
			return nil
		}
		if n == mostRemoved {
			left = true
			return nil
		}
		n++
		return t.remove(key)
	})
	return left, err
}

// records are what is kept of every revision of a matter, earliest first. It fails when
// one is missing or cannot be read.
func (t tx) records(id string, h head) ([]record, error) {
	var out []record
	var bad error
	t.each(string(keyRevisions(t.box, id)), func(item *badger.Item) {
		var rec record
		bad = errors.Join(bad, t.read(item, &rec))
		out = append(out, rec)
	})
	if bad == nil && len(out) != h.Kept {
		bad = damaged(keyRevisions(t.box, id), errors.New("revisions are missing"))
	}
	return out, bad
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
