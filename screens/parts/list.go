package parts

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// ListOptions make a List.
type ListOptions struct {
	Len    func() int
	Make   func() fyne.CanvasObject                                 // a blank row; as tall as Height
	Fill   func(row fyne.CanvasObject, i int, chosen, focused bool) // with the i-th thing
	Height float32                                                  // of a row
	Chose  func(i int)                                              // the choice moved
	Enter  func(i int)                                              // Enter or a double click; may be nil
	Key    func(*fyne.KeyEvent) bool                                // before the list's own keys; true: taken
	Rune   func(r rune)                                             // a letter typed in the list; may be nil
	// Focused hears when the focus comes and goes; the list then chooses nothing by
	// itself, and the owner shows where the focus is. May be nil.
	Focused func(bool)
}

// List is a list with one chosen row, which makes rows only for what is seen. It
// is one Tab stop; the choice follows the arrows.
type List struct {
	widget.List
	Outer   fyne.CanvasObject // what to lay out
	o       ListOptions
	at      int
	focused bool
	tapped  time.Time
	heights []float32 // of rows, when they differ
}

// NewList makes a list in which nothing is chosen.
func NewList(o ListOptions) *List {
	l := &List{o: o, at: -1}
	l.Length = o.Len
	l.CreateItem = func() fyne.CanvasObject { return newCell(l, o.Make()) }
	l.UpdateItem = func(i widget.ListItemID, c fyne.CanvasObject) {
		if c, ok := c.(*cell); ok && i < o.Len() {
			c.i = i
			o.Fill(c.row, i, i == l.at, l.focused)
		}
	}
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	l.Outer = container.NewThemeOverride(l, ListTheme())
	return l
}

// At is the chosen row; -1 when there is none.
func (l *List) At() int { return l.at }

// Reset draws everything anew, with a row chosen, without telling anybody.
func (l *List) Reset(at int) {
	moved := at != l.at
	l.at = at
	l.UnselectAll()
	l.Refresh()
	if at >= 0 && moved && l.Size().Height > 0 {
		l.ScrollTo(at)
	}
}

// Heights says how tall each row is, where they differ. Nothing is drawn between
// one height and the next, and what is seen stays.
func (l *List) Heights(of func(i int) float32) {
	heights := make([]float32, l.o.Len())
	for i := range heights {
		heights[i] = of(i)
	}
	if slices.Equal(heights, l.heights) {
		return
	}
	l.heights = heights
	top := l.GetScrollOffset()
	l.Length = func() int { return 0 }
	for i, h := range heights {
		l.SetItemHeight(i, h)
	}
	l.Length = l.o.Len
	l.List.Refresh()
	l.ScrollToOffset(top)
}

// Resize brings the chosen row into sight when the list gets its first size: a
// list without one cannot be scrolled.
func (l *List) Resize(s fyne.Size) {
	first := l.Size().Height == 0 && s.Height > 0
	l.List.Resize(s)
	if first && l.at >= 0 {
		l.ScrollTo(l.at)
	}
}

// Choose moves the choice and tells.
func (l *List) Choose(i int) {
	if i < 0 || i >= l.o.Len() {
		return
	}
	l.at = i
	l.ScrollTo(i)
	l.Refresh()
	l.o.Chose(i)
}

// tap chooses; twice in quick succession goes on.
func (l *List) tap(i int, now time.Time) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	twice := i == l.at && now.Sub(l.tapped) < 400*time.Millisecond
	l.tapped = now
	l.Choose(i)
	if twice && l.o.Enter != nil {
		l.o.Enter(i)
	}
}

// TypedKey moves the choice.
func (l *List) TypedKey(e *fyne.KeyEvent) {
	if l.o.Key != nil && l.o.Key(e) {
		return
	}
	last := l.o.Len() - 1
	page := max(1, int(l.Size().Height/l.o.Height)-1)
	switch e.Name {
	case fyne.KeyDown:
		l.Choose(min(l.at+1, last))
	case fyne.KeyUp:
		l.Choose(max(l.at-1, 0))
	case fyne.KeyPageDown:
		l.Choose(min(l.at+page, last))
	case fyne.KeyPageUp:
		l.Choose(max(l.at-page, 0))
	case fyne.KeyHome:
		l.Choose(0)
	case fyne.KeyEnd:
		l.Choose(last)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if l.o.Enter != nil && l.at >= 0 {
			l.o.Enter(l.at)
		}
	default:
		PassKey(l, e)
	}
}

// TypedRune tells the owner.
func (l *List) TypedRune(r rune) {
	if l.o.Rune != nil {
		l.o.Rune(r)
	}
}

// FocusGained chooses the first row when none is.
func (l *List) FocusGained() {
	l.focused = true
	if l.o.Focused != nil {
		l.o.Focused(true)
	} else if l.at < 0 {
		l.Choose(0)
	}
	l.Refresh()
}

// FocusLost leaves the choice where it is.
func (l *List) FocusLost() {
	l.focused = false
	if l.o.Focused != nil {
		l.o.Focused(false)
	}
	l.Refresh()
}

// cell is a row of the list that can be pointed at.
type cell struct {
	widget.BaseWidget
	l   *List
	row fyne.CanvasObject
	i   int
}

func newCell(l *List, row fyne.CanvasObject) *cell {
	c := &cell{l: l, row: row}
	c.ExtendBaseWidget(c)
	return c
}

// Tapped chooses the row.
func (c *cell) Tapped(*fyne.PointEvent) { c.l.tap(c.i, time.Now()) }

// MinSize is the row's height.
func (c *cell) MinSize() fyne.Size { return fyne.NewSize(100, c.l.o.Height) }

// CreateRenderer draws the row.
func (c *cell) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.row) }
