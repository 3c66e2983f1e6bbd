package store

import (
	"fmt"
	"strings"
	"time"

	"yttra/app"
)

// apart is how far apart autosaves are kept.
const apart = 10 * time.Minute

// Save keeps a whole matter as its next revision. It fails with CodeConflict
// when the matter has moved on since c.Base, and with CodeNotSaved when it could
// not be written; then nothing has changed.
func (r *register) Save(c app.Change) (app.Revision, error) {
	if c.Matter == nil || c.Matter.ID == "" || len(c.Matter.ID) > longestID {
		return app.Revision{}, fmt.Errorf("save: %w", &app.Problem{Code: app.CodeInternal, What: "matter without a usable id"})
	}
	c.At = c.At.Round(0) // a running clock's reading means nothing after a restart
	var rev app.Revision
	text, err := r.setAside(c.Matter)
	if err == nil {
		err = r.update(func(t tx) (err error) {
			rev, err = t.save(c, text)
			return err
		})
	}
	if err != nil {
		return app.Revision{}, fmt.Errorf("save: %w", coded(err, app.CodeNotSaved, nameOf(c.Matter)))
	}
	return rev, nil
}

// save keeps a matter as text tells it, which is the matter without its files.
func (t tx) save(c app.Change, text *app.Matter) (app.Revision, error) {
	var h head
	id := c.Matter.ID
	old, err := t.get(keyHead(t.box, id), &h)
	if err != nil {
		return app.Revision{}, err
	}
	if c.Base != h.Number {
		return app.Revision{}, &app.Problem{Code: app.CodeConflict, What: nameOf(c.Matter),
			Err: fmt.Errorf("made from revision %d, stored is %d", c.Base, h.Number)}
	}
	if old {
		if err := t.thin(id, &h, c.At); err != nil {
			return app.Revision{}, err
		}
	}
	h.Number++
	h.Kept++
	rev := app.Revision{Number: h.Number, Name: c.Name, By: c.By, At: c.At, Words: words(c.Matter), Packs: c.Packs}
	if err := t.put(keyText(t.box, id, rev.Number), rev.Number, text); err != nil {
		return app.Revision{}, err
	}
	if err := t.put(keyRev(t.box, id, rev.Number), rev.Number, rev); err != nil {
		return app.Revision{}, err
	}
	if err := t.put(keyHead(t.box, id), rev.Number, h); err != nil {
		return app.Revision{}, err
	}
	if err := t.recordAll(c, !old, rev.Number); err != nil {
		return app.Revision{}, err
	}
	return rev, t.putRow(app.RowOf(c, rev.Number), !old)
}

// thin lets the latest revision go when it is an unnamed one that stands close to
// both its neighbours, the new one and the one before. The first revision stays,
// and then one for every ten minutes of writing: measured against the new one
// alone, an afternoon's steady writing would leave nothing to go back to.
func (t tx) thin(id string, h *head, at time.Time) error {
	last, err := t.revisions(id, 2)
	if err != nil || len(last) < 2 || last[0].Name != "" {
		return nil // a damaged old revision must not stop a save
	}
	if !near(last[0].At, at) || !near(last[1].At, last[0].At) {
		return nil
	}
	n := last[0].Number
	if err := t.remove(keyRev(t.box, id, n)); err != nil {
		return err
	}
	h.Kept--
	return t.remove(keyText(t.box, id, n))
}

// near reports whether b follows within ten minutes of a. A clock that was set
// back makes nothing close.
func near(a, b time.Time) bool {
	d := b.Sub(a)
	return d >= 0 && d < apart
}

// putRow writes the row where the matter is: in the list or in the bin.
func (t tx) putRow(row app.Row, isNew bool) error {
	list := rows
	if gone, err := t.has(keyRow(t.box, bin, row.ID)); err != nil {
		return err
	} else if gone {
		list = bin
	}
	if isNew {
		if err := t.add(list, 1); err != nil {
			return err
		}
	}
	return t.put(keyRow(t.box, list, row.ID), row.Revision, row)
}

// add counts rows that came or went.
func (t tx) add(list string, n int) error {
	var c count
	if _, err := t.get(keyCount, &c); err != nil {
		return err
	}
	*c.of(list) += n
	return t.put(keyCount, 0, c)
}

// words counts the words in the sections of all documents.
func words(m *app.Matter) int {
	n := 0
	for _, d := range m.Documents {
		for _, s := range d.Sections {
			n += len(strings.Fields(s.Text))
		}
	}
	return n
}

func nameOf(m *app.Matter) string {
	if m.Title != "" {
		return m.Title
	}
	return m.ID
}
