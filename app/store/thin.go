package store

import (
	"errors"
	"time"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
)

const day = 24 * time.Hour

// spacing is how far apart autosaves are kept: those of the last day ten minutes, those
// of the last week an hour, those of the last three months a day, older ones a week.
var spacing = []struct{ within, apart time.Duration }{
	{day, 10 * time.Minute},
	{7 * day, time.Hour},
	{92 * day, day},
	{1 << 62, 7 * day},
}

// apartAt is how far apart autosaves of an age are kept. What lies in the future, since
// the clock was set back, has no age.
func apartAt(age time.Duration) time.Duration {
	for _, s := range spacing {
		if age <= s.within {
			return s.apart
		}
	}
	return spacing[len(spacing)-1].apart
}

// near reports whether b follows on a within less than so long. A clock that was set
// back makes nothing close.
func near(a, b time.Time, apart time.Duration) bool {
	d := b.Sub(a)
	return d >= 0 && d < apart
}

// superfluous picks the revisions that may go, of all of a matter, earliest first. The first
// and the latest stay, and all that have a name or a reason; of the others one for each
// stretch of time, counted from the first.
func superfluous(revs []app.Revision, now time.Time) (gone []uint64) {
	for i, last := 1, 0; i < len(revs)-1; i++ {
		if r := revs[i]; !r.Lasts() && near(revs[last].At, r.At, apartAt(now.Sub(r.At))) {
			gone = append(gone, r.Number)
			continue
		}
		last = i
	}
	return gone
}

// thin lets the latest revision go when it is an autosave that stands close to both
// its neighbours, the new one and the one before: measured against the new one alone,
// an afternoon's steady writing would leave nothing to go back to.
func (t tx) thin(id string, h *head, at time.Time) error {
	latest := h.Number
	last, before, err := t.lastTwo(id, h)
	h.Before = latest
	apart := apartAt(0)
	if err != nil || last.Lasts() || !near(last.At, at, apart) || !near(before.At, last.At, apart) {
		return nil // a damaged old revision must not stop a save
	}
	h.Before = before.Number
	h.Kept--
	h.Loose++
	return t.remove(keyRev(t.box, id, latest))
}

// lastTwo are the latest revision of a matter and the one that is kept before it.
func (t tx) lastTwo(id string, h *head) (last, before app.Revision, err error) {
	if err = t.must(keyRev(t.box, id, h.Number), &last); err != nil {
		return last, before, err
	}
	if ok, err := t.get(keyRev(t.box, id, h.Before), &before); err != nil || ok {
		return last, before, err
	}
	o := badger.DefaultIteratorOptions // it was thinned away
	o.Prefix, o.Reverse, o.PrefetchValues = keyRevisions(t.box, id), true, false
	it := t.t.NewIterator(o)
	defer it.Close()
	if it.Seek(keyRev(t.box, id, h.Number-1)); !it.Valid() {
		return last, before, errors.New("there is none before it")
	}
	return last, before, t.read(it.Item(), &before)
}

// mostThinned is how many matters are looked at in one go.
const mostThinned = 200

// thinned is how far the matters have been looked at that nobody has saved for a while.
type thinned struct {
	After string `json:"after"` // key of a row; empty: from the first
}

// thinSome tidies matters that nobody has saved for a while, some at a time: another
// day goes on after those.
func (r *register) thinSome() error {
	var at thinned
	var ids []string
	var now time.Time
	var same bool
	err := r.view(func(t tx) error {
		now = t.clock()
		if _, err := t.get(keyThinned, &at); err != nil {
			at = thinned{}
		}
		before := at
		ids, at.After = t.toThin(at.After, now)
		same = at == before
		return nil
	})
	for _, id := range ids {
		err = errors.Join(err, r.tidy(id, now))
	}
	if same {
		return err
	}
	return errors.Join(err, r.update(func(t tx) error { return t.put(keyThinned, 0, at) }))
}

// toThin picks the next matters that have not been tidied for a day, and tells where
// to go on.
func (t tx) toThin(after string, now time.Time) (ids []string, last string) {
	o := badger.DefaultIteratorOptions
	o.Prefix, o.PrefetchValues = []byte(rows), false
	it := t.t.NewIterator(o)
	defer it.Close()
	n := 0
	for it.Seek(append([]byte(rows), after...)); it.Valid(); it.Next() {
		if n++; n > mostThinned {
			return ids, string(it.Item().Key()[len(rows):])
		}
		var row app.Row
		if t.read(it.Item(), &row) != nil {
			continue
		}
		if h, err := t.head(row.ID); err == nil && h.Kept > 2 && h.Day != dayOf(now) {
			ids = append(ids, row.ID)
		}
	}
	return ids, ""
}
