package store

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
	"yttra/app/store/backup"
)

// CheckTrail goes through the chain from its first event. An event that was changed,
// replaced, moved, added or taken away is named by its number. Somebody who writes the
// whole chain anew, head and all, is found by a head that was kept elsewhere, and only so.
func (r *register) CheckTrail(known []app.TrailHead, step func(done, all int)) (app.TrailCheck, error) {
	known = append(r.keptHeads(), known...)
	c := chain{known: known, people: map[string]bool{}, erased: map[string]uint64{}, seen: map[uint64]string{}}
	err := r.view(func(t tx) error {
		head, err := t.trailHead()
		if err != nil {
			c.fault(app.TrailFault{Number: 0, Kind: app.TrailDamaged})
		}
		c.head, c.headless = head, err != nil
		words := t.allSaid()
		n := 0
		t.each(events, func(item *badger.Item) {
			if n++; step != nil && n%1000 == 0 {
				step(n, max(n, int(head.Count)))
			}
			var e app.Event
			if err := t.read(item, &e); err != nil {
				c.unread(revOf(item.Key()))
				return
			}
			c.follow(revOf(item.Key()), e)
		})
		c.end()
		c.words(words)
		return nil
	})
	if err != nil {
		return app.TrailCheck{}, fmt.Errorf("check trail: %w", coded(err, app.CodeDamaged, r.dir))
	}
	return c.result(), nil
}

// keptHeads are where the chain ended when the backups that are there were made.
func (r *register) keptHeads() (out []app.TrailHead) {
	if r.dir == "" {
		return nil
	}
	all, err := backup.List(r.backupDir())
	if err != nil {
		return nil // what is told of backups is told elsewhere
	}
	for _, b := range all {
		if h := b.Header.Trail; b.Fault == nil && h.Count > 0 {
			h.Where = filepath.Base(b.Path)
			out = append(out, h)
		}
	}
	return out
}

// trailHead is the head as it is written; none in a register without events.
func (t tx) trailHead() (h app.TrailHead, err error) {
	ok, err := t.get(keyTrail, &h)
	if err == nil && !ok {
		if n := t.each(events, func(*badger.Item) {}); n > 0 {
			err = damaged(keyTrail, errors.New("the head is gone"))
		}
	}
	return h, err
}

// allSaid sums what is said at events: by number of the event.
func (t tx) allSaid() map[uint64]string {
	out := map[uint64]string{}
	t.each("said/", func(item *badger.Item) {
		var s said
		sum := "damaged"
		if t.read(item, &s) == nil {
			sum = app.Event{Name: s.Name, Reason: s.Reason, Salt: s.Salt}.SaidSum()
		}
		out[revOf(item.Key())] = sum
	})
	return out
}

// chain is a trail being checked.
type chain struct {
	app.TrailCheck
	head     app.TrailHead
	headless bool
	known    []app.TrailHead
	next     uint64 // the number that is expected, from 0 on: one less
	hash     string // of the event before
	broken   bool   // the one before could not be read, or is missing: its hash is not known
	people   map[string]bool
	erased   map[string]uint64 // matters whose words have gone, and at which event
	said     []spoken
	seen     map[uint64]string // hashes at the numbers that known heads speak of
}

type spoken struct {
	number      uint64
	matter, sum string
}

func (c *chain) fault(f app.TrailFault) {
	if !slices.Contains(c.Faults, f) {
		c.Faults = append(c.Faults, f)
	}
}

// step takes the numbers before n for missing, and expects the one after it.
func (c *chain) step(n uint64) {
	if n > c.next+1 {
		c.fault(app.TrailFault{Number: c.next + 1, Last: n - 1, Kind: app.TrailMissing})
		c.broken = true
	}
	c.next = n
}

func (c *chain) unread(n uint64) {
	c.step(n)
	c.fault(app.TrailFault{Number: n, Kind: app.TrailDamaged})
	c.broken = true
}

// follow takes the event that lies under a number.
func (c *chain) follow(n uint64, e app.Event) {
	c.step(n)
	whole := e.ChainHash() == e.Hash
	switch {
	case e.Number != n: // what it was tells nothing of its neighbours here
		c.fault(app.TrailFault{Number: n, Kind: app.TrailMoved})
		c.broken = true
		return
	case !whole:
		c.fault(app.TrailFault{Number: n, Kind: app.TrailChanged})
	case !c.broken && e.Prev != c.hash && n > 1: // this one is as it was written, so the one before is another
		c.fault(app.TrailFault{Number: n - 1, Kind: app.TrailReplaced})
	case n == 1 && e.Prev != "":
		c.fault(app.TrailFault{Number: n, Kind: app.TrailChanged})
	}
	if !c.headless && n > c.head.Count {
		c.fault(app.TrailFault{Number: n, Kind: app.TrailAdded})
	}
	c.hash, c.broken = e.Hash, false
	c.Count++
	c.note(n, e)
}

// note keeps what is told or needed of an event.
func (c *chain) note(n uint64, e app.Event) {
	c.people[e.By] = true
	if c.First.IsZero() {
		c.First = e.At
	}
	c.Last = e.At
	if e.Action == app.ActErased || e.Action == app.ActExpired {
		c.erased[e.Matter] = n
	}
	if e.Said != "" {
		c.said = append(c.said, spoken{n, e.Matter, e.Said})
	}
	for _, k := range c.known {
		if k.Count == n {
			c.seen[n] = e.Hash
		}
	}
}

// end holds the chain against its own head and those that are known.
func (c *chain) end() {
	c.Hash = c.hash
	if !c.headless {
		c.cut(c.head)
		if c.next == c.head.Count && c.hash != c.head.Hash {
			c.fault(app.TrailFault{Number: c.next, Kind: app.TrailReplaced})
		}
	}
	for _, k := range c.known {
		if hash, ok := c.seen[k.Count]; ok && hash != k.Hash {
			c.fault(app.TrailFault{Number: k.Count, Kind: app.TrailRewritten, Where: k.Where})
		}
		c.cut(k)
	}
	c.TrailHead.Count = c.next
}

func (c *chain) cut(h app.TrailHead) {
	if h.Count > c.next {
		c.fault(app.TrailFault{Number: c.next + 1, Last: h.Count, Kind: app.TrailCut, Where: h.Where})
	}
}

// words holds what was said against its sums. Of a matter that was erased nothing is
// left, and nothing ought to be.
func (c *chain) words(at map[uint64]string) {
	for _, s := range c.said {
		sum, there := at[s.number]
		if there && sum != s.sum || !there && c.erased[s.matter] < s.number {
			c.fault(app.TrailFault{Number: s.number, Kind: app.TrailWords})
		}
	}
}

func (c *chain) result() app.TrailCheck {
	for p := range c.people {
		if p != "" {
			c.People = append(c.People, p)
		}
	}
	slices.Sort(c.People)
	slices.SortStableFunc(c.Faults, func(a, b app.TrailFault) int { return cmp.Compare(a.Number, b.Number) })
	return c.TrailCheck
}
