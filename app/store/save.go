package store

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"yttra/app"
)

// apart is how far apart autosaves are kept.
const apart = 10 * time.Minute

// mostOfOne is how many bytes of pieces are written in one change: what Badger takes at
// once is bounded by its memory table.
const mostOfOne = 600_000

// Save keeps a whole matter as its next revision. It fails with CodeConflict
// when the matter has moved on since c.Base, and with CodeNotSaved when it could
// not be written; then nothing has changed.
func (r *register) Save(c app.Change) (app.Revision, error) {
	if c.Matter == nil || c.Matter.ID == "" || len(c.Matter.ID) > longestID {
		return app.Revision{}, fmt.Errorf("save: %w", &app.Problem{Code: app.CodeInternal, What: "matter without a usable id"})
	}
	c.At = c.At.Round(0) // a running clock's reading means nothing after a restart
	r.sharing.RLock()
	rev, loose, err := r.save(c)
	r.sharing.RUnlock()
	if err != nil {
		return app.Revision{}, fmt.Errorf("save: %w", coded(err, app.CodeNotSaved, nameOf(c.Matter)))
	}
	if loose >= mostLoose {
		r.tidySoon(c.Matter.ID)
	}
	return rev, nil
}

// piece is a part of a matter that lies under its own sum.
type piece struct{ sum, body []byte }

// save writes what is large first: nobody sees it before the last change, which
// names it.
func (r *register) save(c app.Change) (rev app.Revision, loose int, err error) {
	rec, pieces, err := r.takeApart(c.Matter)
	if err != nil {
		return rev, 0, err
	}
	id := c.Matter.ID
	for size := sizeOf(pieces); size > mostOfOne; size = sizeOf(pieces) {
		n, some := 0, 0
		for n < len(pieces) && some+len(pieces[n].body) <= mostOfOne {
			some += len(pieces[n].body)
			n++
		}
		if err := r.update(func(t tx) error { return t.putPieces(id, pieces[:n]) }); err != nil {
			return rev, 0, err
		}
		pieces = pieces[n:]
	}
	err = r.update(func(t tx) (err error) {
		if err := t.putPieces(id, pieces); err != nil {
			return err
		}
		rev, loose, err = t.save(c, rec)
		return err
	})
	return rev, loose, err
}

func sizeOf(pieces []piece) (n int) {
	for _, p := range pieces {
		n += len(p.body)
	}
	return n
}

// putPieces writes those that are not there.
func (t tx) putPieces(id string, pieces []piece) error {
	for _, p := range pieces {
		key := keyPart(t.box, id, p.sum)
		if there, err := t.has(key); err != nil || there {
			if err != nil {
				return err
			}
			continue
		}
		if err := t.putBody(key, 0, p.body); err != nil {
			return err
		}
	}
	return nil
}

// takeApart writes the files of a matter, and gives what else is to be written.
func (r *register) takeApart(m *app.Matter) (rec record, pieces []piece, err error) {
	text, files, err := r.setAside(m)
	if err != nil {
		return rec, nil, err
	}
	body, err := json.Marshal(text)
	if err != nil {
		return rec, nil, fmt.Errorf("encode matter: %w", err)
	}
	parts, err := split(body)
	if err != nil {
		return rec, nil, fmt.Errorf("take matter apart: %w", err)
	}
	for _, p := range parts {
		sum := sumOf(p)
		rec.Parts = append(rec.Parts, sum[:partSum]...)
		if len(p) <= largePart {
			pieces = append(pieces, piece{sum[:partSum], p})
			continue
		}
		if len(p) > largest {
			return rec, nil, &app.Problem{Code: app.CodeTooLarge, What: nameOf(m), Where: fmt.Sprintf("%d bytes", len(p))}
		}
		name := hex.EncodeToString(sum[:])
		if err := r.writeFile(name, p); err != nil {
			return rec, nil, err
		}
		files = append(files, name)
	}
	slices.Sort(files)
	rec.Files = slices.Compact(files)
	return rec, pieces, nil
}

// save keeps a revision whose pieces are there. It tells how many pieces may have
// become loose since they were last counted.
func (t tx) save(c app.Change, rec record) (app.Revision, int, error) {
	none := app.Revision{}
	var h head
	id := c.Matter.ID
	old, err := t.get(keyHead(t.box, id), &h)
	if err != nil {
		return none, 0, err
	}
	if c.Base != h.Number {
		return none, 0, &app.Problem{Code: app.CodeConflict, What: nameOf(c.Matter),
			Err: fmt.Errorf("made from revision %d, stored is %d", c.Base, h.Number)}
	}
	if old {
		if err := t.thin(id, &h, c.At); err != nil {
			return none, 0, err
		}
	}
	h.Number++
	h.Kept++
	rec.Revision = app.Revision{Number: h.Number, Name: c.Name, By: c.By, At: c.At, Words: words(c.Matter), Packs: c.Packs, Why: c.Why}
	if err := t.put(keyRev(t.box, id, h.Number), h.Number, rec); err != nil {
		return none, 0, err
	}
	if err := t.put(keyHead(t.box, id), h.Number, h); err != nil {
		return none, 0, err
	}
	if err := t.recordAll(c, !old, h.Number); err != nil {
		return none, 0, err
	}
	return rec.Revision, h.Loose, t.putRow(app.RowOf(c, h.Number), !old)
}

// thin lets the latest revision go when it is an unnamed one that stands close to
// both its neighbours, the new one and the one before. The first revision stays,
// and then one for every ten minutes of writing: measured against the new one
// alone, an afternoon's steady writing would leave nothing to go back to.
func (t tx) thin(id string, h *head, at time.Time) error {
	last, err := t.revisions(id, 2)
	if err != nil || len(last) < 2 || last[0].Lasts() {
		return nil // a damaged old revision must not stop a save
	}
	if !near(last[0].At, at) || !near(last[1].At, last[0].At) {
		return nil
	}
	h.Kept--
	h.Loose++
	return t.remove(keyRev(t.box, id, last[0].Number))
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
	var gone app.Row
	if there, err := t.get(keyRow(t.box, bin, row.ID), &gone); err != nil {
		return err
	} else if there {
		list, row.Removed, row.RemovedBy = bin, gone.Removed, gone.RemovedBy
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
