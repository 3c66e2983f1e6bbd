package costs

import (
	"strings"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/desk"
	"yttra/app/sheet"
	"yttra/i18n"
)

// Model turns the estimate of the open matter into cells, sums and sentences,
// and what a person types into edits. It remembers only what is nobody else's
// business: which way, table and cells are active, and what was typed for a term
// that cannot be read.
type Model struct {
	desk  *desk.Desk
	words i18n.Words
	state desk.State
	sum   cost.Result // of the way that is shown

	way     int // as in Estimate.View: 0 is the proposal
	all     []table
	tab     Tab
	set     int  // which of the table's sets of columns is shown
	roomy   bool // there is room for all its columns
	at      At
	anchor  At // the other corner of the block of cells, at itself when it is one cell
	left    map[Tab]At
	assumed int // first year while cells are being read; 0: that of the estimate
	spelled spelled
	reader  *sheet.Reader // of words in cells; nil: not needed yet
	begun   Column        // where Tab began to write a line; -1: nowhere

	badTerms map[Term]string
	told     *Told   // what came of the last paste or import; nil: nothing to tell
	faults   *faults // of the state; nil: not asked for yet
	own      bool    // an edit of our own is on its way: the active cell is right
}

// NewModel reads the desk as it is.
func NewModel(d *desk.Desk, w i18n.Words) *Model {
	m := &Model{desk: d, words: w, badTerms: map[Term]string{}, all: tables(), left: map[Tab]At{}, begun: -1}
	m.Take(d.State())
	return m
}

// Take takes a new state. When the rows changed by another hand, as by undo, the
// active cell goes to where they changed.
func (m *Model) Take(s desk.State) {
	old := m.state
	m.state, m.faults = s, nil
	switch {
	case s.Matter == nil || old.Matter == nil || s.Matter.ID != old.Matter.ID:
		m.way, m.tab, m.set, m.badTerms, m.left, m.told = 0, Lines, 0, map[Term]string{}, map[Tab]At{}, nil
		m.Go(At{Column: WhatColumn})
	case !m.own:
		if s.Matter != old.Matter { // what was told is no longer so
			m.told = nil
		}
		m.follow(old.Matter.Estimate, s.Matter.Estimate)
	}
	m.way = min(m.way, m.lastWay())
	m.sum = s.Cost
	if m.way > 0 {
		m.sum = s.Compared.Ways[m.way]
	}
	m.at.Row, m.anchor.Row = min(m.at.Row, m.Len()), min(m.anchor.Row, m.Len())
}

// follow goes to the first row that changed: in the way and table that are shown,
// or else in another.
func (m *Model) follow(old, now app.Estimate) {
	shown := old.View(m.way)
	m.way = max(0, wayNamed(now, shown.Name))
	if m.goChanged(m.tab, shown, now.View(m.way)) {
		return
	}
	for i := range len(now.Alternatives) + 1 {
		v := now.View(i)
		if was := wayNamed(old, v.Name); was >= 0 && m.goChanged(Lines, old.View(was), v) {
			m.way = i
			return
		}
	}
	for t := range m.all {
		if m.goChanged(Tab(t), old, now) {
			return
		}
	}
}

func (m *Model) goChanged(t Tab, old, now app.Estimate) bool {
	row := m.all[t].changed(old, now)
	if row < 0 {
		return false
	}
	m.ShowTab(t)
	m.at.Row = row
	m.anchor = m.at
	return true
}

// estimate is the way that is shown, with the terms that hold for all.
func (m *Model) estimate() app.Estimate { return m.estimateOf(Lines) }

// here is where the rows of the table that is shown are.
func (m *Model) here() app.Estimate { return m.estimateOf(m.tab) }

// estimateOf is where the rows of a table are. What is spent, who pays and what is
// bought beside the lines belong to the proposal.
func (m *Model) estimateOf(t Tab) app.Estimate {
	switch {
	case m.state.Matter == nil:
		return app.Estimate{}
	case t != Lines:
		return m.state.Matter.Estimate.View(0)
	}
	return m.state.Matter.Estimate.View(m.way)
}

// Open reports whether a matter is open.
func (m *Model) Open() bool { return m.state.Matter != nil }

// Tab is the one that is shown.
func (m *Model) Tab() Tab { return m.tab }

// ShowTab shows another table; each remembers its active cell.
func (m *Model) ShowTab(t Tab) {
	if t < 0 || int(t) >= len(m.all) || t == m.tab {
		return
	}
	m.left[m.tab] = m.at
	m.tab, m.set = t, 0
	at, was := m.left[t]
	if !was {
		at.Column = m.columns()[0]
		if t == Lines {
			at.Column = WhatColumn
		}
	}
	m.Go(at)
}

// shown is the table that is shown.
func (m *Model) shown() table { return m.all[m.tab] }

// Len is how many rows there are. The row after the last one is empty and
// becomes one when something is typed in it.
func (m *Model) Len() int { return m.shown().size(m.here()) }

// size is how many rows a table has, in the way that is shown.
func (m *Model) size(t Tab) int { return m.all[t].size(m.estimateOf(t)) }

// has reports whether a row is there; the row after the last one is not.
func (m *Model) has(row int) bool { return row >= 0 && row < m.Len() }

// Head is what is known of a column of the table that is shown.
func (m *Model) Head(c Column) Head { return m.heads()[c] }

func (m *Model) heads() []Head { return m.shown().heads() }

// columns are those that are shown, as they stand.
func (m *Model) columns() []Column {
	if sets := m.shown().sets(); len(sets) > 0 && !m.roomy {
		return sets[m.set]
	}
	var out []Column
	for i := range m.heads() {
		out = append(out, Column(i))
	}
	return out
}

// layout is which columns are shown, of which table.
type layout struct {
	tab   Tab
	set   int
	roomy bool
}

func (m *Model) layout() layout { return layout{m.tab, m.set, m.roomy} }

// Sets is how many sets of columns there are to choose from; 0 when all are shown.
func (m *Model) Sets() int {
	if m.roomy {
		return 0
	}
	return len(m.shown().sets())
}

// Set is the set of columns that is shown.
func (m *Model) Set() int { return m.set }

// ShowSet shows another set of columns; the active cell stays where it is, or goes
// to the first one that is typed in.
func (m *Model) ShowSet(i int) {
	if n := m.Sets(); n > 0 {
		m.set = (i + n) % n
		m.kept()
	}
}

// Widen says whether there is room for all columns.
func (m *Model) Widen(roomy bool) {
	if m.roomy != roomy {
		m.roomy = roomy
		m.kept()
	}
}

// kept keeps the active cell in a column that is shown.
func (m *Model) kept() {
	if m.place(m.at.Column) < 0 {
		m.at.Column = m.columns()[1]
		m.anchor = m.at
	}
	if m.place(m.anchor.Column) < 0 {
		m.anchor = m.at
	}
}

// Start is the text an edit of the active cell begins with. Thousands are not
// parted in it, so that a digit can be put anywhere.
func (m *Model) Start() string { return m.plain(m.at) }

// plain is what stands in a cell, as it would be typed.
func (m *Model) plain(at At) string {
	if !m.has(at.Row) {
		return ""
	}
	if typed, ok := m.unread(at); ok {
		return typed
	}
	s := m.shown().show(m, m.here(), at)
	if !m.Head(at.Column).Right {
		return s
	}
	s = strings.ReplaceAll(s, "\u00a0", "")
	if m.words.Lang() == "en" {
		s = strings.ReplaceAll(s, ",", "")
	}
	return s
}

// unread is what was typed in a cell and cannot be read.
func (m *Model) unread(at At) (typed string, ok bool) {
	bad := m.shown().unread(m.here(), at.Row)
	for _, key := range m.Head(at.Column).Fields {
		if typed, ok = bad[key]; ok {
			return typed, true
		}
	}
	return "", false
}

// Options lists what a choice column offers; nil for the others.
func (m *Model) Options(c Column) []Option { return m.shown().options(m, c) }

// Chosen is which option the active cell has; -1 for none.
func (m *Model) Chosen() int {
	if !m.has(m.at.Row) {
		return -1
	}
	return m.shown().chosen(m.here(), m.at)
}
