package paper

import (
	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// bar turns pages and says how large they are drawn.
type bar struct {
	v        *view
	outer    *fyne.Container
	up, down *parts.Press
	where    *parts.Label
	room     *fyne.Container // of where, which grows with the numbers
	zooms    *parts.Choice
}

func newBar(v *view) *bar {
	w := v.h.Words()
	b := &bar{v: v, where: parts.NewLabel("", parts.TextControl, parts.Ink, parts.Regular), room: &fyne.Container{}}
	turner := func(icon string, by int) *parts.Press {
		return parts.NewButton(parts.ButtonOptions{Icon: icon, Kind: parts.Quiet, Tap: func() { v.turn(v.m.At() + by) }})
	}
	b.up, b.down = turner(parts.IconUp, -1), turner(parts.IconDown, 1)
	b.zooms = parts.NewChoice(parts.ChoiceOptions{Options: b.options(), Chosen: int(v.zoom), Pick: func(i int) { v.setZoom(zoom(i)) }})
	b.outer = parts.Pad(6, 14, 6, 14, parts.GiveWay(16, parts.Row(4, b.up, b.down, b.room, parts.Fixed(16, 0, parts.Grow()), b.zooms), parts.Hint(w.T("paper.click"))))
	return b
}

func (b *bar) options() []parts.Option {
	w := b.v.h.Words()
	return []parts.Option{{Text: w.T("paper.whole")}, {Text: w.T("paper.width")}, {Text: w.Percent(10000)}}
}

// says is which page is looked at, and how large it has been made by hand.
func (b *bar) says() string {
	s := pageOf(b.v.h.Words(), b.v.m)
	if b.v.zoom == free {
		s += "  ·  " + b.v.h.Words().Percent(b.v.percent()*100)
	}
	return s
}

// draw says where one is. What cannot be done is muted, and keeps the focus.
func (b *bar) draw() {
	n, at := len(b.v.m.Pages()), b.v.m.At()
	b.where.Set(b.says(), parts.Ink)
	b.room.Objects = []fyne.CanvasObject{parts.Fixed(b.where.Natural(), 0, b.where)}
	b.room.Layout = whole{}
	enable(b.up, at > 0)
	enable(b.down, at < n-1)
	b.zooms.Set(b.options(), int(b.v.zoom))
	b.outer.Refresh()
}

func enable(p *parts.Press, on bool) {
	if on {
		p.Enable()
	} else {
		p.Disable()
	}
}

// whole gives its only object all the room.
type whole struct{}

func (whole) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (whole) Layout(o []fyne.CanvasObject, s fyne.Size) { o[0].Resize(s) }
