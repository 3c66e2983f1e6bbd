package parts

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/app"
	"yttra/app/reading"
	"yttra/i18n"
)

// Original shows a paper as it came in: its pages, or its text where it has none.
// Places in it are marked by their bytes in Text.String; what is looked for is found
// in it, and a person can mark words. Places never differ by colour alone: what is
// marked has a bar at the page's edge, what is shown a frame, what was found a line.
type Original struct {
	Outer fyne.CanvasObject // what to lay out
	// Pick is told the words a person marks, whole words at a time, and an empty span
	// when they are let go. May be nil.
	Pick func(app.Span)
	// Press is told which of the marked places was pressed. May be nil.
	Press func(i int)

	o      OriginalOptions
	view   *originalView
	ground ground // what is shown: pages or text
	scroll *container.Scroll
	where  *Label
	count  *Label
	field  *Field
	first  *Press          // of the bar
	told   *fyne.Container // why there are no pages
	failed error

	marks  []app.Span
	now    app.Span // shown
	picked app.Span
	hits   []app.Span
	hit    int // which of them one stands at; -1: none
	sought string
	zoom   float32
	text   folded
}

// OriginalOptions make an Original.
type OriginalOptions struct {
	Words i18n.Words
	Text  reading.Text
	// Draw draws a page, from 0, so many pixels wide, and calls done on the window's
	// thread, once. It is asked for one page at a time. Nil: the text is shown.
	Draw func(page, width int, done func(image.Image, error))
	Acts []fyne.CanvasObject // at the right of the bar
	Why  error               // the file could not be read again, so that only its text is here; may be nil
	Read func()              // tries to; needed with Why
}

// NewOriginal makes one. Nothing is drawn before it is laid out.
func NewOriginal(o OriginalOptions) *Original {
	p := &Original{o: o, hit: -1, zoom: 1,
		where: NewLabel("", TextSecond, Muted, Regular), count: NewLabel("", TextSecond, Muted, Regular), told: Column(0)}
	p.told.Hide()
	p.view = newOriginalView(p)
	p.choose()
	p.scroll = container.NewScroll(p.view)
	p.scroll.OnScrolled = func(fyne.Position) { p.view.update() }
	body := container.New(&originalFit{p: p}, p.scroll, p.view.ring)
	p.Outer = Fill(Bench, Dock(p.bar(), nil, body))
	if o.Why != nil {
		p.sayWhy(o.Why, o.Read)
	}
	p.say()
	return p
}

// choose takes pages as the ground when there are any that can be drawn, else the text.
func (p *Original) choose() {
	if p.Paged() {
		p.ground = newLeaves(p)
	} else {
		p.ground = newProse(p.o.Text, p.o.Words)
	}
}

// Paged tells whether pages are shown, and not only text.
func (p *Original) Paged() bool {
	return p.o.Draw != nil && len(p.o.Text.Pages) > 0 && p.failed == nil
}

// bar stands above: where one is, larger and smaller, and the search.
func (p *Original) bar() fyne.CanvasObject {
	t := p.o.Words.T
	icon := func(name string, tap func()) *Press {
		return NewButton(ButtonOptions{Icon: name, Kind: Quiet, Tap: tap})
	}
	p.first = icon(IconMinus, func() { p.Zoom(-1) })
	p.field = NewField(FieldOptions{Ghost: t("original.find"), Icon: IconSearch, Changed: func(s string) { p.Find(s) }, Key: p.fieldKey})
	first := append([]fyne.CanvasObject{Grow(p.where), p.first, icon(IconPlus, func() { p.Zoom(1) }),
		NewLink(t("original.fit"), func() { p.Zoom(0) })}, p.o.Acts...)
	second := []fyne.CanvasObject{Grow(p.field.Outer), Fixed(76, 0, p.count), icon(IconUp, p.Prev), icon(IconDown, p.Next)}
	return Fill(Panel, Column(0, Pad(5, 8, 6, 12, Column(5, Row(4, first...), Row(4, second...))), p.told, HLine(Line)))
}

// Focus puts the keyboard in the pages.
func (p *Original) Focus(c fyne.Canvas) { c.Focus(p.view) }

// FocusFirst puts it on what comes first of all.
func (p *Original) FocusFirst(c fyne.Canvas) { c.Focus(p.first) }

// FocusSearch puts the keyboard in the search.
func (p *Original) FocusSearch(c fyne.Canvas) {
	c.Focus(p.field.Entry)
	p.field.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// Show marks a place more than the others and scrolls it into sight. An empty span
// marks none.
func (p *Original) Show(s app.Span) {
	p.now = p.whole(s)
	p.seek(p.now)
	p.view.update()
}

// Mark marks places; those before are marked no more.
func (p *Original) Mark(spans []app.Span) {
	p.marks = nil
	for _, s := range spans {
		p.marks = append(p.marks, p.whole(s))
	}
	p.view.update()
}

// Picked are the words a person has marked; without them the place that is shown.
func (p *Original) Picked() app.Span {
	switch {
	case !p.picked.Empty():
		return p.picked
	case p.hit >= 0:
		return p.hits[p.hit]
	}
	return p.now
}

// PageOf gives the page, from 1, on which a place begins; 0: the file has no pages.
func (p *Original) PageOf(s app.Span) int {
	if on := p.o.Text.On(s); len(on) > 0 {
		return on[0].Page + 1
	}
	return 0
}

// whole keeps a span within the text.
func (p *Original) whole(s app.Span) app.Span {
	n := len(p.o.Text.String)
	return app.Span{Start: min(max(0, s.Start), n), End: min(max(0, s.End), n)}
}

// Zoom makes the pages larger (1) or smaller (-1), or as wide as there is room (0).
func (p *Original) Zoom(by int) {
	at := 0
	for i, z := range zooms {
		if z <= p.zoom {
			at = i
		}
	}
	at = min(max(0, at+by), len(zooms)-1)
	if by == 0 {
		at = zoomFit
	}
	if zooms[at] != p.zoom {
		p.zoom = zooms[at]
		p.refit()
	}
}

// zooms are the sizes there are; zoomFit is the one that fits the width.
var zooms = []float32{0.5, 0.75, 1, 1.25, 1.5, 2, 3}

const zoomFit = 2

// refit lays the ground out for the room there is and keeps the place.
func (p *Original) refit() {
	room := p.scroll.Size()
	if room.Width < 20 {
		return
	}
	after := p.ground.keep(p.scroll.Offset.Y)
	p.ground.fit(room.Width, p.zoom)
	p.grown()
	p.goTo(after())
}

// grown tells the scroll that what is in it has another size.
func (p *Original) grown() {
	size := p.ground.size()
	p.view.Resize(size.Max(p.scroll.Size()))
	p.scroll.Refresh()
}

// goTo scrolls to a height and draws what is seen there.
func (p *Original) goTo(y float32) {
	most := max(0, p.ground.size().Height-p.scroll.Size().Height)
	p.scroll.ScrollToOffset(fyne.NewPos(p.scroll.Offset.X, min(max(0, y), most)))
	p.view.update()
}

// seek scrolls a place into sight, a third down, unless all of it is seen.
func (p *Original) seek(s app.Span) {
	room := p.scroll.Size()
	if s.Empty() || room.Width < 20 {
		return
	}
	if p.ground.reach(s) {
		p.grown()
	}
	boxes := p.ground.boxes(s)
	if len(boxes) == 0 {
		return
	}
	first, last := boxes[0], boxes[len(boxes)-1]
	off := p.scroll.Offset
	if first.x < off.X || first.x+min(first.w, room.Width) > off.X+room.Width {
		off.X = max(0, min(first.x-24, p.ground.size().Width-room.Width))
		p.scroll.ScrollToOffset(off)
	}
	if first.y < off.Y+8 || last.y+last.h > off.Y+room.Height-8 {
		p.goTo(first.y - room.Height/3)
	}
}

// fail shows the text in place of pages that cannot be drawn, and why.
func (p *Original) fail(err error) {
	p.failed = err
	p.sayWhy(err, p.again)
	p.changed()
}

// sayWhy says why there are no pages.
func (p *Original) sayWhy(err error, again func()) {
	what, _, _ := ProblemWords(p.o.Words, err)
	p.told.Objects = []fyne.CanvasObject{Banner(MarkSerious, p.o.Words.T("original.failed", i18n.Vars{"Why": what}), &Action{Text: p.o.Words.T("original.again"), Do: again})}
	p.told.Show()
}

// again tries the pages once more.
func (p *Original) again() {
	p.failed = nil
	p.told.Hide()
	p.changed()
}

func (p *Original) changed() {
	p.choose()
	p.Outer.Refresh()
	p.scroll.Offset = fyne.Position{}
	p.refit()
	p.seek(p.Picked())
	p.view.update()
}

// say writes which page is looked at.
func (p *Original) say() {
	n, of := p.ground.page(p.scroll.Offset.Y + p.scroll.Size().Height/3)
	switch {
	case of > 0:
		p.where.Set(p.o.Words.T("paper.page_of", i18n.Vars{"N": p.o.Words.Int(int64(n)), "Of": p.o.Words.Int(int64(of))}), Muted)
	default:
		p.where.Set(p.o.Words.T("original.text"), Muted)
	}
}

// originalFit gives the scroll all the room, and lays the ground out for it.
type originalFit struct {
	p    *Original
	done fyne.Size
}

func (l *originalFit) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 120) }

func (l *originalFit) Layout(o []fyne.CanvasObject, s fyne.Size) {
	for _, k := range o {
		place(k, 0, 0, s.Width, s.Height)
	}
	if l.done == s {
		return
	}
	wide, first := l.done.Width != s.Width, l.done.IsZero()
	l.done = s
	if wide {
		l.p.refit()
	}
	if first {
		l.p.seek(l.p.Picked())
	}
	l.p.view.update()
}
