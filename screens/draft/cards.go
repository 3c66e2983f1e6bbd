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
	Missing bool // it is about what the text does not say

	// Of the open card alone:
	Mends    []string // words that may stand instead of those it speaks of
	Alike    int      // how many places are mended together
	Hush     bool     // it can be silenced
	Misspelt string   // the word, when it is about spelling
	Reckon   bool     // the estimate lacks what it asks for
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

// Filter says which findings the list shows.
type Filter string

// A filter is a severity, or one of these.
const (
	Unanswered Filter = ""       // all that are not accepted
	Accepted   Filter = "waived" // those accepted with a reason
)

func (f Filter) takes(of app.Finding) bool {
	switch waived := of.Waived != ""; {
	case f == Accepted || waived:
		return waived && f == Accepted
	case f == Unanswered:
		return true
	}
	return app.Severity(f) == of.Severity
}

// Cards lists the findings that the filter takes: the worst first, those with
// words in the text before those about what is missing, then in the order of the
// text.
func (m *Model) Cards() []Card { return m.cardsOf(m.filter) }

func (m *Model) cardsOf(filter Filter) []Card {
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
		c := Card{Key: k, Finding: f, Open: k == m.open, Missing: m.missing(f)}
		if i := f.Place.Section; i >= 0 && i < len(doc.Sections) {
			c.Section = doc.Sections[i].Heading
		}
		if filter.takes(f) && (m.area == "" || filter == Accepted || m.areaOf(f) == m.area) {
			out = append(out, m.offered(c))
		}
	}
	slices.SortStableFunc(out, func(a, b Card) int {
		return cmp.Or(
			cmp.Compare(b.Finding.Severity.Rank(), a.Finding.Severity.Rank()),
			cmp.Compare(first(b.Missing), first(a.Missing)),
			cmp.Compare(uint(a.Finding.Place.Section), uint(b.Finding.Place.Section)), // the whole document last
			cmp.Compare(a.Finding.Place.Span.Start, b.Finding.Place.Span.Start))
	})
	return out
}

// offered adds what can be done about an open card.
func (m *Model) offered(c Card) Card {
	if c.Open {
		c.Mends, c.Alike = m.mends(c.Finding), m.alike(c.Finding)
		c.Hush, c.Misspelt = len(m.Hushes(c.Finding)) > 0, m.misspelt(c.Finding)
		c.Reckon = slices.ContainsFunc(m.state.Criteria, func(r app.CriterionResult) bool { return r.ID == c.Finding.ID && r.Lacks != "" })
	}
	return c
}

// first orders what is not so before what is.
func first(b bool) int {
	if b {
		return 0
	}
	return 1
}

// missing tells whether a finding is about what the text does not say: there is
// nowhere in it to point.
func (m *Model) missing(f app.Finding) bool {
	if f.Quote != "" || !f.Place.Span.Empty() {
		return false
	}
	r, ok := m.desk.Packs().Rule(f.ID)
	return f.Place.Section < 0 || ok && r.Criterion()
}

// Nearest is the card to show when there is room for one: the open one, else the
// one nearest to the caret in its section, else the first; -1 for none.
func (m *Model) Nearest(cards []Card) int {
	best, least := -1, 0
	for i, c := range cards {
		p := c.Finding.Place
		if m.inText && p.Section == m.caret.Section && !p.Span.Empty() {
			away := max(p.Span.Start-m.caret.At, m.caret.At-p.Span.End, 0)
			if least == 0 || away < least-1 {
				best, least = i, away+1
			}
		}
	}
	if best >= 0 && !m.chose {
		return best
	}
	if i := slices.IndexFunc(cards, func(c Card) bool { return c.Open }); i >= 0 {
		return i
	}
	return min(0, len(cards)-1)
}

// Filter chooses which findings the list shows.
func (m *Model) Filter(f Filter) {
	m.filter = f
	m.keepOpen(0)
}

// Open opens a card, and with that closes the one that was open: exactly one is
// open as long as there is one.
func (m *Model) Open(k Key) { m.opened(k) }

func (m *Model) opened(k Key) {
	m.open, m.openQuote, m.stepped, m.chose = k, "", true, true
	if f, ok := m.finding(k); ok {
		m.openQuote = f.Quote
	}
}

// keepOpen sees to it that one card is open after the findings have changed: the
// same words as before, else the same finding, else the one that has come in its
// place in the list, at.
func (m *Model) keepOpen(at int) {
	f, ok := m.finding(m.open)
	if !ok || f.Quote != m.openQuote {
		for i, g := range m.state.Findings {
			if g.ID == m.open.ID && g.Quote == m.openQuote && g.Quote != "" {
				m.open, f, ok = m.keyOf(i), g, true
				break
			}
		}
	}
	if ok && m.takes(f) {
		m.openQuote = f.Quote
		return
	}
	m.open, m.openQuote, m.stepped = Key{}, "", false // the next step is to it
	var seen []Card
	for _, r := range m.List() {
		if r.Group == "" {
			seen = append(seen, r.Card)
		}
	}
	if len(seen) > 0 {
		c := seen[min(at, len(seen)-1)]
		m.open, m.openQuote = c.Key, c.Finding.Quote
	}
}

// openAt is the number of the open card in the list.
func (m *Model) openAt() int {
	n := 0
	for _, r := range m.List() {
		switch {
		case r.Group != "":
		case r.Card.Open:
			return n
		default:
			n++
		}
	}
	return 0
}

// reveal opens a card for certain: out of the filter and of a folded group when
// need be.
func (m *Model) reveal(k Key) {
	f, ok := m.finding(k)
	if !ok {
		return
	}
	if !m.takes(f) {
		m.area = ""
		if m.filter = Unanswered; f.Waived != "" {
			m.filter = Accepted
		}
	}
	m.opened(k)
	if g := groupOf(Card{Finding: f, Missing: m.missing(f)}, true); g != "" {
		m.folded[g] = false
	}
}

// Opened gives the open card's finding.
func (m *Model) Opened() (Key, app.Finding, bool) {
	f, ok := m.finding(m.open)
	return m.open, f, ok
}

// Step opens the next finding that is not accepted, or the one before; after the
// last comes the first. The first step of all is to the card that is open.
func (m *Model) Step(by int) bool {
	if m.filter == Accepted {
		m.filter = Unanswered
	}
	if m.area != "" && len(m.Cards()) == 0 { // what the list was narrowed to is done
		m.area = ""
	}
	cards := m.Cards()
	if len(cards) == 0 {
		return false
	}
	i := slices.IndexFunc(cards, func(c Card) bool { return c.Open })
	switch {
	case i >= 0 && (m.stepped || by < 0):
		i = (i + by + len(cards)) % len(cards)
	case i < 0 && by < 0:
		i = len(cards) - 1
	case i < 0:
		i = 0
	}
	m.reveal(cards[i].Key)
	return true
}

// Waive accepts the open card's finding with a reason; without one it does
// nothing and says so.
func (m *Model) Waive(reason string) bool { return m.WaiveIn(reason, false) }

// WaiveIn is Waive for the open card's place, or for everywhere its words stand.
func (m *Model) WaiveIn(reason string, everywhere bool) bool {
	f, ok := m.finding(m.open)
	switch {
	case !ok || reason == "" || f.Waived != "":
		return false
	case everywhere:
		m.desk.WaiveAll(f, reason)
	default:
		m.desk.Waive(f, reason)
	}
	return true
}

// Same counts the places where personal data of a finding stand unanswered; 1
// for everything else, which is answered place by place.
func (m *Model) Same(f app.Finding) int {
	if !f.Personal || f.Quote == "" {
		return 1
	}
	return m.desk.Same(f)
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
		case s.Role == app.RoleAssessment:
			return i
		case len(s.Text) > longest:
			best, longest = i, len(s.Text)
		}
	}
	return best
}
