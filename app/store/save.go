package store

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"yttra/app"
)

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
	rev, untidy, err := r.save(c)
	r.sharing.RUnlock()
	if err != nil {
		return app.Revision{}, fmt.Errorf("save: %w", coded(err, app.CodeNotSaved, nameOf(c.Matter)))
	}
	if untidy {
		r.tidySoon(c.Matter.ID, c.At)
	}
	return rev, nil
}

// piece is a part of a matter that lies under its own sum.
type piece struct{ sum, body []byte }

// save writes what is large first: nobody sees it before the last change, which
// names it.
func (r *register) save(c app.Change) (rev app.Revision, untidy bool, err error) {
	id := c.Matter.ID
	if err := r.view(func(t tx) error { _, _, err := t.headFor(c); return err }); err != nil {
		return rev, false, err // nothing is written that nobody needs
	}
	rec, pieces, err := r.takeApart(c.Matter, c.Base)
	if err != nil {
		return rev, false, err
	}
	if pieces, err = r.putMost(id, pieces); err != nil {
		return rev, false, err
	}
	err = r.update(func(t tx) (err error) {
		if err := t.putPieces(id, pieces); err != nil {
			return err
		}
		rev, untidy, err = t.save(c, rec)
		return err
	})
	return rev, untidy, err
}

// putMost writes pieces as long as there are more than one change takes, and gives the
// rest.
func (r *register) putMost(id string, pieces []piece) ([]piece, error) {
	for bytesOf(pieces) > mostOfOne {
		n, some := 0, 0
		for n < len(pieces) && some+len(pieces[n].body) <= mostOfOne {
			some += len(pieces[n].body)
			n++
		}
		if err := r.update(func(t tx) error { return t.putPieces(id, pieces[:n]) }); err != nil {
			return nil, err
		}
		pieces = pieces[n:]
	}
	return pieces, nil
}

func bytesOf(pieces []piece) (n int) {
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

// takeApart writes the files of a matter, and gives what else is to be written when the
// revision before has so much of it.
func (r *register) takeApart(m *app.Matter, before uint64) (rec record, pieces []piece, err error) {
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
	if pieces, err = r.lay(m.ID, &rec, pieces, before); err == nil {
		rec.shorten(pieces)
	}
	return rec, pieces, err
}

// save keeps a revision whose pieces are there. It tells when the matter is to be
// tidied: once a day, and when pieces may have become loose.
func (t tx) save(c app.Change, rec record) (app.Revision, bool, error) {
	none := app.Revision{}
	id := c.Matter.ID
	h, old, err := t.headFor(c)
	if err != nil {
		return none, false, err
	}
	if old {
		if err := t.thin(id, &h, c.At); err != nil {
			return none, false, err
		}
	}
	if !old {
		h.Day = dayOf(c.At)
	}
	for _, f := range rec.Files {
		if err := t.hold(f, id); err != nil {
			return none, false, err
		}
	}
	h.Number++
	h.Kept++
	rec.Revision = app.Revision{Number: h.Number, Name: c.Name, By: c.By, At: c.At, Words: words(c.Matter), Packs: c.Packs, Why: c.Why}
	if err := t.put(keyRev(t.box, id, h.Number), h.Number, rec); err != nil {
		return none, false, err
	}
	if err := t.put(keyHead(t.box, id), h.Number, h); err != nil {
		return none, false, err
	}
	if err := t.recordAll(c, !old, h.Number); err != nil {
		return none, false, err
	}
	return rec.Revision, h.Loose >= mostLoose || h.Day != dayOf(c.At), t.putRow(app.RowOf(c, h.Number), !old)
}

// headFor gives the head of the matter that a change is of; the zero head when there is
// none. It fails when the change is not made from the latest revision.
func (t tx) headFor(c app.Change) (h head, old bool, err error) {
	id := c.Matter.ID
	if old, err = t.get(keyHead(t.box, id), &h); err != nil {
		return h, old, err
	}
	if !old {
		if err := t.notErased(id); err != nil {
			return h, old, err
		}
	}
	if c.Base != h.Number {
		err = &app.Problem{Code: app.CodeConflict, What: nameOf(c.Matter), Err: fmt.Errorf("made from revision %d, stored is %d", c.Base, h.Number)}
	}
	return h, old, err
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
