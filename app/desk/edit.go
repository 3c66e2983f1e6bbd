package desk

import (
	"fmt"
	"slices"

	"yttra/app"
)

// step is one thing that can be undone: the matter as it was before.
type step struct {
	matter *app.Matter
	doc    int
	what   string
	at     int64 // unix milliseconds of the last change in the step
	weight int   // bytes that only this step keeps
}

// stepPause is how long a pause in typing makes a new step to undo.
const stepPause = 1200

// maxWeight bounds the memory of undo: a day's writing in a paper of usual
// length, every word of it.
const maxWeight = 48 << 20

// Edit changes the open matter. The function gets a copy of its own; what names
// the change: edits with the same name in quick succession, like the letters of
// a word, are undone together. An empty name always makes a step.
func (d *Desk) Edit(what string, change func(*app.Matter)) {
	if d.matter == nil {
		return
	}
	next := d.matter.Clone()
	change(next)
	d.keepBound(d.matter, next)
	now := d.parts.Now().UnixMilli()
	if n := len(d.past); n > 0 && what != "" && d.past[n-1].what == what && now-d.past[n-1].at < stepPause {
		d.past[n-1].at = now
	} else {
		d.past = lighten(append(d.past, step{matter: d.matter, doc: d.doc, what: what, at: now, weight: weigh(d.matter, next)}))
	}
	d.future = nil
	d.put(next, d.doc)
}

// weigh is how many bytes a matter keeps that the one after it does not share: the
// texts that are other, and about what a copy of the rest takes.
func weigh(old, next *app.Matter) int {
	const rest = 16 << 10
	n := rest
	for i := range old.Documents {
		for j, s := range old.Documents[i].Sections {
			if i >= len(next.Documents) || j >= len(next.Documents[i].Sections) || next.Documents[i].Sections[j].Text != s.Text {
				n += len(s.Text)
			}
		}
	}
	return n
}

// lighten forgets the oldest steps when all together weigh too much; the last one
// is always kept.
func lighten(steps []step) []step {
	all := 0
	for i := len(steps) - 1; i >= 0; i-- {
		if all += steps[i].weight; all > maxWeight && i < len(steps)-1 {
			return slices.Delete(steps, 0, i+1)
		}
	}
	return steps
}

// Undo takes back the last step; Redo makes it again. Both do nothing when there
// is nothing to take.
func (d *Desk) Undo() { d.swap(&d.past, &d.future) }

func (d *Desk) Redo() { d.swap(&d.future, &d.past) }

func (d *Desk) swap(from, to *[]step) {
	n := len(*from)
	if n == 0 || d.matter == nil {
		return
	}
	s := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, step{matter: d.matter, doc: d.doc})
	d.put(s.matter, s.doc)
}

func (d *Desk) put(m *app.Matter, doc int) {
	d.matter, d.doc = m, min(doc, len(m.Documents)-1)
	d.saved.State = Changed
	d.tell()
}

// Answer records what the clerk says of a criterion or finding about the open
// document; an earlier answer to the same is replaced.
func (d *Desk) Answer(a app.Answer) {
	doc := d.state.Document()
	if doc == nil {
		return
	}
	a.Document, a.On = doc.ID, d.today()
	if a.By == "" {
		a.By = d.profile.Officer.Name
	}
	d.Edit("", func(m *app.Matter) {
		m.Answers = slices.DeleteFunc(m.Answers, func(b app.Answer) bool { return d.outdated(b, a, doc) })
		m.Answers = append(m.Answers, a)
	})
}

// Unanswer takes an answer back.
func (d *Desk) Unanswer(a app.Answer) {
	doc := d.state.Document()
	if doc == nil {
		return
	}
	a.Document = doc.ID
	d.Edit("", func(m *app.Matter) {
		m.Answers = slices.DeleteFunc(m.Answers, func(b app.Answer) bool { return d.sameAnswer(a, b) })
	})
}

// AddDocument adds a document of the kind and opens it; CodeUnknownKind when
// there is no such kind.
func (d *Desk) AddDocument(kind string) error {
	if d.matter == nil {
		return nil
	}
	doc, err := d.newDocument(kind, d.matter)
	if err != nil {
		return err
	}
	d.Edit("", func(m *app.Matter) { m.Documents = append(m.Documents, doc) })
	d.OpenDocument(len(d.matter.Documents) - 1)
	return nil
}

func (d *Desk) newDocument(kind string, m *app.Matter) (app.Document, error) {
	doc, err := d.parts.Packs.NewDocument(kind, m, d.profile)
	if err != nil {
		return doc, fmt.Errorf("begin document: %w", err)
	}
	doc.ID, doc.Date = app.NewID(), d.today()
	return doc, nil
}

// OpenDocument shows another document of the open matter.
func (d *Desk) OpenDocument(i int) {
	if d.matter == nil || i < 0 || i >= len(d.matter.Documents) || i == d.doc {
		return
	}
	d.doc = i
	d.tell()
}
