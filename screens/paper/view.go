package paper

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/app"
	"yttra/app/desk"
	"yttra/reports/raster"
	"yttra/screens/parts"
)

// view draws small pages, the page that is looked at, and the ways out.
type view struct {
	m *Model
	d *desk.Desk
	h parts.Host
	o Options

	painter *raster.Painter
	outer   fyne.CanvasObject
	thumbs  *parts.Scroll
	small   []*parts.PageView
	numbers []*parts.Label
	waiting []int // small pages that are to be drawn
	page    *parts.PageView
	scroll  *container.Scroll
	bed     *fyne.Container
	bar     *bar
	side    *parts.Scroll
	foot    *foot
	sheet   *sheetBox
	web     *webBox
	number  *numberBox
	record  *recordBox
	answers fyne.CanvasObject // how the text answers the criteria
	inWord  fyne.CanvasObject // the paper for those who finish it in Word
	first   *parts.Press      // the way to the first thing that holds back; nil: nothing does
	notice  *fyne.Container
	zoom    zoom
	width   float32   // of the page, when zoom is free
	seen    app.Place // where the caret was when it was last asked about
}

func newView(m *Model, d *desk.Desk, h parts.Host, o Options) *view {
	v := &view{m: m, d: d, h: h, o: o, painter: raster.New(), zoom: pageWidth, seen: app.Place{Section: -1}}
	v.page = parts.NewPageView(parts.PageOptions{Painter: v.painter, Width: 600, Key: v.key, Rune: v.rune, Over: v.over, Point: v.point})
	v.scroll = container.NewScroll(parts.Pad(16, bedSide, 16, bedSide, parts.Align(0.5, 0, v.page)))
	v.bed = container.New(&bedLayout{v}, v.scroll, newWheel(v.wheel))
	v.thumbs = parts.NewScroll(parts.Column(0))
	v.bar, v.foot, v.notice = newBar(v), newFoot(v), parts.Column(0)
	v.sheet, v.number, v.record, v.web = newSheetBox(v), newNumberBox(v), newRecordBox(v), newWebBox(v)
	v.answers = newProtocolBox(v)
	v.inWord = newWordBox(v)
	v.side = parts.NewScroll(parts.Column(0))
	middle := parts.Dock(parts.Column(0, v.notice, parts.Fill(parts.Panel, v.bar.outer), parts.HLine(parts.Line)), nil, parts.Fill(parts.Bench, v.bed))
	left := parts.Columns(0, []float32{thumbsWidth, 1}, parts.Fill(parts.Panel, v.thumbs.Outer), parts.VLine(parts.Line))
	v.outer = container.New(sheets{}, left, middle, parts.VLine(parts.Line), parts.Fill(parts.Panel, parts.Dock(nil, v.foot.outer, v.side.Outer)))
	return v
}

// draw shows the model anew.
func (v *view) draw() {
	v.bed.Objects = []fyne.CanvasObject{v.scroll, v.bed.Objects[len(v.bed.Objects)-1]}
	t := v.h.Words().T
	switch {
	case v.m.Err() != nil:
		v.bed.Objects[0] = parts.Align(parts.Stretch, 0, parts.ShowProblem(v.h.Words(), v.m.Err(), func() { v.h.Go("draft") }))
	case len(v.m.Pages()) == 0:
		v.bed.Objects[0] = parts.Empty(parts.IconPaper, t("paper.none"), t("paper.none_text"))
	}
	v.drawThumbs()
	v.drawPage()
	v.drawSide()
	v.outer.Refresh()
}

// drawThumbs shows the small pages; those that are there already are kept, and
// drawn anew only when they look otherwise. Those about the page that is looked at
// are drawn at once, and the others when nothing else is done, some at a time.
func (v *view) drawThumbs() {
	pages := v.m.Pages()
	if len(pages) != len(v.small) {
		v.makeThumbs(len(pages))
	}
	v.waiting = v.waiting[:0]
	for i := range pages {
		if i > v.m.At()-thumbsAtOnce && i < v.m.At()+thumbsAtOnce {
			v.small[i].SetPage(&pages[i])
		} else {
			v.waiting = append(v.waiting, i)
		}
	}
	v.thumbsSoon()
}

const (
	thumbsAtOnce = 7  // to each side
	thumbsInTurn = 3  // of those that wait
	thumbsMillis = 12 // between turns
)

// thumbsSoon draws some of the small pages that wait, and asks for the next turn.
func (v *view) thumbsSoon() {
	if len(v.waiting) == 0 {
		return
	}
	v.h.After("thumbs", thumbsMillis, func() {
		pages := v.m.Pages()
		n := min(thumbsInTurn, len(v.waiting))
		for _, i := range v.waiting[:n] {
			if i < len(pages) && i < len(v.small) {
				v.small[i].SetPage(&pages[i])
			}
		}
		v.waiting = v.waiting[n:]
		v.thumbsSoon()
	})
}

func (v *view) makeThumbs(n int) {
	v.small, v.numbers = v.small[:min(n, len(v.small))], v.numbers[:min(n, len(v.numbers))]
	for i := len(v.small); i < n; i++ {
		v.small = append(v.small, parts.NewPageView(parts.PageOptions{Painter: v.painter, Width: thumbWidth, Out: true, Tap: func() { v.turn(i) }, Key: v.thumbKey}))
		v.numbers = append(v.numbers, parts.NewLabel(v.h.Words().Int(int64(i+1)), parts.TextSecond, parts.Muted, parts.Regular))
	}
	var rows []fyne.CanvasObject
	for i, s := range v.small {
		rows = append(rows, parts.Column(4, parts.Centre(s), parts.Centre(parts.Fixed(v.numbers[i].Natural(), 0, v.numbers[i]))))
	}
	v.thumbs.Set(parts.Pad(16, 0, 16, 0, parts.Column(12, rows...)))
}

// drawPage shows the page that is looked at, and its number in the bar.
func (v *view) drawPage() {
	pages := v.m.Pages()
	if v.m.At() < len(pages) {
		v.page.SetPage(&pages[v.m.At()])
	}
	for i, s := range v.small {
		s.Choose(i == v.m.At())
		ink := parts.Muted
		if i == v.m.At() {
			ink = parts.Ink
		}
		v.numbers[i].Set(v.h.Words().Int(int64(i+1)), ink)
	}
	v.bar.draw()
}

// turn looks at another page, from its top.
func (v *view) turn(i int) {
	if v.m.Turn(i) {
		v.drawPage()
		v.toTop()
	}
}

// focus goes to the page.
func (v *view) focus() {
	if len(v.m.Pages()) > 0 {
		v.h.Window().Canvas().Focus(v.page)
	}
}

// jump goes to the small pages, the page, or what holds it back.
func (v *view) jump(to string) {
	c := v.h.Window().Canvas()
	switch {
	case to == "outline" && v.m.At() < len(v.small):
		c.Focus(v.small[v.m.At()])
	case to == "findings" && v.first != nil:
		c.Focus(v.first)
	case to == "findings":
		c.Focus(v.foot.front())
	default:
		v.focus()
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
