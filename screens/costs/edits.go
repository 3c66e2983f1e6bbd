package costs

import (
	"reflect"
	"slices"
	"strings"

	"yttra/app"
)

// Commit takes what was typed in the active cell. What cannot be read stays
// where it is, marked, and the line keeps what it had. What was there already is
// no change.
func (m *Model) Commit(s string) {
	old, exists := m.line(m.at.Row)
	if m.at.Column == LikelyColumn || !m.Open() || strings.TrimSpace(s) == m.Start() {
		return
	}
	if !exists {
		old = m.fresh()
	}
	next, ok := m.typed(old, m.at.Column, s)
	if ok {
		delete(m.bad, m.at)
	} else {
		m.bad[m.at] = strings.TrimSpace(s)
	}
	if !exists || ok && !reflect.DeepEqual(old, next) {
		row := m.at.Row
		m.edit(func(e *app.Estimate) {
			if !exists {
				e.Lines = append(e.Lines, app.CostLine{})
			}
			e.Lines[row] = next
		})
	}
}

// Choose takes an option of a choice column in the active cell.
func (m *Model) Choose(i int) {
	if o := m.Options(m.at.Column); i >= 0 && i < len(o) {
		m.Commit(o[i].Long)
	}
}

// Clear empties the active cell; a kind cannot be empty, and without VAT is the
// empty of its column.
func (m *Model) Clear() {
	if _, ok := m.line(m.at.Row); !ok {
		return
	}
	switch m.at.Column {
	case KindColumn:
		m.Choose(m.Chosen())
	case VATColumn:
		m.Choose(0)
	default:
		m.Commit("")
	}
}

// fresh is a new line: of the first kind nobody has spoken of yet, one piece.
func (m *Model) fresh() app.CostLine {
	l := app.CostLine{Kind: app.CostPurchase, Quantity: app.Units(1)}
	if missing := m.Missing(); len(missing) > 0 {
		l.Kind = missing[0]
	}
	return l
}

// Add puts a new line after the active one and goes to its text. Without a kind
// it is of the first one that is missing.
func (m *Model) Add(kind app.CostKind) {
	if !m.Open() {
		return
	}
	l, row := m.fresh(), min(m.at.Row+1, m.Len())
	if kind != "" {
		l.Kind = kind
	}
	m.shift(row, 1)
	m.at = At{row, WhatColumn}
	m.edit(func(e *app.Estimate) { e.Lines = slices.Insert(e.Lines, row, l) })
}

// Remove takes the active line away.
func (m *Model) Remove() {
	row := m.at.Row
	if _, ok := m.line(row); !ok {
		return
	}
	for _, c := range Columns {
		delete(m.bad, At{row, c})
	}
	m.shift(row+1, -1)
	m.edit(func(e *app.Estimate) { e.Lines = slices.Delete(e.Lines, row, row+1) })
}

// shift moves what cannot be read with its lines.
func (m *Model) shift(from, by int) {
	m.renumber(func(row int) int {
		if row >= from {
			return row + by
		}
		return row
	})
}

func (m *Model) renumber(to func(row int) int) {
	moved := map[At]string{}
	for at, typed := range m.bad {
		moved[At{to(at.Row), at.Column}] = typed
	}
	m.bad = moved
}

// Move moves the active line up (-1) or down (1).
func (m *Model) Move(by int) {
	from, to := m.at.Row, m.at.Row+by
	if from >= m.Len() || to < 0 || to >= m.Len() {
		return
	}
	m.renumber(func(row int) int {
		switch row {
		case from:
			return to
		case to:
			return from
		}
		return row
	})
	m.at.Row = to
	m.edit(func(e *app.Estimate) { e.Lines[from], e.Lines[to] = e.Lines[to], e.Lines[from] })
}

// edit makes one step that can be undone.
func (m *Model) edit(change func(*app.Estimate)) { m.editAs("", change) }

// editAs makes an edit that runs together with others of its name.
func (m *Model) editAs(what string, change func(*app.Estimate)) {
	m.own = true
	m.desk.Edit(what, func(matter *app.Matter) { change(&matter.Estimate) })
	m.Take(m.desk.State())
	m.own = false
}
