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

// outline lists the sections. It is one Tab stop: arrows move in it, Enter goes
// to the section.
type outline struct {
	widget.BaseWidget
	rows    []OutlineRow
	at      int // where the arrows are
	hover   int // -1: nowhere
	focus   bool
	pick    func(section int)
	seen    func(y, height float32) // the row the arrows went to
	objects []fyne.CanvasObject
	ring    *canvas.Rectangle
}

var (
	_ fyne.Focusable    = (*outline)(nil)
	_ fyne.Tappable     = (*outline)(nil)
	_ desktop.Hoverable = (*outline)(nil)
)

func newOutline(pick func(section int), seen func(y, height float32)) *outline {
	o := &outline{hover: -1, pick: pick, seen: seen, ring: parts.Frame(parts.Accent, 2, 6)}
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
		o.pick(o.rows[i].Section)
	}
}

func (o *outline) TypedRune(rune) {}
func (o *outline) FocusGained()   { o.focus = true; o.Refresh() }
func (o *outline) FocusLost()     { o.focus = false; o.Refresh() }

func (o *outline) Tapped(e *fyne.PointEvent) { o.choose(int(e.Position.Y / outlineRow)) }

func (o *outline) MouseIn(e *desktop.MouseEvent)    { o.point(int(e.Position.Y / outlineRow)) }
func (o *outline) MouseMoved(e *desktop.MouseEvent) { o.point(int(e.Position.Y / outlineRow)) }
func (o *outline) MouseOut()                        { o.point(-1) }

func (o *outline) point(i int) {
	if i != o.hover {
		o.hover = i
		o.Refresh()
	}
}

func (o *outline) draw() {
	o.objects = o.objects[:0]
	for i, r := range o.rows {
		row := drawOutlineRow(r, i == o.hover)
		row.Move(fyne.NewPos(0, float32(i*outlineRow)))
		row.Resize(fyne.NewSize(o.Size().Width, outlineRow))
		o.objects = append(o.objects, row)
	}
	o.ring.Hidden = !o.focus || len(o.rows) == 0
	o.ring.Move(fyne.NewPos(2, float32(o.at*outlineRow)+1))
	o.ring.Resize(fyne.NewSize(max(0, o.Size().Width-4), outlineRow-2))
	o.objects = append(o.objects, o.ring)
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

func (r *outlineRenderer) Layout(fyne.Size) { r.o.draw() }
func (r *outlineRenderer) MinSize() fyne.Size {
	return fyne.NewSize(120, float32(len(r.o.rows)*outlineRow))
}
func (r *outlineRenderer) Refresh()                     { r.o.draw(); canvas.Refresh(r.o) }
func (r *outlineRenderer) Objects() []fyne.CanvasObject { return r.o.objects }
func (r *outlineRenderer) Destroy()                     {}
