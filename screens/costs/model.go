package costs

import (
	"reflect"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/desk"
	"yttra/i18n"
)

// Model turns the estimate of the open matter into cells, sums and sentences,
// and what a person types into edits. It remembers only what is nobody else's
// business: which cell is active, and what was typed that cannot be read.
type Model struct {
	desk  *desk.Desk
	words i18n.Words
	state desk.State

	at       At
	bad      map[At]string
	badTerms map[Term]string
	own      bool // an edit of our own is on its way: the active cell is right
}

// NewModel reads the desk as it is.
func NewModel(d *desk.Desk, w i18n.Words) *Model {
	m := &Model{desk: d, words: w, bad: map[At]string{}, badTerms: map[Term]string{}}
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
		m.at, m.bad, m.badTerms = At{Column: WhatColumn}, map[At]string{}, map[Term]string{}
	case !m.own:
		m.follow(old.Matter.Estimate.Lines, s.Matter.Estimate.Lines)
	}
	m.at.Row = min(m.at.Row, m.Len())
}

// follow keeps what cannot be read with its line, and goes to the first line
// that changed.
func (m *Model) follow(old, now []app.CostLine) {
	kept := map[At]string{}
	for at, typed := range m.bad {
		if row := moved(old, now, at.Row); row >= 0 {
			kept[At{row, at.Column}] = typed
		}
	}
	m.bad = kept
	for i := range now {
		if i >= len(old) || !reflect.DeepEqual(old[i], now[i]) {
			m.at.Row = i
			return
		}
	}
}

// moved finds a line among new ones: where it was, else where the same line now
// stands, else where it was when none came or went; -1 when it is gone.
func moved(old, now []app.CostLine, row int) int {
	same := func(l app.CostLine) bool { return reflect.DeepEqual(l, old[row]) }
	switch {
	case row >= len(old):
		return -1
	case row < len(now) && same(now[row]):
		return row
	}
	if i := slices.IndexFunc(now, same); i >= 0 {
		return i
	}
	if len(old) == len(now) {
		return row
	}
	return -1
}

func (m *Model) estimate() app.Estimate {
	if m.state.Matter == nil {
		return app.Estimate{}
	}
	return m.state.Matter.Estimate
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
	m.at.Column = max(KindColumn, min(at.Column, VATColumn))
}

// Next goes to the next cell, or the one before, over the ends of rows; ok is
// false when there is none.
func (m *Model) Next(by int) (ok bool) {
	n := m.at.Row*len(Columns) + int(m.at.Column) + by
	if n < 0 || n >= (m.Len()+1)*len(Columns) {
		return false
	}
	m.at = At{n / len(Columns), Column(n % len(Columns))}
	return true
}

// Start is the text an edit of the active cell begins with. Thousands are not
// parted in it, so that a digit can be put anywhere.
func (m *Model) Start() string {
	if typed, ok := m.bad[m.at]; ok {
		return typed
	}
	l, ok := m.line(m.at.Row)
	if !ok {
		return ""
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
