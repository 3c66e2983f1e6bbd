package trail

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yttra/app/audit"
	"yttra/i18n"
	"yttra/screens/parts"
)

const rowHeight = 56

// row is one event: when, who, what with what was said below it, and whose.
type row struct {
	widget.BaseWidget
	day, clock, who, what, said, matter *parts.Label
	ground, ring                        *canvas.Rectangle
	all                                 *fyne.Container
}

func newRow() *row {
	label := func(size float32, c parts.Token, f parts.Face) *parts.Label { return parts.NewLabel("", size, c, f) }
	r := &row{day: label(parts.TextSecond, parts.Ink, parts.Regular), clock: label(parts.TextHint, parts.Muted, parts.Regular),
		who: label(parts.TextSecond, parts.Ink, parts.Regular), what: label(parts.TextSecond, parts.Ink, parts.Regular),
		said: label(parts.TextHint, parts.Muted, parts.Regular), matter: label(parts.TextSecond, parts.Muted, parts.Regular),
		ground: parts.Rect(parts.Clear, 1, 1, 0), ring: parts.Frame(parts.Accent, 2, 4)}
	line := parts.Columns(12, []float32{86, 140, 0, 310}, parts.Middle(parts.Column(0, r.day, r.clock)), parts.Middle(r.who),
		parts.Middle(parts.Column(0, r.what, r.said)), parts.Middle(r.matter))
	r.all = parts.Stack(r.ground, parts.Pad(3, 20, 3, 20, line), parts.Pad(2, 4, 2, 4, r.ring), parts.Align(parts.Stretch, 1, parts.HLine(parts.Line)))
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer draws the row.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.all) }

// show fills the row with an event.
func (r *row) show(w i18n.Words, l audit.Line, chosen, focused bool) {
	said := ""
	if len(l.Said) > 0 {
		said = l.Said[0]
		if len(l.Said) > 1 {
			said += " · " + l.Said[1]
		}
	}
	ground, second := parts.Page, parts.Muted
	if chosen {
		ground, second = parts.Soft, parts.Ink
	}
	r.day.Set(l.At.Format(time.DateOnly), parts.Ink)
	r.clock.Set(w.Clock(l.At), second)
	r.who.Set(l.Who, parts.Ink)
	r.what.Set(l.What, parts.Ink)
	r.said.Set(said, second)
	r.said.Hidden = said == "" // what was done then stands in the middle of the row
	r.matter.Set(l.Matter, second)
	r.ground.FillColor = parts.Color(ground)
	r.ring.Hidden = !chosen || !focused
	r.ground.Refresh()
	r.ring.Refresh()
}

// fill draws the i-th event; near the end of what has been read it asks for more.
func (v *view) fill(o fyne.CanvasObject, i int, chosen, focused bool) {
	if r, ok := o.(*row); ok {
		r.show(v.h.Words(), v.m.Line(i), chosen, focused)
	}
	if i >= v.m.Len()-page/4 && v.m.next() > 0 {
		v.h.After("trail.more", 1, func() { v.read(false, nil) })
	}
}
