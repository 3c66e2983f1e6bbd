package store

import (
	"cmp"
	"crypto/rand"
	"fmt"
	"strings"
	"time"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
)

// The trail: an event is a record of its own, written in the change that it tells of.
// What somebody said (a reason, the name of a file) lies beside it, under its matter,
// and goes with it; the chain has only a salted sum of it.

// longestSaid is how much of a name or a reason is kept, in bytes; a sentence or two
// is usual.
const longestSaid = 16 << 10

// said is what somebody said at an event.
type said struct {
	Name   string `json:"name,omitempty"`
	Reason string `json:"reason,omitempty"`
	Salt   string `json:"salt"`
}

func keyEvent(n uint64) []byte { return fmt.Appendf(nil, "%s%020d", events, n) }

// Record notes something that is no change of a matter.
func (r *register) Record(e app.Event) error {
	if err := r.update(func(t tx) error { return t.record(e) }); err != nil {
		return fmt.Errorf("record event: %w", coded(err, app.CodeNotSaved, string(e.Action)))
	}
	return nil
}

// record adds an event to the chain.
func (t tx) record(e app.Event) error {
	last, err := t.trailEnd()
	if err != nil {
		return err
	}
	if e.At.IsZero() {
		e.At = t.clock()
	}
	if e.By == "" {
		e.By = t.officer()
	}
	e.At, e.By = e.At.Round(0), cut(e.By)
	e.Number, e.Prev = last.Count+1, last.Hash
	e.Name, e.Reason = cut(e.Name), cut(e.Reason)
	if e.Name != "" || e.Reason != "" {
		e.Salt = rand.Text()
		if err := t.put(keySaid(t.box, e.Matter, e.Number), 0, said{e.Name, e.Reason, e.Salt}); err != nil {
			return err
		}
	}
	e.Said = e.SaidSum()
	e.Hash = e.ChainHash()
	if err := t.put(keyEvent(e.Number), 0, e); err != nil {
		return err
	}
	return t.put(keyTrail, 0, app.TrailHead{Count: e.Number, Hash: e.Hash})
}

// recordAll adds what a save tells of: that the matter is new, that the version has a
// name, and what the desk says was done.
func (t tx) recordAll(c app.Change, isNew bool, number uint64) error {
	all := c.Events
	if isNew && !tellsOrigin(all) {
		all = append([]app.Event{{Action: app.ActCreated}}, all...)
	}
	if c.Name != "" {
		all = append(all[:len(all):len(all)], app.Event{Action: app.ActNamed, About: fmt.Sprint(number), Name: c.Name})
	}
	for _, e := range all {
		e.Matter, e.By = c.Matter.ID, cmp.Or(e.By, c.By)
		if e.At.IsZero() {
			e.At = c.At
		}
		if err := t.record(e); err != nil {
			return err
		}
	}
	return nil
}

// tellsOrigin reports whether events say where a matter comes from.
func tellsOrigin(all []app.Event) bool {
	for _, e := range all {
		switch e.Action {
		case app.ActCreated, app.ActImported, app.ActCopied:
			return true
		}
	}
	return false
}

// forgetSaid takes away what was said at the events of a matter; the events stay.
func (t tx) forgetSaid(id string) error {
	var keys [][]byte
	t.each(string(keySaids(t.box, id)), func(item *badger.Item) { keys = append(keys, item.KeyCopy(nil)) })
	for _, k := range keys {
		if err := t.remove(k); err != nil {
			return err
		}
	}
	return nil
}

// trailEnd is where the chain ends. A head that is damaged or gone must not stop a
// save: the chain goes on from the last event there is, and CheckTrail tells.
func (t tx) trailEnd() (app.TrailHead, error) {
	var h app.TrailHead
	ok, err := t.get(keyTrail, &h)
	if ok && err == nil {
		return h, nil
	}
	if err != nil && app.CodeOf(err) != app.CodeDamaged {
		return h, err
	}
	o := badger.DefaultIteratorOptions
	o.Prefix, o.Reverse, o.PrefetchValues = []byte(events), true, false
	it := t.t.NewIterator(o)
	defer it.Close()
	if it.Seek(append([]byte(events), 0xff)); !it.Valid() {
		return app.TrailHead{}, nil
	}
	var e app.Event
	h = app.TrailHead{Count: revOf(it.Item().Key())}
	if t.read(it.Item(), &e) == nil {
		h.Hash = e.Hash
	}
	return h, nil
}

// TrailHead is where the chain ends now, for whoever keeps it elsewhere.
func (r *register) TrailHead() (h app.TrailHead, err error) {
	err = r.view(func(t tx) (err error) { h, err = t.trailEnd(); return err })
	return h, coded(err, app.CodeDamaged, string(keyTrail))
}

// clock is what time it is; a transaction without a clock has the computer's.
func (t tx) clock() time.Time {
	if t.now == nil {
		return time.Now()
	}
	return t.now()
}

// officer is who sits at the desk as the profile says; empty when it does not, or
// cannot be read: an event is recorded whoever it was.
func (t tx) officer() string {
	var p app.Profile
	if _, err := t.get(keyProfile, &p); err != nil {
		return ""
	}
	return p.Officer.Name
}

// cut makes a text one that is not endless, without half letters.
func cut(s string) string {
	if s = strings.TrimSpace(s); len(s) > longestSaid {
		s = s[:longestSaid]
	}
	return strings.ToValidUTF8(s, "")
}

// Events gives those that a filter lets through, newest first.
func (r *register) Events(f app.EventFilter) ([]app.Event, error) {
	var out []app.Event
	err := r.view(func(t tx) error {
		from := append([]byte(events), 0xff)
		if f.Before > 0 {
			from = keyEvent(f.Before - 1)
		}
		o := badger.DefaultIteratorOptions
		o.Prefix, o.Reverse, o.PrefetchValues = []byte(events), true, false
		it := t.t.NewIterator(o)
		defer it.Close()
		for it.Seek(from); it.Valid() && (f.Most == 0 || len(out) < f.Most); it.Next() {
			var e app.Event
			if t.read(it.Item(), &e) != nil || !f.Lets(e) {
				continue
			}
			t.hear(&e)
			out = append(out, e)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list events: %w", coded(err, app.CodeDamaged, r.dir))
	}
	return out, nil
}

// hear puts what was said into an event.
func (t tx) hear(e *app.Event) {
	if e.Said == "" {
		return
	}
	var s said
	ok, err := t.get(keySaid(t.box, e.Matter, e.Number), &s)
	e.Name, e.Reason, e.Salt, e.Gone = s.Name, s.Reason, s.Salt, !ok || err != nil
}
