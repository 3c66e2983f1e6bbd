package costs

import "slices"

// At is the active cell.
func (m *Model) At() At { return m.at }

// Block is the rectangle of cells that is chosen: its first and last row, and its
// columns as they stand.
type Block struct {
	From, To int
	Columns  []Column
}

// Block gives the cells that are chosen; the active cell is one of them.
func (m *Model) Block() Block {
	columns := m.columns()
	a, b := max(0, m.place(m.at.Column)), max(0, m.place(m.anchor.Column))
	return Block{min(m.at.Row, m.anchor.Row), max(m.at.Row, m.anchor.Row), columns[min(a, b) : max(a, b)+1]}
}

// Many reports whether more than the active cell is chosen.
func (m *Model) Many() bool { return m.at != m.anchor }

// In reports whether a cell is one of those that are chosen.
func (m *Model) In(at At) bool {
	b := m.Block()
	return at.Row >= b.From && at.Row <= b.To && slices.Contains(b.Columns, at.Column)
}

// place is where a column stands among those that are shown; -1 when it is not.
func (m *Model) place(c Column) int { return slices.Index(m.columns(), c) }

// Go makes a cell the active one and the only one chosen, kept inside the grid. A
// column that is not shown is brought there.
func (m *Model) Go(at At) {
	m.bring(at.Column)
	m.at = m.within(at)
	m.anchor, m.begun = m.at, -1
}

// bring shows the set of columns that a column belongs to.
func (m *Model) bring(c Column) {
	for i, set := range m.shown().sets() {
		if m.place(c) < 0 && slices.Contains(set, c) {
			m.set = i
		}
	}
}

func (m *Model) within(at At) At {
	columns := m.columns()
	at.Row = max(0, min(at.Row, m.Len()))
	if m.place(at.Column) < 0 {
		at.Column = max(columns[0], min(at.Column, columns[len(columns)-1]))
	}
	return at
}

// Move goes so many rows and columns further, inside the grid. Reaching keeps the
// other corner of what is chosen where it is.
func (m *Model) Move(rows, columns int, reach bool) {
	shown := m.columns()
	p := max(0, min(m.place(m.at.Column)+columns, len(shown)-1))
	m.stand(At{max(0, min(m.at.Row+rows, m.Len())), shown[p]}, reach)
}

// To goes to a cell; reaching keeps the other corner of what is chosen.
func (m *Model) To(at At, reach bool) { m.stand(m.within(at), reach) }

func (m *Model) stand(at At, reach bool) {
	m.at, m.begun = at, -1
	if !reach {
		m.anchor = at
	}
}

// First and Last are the ends of a row as it is shown.
func (m *Model) First() Column { return m.columns()[0] }

// Last is the last column that is shown.
func (m *Model) Last() Column {
	columns := m.columns()
	return columns[len(columns)-1]
}

// All chooses every cell.
func (m *Model) All() {
	m.anchor = At{0, m.First()}
	m.at = At{max(0, m.Len()-1), m.Last()}
}

// Whole chooses the rows of what is chosen, from end to end.
func (m *Model) Whole() {
	b := m.Block()
	m.anchor, m.at = At{b.From, m.First()}, At{b.To, m.Last()}
}

// Next goes to the next cell, or the one before, over the ends of rows; ok is
// false when there is none. It remembers where a line was begun.
func (m *Model) Next(by int) (ok bool) {
	columns := m.columns()
	n := m.at.Row*len(columns) + m.place(m.at.Column) + by
	if n < 0 || n >= (m.Len()+1)*len(columns) {
		return false
	}
	begun := m.begun
	if begun < 0 || n/len(columns) != m.at.Row {
		begun = m.at.Column
		if n/len(columns) != m.at.Row {
			begun = columns[n%len(columns)]
		}
	}
	m.stand(At{n / len(columns), columns[n%len(columns)]}, false)
	m.begun = begun
	return true
}

// Down goes a row down, or up; after Tab to the column where the line was begun.
func (m *Model) Down(by int) {
	at := At{max(0, min(m.at.Row+by, m.Len())), m.at.Column}
	if m.begun >= 0 {
		at.Column = m.begun
	}
	m.stand(at, false)
}

// chosenRows counts the rows that are chosen.
func (m *Model) chosenRows() int {
	b := m.Block()
	return b.To - b.From + 1
}
