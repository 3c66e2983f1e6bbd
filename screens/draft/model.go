package draft

import (
	"unicode/utf8"

	"yttra/app"
	"yttra/app/desk"
	"yttra/app/packs"
	"yttra/i18n"
)

// Caret is a place in the text of the open document.
type Caret struct {
	Section int
	At      int // byte offset in the section's text
}

// Model turns the desk's state into what the screen draws, and the person's
// orders into edits. It remembers only what is nobody else's business: where the
// caret is, which card is open, which guidance is folded.
type Model struct {
	desk  *desk.Desk
	words i18n.Words
	state desk.State

	caret  Caret
	inText bool // a caret has been placed
	look   int  // the section the person went to that has no text; -1: where the caret is
	own    bool // an edit of our own is on its way: the caret is already right

	folded map[string]bool // by role: the person's choice about its guidance
	begun  map[string]bool // by role: it was empty when the document was opened
	filter Filter          // of cards
	area   packs.Area      // what the cards are narrowed to; empty: all
	rules  map[string]*packs.Rule
	mended mended

	open      Key    // of the open card
	openQuote string // its words, by which it is known when the text changes
	stepped   bool   // somebody has opened it; the first card is open by itself
	chose     bool   // the same, and has not moved the caret since
	counts    map[string]count
	hits      search
	cuts      []cutText // the texts of the sections, cut into units
	run       typing
}

// NewModel reads the desk as it is.
func NewModel(d *desk.Desk, w i18n.Words) *Model {
	m := &Model{desk: d, words: w, look: -1, folded: map[string]bool{}, begun: map[string]bool{}}
	m.Show(d.State())
	return m
}

// Show takes a new state. When the text changed by another hand, as by undo, the
// caret goes to where it changed. moved tells so.
func (m *Model) Show(s desk.State) (moved bool) {
	old, at := m.state, m.openAt()
	m.state = s
	switch {
	case s.Document() == nil || old.Document() == nil || s.Matter.ID != old.Matter.ID || s.Document().ID != old.Document().ID:
		m.caret, m.inText, m.open, m.filter, m.area, m.stepped, at = Caret{}, false, Key{}, Unanswered, "", false, 0
		m.hits, m.begun, m.look = search{}, map[string]bool{}, -1
	case !m.own:
		moved = m.follow(old.Document(), s.Document())
	}
	m.count()
	m.hits.run(s.Document())
	m.keepOpen(at)
	return moved
}

// follow keeps the caret in its section when sections come, go or move, and sets
// it at the end of what is different in the text of one.
func (m *Model) follow(old, now *app.Document) bool {
	went := whereWent(old, now)
	m.look = follows(went, m.look)
	for i, to := range went {
		if to >= 0 && old.Sections[i].Text != now.Sections[to].Text {
			m.caret = Caret{to, m.settle(now.Sections[to].Text, changedEnd(old.Sections[i].Text, now.Sections[to].Text))}
			m.look = -1
			return true
		}
	}
	if to := follows(went, m.caret.Section); to >= 0 {
		m.caret = Caret{to, m.settle(now.Sections[to].Text, m.caret.At)}
		return false
	}
	if m.inText = len(now.Sections) > 0; m.inText { // its section is gone: to the one that came in its place
		m.caret = Caret{Section: min(m.caret.Section, len(now.Sections)-1)}
	}
	return false
}

func follows(went []int, section int) int {
	if section < 0 || section >= len(went) {
		return -1
	}
	return went[section]
}

// whereWent tells where each section of an older document stands now; -1 when it
// is gone. Sections of one role are told apart by their headings, then by order.
func whereWent(old, now *app.Document) []int {
	taken := make([]bool, len(now.Sections))
	out := make([]int, len(old.Sections))
	find := func(like func(a, b app.Section) bool) {
		for i, s := range old.Sections {
			for j, t := range now.Sections {
				if out[i] < 0 && !taken[j] && like(s, t) {
					out[i], taken[j] = j, true
				}
			}
		}
	}
	for i := range out {
		out[i] = -1
	}
	find(func(a, b app.Section) bool { return a.Role == b.Role && a.Heading == b.Heading })
	find(func(a, b app.Section) bool { return a.Role == b.Role })
	return out
}

// changedEnd is where the part of now that differs from old ends, at the end of
// a letter.
func changedEnd(old, now string) int {
	head := 0
	for head < len(old) && head < len(now) && old[head] == now[head] {
		head++
	}
	end, tail := len(now), len(old)
	for end > head && tail > head && old[tail-1] == now[end-1] {
		end, tail = end-1, tail-1
	}
	for end < len(now) && now[end]&0xC0 == 0x80 {
		end++
	}
	return end
}

// settle moves an offset out of gaps, marks and letters: to the end of the unit
// before, to the start of what is written, to the start of the letter.
func settle(text string, units []unit, at int) int {
	at = max(0, min(at, len(text)))
	s := units[unitAt(units, at)].spotAt(at)
	at = max(s.Start, min(at, s.End))
	for at > s.Start && at < s.End && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

// State is the state that is shown.
func (m *Model) State() desk.State { return m.state }

// Caret is where the caret is; ok is false before it has been placed.
func (m *Model) Caret() (c Caret, ok bool) { return m.caret, m.inText && m.state.Document() != nil }

// Place sets the caret, kept inside the text.
func (m *Model) Place(c Caret) {
	doc := m.state.Document()
	if doc == nil || c.Section < 0 || c.Section >= len(doc.Sections) {
		return
	}
	c.At = m.settle(doc.Sections[c.Section].Text, c.At)
	m.caret, m.inText, m.look, m.chose = c, true, -1, false
}

// Look goes to a section: the caret to its start, when it has text to write.
func (m *Model) Look(section int) (text bool) {
	if section >= 0 && m.editable(section) {
		m.Place(Caret{Section: section})
		return true
	}
	m.look = section
	return false
}

// text of a section; empty when there is none.
func (m *Model) text(section int) string {
	if doc := m.state.Document(); doc != nil && section >= 0 && section < len(doc.Sections) {
		return doc.Sections[section].Text
	}
	return ""
}

// Block gives where the caret is: its section, the number of the unit there, and
// the span that can be written in, which of a table is one cell.
func (m *Model) Block() (section, n int, s app.Span) {
	units := m.units(m.text(m.caret.Section))
	n = unitAt(units, m.caret.At)
	return m.caret.Section, n, units[n].spotAt(m.caret.At)
}
