package matters

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yttra/screens/parts"
)

// newList makes the list of matters.
func (v *view) newList() *parts.List {
	return parts.NewList(parts.ListOptions{Len: v.m.Len, Height: rowHeight,
		Make: func() fyne.CanvasObject { return newRow() },
		Fill: func(o fyne.CanvasObject, i int, chosen, focused bool) {
			if r, ok := o.(*row); ok {
				r.show(v.m.Row(i), chosen, focused)
			}
			if v.m.Unquoted(i) {
				v.wantQuote(v.m.ID(i))
			}
		},
		Chose: func(i int) { v.chose(v.m.ID(i)) },
		Enter: func(int) { v.enter() },
		Key:   v.key})
}

const rowHeight = 58

// row draws one matter. It is made once for each line that is seen and filled
// again and again.
type row struct {
	widget.BaseWidget
	back   *canvas.Rectangle
	bar    *canvas.Rectangle
	rule   *canvas.Rectangle
	ring   *canvas.Rectangle
	title  *parts.Label
	second *parts.Label
	found  *found
	tally  *tally
	icon   *canvas.Image
	stage  *parts.Label
	holder *parts.Label
	time   *parts.Label
	mark   *canvas.Image
	year   *canvas.Rectangle
	used   *canvas.Rectangle
	share  float32
	shown  Row
}

func newRow() *row {
	r := &row{back: parts.Rect(parts.Clear, 1, 1, 0), bar: parts.Rect(parts.Accent, 4, 1, 0), rule: parts.HLine(parts.Line), ring: parts.Frame(parts.Accent, 2, 4),
		title: parts.NewLabel("", parts.TextControl, parts.Ink, parts.Bold), second: parts.NewLabel("", parts.TextHint, parts.Muted, parts.Regular), found: newFound(), tally: newTally(),
		icon: parts.Icon(parts.IconPlus, 17, parts.Muted, parts.Page), stage: parts.NewLabel("", parts.TextControl, parts.Ink, parts.Regular),
		holder: parts.NewLabel("", parts.TextHint, parts.Muted, parts.Regular), time: parts.NewLabel("", parts.TextSecond, parts.Ink, parts.Regular),
		mark: parts.Mark(parts.MarkSerious, 16, parts.Page), year: parts.Rect(parts.Line, 1, 4, 2), used: parts.Rect(parts.Muted, 1, 4, 2)}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) show(x Row, chosen, focused bool) {
	ground := parts.Page
	r.back.FillColor = parts.Color(parts.Clear)
	if chosen {
		ground = parts.Soft
		r.back.FillColor = parts.Color(parts.Soft)
	}
	r.bar.Hidden, r.ring.Hidden = !chosen, !chosen || !focused
	r.title.Set(x.Title, parts.Ink)
	r.found.set(x.Found)
	r.shown = x
	r.tally.show(x.Tally, ground)
	ink := parts.Muted
	if x.Icon == parts.MarkMet {
		ink = parts.OK
	}
	parts.SetIcon(r.icon, x.Icon, ink, ground)
	r.stage.Set(x.Stage, parts.Ink)
	r.holder.Set(x.Holder, parts.Muted)
	r.showTime(x, ground)
	r.Refresh()
}

func (r *row) showTime(x Row, ground parts.Token) {
	ink, fill := parts.Ink, parts.Muted
	if x.Mark != "" {
		ink, fill = parts.MarkWord(x.Mark), parts.MarkColor(x.Mark)
		parts.SetIcon(r.mark, x.Mark, fill, ground)
	}
	if !x.Year {
		ink = parts.Muted
	}
	r.mark.Hidden = x.Mark == ""
	r.time.Set(x.Time, ink)
	r.year.Hidden, r.used.Hidden = !x.Year, !x.Year
	r.used.FillColor = parts.Color(fill)
	r.share = float32(x.Used) / 1000
}

// MinSize is the row's height.
func (r *row) MinSize() fyne.Size { return fyne.NewSize(400, rowHeight) }

// CreateRenderer draws the row.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{r} }

type rowRenderer struct{ r *row }

func (d *rowRenderer) Layout(s fyne.Size) {
	r := d.r
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	put(r.back, 0, 0, s.Width, s.Height)
	put(r.bar, 0, 0, 4, s.Height-1)
	put(r.rule, 0, s.Height-1, s.Width, 1)
	put(r.ring, 1, 1, s.Width-2, s.Height-3)
	title, tally, stage, at, stages := places(s.Width)
	wide, x := max(0, tally-title-12), r.shown
	put(r.title, title, 8, wide, 21)
	// Without the column of stages the second line says it.
	second := x.Second
	if !stages {
		second = strings.Join(nonEmpty(x.Stage, second), " · ")
	}
	r.second.Set(second, parts.Muted)
	r.second.Hidden, r.found.Hidden = x.Found != nil, x.Found == nil
	put(r.second, title, 30, wide, 19)
	put(r.found, title, 30, wide, 19)
	put(r.tally, tally, 19, tallyWidth, 20)
	r.icon.Hidden, r.stage.Hidden, r.holder.Hidden = !stages, !stages, !stages
	put(r.icon, stage, 10, 17, 17)
	put(r.stage, stage+23, 8, stageWidth-35, 21)
	put(r.holder, stage, 30, stageWidth-12, 19)
	inset := float32(0)
	if !r.mark.Hidden {
		put(r.mark, at, 15, 16, 16)
		inset = 22
	}
	put(r.time, at+inset, 13, timeWidth-inset, 20)
	put(r.year, at, 38, timeWidth, 4)
	put(r.used, at, 38, float32(int(timeWidth*r.share)), 4)
}

func (d *rowRenderer) MinSize() fyne.Size { return d.r.MinSize() }

func (d *rowRenderer) Refresh() {
	d.Layout(d.r.Size())
	canvas.Refresh(d.r)
}

func (d *rowRenderer) Objects() []fyne.CanvasObject {
	r := d.r
	return []fyne.CanvasObject{r.back, r.bar, r.title, r.second, r.found, r.tally, r.icon, r.stage, r.holder, r.time, r.mark, r.year, r.used, r.rule, r.ring}
}

func (d *rowRenderer) Destroy() {}
