package store

import (
	"errors"
	"fmt"

	"github.com/dgraph-io/badger/v4/table"

	"yttra/app"
)

// A table that was damaged since the register was closed is noticed before anything
// wrong is read from it. To Badger a key in a block that it cannot read is not there in
// this table, and it looks in the older ones, where the value that it had before may
// stand. So the tables that have others below them, which are few, are read from end to
// end before the register is opened. Those at the bottom, where nothing older is, hold
// nearly everything: they are read beside the work, and meanwhile a key that is not
// found waits for it.

// scrubbing is that reading.
type scrubbing struct {
	done chan struct{} // closed when it has ended; nil: nothing is left to read
	bad  []string      // tables that are damaged, when done is closed
}

// split parts the tables that have others below them from those at the bottom.
func (t tables) split() (above, bottom tables) {
	above, bottom = tables{manifest: t.manifest}, tables{manifest: t.manifest}
	level := func(path string) uint8 {
		id, _ := table.ParseFileID(path)
		return t.manifest.Tables[id].Level
	}
	last := uint8(1) // the tables of level zero lie above each other
	for _, path := range t.paths {
		last = max(last, level(path))
	}
	for _, path := range t.paths {
		if level(path) == last {
			bottom.paths = append(bottom.paths, path)
		} else {
			above.paths = append(above.paths, path)
		}
	}
	return above, bottom
}

// scrubSoon begins to read the tables at the bottom.
func (r *register) scrubSoon() {
	_, bottom := tablesIn(dataIn(r.dir)).split()
	if !r.left.clean || len(bottom.paths) == 0 { // else all of it has been read just now
		return
	}
	s := &r.scrub
	s.done = make(chan struct{})
	r.tidying.Go(func() {
		for _, path := range bottom.paths {
			if r.closing.Load() { // the next opening begins anew
				break
			}
			one := tables{paths: []string{path}, manifest: bottom.manifest}
			s.bad = append(s.bad, one.scrub(func(int, int) {})...)
		}
		close(s.done)
		if len(s.bad) > 0 {
			r.unsound(s.bad)
		}
	})
}

// unsound stops writing until the register is opened again, which then is looked at as
// a whole and put together anew; what is read is healed meanwhile, one by one.
func (r *register) unsound(bad []string) {
	why := fmt.Errorf("%d tables are damaged: %v", len(bad), bad)
	r.tellHealed(app.Damage{Kind: app.DamageData, Name: bad[0], Detail: why.Error()}, 0)
	r.writing.Lock()
	defer r.writing.Unlock()
	r.doubt = why
}

// absent tells whether a key that was not found is not there: it may have been in a
// table that is damaged.
func (s *scrubbing) absent(key []byte) error {
	if s == nil || s.done == nil {
		return nil
	}
	<-s.done
	if len(s.bad) > 0 {
		return damaged(key, errors.New("a table that it may be in is damaged"))
	}
	return nil
}
