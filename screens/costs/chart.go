package costs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"yttra/screens/parts"
)

// yearsDrawing draws the years as bars that carry their sums: standing where
// there is room for their numbers beside each other, or else lying.
type yearsDrawing struct {
	c    YearChart
	bars []yearBar
	line *canvas.Rectangle // zero
	wide float32           // the widest number or name
}

type yearBar struct {
	pieces       []fyne.CanvasObject
	net          *canvas.Rectangle
	number, name *canvas.Text
}

const (
	standingHeight = 132
	lyingPitch     = 18
	lyingBar       = 13
)

func newYearsDrawing(c YearChart) *yearsDrawing {
	d := &yearsDrawing{c: c, line: parts.HLine(parts.Edge)}
	for _, b := range c.Bars {
		y := yearBar{net: parts.Rect(parts.Ink, 1, 1, 0), number: parts.Text(b.Number, parts.TextHint, parts.Ink, parts.Bold),
			name: parts.Text(b.Name, parts.TextHint, parts.Muted, parts.Regular)}
		for _, p := range b.Pieces {
			y.pieces = append(y.pieces, pattern(p.Group))
		}
		d.wide = max(d.wide, y.number.MinSize().Width, y.name.MinSize().Width)
		d.bars = append(d.bars, y)
	}
	return d
}

func (d *yearsDrawing) count() int { return len(d.bars) }

// lying reports whether the numbers cannot stand beside each other.
func (d *yearsDrawing) lying(width float32) bool {
	if width < 2 {
		width = sideWidth - 32
	}
	return d.c.Lying || float32(len(d.bars))*(d.wide+4) > width
}

func (d *yearsDrawing) height(width float32) float32 {
	if d.lying(width) {
		return float32(len(d.bars)) * lyingPitch
	}
	return standingHeight
}

func (d *yearsDrawing) objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, b := range d.bars {
		out = append(append(out, b.pieces...), b.net, b.number, b.name)
	}
	return append(out, d.line)
}

func (d *yearsDrawing) pitch(width float32) float32 {
	return min(width/float32(max(1, len(d.bars))), 64)
}

func (d *yearsDrawing) spot(i int, s fyne.Size) (fyne.Position, fyne.Size) {
	if d.lying(s.Width) {
		return fyne.NewPos(0, float32(i)*lyingPitch), fyne.NewSize(s.Width, lyingPitch)
	}
	p := d.pitch(s.Width)
	return fyne.NewPos(float32(int(float32(i)*p)), 0), fyne.NewSize(float32(int(p)), s.Height)
}

func (d *yearsDrawing) arrange(s fyne.Size) {
	if d.lying(s.Width) {
		d.lie(s)
	} else {
		d.stand(s)
	}
}

// stand puts the bars beside each other: above the line what is spent, under it
// what is saved, and each year's sum over its bar.
func (d *yearsDrawing) stand(s fyne.Size) {
	const number, name = 19, 20
	room := s.Height - number - name
	y := func(perMille int) float32 { return float32(int(number + room - room*float32(perMille)/1000 + 0.5)) }
	pitch := d.pitch(s.Width)
	width := min(pitch-8, 40)
	for i, b := range d.bars {
		x, top := float32(int(float32(i)*pitch+(pitch-width)/2)), y(d.c.Zero)
		for k, p := range d.c.Bars[i].Pieces {
			show(b.pieces[k], p.To > p.From)
			if p.To > p.From {
				put(b.pieces[k], x, y(p.To), width, max(1, y(p.From)-y(p.To)))
				top = min(top, y(p.To))
			}
		}
		net := d.c.Bars[i].Net
		show(b.net, net >= 0)
		put(b.net, x-3, y(net)-1, width+6, 2)
		centre(b.number, x+width/2, top-number)
		centre(b.name, x+width/2, s.Height-name+1)
	}
	put(d.line, 0, y(d.c.Zero), s.Width, 1)
}

// lie puts the bars under each other, what is spent to the right of the line.
func (d *yearsDrawing) lie(s fyne.Size) {
	nameWidth, numberWidth := float32(0), float32(0)
	for _, b := range d.bars {
		nameWidth, numberWidth = max(nameWidth, b.name.MinSize().Width), max(numberWidth, b.number.MinSize().Width)
	}
	left := nameWidth + 10
	room := max(1, s.Width-left-numberWidth-10)
	x := func(perMille int) float32 { return float32(int(left + room*float32(perMille)/1000 + 0.5)) }
	for i, b := range d.bars {
		top := float32(i) * lyingPitch
		for k, p := range d.c.Bars[i].Pieces {
			show(b.pieces[k], p.To > p.From)
			if p.To > p.From {
				put(b.pieces[k], x(p.From), top+(lyingPitch-lyingBar)/2, max(1, x(p.To)-x(p.From)), lyingBar)
			}
		}
		net := d.c.Bars[i].Net
		show(b.net, net >= 0)
		put(b.net, x(net)-1, top, 2, lyingPitch)
		n := b.number.MinSize()
		put(b.number, s.Width-n.Width-1, top, n.Width, n.Height)
		m := b.name.MinSize()
		put(b.name, 1, top, m.Width, m.Height)
	}
	put(d.line, x(d.c.Zero), 0, 1, s.Height)
}

func centre(o fyne.CanvasObject, x, y float32) {
	m := o.MinSize()
	put(o, x-m.Width/2, y, m.Width, m.Height)
}
