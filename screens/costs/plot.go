package costs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yttra/screens/parts"
)

// drawing is what a plot shows: objects, how tall they are at a width, and where
// each of its bars is.
type drawing interface {
	objects() []fyne.CanvasObject
	height(width float32) float32
	arrange(s fyne.Size)
	count() int
	spot(i int, s fyne.Size) (fyne.Position, fyne.Size)
}

// plot is a picture one can walk through: one Tab stop, the arrows go between its
// bars, and Enter opens what lies behind one.
type plot struct {
	widget.BaseWidget
	d       drawing
	enter   func(i int) // opens what lies behind a bar; nil: nothing does
	told    func(i int) // the bar the keyboard is on; -1: none
	keys    func(*fyne.KeyEvent) bool
	seen    func(at fyne.Position, size fyne.Size) // a part of it is to be in sight
	at      int
	focused bool
	ring    *canvas.Rectangle
	ground  *canvas.Rectangle // behind the bar under the pointer
}

var (
	_ fyne.Focusable    = (*plot)(nil)
	_ fyne.Tappable     = (*plot)(nil)
	_ desktop.Hoverable = (*plot)(nil)
)

func newPlot(enter, told func(int)) *plot {
	p := &plot{enter: enter, told: told, keys: func(*fyne.KeyEvent) bool { return false }, ring: parts.Frame(parts.Accent, 2, 4), ground: parts.Rect(parts.Hover, 1, 1, 3)}
	p.ring.Hide()
	p.ground.Hide()
	p.ExtendBaseWidget(p)
	return p
}

// show draws something else, and keeps the keyboard where it was.
func (p *plot) show(d drawing) {
	p.d = d
	p.at = max(0, min(p.at, d.count()-1))
	p.ground.Hide()
	p.Refresh()
}

func (p *plot) move(to int) {
	if to = max(0, min(to, p.d.count()-1)); to != p.at {
		p.at = to
		p.stand()
	}
}

// stand shows where the keyboard is, tells of it, and brings it into sight.
func (p *plot) stand() {
	p.arrange()
	p.told(p.at)
	if p.seen != nil && p.d.count() > 0 {
		at, size := p.d.spot(p.at, p.Size())
		p.seen(at, size)
	}
}

// TypedKey walks with the arrows and opens with Enter and Space.
func (p *plot) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		p.move(p.at - 1)
	case fyne.KeyRight, fyne.KeyDown:
		p.move(p.at + 1)
	case fyne.KeyHome:
		p.move(0)
	case fyne.KeyEnd:
		p.move(p.d.count() - 1)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.open(p.at)
	default:
		if !p.keys(e) {
			parts.PassKey(p, e)
		}
	}
}

func (p *plot) open(i int) {
	if i >= 0 && i < p.d.count() && p.enter != nil {
		p.enter(i)
	}
}

func (p *plot) TypedRune(rune) {}

// FocusGained shows where the keyboard is, and brings it into sight.
func (p *plot) FocusGained() {
	p.focused = true
	if p.seen != nil { // all of it, where there is room, and then the bar
		p.seen(fyne.Position{}, p.Size())
	}
	p.stand()
}

// FocusLost takes the ring away.
func (p *plot) FocusLost() {
	p.focused = false
	p.arrange()
	p.told(-1)
}

// Tapped opens the bar under the pointer.
func (p *plot) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		c.Focus(p)
	}
	if i := p.under(e.Position); i >= 0 {
		p.move(i)
		p.open(i)
	}
}

func (p *plot) under(at fyne.Position) int {
	for i := range p.d.count() {
		pos, size := p.d.spot(i, p.Size())
		if at.X >= pos.X && at.Y >= pos.Y && at.X < pos.X+size.Width && at.Y < pos.Y+size.Height {
			return i
		}
	}
	return -1
}

func (p *plot) MouseIn(e *desktop.MouseEvent)    { p.point(p.under(e.Position)) }
func (p *plot) MouseMoved(e *desktop.MouseEvent) { p.point(p.under(e.Position)) }
func (p *plot) MouseOut()                        { p.point(-1) }

// point shows which bar a press would open.
func (p *plot) point(i int) {
	if i < 0 || p.enter == nil {
		p.ground.Hide()
		return
	}
	pos, size := p.d.spot(i, p.Size())
	put(p.ground, pos.X, pos.Y, size.Width, size.Height)
	p.ground.Show()
}

// arrange places the drawing and the ring.
func (p *plot) arrange() {
	s := p.Size()
	if p.d == nil || s.Width < 2 {
		return
	}
	p.d.arrange(s)
	show(p.ring, p.focused && p.d.count() > 0)
	if p.focused && p.d.count() > 0 {
		pos, size := p.d.spot(p.at, s)
		put(p.ring, pos.X-1, pos.Y-1, size.Width+2, size.Height+2)
	}
}

// MinSize is as tall as the drawing is at the width there is.
func (p *plot) MinSize() fyne.Size {
	if p.d == nil {
		return fyne.NewSize(1, 1)
	}
	return fyne.NewSize(1, p.d.height(p.Size().Width))
}

// CreateRenderer draws the picture over the ground of what is pointed at, and
// the ring over both.
func (p *plot) CreateRenderer() fyne.WidgetRenderer { return plotRenderer{p} }

type plotRenderer struct{ p *plot }

func (r plotRenderer) Layout(fyne.Size)   { r.p.arrange() }
func (r plotRenderer) MinSize() fyne.Size { return r.p.MinSize() }
func (r plotRenderer) Destroy()           {}

func (r plotRenderer) Refresh() {
	r.p.arrange()
	canvas.Refresh(r.p)
}

func (r plotRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.p.ground}
	if r.p.d != nil {
		out = append(out, r.p.d.objects()...)
	}
	return append(out, r.p.ring)
}
