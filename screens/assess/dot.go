package assess

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yttra/screens/parts"
)

const dotSize = 28 // of what the pointer can take hold of

// dot is a point of the picture: it can be dragged, or moved with the arrows
// when it has the focus.
type dot struct {
	widget.BaseWidget
	p       *picture
	name    string
	point   Point
	focused bool
	x, y    float32 // where the pointer has dragged it, in pixels
	dragged bool
	mark    *canvas.Image
	ring    *canvas.Circle
	focus   *canvas.Rectangle
}

var (
	_ fyne.Focusable     = (*dot)(nil)
	_ fyne.Draggable     = (*dot)(nil)
	_ fyne.Tappable      = (*dot)(nil)
	_ desktop.Cursorable = (*dot)(nil)
)

func newDot(p *picture, name string) *dot {
	d := &dot{p: p, name: name, mark: parts.Mark(parts.MarkFailed, 19, parts.Page), focus: parts.Frame(parts.Accent, 2, 6)}
	d.ring = canvas.NewCircle(parts.Color(parts.Page))
	d.ring.StrokeColor, d.ring.StrokeWidth = parts.Color(parts.Accent), 4
	d.ExtendBaseWidget(d)
	return d
}

// show draws the point: the measure as its state, an alternative as a ring.
func (d *dot) show(p Point) {
	d.point = p
	d.mark.Hidden, d.ring.Hidden = p.Mark == "", p.Mark != ""
	if p.Mark != "" {
		parts.SetIcon(d.mark, p.Mark, parts.MarkColor(p.Mark), parts.Page)
	}
	d.focus.Hidden = !d.focused
	d.Refresh()
}

// Tapped chooses the point.
func (d *dot) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(d); c != nil {
		c.Focus(d)
	}
}

// Dragged moves the point after the pointer.
func (d *dot) Dragged(e *fyne.DragEvent) {
	if !d.dragged {
		d.dragged = true
		at := d.Position()
		d.x, d.y = at.X+dotSize/2, at.Y+dotSize/2
		d.Tapped(nil)
	}
	d.x, d.y = d.x+e.Dragged.DX, d.y+e.Dragged.DY
	d.p.moved(d.name, d.p.spotAt(d.x, d.y))
}

// DragEnd asks why.
func (d *dot) DragEnd() {
	d.dragged = false
	d.p.ask()
}

// Cursor is a hand: the point can be taken hold of.
func (d *dot) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained chooses the point and shows the ring.
func (d *dot) FocusGained() {
	d.focused = true
	d.show(d.point)
	d.p.choose(d.name)
}

// FocusLost takes the ring away.
func (d *dot) FocusLost() {
	d.focused = false
	d.show(d.point)
}

func (d *dot) TypedRune(rune) {}

// TypedKey moves the point five steps with the arrows; Enter asks for the reason,
// Delete takes an alternative away, F2 renames it, Esc lets go.
func (d *dot) TypedKey(e *fyne.KeyEvent) {
	const step = 5
	s := d.point.Spot
	switch e.Name {
	case fyne.KeyUp:
		s.Need += step
	case fyne.KeyDown:
		s.Need -= step
	case fyne.KeyRight:
		s.Intrusion += step
	case fyne.KeyLeft:
		s.Intrusion -= step
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		d.p.ask()
		return
	case fyne.KeyDelete, fyne.KeyBackspace:
		d.p.away(d.name)
		return
	case fyne.KeyF2:
		d.p.rename(d.name)
		return
	case fyne.KeyEscape:
		d.p.letGo()
		return
	default:
		parts.PassKey(d, e)
		return
	}
	d.p.moved(d.name, s)
}

// MinSize is what the pointer can take hold of.
func (d *dot) MinSize() fyne.Size { return fyne.NewSquareSize(dotSize) }

// CreateRenderer draws the point.
func (d *dot) CreateRenderer() fyne.WidgetRenderer { return dotRenderer{d} }

type dotRenderer struct{ d *dot }

func (r dotRenderer) Layout(fyne.Size) {
	put(r.d.mark, (dotSize-19)/2.0, (dotSize-19)/2.0, 19, 19)
	put(r.d.ring, 7, 7, 14, 14)
	put(r.d.focus, 0, 0, dotSize, dotSize)
}
func (r dotRenderer) MinSize() fyne.Size { return r.d.MinSize() }
func (r dotRenderer) Refresh()           { canvas.Refresh(r.d) }
func (r dotRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.d.mark, r.d.ring, r.d.focus}
}
func (r dotRenderer) Destroy() {}
