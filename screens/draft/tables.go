package draft

import (
	"strings"

	"yttra/app"
)

// The person's hand in a table.

// InTable tells whether the caret is in a table.
func (m *Model) InTable() bool {
	if _, ok := m.Caret(); !ok {
		return false
	}
	section, n, _ := m.Block()
	return m.units(m.text(section))[n].kind == tableUnit
}

// AddTable puts an empty table where the caret is, three columns wide, and the
// caret in its first cell.
func (m *Model) AddTable() {
	section, n, _ := m.Block()
	text := m.text(section)
	if m.units(text)[n].kind == tableUnit {
		return
	}
	words, at := newGrid(3, 3).write()
	out, start := m.withUnit(section, text, words)
	m.set(section, out, start+at[0][0], "")
}

// Table does an order to the caret's table.
func (m *Model) Table(o TableOrder) {
	section, n, _ := m.Block()
	text := m.text(section)
	units := m.units(text)
	if u := units[n]; u.kind == tableUnit {
		row, column := u.cellAt(m.caret.At)
		g := gridOf(text, u)
		row, column, empty := g.change(o, row, column)
		if empty {
			out, at := splice(text, units, n, n, "")
			m.set(section, out, at[0], "")
			return
		}
		m.setGrid(section, text, units, n, g, row, column)
	}
}

func (m *Model) setGrid(section int, text string, units []unit, n int, g grid, row, column int) {
	words, cells := g.write()
	out, at := splice(text, units, n, n, words)
	m.set(section, out, at[0]+cells[row][column], "")
}

// cellAt is the row and column an offset stands in.
func (u unit) cellAt(at int) (row, column int) {
	s := u.spotAt(at)
	for r, cells := range u.cells {
		for c := range cells {
			if cells[c] == s {
				return r, c
			}
		}
	}
	return 0, 0
}

// NextCell goes to the next cell (1) or the one before (-1); after the last it
// makes a new row. ok is false before the first.
func (m *Model) NextCell(by int) (ok bool) {
	section, n, s := m.Block()
	text := m.text(section)
	u := m.units(text)[n]
	spots := u.spots()
	for i, spot := range spots {
		if spot != s {
			continue
		}
		switch next := i + by; {
		case next >= len(spots):
			row, _ := u.cellAt(s.Start)
			g := gridOf(text, u)
			g.change(RowAfter, row, 0)
			m.setGrid(section, text, m.units(text), n, g, row+1, 0)
		case next >= 0:
			m.Place(Caret{section, spots[next].End})
		default:
			return false
		}
		return true
	}
	return false
}

// enterCell is Enter in a table: down the column. After the last row it makes a
// new one; on an empty last row it leaves the table.
func (m *Model) enterCell(text string, units []unit, n int) {
	u, section := units[n], m.caret.Section
	row, column := u.cellAt(m.caret.At)
	g := gridOf(text, u)
	last := row == len(g.rows)-1
	switch {
	case last && row > 1 && strings.TrimSpace(strings.Join(g.rows[row], "")) == "":
		g.rows = g.rows[:row]
		words, _ := g.write()
		out, at := splice(text, units, n, n, words, "")
		m.set(section, out, at[1], "")
	case last:
		g.change(RowAfter, row, column)
		m.setGrid(section, text, units, n, g, row+1, column)
	default:
		if next := u.cells[row+1][column]; next.Start >= 0 {
			m.Place(Caret{section, next.End})
		}
	}
}

// spotNear is the spot an offset stands in, counted from 0, or the one before it.
func spotNear(spots []app.Span, at int) int {
	for i := len(spots) - 1; i >= 0; i-- {
		if spots[i].Start <= at {
			return i
		}
	}
	return 0
}
