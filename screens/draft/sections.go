package draft

import (
	"strings"

	"yttra/app"
)

// What a person does with the sections themselves. A row of the outline is a
// section, or a heading inside one; both are moved, renamed and removed alike.

// MissingSection is a section of the kind that the document does not have.
type MissingSection struct {
	Role, Heading, Guidance string
	Required                bool
}

// Missing lists them in the kind's order; those that the kind requires are
// marked.
func (m *Model) Missing() []MissingSection {
	doc := m.state.Document()
	if doc == nil || m.state.Kind == nil {
		return nil
	}
	asked := map[string]bool{}
	for _, f := range m.state.Findings {
		if _, role, ok := strings.Cut(f.ID, "/"); ok && f.Place.Section < 0 {
			asked[role] = true
		}
	}
	var out []MissingSection
	for _, s := range m.state.Kind.Sections {
		if s.Around || doc.Section(s.Role) >= 0 {
			continue
		}
		words := s.SV
		if m.words.Lang() == "en" {
			words = s.EN
		}
		out = append(out, MissingSection{Role: s.Role, Heading: s.SV.Heading, Guidance: words.Guidance, Required: asked[s.Role]})
	}
	return out
}

// AddSection adds a section of the kind and goes to it.
func (m *Model) AddSection(role string) {
	m.goTo(m.desk.AddSection(role))
}

// AddOwn adds a section with a heading of the person's own after the one the
// person is in, and goes to it.
func (m *Model) AddOwn(heading string) {
	m.goTo(m.desk.AddOwnSection(heading, m.where()))
}

// where is the section the person is in; -1 when in none.
func (m *Model) where() int {
	switch {
	case m.look >= 0:
		return m.look
	case m.inText:
		return m.caret.Section
	}
	return -1
}

// Here is the row of the outline the person is in.
func (m *Model) Here() (OutlineRow, bool) {
	rows, _, _ := m.Outline()
	for _, r := range rows {
		if r.Active {
			return r, true
		}
	}
	return OutlineRow{}, false
}

// MoveRow moves a section or a heading one step up (-1) or down (1); at the ends
// it does nothing. The caret stays in the text it was in.
func (m *Model) MoveRow(r OutlineRow, by int) OutlineRow {
	if r.At >= 0 {
		return m.moveHeading(r, by)
	}
	r.Section = m.desk.MoveSection(r.Section, by)
	return r
}

// moveHeading moves a heading and its text past the one before or after it in
// the section.
func (m *Model) moveHeading(r OutlineRow, by int) OutlineRow {
	text := m.text(r.Section)
	hs := subheadings(text)
	i := headingAt(hs, r.At)
	a, b := min(i, i+by), max(i, i+by)
	if i < 0 || a < 0 || b >= len(hs) || a == b {
		return r
	}
	first, second := text[hs[a].at:hs[b].at], text[hs[b].at:hs[b].body.End]
	// What stands between blocks belongs to the place, not to the part.
	head, tail := strings.TrimRight(first, "\n"), strings.TrimRight(second, "\n")
	swapped := tail + first[len(head):] + head + second[len(tail):]
	out := text[:hs[a].at] + swapped + text[hs[b].body.End:]
	r.At = hs[a].at
	if by > 0 {
		r.At += len(tail) + len(first) - len(head)
	}
	m.set(r.Section, out, r.At, "")
	return r
}

func headingAt(hs []subheading, at int) int {
	for i, h := range hs {
		if h.at == at {
			return i
		}
	}
	return -1
}

// RemoveRow takes a section out of the document, or a heading and its text out
// of a section.
func (m *Model) RemoveRow(r OutlineRow) {
	if r.At < 0 {
		m.desk.RemoveSection(r.Section)
		return
	}
	text := m.text(r.Section)
	hs := subheadings(text)
	if i := headingAt(hs, r.At); i >= 0 {
		head := strings.TrimRight(text[:hs[i].at], "\n")
		tail := text[hs[i].body.End:]
		if head != "" && tail != "" {
			tail = gap + tail
		}
		m.set(r.Section, head+tail, len(head), "")
	}
}

// RenameRow gives a section or a heading other words; none are none.
func (m *Model) RenameRow(r OutlineRow, heading string) {
	heading = strings.Join(strings.Fields(heading), " ")
	if heading == "" {
		return
	}
	if r.At < 0 {
		m.desk.RenameSection(r.Section, heading)
		return
	}
	text := m.text(r.Section)
	line, _, _ := strings.Cut(text[r.At:], "\n")
	mark, _, _ := strings.Cut(line, " ")
	out, at := change(text, app.Span{Start: r.At, End: r.At + len(line)}, mark+" "+heading)
	m.set(r.Section, out, at, "")
}

// goTo puts the caret at the start of a section, when there is one.
func (m *Model) goTo(section int) {
	if section >= 0 {
		m.Look(section)
	}
}
