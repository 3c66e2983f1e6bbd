package costs

import (
	"strings"

	"yttra/app"
)

// Commit takes what was typed in the active cell. What cannot be read stays
// where it is, marked. What was there already is no change.
func (m *Model) Commit(s string) {
	if m.Head(m.at.Column).Computed || !m.Open() || strings.TrimSpace(s) == m.Start() {
		return
	}
	m.lay(m.at.Row, []Column{m.at.Column}, [][]string{{s}})
}

// lay writes cells over rows, in one step that can be undone; nothing is done when
// nothing changes. The active cell follows the first row.
func (m *Model) lay(row int, columns []Column, cells [][]string) {
	t, before := m.shown(), m.here()
	m.assumed = m.assume(columns, cells)
	defer func() { m.assumed = 0 }()
	after, at := before, row
	if at = t.lay(m, &after, row, columns, cells); t.changed(before, after) < 0 {
		return
	}
	if at >= 0 && at != row {
		m.at.Row, m.anchor.Row = m.at.Row+at-row, m.anchor.Row+at-row
	}
	m.edit(func(e *app.Estimate) {
		e.Begin(m.state.Profile.Economy)
		if m.assumed > 0 {
			e.FirstYear = m.assumed
		}
		t.lay(m, e, row, columns, cells)
	})
}

// assume is the calendar year that year 1 must be, when nobody has said and one is
// written in a cell; else 0.
func (m *Model) assume(columns []Column, cells [][]string) int {
	if m.here().FirstYear != 0 {
		return 0
	}
	for i, c := range columns {
		if m.Head(c).Key == "years" {
			return yearIn(cells, i)
		}
	}
	return 0
}

// firstYear is the calendar year of year 1; 0 when it is not known.
func (m *Model) firstYear() int {
	if m.assumed > 0 {
		return m.assumed
	}
	return m.here().FirstYear
}

// Choose takes an option of a choice column in the active cell.
func (m *Model) Choose(i int) {
	if o := m.Options(m.at.Column); i >= 0 && i < len(o) {
		m.Commit(o[i].Long)
	}
}

// Clear empties the cells that are chosen. A choice that cannot be empty goes
// back to what is usual.
func (m *Model) Clear() {
	b := m.Block()
	n := min(b.To, m.Len()-1) - b.From + 1
	if n <= 0 || !m.Open() {
		return
	}
	empty := make([][]string, n)
	for i := range empty {
		empty[i] = make([]string, len(b.Columns))
	}
	m.lay(b.From, b.Columns, empty)
}

// Fill writes the topmost of the cells that are chosen in those under it; with one
// row chosen, that above it.
func (m *Model) Fill() {
	b := m.Block()
	from := b.From
	if b.From == b.To {
		from, b.From = from-1, from-1
	}
	last := min(b.To, m.Len()-1)
	if b.To == m.Len() && b.To == from+1 { // into the empty row
		last = b.To
	}
	if !m.has(from) || last <= from {
		return
	}
	var line []string
	for _, c := range b.Columns {
		line = append(line, m.plain(At{from, c}))
	}
	cells := make([][]string, last-from)
	for i := range cells {
		cells[i] = line
	}
	m.lay(from+1, b.Columns, cells)
}

// Add puts a new row after the active one and goes to its first text. A line
// without a kind is of the first one that is missing.
func (m *Model) Add(kind app.CostKind) {
	if !m.Open() {
		return
	}
	t, row := m.shown(), min(m.at.Row+1, m.Len())
	m.edit(func(e *app.Estimate) {
		e.Begin(m.state.Profile.Economy)
		t.insert(m, e, row)
		if kind != "" && m.tab == Lines {
			e.Lines[row] = m.freshOf(kind)
		}
	})
	column := m.First()
	if m.tab == Lines {
		column = WhatColumn
	}
	m.Go(At{row, column})
}

// freshOf is a new line of a kind. New work is done by own staff, at the price of
// an hour.
func (m *Model) freshOf(kind app.CostKind) app.CostLine {
	l := app.CostLine{Kind: kind, Quantity: app.Units(1)}
	if kind == app.CostNewWork {
		choosePayee(m, &l, paidAsTime)
	}
	return l
}

// Remove takes the rows that are chosen away.
func (m *Model) Remove() {
	b, t := m.Block(), m.shown()
	to := min(b.To+1, m.Len())
	if b.From >= to {
		return
	}
	m.at.Row, m.anchor = b.From, At{b.From, m.at.Column}
	m.edit(func(e *app.Estimate) { t.remove(e, b.From, to) })
}

// Shift moves the active row up (-1) or down (1).
func (m *Model) Shift(by int) {
	from, to := m.at.Row, m.at.Row+by
	if !m.has(from) || !m.has(to) {
		return
	}
	t := m.shown()
	m.at.Row = to
	m.anchor = m.at
	m.edit(func(e *app.Estimate) { t.swap(e, from, to) })
}

// edit makes one step that can be undone.
func (m *Model) edit(change func(*app.Estimate)) { m.editAs("", change) }

// editAs makes an edit that runs together with others of its name.
func (m *Model) editAs(what string, change func(*app.Estimate)) {
	way := m.way
	if m.tab != Lines {
		way = 0
	}
	m.editIn(way, what, change)
}

// editIn makes an edit in a way, whichever is shown.
func (m *Model) editIn(way int, what string, change func(*app.Estimate)) {
	m.own, m.told = true, nil
	m.desk.Edit(what, func(matter *app.Matter) { matter.Estimate.Change(way, change) })
	m.Take(m.desk.State())
	m.own = false
}
