package paper

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/app"
	"yttra/app/desk"
	"yttra/i18n"
	"yttra/reports/raster"
	"yttra/screens/parts"
)

// Beside is the page that is being written, beside the text: it follows the caret,
// with a bar at its paragraph, and a click on it puts the caret there. It has no
// keyboard of its own: the text keeps it.
type Beside struct {
	m       *Model
	h       parts.Host
	o       Options
	page    *parts.PageView
	scroll  *parts.Scroll
	where   *parts.Label
	body    *fyne.Container // the page, or why there is none
	outer   fyne.CanvasObject
	at      app.Place // where the caret was when it was last followed
	shut    func()
	picture bool // the page is what the body shows
}

// NewBeside makes one over a desk; o.Place and o.Caret are needed. shut is what its
// cross does.
func NewBeside(d *desk.Desk, h parts.Host, o Options, shut func()) *Beside {
	w := h.Words()
	b := &Beside{m: NewModel(w, d.Packs(), o.Creator), h: h, o: o, shut: shut, at: app.Place{Section: -1}, where: parts.NewLabel("", parts.TextSecond, parts.Muted, parts.Regular)}
	b.page = parts.NewPageView(parts.PageOptions{Painter: raster.New(), Width: least, Unfocused: true, Over: b.over, Point: b.point})
	b.scroll = parts.NewScroll(parts.Pad(besideEdge, besideEdge, besideEdge, besideEdge, b.page))
	b.body = container.New(&besideLayout{b}, b.scroll.Outer)
	away := parts.NewButton(parts.ButtonOptions{Icon: parts.IconClose, Kind: parts.Quiet, Tap: shut})
	head := parts.Pad(6, 8, 6, 14, parts.Row(6, parts.Grow(b.where), away))
	b.outer = parts.Fill(parts.Bench, parts.Dock(parts.Column(0, parts.Fill(parts.Panel, head), parts.HLine(parts.Line)), nil, b.body))
	return b
}

const besideEdge = 12 // around the page

// Content is what stands beside the text.
func (b *Beside) Content() fyne.CanvasObject { return b.outer }

// Show draws a new state of the desk, and follows the caret in it.
func (b *Beside) Show(s desk.State) {
	if b.m.Take(s) {
		b.at = app.Place{Section: -1}
	}
	b.Follow()
}

// Follow turns to the caret's page and marks its paragraph, when the caret or the
// paper is another than it was.
func (b *Beside) Follow() {
	p, ok := b.o.Caret()
	if ok && p == b.at {
		return
	}
	b.at = p
	page, y, there := 0, 0.0, false
	if ok {
		page, y, there = b.m.PageOf(p)
	}
	if there {
		b.m.Turn(page)
	}
	b.draw()
	b.mark(y, there)
}

// draw shows the page, or what is in its place.
func (b *Beside) draw() {
	w, pages := b.h.Words(), b.m.Pages()
	switch {
	case b.m.At() < len(pages):
		b.where.Set(pageOf(w, b.m), parts.Muted)
		b.put(b.scroll.Outer, true)
		b.page.SetPage(&pages[b.m.At()])
		return
	case b.m.Err() != nil:
		b.put(parts.Align(parts.Stretch, 0, parts.ShowProblem(w, b.m.Err(), b.shut)), false)
	default:
		b.put(parts.Fill(parts.Fog, parts.Empty(parts.IconPaper, w.T("paper.none"), w.T("paper.none_text"))), false)
	}
	b.where.Set("", parts.Muted)
}

func (b *Beside) put(o fyne.CanvasObject, picture bool) {
	if picture && b.picture {
		return
	}
	b.picture = picture
	b.body.Objects = []fyne.CanvasObject{o}
	b.body.Refresh()
}

// mark draws the bar at the paragraph and scrolls it into sight.
func (b *Beside) mark(y float64, there bool) {
	s, ok := Spot{}, false
	if there {
		s, ok = b.m.SpotAt(y - 1)
	}
	b.page.Mark(s.Left, s.Top, s.Bottom, ok)
	if !ok {
		return
	}
	in, room := b.scroll.Inner, b.scroll.Inner.Size().Height
	at, top := b.page.Px(y)+besideEdge, in.Offset.Y
	if most := in.Content.MinSize().Height - room; at-40 < top || at+40 > top+room {
		in.ScrollToOffset(fyne.NewPos(0, max(0, min(most, at-room/3))))
	}
}

func (b *Beside) over(y float64) (left, top, bottom float64, ok bool) {
	s, ok := b.m.SpotAt(y)
	return s.Left, s.Top, s.Bottom, ok && (s.Costs || s.Page > 0 || s.Place.Section >= 0)
}

func (b *Beside) point(y float64) {
	s, ok := b.m.SpotAt(y)
	if ok && s.Page > 0 { // as if the heading itself had been pointed at
		b.m.Turn(s.Page - 1)
		s, ok = b.m.SpotAt(s.PageY + 3)
	}
	switch {
	case ok && s.Costs:
		b.h.Go("costs")
	case ok && s.Place.Section >= 0:
		b.o.Place(s.Place)
	default: // nothing of the text: the keyboard stays in it
		if p, ok := b.o.Caret(); ok {
			b.o.Place(p)
		}
	}
}

// pageOf says which page of how many is looked at.
func pageOf(w i18n.Words, m *Model) string {
	n := len(m.Pages())
	return w.T("paper.page_of", i18n.Vars{"N": w.Int(int64(min(m.At()+1, n))), "Of": w.Int(int64(n))})
}

// besideLayout makes the page as wide as there is room.
type besideLayout struct{ b *Beside }

func (l *besideLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(least, least) }

func (l *besideLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	l.b.page.SetWidth(max(least, min(most, s.Width-2*besideEdge-2)))
	for _, k := range o {
		k.Resize(s)
	}
	l.b.scroll.Refit()
}
