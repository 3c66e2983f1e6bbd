package paper

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/app"
	"yttra/app/desk"
	"yttra/i18n"
	"yttra/screens/parts"
)

const (
	thumbsWidth = 128
	sideWidth   = 336
	thumbWidth  = 88
	least       = 200 // of a page, in logical pixels
	full        = 794 // A4 at 96 dots an inch: 100 %
)

// zoom is how large the page is drawn.
type zoom int

const (
	wholePage zoom = iota
	pageWidth
	hundred
)

// view draws thumbnails, the page that is looked at, and the ways out.
type view struct {
	m *Model
	d *desk.Desk
	h parts.Host
	o Options

	painter *parts.Painter
	outer   fyne.CanvasObject
	thumbs  *parts.Scroll
	small   []*parts.PageView
	page    *parts.PageView
	scroll  *parts.Scroll
	bed     *fyne.Container
	bar     *fyne.Container
	side    *fyne.Container
	notice  *fyne.Container
	zoom    zoom
}

func newView(m *Model, d *desk.Desk, h parts.Host, o Options) *view {
	v := &view{m: m, d: d, h: h, o: o, painter: parts.NewPainter(), zoom: pageWidth}
	v.page = parts.NewPageView(parts.PageOptions{Painter: v.painter, Width: 600, Key: v.key})
	v.scroll = parts.NewScroll(parts.Pad(16, 0, 16, 0, parts.Align(0.5, 0, v.page)))
	v.bed = container.New(&bedLayout{v}, v.scroll.Outer)
	v.thumbs = parts.NewScroll(parts.Column(0))
	v.bar, v.side, v.notice = container.NewStack(), container.NewStack(), parts.Column(0)
	middle := parts.Dock(parts.Column(0, v.notice, parts.Fill(parts.Panel, v.bar), parts.HLine(parts.Line)), nil, parts.Fill(parts.Bench, v.bed))
	left := parts.Columns(0, []float32{thumbsWidth, 1}, parts.Fill(parts.Panel, v.thumbs.Outer), parts.VLine(parts.Line))
	v.outer = container.New(sheets{}, left, middle, parts.VLine(parts.Line), parts.Fill(parts.Panel, v.side))
	return v
}

// sheets lays thumbnails, page and ways out side by side; the thumbnails give way
// first when there is little room.
type sheets struct{}

func (sheets) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(least+sideWidth, least) }

func (sheets) Layout(o []fyne.CanvasObject, s fyne.Size) {
	const leastMiddle = 470
	left := float32(thumbsWidth + 1)
	side := min(sideWidth, s.Width*0.45)
	o[0].Show()
	if s.Width-left-side-1 < leastMiddle {
		o[0].Hide()
		left = 0
	}
	for i, x := range []struct{ from, to float32 }{{0, left}, {left, s.Width - side - 1}, {s.Width - side - 1, s.Width - side}, {s.Width - side, s.Width}} {
		o[i].Move(fyne.NewPos(float32(int(x.from)), 0))
		o[i].Resize(fyne.NewSize(float32(int(x.to)-int(x.from)), s.Height))
	}
}

// bedLayout gives the page its width before it lays out the scroll.
type bedLayout struct{ v *view }

func (l *bedLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(least, least) }

func (l *bedLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	l.v.page.SetWidth(l.v.widthIn(s))
	for _, k := range o {
		k.Resize(s)
	}
	l.v.scroll.Refit()
}

// widthIn is how wide the page is in the room there is.
func (v *view) widthIn(s fyne.Size) float32 {
	switch v.zoom {
	case wholePage:
		return max(least, float32(int((s.Height-32)*210/297)))
	case hundred:
		return full
	}
	return max(least, min(s.Width-48, 1100))
}

// draw shows the model anew.
func (v *view) draw() {
	v.bed.Objects = []fyne.CanvasObject{v.scroll.Outer}
	switch {
	case v.m.Err() != nil:
		v.bed.Objects = []fyne.CanvasObject{parts.Align(parts.Stretch, 0, parts.ShowProblem(v.h.Words(), v.m.Err(), func() { v.h.Go("draft") }))}
	case len(v.m.Pages()) == 0:
		v.bed.Objects = []fyne.CanvasObject{parts.Empty(parts.IconPaper, v.h.Words().T("paper.none"), v.h.Words().T("paper.none_text"))}
	}
	v.drawThumbs()
	v.drawPage()
	v.drawSide()
	v.outer.Refresh()
}

func (v *view) drawThumbs() {
	pages := v.m.Pages()
	v.small = nil
	var rows []fyne.CanvasObject
	for i := range pages {
		thumb := parts.NewPageView(parts.PageOptions{Painter: v.painter, Width: thumbWidth, Tap: func() { v.turn(i) }, Key: v.key})
		thumb.SetPage(&pages[i])
		v.small = append(v.small, thumb)
		rows = append(rows, parts.Column(4, parts.Centre(thumb), parts.Centre(parts.Text(v.h.Words().Int(int64(i+1)), parts.TextSecond, parts.Muted, parts.Regular))))
	}
	v.thumbs.Set(parts.Pad(16, 0, 16, 0, parts.Column(12, rows...)))
}

// drawPage shows the page that is looked at, and its number in the bar.
func (v *view) drawPage() {
	w, pages := v.h.Words(), v.m.Pages()
	if v.m.At() < len(pages) {
		v.page.SetPage(&pages[v.m.At()])
	}
	for i, s := range v.small {
		s.Choose(i == v.m.At())
	}
	button := func(icon string, by int, possible bool) fyne.CanvasObject {
		return parts.NewButton(parts.ButtonOptions{Icon: icon, Kind: parts.Quiet, Disabled: !possible, Tap: func() { v.turn(v.m.At() + by) }})
	}
	zooms := parts.NewChoice(parts.ChoiceOptions{Options: []parts.Option{{Text: w.T("paper.whole")}, {Text: w.T("paper.width")}, {Text: w.Percent(10000)}},
		Chosen: int(v.zoom), Pick: func(i int) { v.zoom = zoom(i); v.bed.Refresh(); v.scroll.Inner.ScrollToTop() }})
	where := w.T("paper.page_of", i18n.Vars{"N": w.Int(int64(min(v.m.At()+1, len(pages)))), "Of": w.Int(int64(len(pages)))})
	v.bar.Objects = []fyne.CanvasObject{parts.Pad(6, 14, 6, 14, parts.Row(4, button(parts.IconUp, -1, v.m.At() > 0), button(parts.IconDown, 1, v.m.At() < len(pages)-1),
		parts.Text(where, parts.TextControl, parts.Ink, parts.Regular), parts.Grow(), zooms))}
	v.bar.Refresh()
}

// turn looks at another page, from its top.
func (v *view) turn(i int) {
	if v.m.Turn(i) {
		v.drawPage()
		v.scroll.Inner.ScrollToTop()
	}
}

// key turns pages and scrolls in them.
func (v *view) key(e *fyne.KeyEvent) bool {
	s := v.scroll.Inner
	room := s.Content.MinSize().Height - s.Size().Height
	scroll := func(by float32) bool {
		before := s.Offset.Y
		s.ScrollToOffset(fyne.NewPos(0, max(0, min(room, before+by))))
		return s.Offset.Y != before
	}
	switch e.Name {
	case fyne.KeyDown:
		scroll(60)
	case fyne.KeyUp:
		scroll(-60)
	case fyne.KeyPageDown, fyne.KeySpace:
		if !scroll(s.Size().Height - 40) {
			v.turn(v.m.At() + 1)
		}
	case fyne.KeyPageUp:
		if !scroll(40 - s.Size().Height) {
			v.turn(v.m.At() - 1)
		}
	case fyne.KeyHome:
		v.turn(0)
	case fyne.KeyEnd:
		v.turn(len(v.m.Pages()) - 1)
	default:
		return false
	}
	return true
}

func (v *view) focus() {
	if len(v.m.Pages()) > 0 {
		v.h.Window().Canvas().Focus(v.page)
	}
}

// say shows a row over the page; nil takes it away.
func (v *view) say(o fyne.CanvasObject) {
	v.notice.Objects = nil
	if o != nil {
		v.notice.Objects = []fyne.CanvasObject{o}
	}
	v.outer.Refresh()
}

// makeFinal says in the document that it is final.
func (v *view) makeFinal() { v.setStatus(app.Final, 0) }

func (v *view) setStatus(s app.Status, drafts int) {
	i := v.d.State().Doc
	v.d.Edit("", func(m *app.Matter) {
		if i >= 0 && i < len(m.Documents) {
			m.Documents[i].Status = s
			m.Documents[i].Draft += drafts
		}
	})
}
