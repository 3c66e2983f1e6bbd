package draft

import (
	"cmp"
	"slices"

	"yttra/app"
)

// Key tells one finding from another while the text changes: which rule, in
// which section, and which of its findings there.
type Key struct {
	ID      string
	Section int
	N       int
}

// Card is a finding in the list at the right.
type Card struct {
	Key     Key
	Finding app.Finding
	Section string // heading of the section; empty: the document as a whole
	Open    bool
}

// keyOf gives the key of a finding by its place in the state.
func (m *Model) keyOf(i int) Key {
	f := m.state.Findings[i]
	k := Key{ID: f.ID, Section: f.Place.Section}
	for _, g := range m.state.Findings[:i] {
		if g.ID == f.ID && g.Place.Section == f.Place.Section {
			k.N++
		}
	}
	return k
}

func (m *Model) finding(k Key) (app.Finding, bool) {
	for i, f := range m.state.Findings {
		if f.ID == k.ID && f.Place.Section == k.Section && m.keyOf(i) == k {
			return f, true
		}
	}
	return app.Finding{}, false
}

// Cards lists the findings: the worst first, then in the order of the text, the
// accepted ones last.
func (m *Model) Cards() []Card {
	doc := m.state.Document()
	if doc == nil {
		return nil
	}
	var out []Card
	seen := map[Key]int{}
	for _, f := range m.state.Findings {
		k := Key{ID: f.ID, Section: f.Place.Section}
		n := seen[k]
		seen[k]++
		k.N = n
		if m.filter != "" && (f.Severity != m.filter || f.Waived != "") {
			continue
		}
		c := Card{Key: k, Finding: f, Open: k == m.open}
		if i := f.Place.Section; i >= 0 && i < len(doc.Sections) {
			c.Section = doc.Sections[i].Heading
		}
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b Card) int {
		return cmp.Or(
			cmp.Compare(waived(a), waived(b)),
			cmp.Compare(b.Finding.Severity.Rank(), a.Finding.Severity.Rank()),
			cmp.Compare(a.Finding.Place.Section, b.Finding.Place.Section),
			cmp.Compare(a.Finding.Place.Span.Start, b.Finding.Place.Span.Start))
	})
	return out
}

func waived(c Card) int {
	if c.Finding.Waived != "" {
		return 1
	}
	return 0
}

// Nearest is the card to show when there is room for one: the open one, else the
// one nearest to the caret in its section, else the first; -1 for none.
func (m *Model) Nearest(cards []Card) int {
	best, least := -1, 0
	for i, c := range cards {
		switch p := c.Finding.Place; {
		case c.Finding.Waived != "":
		case c.Open:
			return i
		case m.inText && p.Section == m.caret.Section:
			away := max(p.Span.Start-m.caret.At, m.caret.At-p.Span.End, 0)
			if least == 0 || away < least-1 {
				best, least = i, away+1
			}
		case best < 0:
			best = i
		}
	}
	return best
}

// Filter chooses which findings the list shows; empty shows all.
func (m *Model) Filter(s app.Severity) {
	m.filter = s
	if f, ok := m.finding(m.open); ok && s != "" && f.Severity != s {
		m.open = Key{}
	}
}

// Open opens a card and closes the one that was open; the same again closes it.
func (m *Model) Open(k Key) {
	if m.open == k {
		k = Key{}
	}
	m.open = k
}

// reveal opens a card for certain, out of the filter when need be.
func (m *Model) reveal(k Key) {
	if f, ok := m.finding(k); ok && m.filter != "" && f.Severity != m.filter {
		m.filter = ""
	}
	if m.open != k {
		m.open = k
	}
}

// Opened gives the open card's finding.
func (m *Model) Opened() (Key, app.Finding, bool) {
	f, ok := m.finding(m.open)
	return m.open, f, ok
}

// Step opens the next finding that is not accepted, or the one before; after the
// last comes the first.
func (m *Model) Step(by int) bool {
	cards := slices.DeleteFunc(m.Cards(), func(c Card) bool { return c.Finding.Waived != "" })
	if len(cards) == 0 {
		return false
	}
	i := slices.IndexFunc(cards, func(c Card) bool { return c.Open })
	switch {
	case i >= 0:
		i = (i + by + len(cards)) % len(cards)
	case by > 0:
		i = 0
	default:
		i = len(cards) - 1
	}
	m.open = cards[i].Key
	return true
}

// Waive accepts the open card's finding with a reason; without one it does
// nothing and says so.
func (m *Model) Waive(reason string) bool {
	f, ok := m.finding(m.open)
	if !ok || reason == "" || f.Waived != "" {
		return false
	}
	m.desk.Waive(f, reason)
	return true
}

// Unwaive takes an acceptance back.
func (m *Model) Unwaive(k Key) {
	if f, ok := m.finding(k); ok && f.Waived != "" {
		m.desk.Unwaive(f)
	}
}

// Insert puts the open card's wording into the text: in the finding's section,
// else where the caret is, else in the last section one can write in. The caret
// goes to it.
func (m *Model) Insert() bool {
	f, ok := m.finding(m.open)
	if !ok || f.Wording == "" {
		return false
	}
	section := f.Place.Section
	if section < 0 && m.inText {
		section = m.caret.Section
	}
	if section < 0 || !m.editable(section) {
		section = m.fitting()
	}
	if section < 0 {
		return false
	}
	if !f.Place.Span.Empty() && section == f.Place.Section {
		m.Place(Caret{section, f.Place.Span.Start})
	}
	m.InsertText(section, f.Wording)
	return true
}

// fitting is the section for a wording that has no place of its own: the
// assessment, else the longest that can be written in; -1 when there is none.
func (m *Model) fitting() int {
	best, longest := -1, -1
	for i, s := range m.state.Document().Sections {
		switch {
		case !m.editable(i):
		case s.Role == "assessment":
			return i
		case len(s.Text) > longest:
			best, longest = i, len(s.Text)
		}
	}
	return best
}
