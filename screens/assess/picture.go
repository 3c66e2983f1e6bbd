package assess

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yttra/screens/parts"
)

// pictureHeight is the frame's; its width is what there is room for.
const pictureHeight = 192

// picture draws need against intrusion: in the hatched half below the diagonal
// the intrusion weighs more. It has no layout of its own beyond placing points
// and words where they do not hide each other.
type picture struct {
	widget.BaseWidget
	v     *view
	dots  []*dot
	drawn []fyne.CanvasObject // under the dots
}

func newPicture(v *view) *picture {
	p := &picture{v: v}
	p.ExtendBaseWidget(p)
	return p
}

// draw shows the model anew. A point that stays keeps its dot, and so the focus
// and the pointer that drags it.
func (p *picture) draw() {
	var dots []*dot
	for _, x := range p.v.m.Points() {
		dots = append(dots, p.dotOf(x))
	}
	p.dots = dots
	p.arrange(p.Size())
	canvas.Refresh(p)
}

func (p *picture) dotOf(x Point) *dot {
	for _, d := range p.dots {
		if d.name == x.Name {
			d.show(x)
			return d
		}
	}
	d := newDot(p, x.Name)
	d.show(x)
	return d
}

// spotAt is the place at a pixel.
func (p *picture) spotAt(x, y float32) Spot {
	s := p.Size()
	return Spot{Need: int((s.Height-y)/s.Height*100 + 0.5), Intrusion: int(x/s.Width*100 + 0.5)}
}

// boxOf is where a point is drawn: wholly inside the frame.
func (p *picture) boxOf(x Spot, s fyne.Size) box {
	const edge = 3
	cx, cy := s.Width*float32(x.Intrusion)/100, s.Height*(1-float32(x.Need)/100)
	return box{min(max(cx-dotSize/2, edge), s.Width-dotSize-edge), min(max(cy-dotSize/2, edge), s.Height-dotSize-edge), dotSize, dotSize}
}

// arrange places everything for a size.
func (p *picture) arrange(s fyne.Size) {
	p.drawn = nil
	if s.Width < 2 {
		return
	}
	frame := parts.Rect(parts.Page, 1, 1, 0)
	frame.StrokeColor, frame.StrokeWidth = parts.Color(parts.Line), 1
	put(frame, 0, 0, s.Width, s.Height)
	p.drawn = append(p.drawn, frame)
	if len(p.dots) == 0 {
		p.sayNothing(s)
		return
	}
	p.hatch(s)
	var boxes []box
	for _, d := range p.dots {
		boxes = append(boxes, p.boxOf(d.point.Spot, s))
	}
	boxes = apart(boxes, s)
	for i, d := range p.dots {
		put(d, boxes[i].x, boxes[i].y, dotSize, dotSize)
	}
	p.words(s, boxes)
}

// sayNothing stands in the picture's place when there is nothing to draw.
func (p *picture) sayNothing(s fyne.Size) {
	text := parts.NewPara(p.v.m.Says(), parts.TextControl, parts.Muted, parts.Regular)
	text.Resize(fyne.NewSize(s.Width-80, 10))
	put(text, 40, (s.Height-text.MinSize().Height)/2, s.Width-80, text.MinSize().Height)
	p.drawn = append(p.drawn, text)
}

// hatch draws the diagonal and the lines of the half where intrusion weighs more.
func (p *picture) hatch(s fyne.Size) {
	const pitch = 16
	for x := float32(pitch); x < s.Width; x += pitch {
		top := s.Height - x*s.Height/s.Width
		line := parts.VLine(parts.Line)
		put(line, x, top, 1, s.Height-top-1)
		p.drawn = append(p.drawn, line)
	}
	diagonal := canvas.NewLine(parts.Color(parts.Edge))
	diagonal.StrokeWidth = 1.25
	diagonal.Position1, diagonal.Position2 = fyne.NewPos(0, s.Height-1), fyne.NewPos(s.Width-1, 0)
	p.drawn = append(p.drawn, diagonal)
}

// words names the points and the halves; the points first, since they are what
// the picture is about.
func (p *picture) words(s fyne.Size, taken []box) {
	t := p.v.h.Words().T
	for i, d := range p.dots {
		face := parts.Regular
		if d.point.Name == "" {
			face = parts.Bold
		}
		label := parts.Text(parts.Fit(d.point.Label, 150, parts.TextSecond, face), parts.TextSecond, parts.Ink, face)
		if b, ok := labelNear(inner(p.boxAt(i)), label.MinSize().AddWidthHeight(8, 0), s, taken); ok {
			taken = p.word(label, b, taken)
		}
	}
	for i, word := range []string{t("assess.picture.need_half"), t("assess.picture.intrusion_half")} {
		label := parts.Text(word, parts.TextHint, parts.Muted, parts.Bold)
		if b, ok := cornerWords(label.MinSize().AddWidthHeight(8, 0), s, i == 0, taken); ok {
			taken = p.word(label, b, taken)
		}
	}
}

func (p *picture) boxAt(i int) box {
	at := p.dots[i].Position()
	return box{at.X, at.Y, dotSize, dotSize}
}

// inner is a dot without the room for its ring: labels stand close to it.
func inner(b box) box { return box{b.x + 5, b.y + 5, b.w - 10, b.h - 10} }

// word puts a word on a ground of its own, over the hatch.
func (p *picture) word(label *canvas.Text, b box, taken []box) []box {
	ground := parts.Rect(parts.Page, 1, 1, 2)
	put(ground, b.x, b.y, b.w, b.h)
	put(label, b.x+4, b.y, b.w-8, b.h)
	p.drawn = append(p.drawn, ground, label)
	return append(taken, b)
}

// CreateRenderer draws the picture.
func (p *picture) CreateRenderer() fyne.WidgetRenderer { return pictureRenderer{p} }

type pictureRenderer struct{ p *picture }

func (r pictureRenderer) Layout(s fyne.Size) { r.p.arrange(s) }
func (r pictureRenderer) MinSize() fyne.Size { return fyne.NewSize(240, pictureHeight) }
func (r pictureRenderer) Refresh()           { r.p.arrange(r.p.Size()) }
func (r pictureRenderer) Destroy()           {}

func (r pictureRenderer) Objects() []fyne.CanvasObject {
	out := append([]fyne.CanvasObject{}, r.p.drawn...)
	for _, d := range r.p.dots {
		out = append(out, d)
	}
	return out
}
