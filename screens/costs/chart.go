package costs

import (
	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// mostColumns is how many years can stand beside each other with their numbers;
// more of them lie under each other.
const mostColumns = 7

// chart draws the years as bars that carry their numbers.
func chart(bars []Bar) fyne.CanvasObject {
	if len(bars) <= mostColumns {
		return standing(bars)
	}
	return lying(bars)
}

// standing bars: above the line what is spent, under it what is saved.
func standing(bars []Bar) fyne.CanvasObject {
	l := &standingLayout{bars: bars}
	c := &fyne.Container{Layout: l}
	for _, b := range bars {
		c.Objects = append(c.Objects, parts.Rect(parts.Accent, 1, 1, 0), parts.Text(b.Number, parts.TextHint, parts.Ink, parts.Bold),
			parts.Text(b.Name, parts.TextHint, parts.Muted, parts.Regular))
	}
	c.Objects = append(c.Objects, parts.HLine(parts.Edge))
	return c
}

type standingLayout struct{ bars []Bar }

func (l *standingLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 132) }

func (l *standingLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	const number, name = 19, 20
	up, down := 0, 0
	for _, b := range l.bars {
		up, down = max(up, b.Height), max(down, -b.Height)
	}
	room := s.Height - number - name
	if down > 0 {
		room -= number
	}
	scale := room / float32(max(1, up+down))
	zero := float32(int(number + float32(up)*scale))
	if up+down == 0 { // nothing yet: an empty chart stands on its line
		zero = float32(int(number + room))
	}
	pitch := min(s.Width/float32(max(1, len(l.bars))), 64)
	width := min(pitch-8, 40)
	for i, b := range l.bars {
		x, h := float32(i)*pitch+(pitch-width)/2, float32(b.Height)*scale
		y, text := zero-h, zero-h-number
		if h < 0 {
			y, text, h = zero, zero-h+1, -h
		}
		put(o[3*i], x, y, width, float32(int(h+0.5)))
		centre(o[3*i+1], x+width/2, text)
		centre(o[3*i+2], x+width/2, s.Height-name+1)
	}
	put(o[len(o)-1], 0, zero, s.Width, 1)
}

func centre(o fyne.CanvasObject, x, y float32) {
	m := o.MinSize()
	put(o, x-m.Width/2, y, m.Width, m.Height)
}

// lying bars, for many years.
func lying(bars []Bar) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, b := range bars {
		c, height := parts.Accent, b.Height
		if height < 0 {
			c, height = parts.OK, -height
		}
		bar := &fyne.Container{Layout: share{0, height}, Objects: []fyne.CanvasObject{parts.Rect(c, 1, 14, 0)}}
		rows = append(rows, parts.Row(8, parts.Fixed(38, 0, parts.Text(b.Name, parts.TextHint, parts.Muted, parts.Regular)), parts.Grow(bar),
			parts.Fixed(52, 0, parts.Right(parts.Text(b.Number, parts.TextHint, parts.Ink, parts.Bold)))))
	}
	return parts.Column(1, rows...)
}

// swingBar is an outline to the left of the likely sum and a filled bar to the
// right of it, in a room that all bars share.
func swingBar(s Swing) fyne.CanvasObject {
	return &fyne.Container{Layout: swingLayout{s}, Objects: []fyne.CanvasObject{parts.Box(parts.Page, parts.Accent, 0, nil),
		parts.Rect(parts.Accent, 1, 1, 0), parts.Rect(parts.Edge, 1, 1, 0)}}
}

type swingLayout struct{ s Swing }

func (swingLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, 22) }

func (l swingLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	const high = 14
	middle := float32(int(s.Width * float32(l.s.Middle) / 1000))
	top := float32(int((s.Height - high) / 2))
	lower, higher := s.Width*float32(l.s.Lower)/1000, s.Width*float32(l.s.Higher)/1000
	show(o[0], l.s.Lower > 0)
	show(o[1], l.s.Higher > 0)
	left := float32(int(middle - max(2, lower)))
	put(o[0], left, top, middle-left+1, high)
	put(o[1], middle, top, max(2, float32(int(higher))), high)
	put(o[2], middle, 0, 1, s.Height) // one line through them all
}

// share gives an object the part of the width between two per mille, and at
// least a pixel.
type share struct{ from, to int }

func (share) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(1, o[0].MinSize().Height)
}

func (l share) Layout(o []fyne.CanvasObject, s fyne.Size) {
	x := s.Width * float32(l.from) / 1000
	put(o[0], x, 0, max(1, s.Width*float32(l.to-l.from)/1000), s.Height)
}
