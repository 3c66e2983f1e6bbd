package desk

import (
	"slices"

	"yttra/app"
)

// OwnSection is the role of a section with a heading of the clerk's own, which
// the kind of document knows nothing of.
const OwnSection = "own"

// AddSection puts an empty section of the document's kind in its place and tells
// where; -1 when the kind has no such section or the document has it already.
func (d *Desk) AddSection(role string) int {
	doc := d.state.Document()
	if doc == nil || d.state.Kind == nil || doc.Section(role) >= 0 {
		return -1
	}
	if _, ok := d.state.Kind.Section(role); !ok {
		return -1
	}
	d.sections(func(now *app.Document) { d.parts.Packs.AddSection(now, role) })
	return d.state.Document().Section(role)
}

// AddOwnSection puts an empty section with a heading of the clerk's own after
// another and what lies under it, or last when after is -1. It tells where; -1
// when the heading is empty.
func (d *Desk) AddOwnSection(heading string, after int) int {
	doc := d.state.Document()
	heading = squeeze(heading)
	if doc == nil || heading == "" {
		return -1
	}
	at := len(doc.Sections)
	if after >= 0 && after < at {
		_, at = d.chapter(doc, after)
	}
	d.sections(func(now *app.Document) {
		now.Sections = slices.Insert(now.Sections, at, app.Section{Role: OwnSection, Heading: heading})
	})
	return at
}

// MoveSection moves a section one step up (-1) or down (1) and tells where it
// went. A chapter takes with it what lies under it, past the whole of the next;
// what lies under a chapter moves past one section. At the ends nothing happens.
func (d *Desk) MoveSection(i, by int) int {
	doc := d.state.Document()
	if doc == nil || i < 0 || i >= len(doc.Sections) {
		return i
	}
	from, to := i, i+1
	if d.level(doc.Sections[i].Role) <= 2 {
		from, to = d.chapter(doc, i)
	}
	at := d.stepped(doc, from, to, by)
	if at < 0 {
		return i
	}
	d.sections(func(now *app.Document) {
		moved := slices.Clone(now.Sections[from:to])
		now.Sections = slices.Insert(slices.Delete(now.Sections, from, to), at, moved...)
	})
	return at
}

// stepped is where sections from..to go when they step past what is next to
// them, counted without themselves; -1 when there is nothing to pass.
func (d *Desk) stepped(doc *app.Document, from, to, by int) int {
	single := d.level(doc.Sections[from].Role) > 2
	switch {
	case by < 0 && from == 0, by > 0 && to == len(doc.Sections), by == 0:
		return -1
	case single && by < 0 && from == 1 && d.level(doc.Sections[0].Role) <= 2:
		return -1 // it would lie under nothing
	case single:
		return from + by
	case by < 0:
		before, _ := d.chapter(doc, from-1)
		return before
	}
	_, end := d.chapter(doc, to)
	return end - (to - from)
}

// chapter is the sections that belong together round one: a section of the
// second level or above and those under it.
func (d *Desk) chapter(doc *app.Document, i int) (from, to int) {
	from, to = i, i+1
	for from > 0 && d.level(doc.Sections[from].Role) > 2 {
		from--
	}
	for to < len(doc.Sections) && d.level(doc.Sections[to].Role) > 2 {
		to++
	}
	return from, to
}

// level of a section's heading in the document's kind; 2 when the kind does not
// know it.
func (d *Desk) level(role string) int {
	if d.state.Kind != nil {
		if s, ok := d.state.Kind.Section(role); ok {
			return s.Level
		}
	}
	return 2
}

// RemoveSection takes a section with its text out of the document. What lies
// under it stays.
func (d *Desk) RemoveSection(i int) {
	if doc := d.state.Document(); doc != nil && i >= 0 && i < len(doc.Sections) {
		d.sections(func(now *app.Document) { now.Sections = slices.Delete(now.Sections, i, i+1) })
	}
}

// RenameSection gives a section another heading; an empty one is none.
func (d *Desk) RenameSection(i int, heading string) {
	doc := d.state.Document()
	heading = squeeze(heading)
	if doc == nil || i < 0 || i >= len(doc.Sections) || heading == "" || heading == doc.Sections[i].Heading {
		return
	}
	d.sections(func(now *app.Document) { now.Sections[i].Heading = heading })
}

// sections changes the sections of the open document, as one step to undo.
func (d *Desk) sections(change func(*app.Document)) {
	d.Edit("", func(m *app.Matter) { change(&m.Documents[d.doc]) })
}
