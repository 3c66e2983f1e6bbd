package parts

import "fyne.io/fyne/v2"

// NavRow is a section, or one thing of many, in a Nav.
type NavRow struct {
	Text   string
	Second string // under the text, muted; may be empty
	Mark   string // shape before the second line; may be empty
}

// NavOptions make a Nav.
type NavOptions struct {
	Rows []NavRow
	At   int
	Pick func(i int) // another row is to be shown
	Key  func(e *fyne.KeyEvent) bool
}

// Nav is the column at the left of a dialog that chooses what stands beside it.
// The arrows move in it, and what is chosen is shown at once.
type Nav struct {
	Outer *fyne.Container
	o     NavOptions
	rows  []*Press
}

// NewNav makes a column.
func NewNav(o NavOptions) *Nav {
	n := &Nav{Outer: Column(0), o: o}
	n.Set(o.Rows, o.At)
	return n
}

// Set changes the rows and which is chosen, without telling anybody. Rows stay as
// long as there are as many, so that the keyboard does.
func (n *Nav) Set(rows []NavRow, at int) {
	n.o.Rows, n.o.At = rows, at
	for i := len(n.rows); i < len(rows); i++ {
		n.rows = append(n.rows, n.row(i))
	}
	n.rows = n.rows[:len(rows)]
	n.Outer.Objects = nil
	for _, r := range n.rows {
		n.Outer.Add(r)
		r.Refresh()
	}
	n.Outer.Refresh()
}

// Choose marks a row as the one that is shown, without telling anybody.
func (n *Nav) Choose(at int) { n.Set(n.o.Rows, at) }

// At is the row that is shown.
func (n *Nav) At() int { return n.o.At }

// Row is where the keyboard goes to stand on a row; nil when there is none.
func (n *Nav) Row(i int) fyne.Focusable {
	if i < 0 || i >= len(n.rows) {
		return nil
	}
	return n.rows[i]
}

func (n *Nav) row(i int) *Press {
	return NewPress(PressOptions{Gap: -1, Tap: func() { n.o.Pick(i) }, Key: func(e *fyne.KeyEvent) bool { return n.key(i, e) },
		Draw: func(t Touch) fyne.CanvasObject {
			ground, bar, face := t.Ground(Clear), Clear, Regular
			if i == n.o.At {
				ground, bar, face = Soft, Accent, Bold
			}
			r := n.o.Rows[min(i, len(n.o.Rows)-1)]
			text, high := fyne.CanvasObject(Middle(NewLabel(r.Text, TextControl, Ink, face))), float32(36)
			if r.Second != "" {
				second := []fyne.CanvasObject{Grow(Middle(NewLabel(r.Second, TextHint, Muted, Regular)))}
				if r.Mark != "" {
					second = append([]fyne.CanvasObject{Mark(r.Mark, 14, Fog)}, second...)
				}
				text, high = Middle(Column(1, NewLabel(r.Text, TextControl, Ink, face), Row(5, second...))), 48
			}
			return Fixed(0, high, Fill(ground, Columns(0, []float32{4, 0}, Rect(bar, 4, 1, 0), Pad(0, 8, 0, 12, text))))
		}})
}

// key moves between the rows with the arrows.
func (n *Nav) key(from int, e *fyne.KeyEvent) bool {
	if n.o.Key != nil && n.o.Key(e) {
		return true
	}
	to := from
	switch e.Name {
	case fyne.KeyUp:
		to = max(0, from-1)
	case fyne.KeyDown:
		to = min(len(n.rows)-1, from+1)
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(n.rows) - 1
	default:
		return false
	}
	if to == from {
		return true
	}
	n.o.Pick(to)
	if c := fyne.CurrentApp().Driver().CanvasForObject(n.Outer); c != nil && to < len(n.rows) {
		c.Focus(n.rows[to])
	}
	return true
}
