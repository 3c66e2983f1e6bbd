package versions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yttra/screens/parts"
)

// entry is one row of a listing.
type entry struct {
	height float32
	stamp  string // all that it looks like; rows with the same are not drawn anew
	still  bool   // cannot be gone to: a heading
	draw   func(hovered bool) fyne.CanvasObject
}

// listing is a column of rows of different heights: one Tab stop, the arrows move
// in it, Enter goes to a row.
type listing struct {
	widget.BaseWidget
	rows    []entry
	drawn   []fyne.CanvasObject
	stamps  []string
	at      int
	hover   int // -1: nowhere
	focused bool
	pick    func(i int)             // Enter, Space or a click
	came    func(i int)             // the arrows came to a row; may be nil
	seen    func(y, height float32) // where the arrows went
	ring    *canvas.Rectangle
}

var (
	_ fyne.Focusable    = (*listing)(nil)
	_ fyne.Tappable     = (*listing)(nil)
	_ desktop.Hoverable = (*listing)(nil)
)

func newListing(pick, came func(int)) *listing {
	l := &listing{hover: -1, pick: pick, came: came, seen: func(float32, float32) {}, ring: parts.Frame(parts.Accent, 2, 6)}
	l.ring.Hide()
	l.ExtendBaseWidget(l)
	return l
}

// set shows other rows, with the ring at one of them.
func (l *listing) set(rows []entry, at int) {
	l.rows, l.at = rows, max(0, min(at, len(rows)-1))
	l.Refresh()
}

func (l *listing) top(i int) (y float32) {
	for _, r := range l.rows[:i] {
		y += r.height
	}
	return y
}

func (l *listing) under(y float32) int {
	for i, r := range l.rows {
		if y -= r.height; y < 0 {
			return i
		}
	}
	return -1
}

// TypedKey moves and goes.
func (l *listing) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		l.move(l.at-1, -1)
	case fyne.KeyDown:
		l.move(l.at+1, 1)
	case fyne.KeyHome:
		l.move(0, 1)
	case fyne.KeyEnd:
		l.move(len(l.rows)-1, -1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.choose(l.at)
	default:
		parts.PassKey(l, e)
	}
}

// move goes to a row, or the nearest further on that can be gone to.
func (l *listing) move(to, by int) {
	for ; to >= 0 && to < len(l.rows); to += by {
		if l.rows[to].still {
			continue
		}
		l.at = to
		l.seen(l.top(to), l.rows[to].height)
		if l.came != nil {
			l.came(to)
		}
		l.Refresh()
		return
	}
}

func (l *listing) choose(i int) {
	if i >= 0 && i < len(l.rows) && !l.rows[i].still {
		l.at = i
		l.pick(i)
	}
}

// Tapped goes to the row under the pointer.
func (l *listing) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	l.choose(l.under(e.Position.Y))
}

func (l *listing) TypedRune(rune)                   {}
func (l *listing) FocusGained()                     { l.focused = true; l.Refresh() }
func (l *listing) FocusLost()                       { l.focused = false; l.Refresh() }
func (l *listing) MouseIn(e *desktop.MouseEvent)    { l.point(l.under(e.Position.Y)) }
func (l *listing) MouseMoved(e *desktop.MouseEvent) { l.point(l.under(e.Position.Y)) }
func (l *listing) MouseOut()                        { l.point(-1) }

func (l *listing) point(i int) {
	if i >= 0 && l.rows[i].still {
		i = -1
	}
	if i != l.hover {
		l.hover = i
		l.Refresh()
	}
}

// MinSize is the height of all rows.
func (l *listing) MinSize() fyne.Size { return fyne.NewSize(120, l.top(len(l.rows))) }

func (l *listing) lay() {
	n := len(l.rows)
	for len(l.drawn) < n {
		l.drawn, l.stamps = append(l.drawn, nil), append(l.stamps, "")
	}
	l.drawn, l.stamps = l.drawn[:n], l.stamps[:n]
	var y float32
	for i, r := range l.rows {
		stamp := r.stamp
		if i == l.hover {
			stamp += "\x00hover"
		}
		if l.drawn[i] == nil || l.stamps[i] != stamp {
			l.drawn[i], l.stamps[i] = r.draw(i == l.hover), stamp
		}
		l.drawn[i].Move(fyne.NewPos(0, y))
		l.drawn[i].Resize(fyne.NewSize(l.Size().Width, r.height))
		if i == l.at {
			l.ring.Move(fyne.NewPos(2, y+1))
			l.ring.Resize(fyne.NewSize(max(0, l.Size().Width-4), r.height-2))
		}
		y += r.height
	}
	l.ring.Hidden = !l.focused || n == 0 || l.rows[l.at].still
}

// CreateRenderer draws the rows and the ring.
func (l *listing) CreateRenderer() fyne.WidgetRenderer {
	l.lay()
	return &listingRenderer{l}
}

type listingRenderer struct{ l *listing }

func (r *listingRenderer) Layout(fyne.Size)   { r.l.lay() }
func (r *listingRenderer) MinSize() fyne.Size { return r.l.MinSize() }
func (r *listingRenderer) Refresh()           { r.l.lay(); canvas.Refresh(r.l) }
func (r *listingRenderer) Objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{}, r.l.drawn...), r.l.ring)
}
func (r *listingRenderer) Destroy() {}
