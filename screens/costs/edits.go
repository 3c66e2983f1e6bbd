package costs

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"yttra/app"
)

// Commit takes what was typed in the active cell. What cannot be read stays
// where it is, marked. What was there already is no change.
func (m *Model) Commit(s string) {
	old, exists := m.line(m.at.Row)
	if m.at.Column == LikelyColumn || !m.Open() || strings.TrimSpace(s) == m.Start() {
		return
	}
	if !exists {
		old = m.fresh()
	}
	next := m.put(old, m.at.Column, s)
	if exists && reflect.DeepEqual(old, next) {
		return
	}
	row := m.at.Row
	m.edit(func(e *app.Estimate) {
		if !exists {
			e.Lines = append(e.Lines, app.CostLine{})
		}
		e.Lines[row] = next
	})
}

// put writes what was typed in a field of a line. What cannot be read is kept
// beside what the field had, and the line is not summed until it is mended.
func (m *Model) put(l app.CostLine, c Column, s string) app.CostLine {
	next, ok := m.typed(l, c, s)
	next.Unread = maps.Clone(l.Unread)
	delete(next.Unread, c.field())
	if !ok {
		if next.Unread == nil {
			next.Unread = map[string]string{}
		}
		next.Unread[c.field()] = strings.TrimSpace(s)
	}
	if len(next.Unread) == 0 {
		next.Unread = nil
	}
	return next
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

// ChooseVAT sets how the price of the active line stands to VAT and own staff,
// also where that has no column.
func (m *Model) ChooseVAT(i int) {
	row := m.at.Row
	if l, ok := m.line(row); ok && i >= 0 && i < len(vatKeys) && i != chosenOption(l, VATColumn) {
		m.edit(func(e *app.Estimate) { e.Lines[row] = choose(e.Lines[row], VATColumn, i) })
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
	m.at = At{row, WhatColumn}
	m.edit(func(e *app.Estimate) { e.Lines = slices.Insert(e.Lines, row, l) })
}

// Remove takes the active line away.
func (m *Model) Remove() {
	row := m.at.Row
	if _, ok := m.line(row); !ok {
		return
	}
	m.edit(func(e *app.Estimate) { e.Lines = slices.Delete(e.Lines, row, row+1) })
}

// Move moves the active line up (-1) or down (1).
func (m *Model) Move(by int) {
	from, to := m.at.Row, m.at.Row+by
	if from >= m.Len() || to < 0 || to >= m.Len() {
		return
	}
	m.at.Row = to
	m.edit(func(e *app.Estimate) { e.Lines[from], e.Lines[to] = e.Lines[to], e.Lines[from] })
}

// edit makes one step that can be undone.
func (m *Model) edit(change func(*app.Estimate)) { m.editAs("", change) }

// editAs makes an edit that runs together with others of its name.
func (m *Model) editAs(what string, change func(*app.Estimate)) {
	m.own = true
	m.desk.Edit(what, func(matter *app.Matter) { matter.Estimate.Change(m.way, change) })
	m.Take(m.desk.State())
	m.own = false
}
