package costs

import (
	"reflect"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/desk"
	"yttra/i18n"
)

// Model turns the estimate of the open matter into cells, sums and sentences,
// and what a person types into edits. It remembers only what is nobody else's
// business: which way and cell are active, and what was typed for a term that
// cannot be read.
type Model struct {
	desk  *desk.Desk
	words i18n.Words
	state desk.State
	sum   cost.Result // of the way that is shown

	compared cost.Comparison // of all ways; empty when there is one

	way      int // as in Estimate.View: 0 is the proposal
	at       At
	badTerms map[Term]string
	own      bool // an edit of our own is on its way: the active cell is right
	tight    bool // little room: years are short, and VAT has no column
}

// NewModel reads the desk as it is.
func NewModel(d *desk.Desk, w i18n.Words) *Model {
	m := &Model{desk: d, words: w, badTerms: map[Term]string{}}
	m.Take(d.State())
	return m
}

// Take takes a new state. When the lines changed by another hand, as by undo,
// the active cell goes to where they changed.
func (m *Model) Take(s desk.State) {
	old := m.state
	m.state = s
	switch {
	case s.Matter == nil || old.Matter == nil || s.Matter.ID != old.Matter.ID:
		m.way, m.at, m.badTerms = 0, At{Column: WhatColumn}, map[Term]string{}
	case !m.own:
		m.follow(old.Matter.Estimate, s.Matter.Estimate)
	}
	m.way = min(m.way, m.lastWay())
	m.sum = s.Cost
	if m.way > 0 {
		m.sum = cost.Sum(m.estimate(), m.desk.Packs().Thresholds, s.Today)
	}
	m.compared = cost.Comparison{}
	if m.lastWay() > 0 {
		m.compared = cost.Compare(s.Matter.Estimate, m.desk.Packs().Thresholds, s.Today)
	}
	m.at.Row = min(m.at.Row, m.Len())
}

// follow goes to the first line that changed: in the way that is shown, or else
// in another.
func (m *Model) follow(old, now app.Estimate) {
	shown := old.View(m.way)
	m.way = max(0, wayNamed(now, shown.Name))
	if row := changed(shown.Lines, now.View(m.way).Lines); row >= 0 {
		m.at.Row = row
		return
	}
	for i := range len(now.Alternatives) + 1 {
		v := now.View(i)
		if was := wayNamed(old, v.Name); was >= 0 {
			if row := changed(old.View(was).Lines, v.Lines); row >= 0 {
				m.way, m.at.Row = i, row
				return
			}
		}
	}
}

// changed is the first line that is not as it was; -1 when all are.
func changed(old, now []app.CostLine) int {
	for i := range max(len(old), len(now)) {
		if i >= len(old) || i >= len(now) || !reflect.DeepEqual(old[i], now[i]) {
			return i
		}
	}
	return -1
}

// estimate is the way that is shown, with the terms that hold for all.
func (m *Model) estimate() app.Estimate {
	if m.state.Matter == nil {
		return app.Estimate{}
	}
	return m.state.Matter.Estimate.View(m.way)
}

// Open reports whether a matter is open.
func (m *Model) Open() bool { return m.state.Matter != nil }

// Len is how many lines there are. The row after the last one is empty and
// becomes a line when something is typed in it.
func (m *Model) Len() int { return len(m.estimate().Lines) }

// line gives a line; ok is false for the empty row.
func (m *Model) line(row int) (app.CostLine, bool) {
	if lines := m.estimate().Lines; row >= 0 && row < len(lines) {
		return lines[row], true
	}
	return app.CostLine{}, false
}

// At is the active cell.
func (m *Model) At() At { return m.at }

// Go makes a cell the active one, kept inside the grid.
func (m *Model) Go(at At) {
	m.at.Row = max(0, min(at.Row, m.Len()))
	m.at.Column = max(KindColumn, min(at.Column, m.last()))
}

// Next goes to the next cell, or the one before, over the ends of rows; ok is
// false when there is none.
func (m *Model) Next(by int) (ok bool) {
	columns := int(m.last()) + 1
	n := m.at.Row*columns + int(m.at.Column) + by
	if n < 0 || n >= (m.Len()+1)*columns {
		return false
	}
	m.at = At{n / columns, Column(n % columns)}
	return true
}

// Tighten says whether there is little room for columns.
func (m *Model) Tighten(tight bool) {
	m.tight = tight
	m.at.Column = min(m.at.Column, m.last())
}

// last is the last column that is shown: VAT has none where there is little room,
// unless something in it is to be mended.
func (m *Model) last() Column {
	if m.tight && !slices.ContainsFunc(m.estimate().Lines, func(l app.CostLine) bool { return l.Unread[VATColumn.field()] != "" }) {
		return SourceColumn
	}
	return VATColumn
}

// Start is the text an edit of the active cell begins with. Thousands are not
// parted in it, so that a digit can be put anywhere.
func (m *Model) Start() string {
	l, ok := m.line(m.at.Row)
	if !ok {
		return ""
	}
	if typed, ok := l.Unread[m.at.Column.field()]; ok {
		return typed
	}
	s := m.written(l, m.at.Column)
	if !m.at.Column.Numeric() {
		return s
	}
	s = strings.ReplaceAll(s, "\u00a0", "")
	if m.words.Lang() == "en" {
		s = strings.ReplaceAll(s, ",", "")
	}
	return s
}

// Chosen is which option the active cell has; -1 for none.
func (m *Model) Chosen() int {
	if l, ok := m.line(m.at.Row); ok {
		return chosenOption(l, m.at.Column)
	}
	return -1
}
