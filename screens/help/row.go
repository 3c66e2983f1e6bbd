package help

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yttra/screens/parts"
)

const (
	rowHeight = 32
	hitHeight = 54
)

// row draws a line of the contents: a head, a page, or a page that was found
// with the words around the hit.
type row struct {
	widget.BaseWidget
	back, bar, ring    *canvas.Rectangle
	head, title, quote *parts.Label
	tall               bool
}

func newRow() *row {
	r := &row{back: parts.Rect(parts.Clear, 1, 1, 0), bar: parts.Rect(parts.Accent, 4, 1, 0), ring: parts.Frame(parts.Accent, 2, 4),
		head:  parts.NewLabel("", parts.TextHint, parts.Muted, parts.Bold),
		title: parts.NewLabel("", parts.TextSecond, parts.Ink, parts.Regular), quote: parts.NewLabel("", parts.TextHint, parts.Muted, parts.Italic)}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) show(x Row, chosen, focused bool) {
	r.back.FillColor = parts.Color(parts.Clear)
	if chosen {
		r.back.FillColor = parts.Color(parts.Soft)
	}
	r.tall = x.Quote != ""
	r.bar.Hidden, r.ring.Hidden = !chosen, !chosen || !focused
	r.head.Hidden, r.title.Hidden, r.quote.Hidden = !x.Head, x.Head, !r.tall
	r.head.Set(x.Title, parts.Muted)
	r.title.Set(x.Title, parts.Ink)
	r.quote.Set(x.Quote, parts.Muted)
	r.Refresh()
}

// MinSize is the row's least height.
func (r *row) MinSize() fyne.Size { return fyne.NewSize(100, rowHeight) }

// CreateRenderer draws the row.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return rowRenderer{r} }

type rowRenderer struct{ r *row }

func (d rowRenderer) Layout(s fyne.Size) {
	set := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	r := d.r
	set(r.back, 0, 0, s.Width, s.Height)
	set(r.bar, 0, 0, 4, s.Height)
	set(r.ring, 1, 1, s.Width-2, s.Height-2)
	set(r.head, 14, 9, s.Width-20, 19)
	set(r.title, 20, 6, s.Width-28, 20)
	set(r.quote, 20, 28, s.Width-28, 19)
}
func (d rowRenderer) MinSize() fyne.Size { return d.r.MinSize() }
func (d rowRenderer) Refresh() {
	d.Layout(d.r.Size())
	canvas.Refresh(d.r)
}
func (d rowRenderer) Objects() []fyne.CanvasObject {
	r := d.r
	return []fyne.CanvasObject{r.back, r.bar, r.head, r.title, r.quote, r.ring}
}
func (d rowRenderer) Destroy() {}
