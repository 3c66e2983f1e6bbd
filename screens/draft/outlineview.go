package draft

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yttra/screens/parts"
)

const outlineRow = 32 // height of a row

// outlineOrders is what a person can do with a row of the outline.
type outlineOrders interface {
	sectionPicked(r OutlineRow)
	sectionMenu(r OutlineRow, at fyne.Position)
	sectionRenamed(r OutlineRow)
	sectionRemoved(r OutlineRow)
}

// outline lists the sections. It is one Tab stop: arrows move in it, Enter goes
// to the section, F2 renames it, Delete takes it away.
type outline struct {
	widget.BaseWidget
	rows    []OutlineRow
	at      int // where the arrows are
	hover   int // -1: nowhere
	focus   bool
	orders  outlineOrders
	seen    func(y, height float32) // the row the arrows went to
	objects []fyne.CanvasObject
	ring    *canvas.Rectangle
}

var (
	_ fyne.Focusable         = (*outline)(nil)
	_ fyne.Tappable          = (*outline)(nil)
	_ fyne.SecondaryTappable = (*outline)(nil)
	_ desktop.Hoverable      = (*outline)(nil)
)

func newOutline(orders outlineOrders, seen func(y, height float32)) *outline {
	o := &outline{hover: -1, orders: orders, seen: seen, ring: parts.Frame(parts.Accent, 2, 6)}
	o.ExtendBaseWidget(o)
	return o
}

// show draws the rows when they look different.
func (o *outline) show(rows []OutlineRow) {
	if slices.Equal(rows, o.rows) {
		return
	}
	grown := len(rows) != len(o.rows)
	if i := slices.IndexFunc(rows, func(r OutlineRow) bool { return r.Active }); i >= 0 && !o.focus {
		o.at = i
	}
	o.rows = rows
	o.at = max(0, min(o.at, len(rows)-1))
	o.Refresh()
	if grown {
		o.Resize(fyne.NewSize(o.Size().Width, o.MinSize().Height))
	}
}

func (o *outline) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		o.move(o.at - 1)
	case fyne.KeyDown:
		o.move(o.at + 1)
	case fyne.KeyHome:
		o.move(0)
	case fyne.KeyEnd:
		o.move(len(o.rows) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyRight:
		o.choose(o.at)
	case fyne.KeyF2:
		if r, ok := o.here(); ok {
			o.orders.sectionRenamed(r)
		}
	case fyne.KeyDelete:
		if r, ok := o.here(); ok {
			o.orders.sectionRemoved(r)
		}
	default:
		parts.PassKey(o, e)
	}
}

func (o *outline) move(to int) {
	if to >= 0 && to < len(o.rows) && to != o.at {
		o.at = to
		o.Refresh()
		o.seen(float32(to*outlineRow), outlineRow)
	}
}

func (o *outline) choose(i int) {
	if i >= 0 && i < len(o.rows) {
		o.at = i
		o.orders.sectionPicked(o.rows[i])
	}
}

// here is the row the arrows are at.
func (o *outline) here() (OutlineRow, bool) {
	if o.at >= len(o.rows) {
		return OutlineRow{}, false
	}
	return o.rows[o.at], true
}

// goTo moves the arrows to a row, wherever it stands now.
func (o *outline) goTo(r OutlineRow) {
	for i, now := range o.rows {
		if now.Section == r.Section && now.At == r.At {
			o.move(i)
			return
		}
	}
}

func (o *outline) TypedRune(rune) {}
func (o *outline) FocusGained()   { o.focus = true; o.Refresh() }
func (o *outline) FocusLost()     { o.focus = false; o.Refresh() }

func (o *outline) Tapped(e *fyne.PointEvent) { o.choose(int(e.Position.Y / outlineRow)) }

// TappedSecondary offers what can be done with the row under the pointer.
func (o *outline) TappedSecondary(e *fyne.PointEvent) {
	if i := int(e.Position.Y / outlineRow); i < len(o.rows) {
		o.at = i
		o.Refresh()
		o.orders.sectionMenu(o.rows[i], e.Position)
	}
}

func (o *outline) MouseIn(e *desktop.MouseEvent)    { o.point(int(e.Position.Y / outlineRow)) }
func (o *outline) MouseMoved(e *desktop.MouseEvent) { o.point(int(e.Position.Y / outlineRow)) }
func (o *outline) MouseOut()                        { o.point(-1) }

func (o *outline) point(i int) {
	if i != o.hover {
		o.hover = i
		o.Refresh()
	}
}

// draw makes the rows anew. It must never follow from a layout: the canvas lays
// out what holds something new, and would do so without end.
func (o *outline) draw() {
	o.objects = o.objects[:0]
	for i, r := range o.rows {
		o.objects = append(o.objects, drawOutlineRow(r, i == o.hover))
	}
	o.ring.Hidden = !o.focus || len(o.rows) == 0
	o.objects = append(o.objects, o.ring)
	o.place()
}

// place puts what has been drawn where it belongs.
func (o *outline) place() {
	for i, row := range o.objects[:max(0, len(o.objects)-1)] {
		row.Move(fyne.NewPos(0, float32(i*outlineRow)))
		row.Resize(fyne.NewSize(o.Size().Width, outlineRow))
	}
	o.ring.Move(fyne.NewPos(2, float32(o.at*outlineRow)+1))
	o.ring.Resize(fyne.NewSize(max(0, o.Size().Width-4), outlineRow-2))
}

func drawOutlineRow(r OutlineRow, hovered bool) fyne.CanvasObject {
	ground, bar, ink, face := parts.Clear, parts.Clear, parts.Ink, parts.Regular
	behind := parts.Panel
	switch {
	case r.Active:
		ground, bar, face, behind = parts.Soft, parts.Accent, parts.Bold, parts.Soft
	case hovered:
		ground, behind = parts.Hover, parts.Hover
	}
	if r.Ancestor {
		face = parts.Bold
	}
	var shape fyne.CanvasObject
	switch {
	case r.Empty && r.Worst == "":
		ink = parts.Muted
		shape = parts.Mark(parts.MarkNotAddressed, 16, behind)
	case r.Worst == "":
		shape = parts.Icon(parts.IconCheck, 16, parts.OK, behind)
	default:
		shape = parts.Mark(parts.SeverityMark(r.Worst), 16, behind)
	}
	if r.Empty {
		ink = parts.Muted
	}
	row := []fyne.CanvasObject{shape, parts.Grow(parts.Middle(parts.NewLabel(r.Heading, parts.TextControl, ink, face)))}
	if r.Count > 0 {
		row = append(row, parts.Text(strconv.Itoa(r.Count), parts.TextSecond, parts.Muted, parts.Regular))
	}
	inner := parts.Pad(0, 12, 0, 10+float32(r.Level)*16, parts.Row(8, row...))
	return parts.Box(ground, parts.Clear, 0, parts.Columns(0, []float32{4, 0}, parts.Rect(bar, 4, 1, 0), inner))
}

// CreateRenderer draws the rows.
func (o *outline) CreateRenderer() fyne.WidgetRenderer {
	o.draw()
	return &outlineRenderer{o}
}

type outlineRenderer struct{ o *outline }

func (r *outlineRenderer) Layout(fyne.Size) { r.o.place() }
func (r *outlineRenderer) MinSize() fyne.Size {
	return fyne.NewSize(120, float32(len(r.o.rows)*outlineRow))
}
func (r *outlineRenderer) Refresh()                     { r.o.draw(); canvas.Refresh(r.o) }
func (r *outlineRenderer) Objects() []fyne.CanvasObject { return r.o.objects }
func (r *outlineRenderer) Destroy()                     {}
