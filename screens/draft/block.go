package draft

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"yttra/app"
	"yttra/screens/parts"
)

// Measures of the page, in logical pixels. The text is as wide as 67 characters
// of the paper's face take: the face is the cut for small print, which runs
// wider than the one the page was first drawn with.
const (
	pageWidth = 680
	pageSide  = 40 // margins left and right of the text
	deskSide  = 4  // the least that is seen of the desk beside the page
	markSize  = 18
)

// blockLook is everything a block is drawn from.
type blockLook struct {
	plan     *plan
	marks    []TextMark
	selected bool // as a whole
	width    float32
	ghost    string // said where nothing is written
}

// blockView draws a block: its letters, what underlines them, shapes in the
// margin. The letters are left out where the live entry lies on top.
type blockView struct {
	widget.BaseWidget
	look   blockLook
	pitch  float32
	down   func(e *desktop.MouseEvent)
	up     func()
	drawn  []fyne.CanvasObject
	shapes map[shapeKey]fyne.CanvasObject
}

var (
	_ desktop.Mouseable  = (*blockView)(nil)
	_ desktop.Cursorable = (*blockView)(nil)
	_ fyne.Tappable      = (*blockView)(nil)
)

func newBlockView(pitch float32, down func(*desktop.MouseEvent), up func()) *blockView {
	b := &blockView{pitch: pitch, down: down, up: up, shapes: map[shapeKey]fyne.CanvasObject{}}
	b.ExtendBaseWidget(b)
	return b
}

// set draws anew when the block looks different.
func (b *blockView) set(l blockLook) {
	if b.drawn != nil && b.look.plan == l.plan && b.look.selected == l.selected && b.look.width == l.width && b.look.ghost == l.ghost &&
		slices.Equal(b.look.marks, l.marks) {
		return
	}
	b.look = l
	b.drawn = b.draw()
	canvas.Refresh(b)
}

func (b *blockView) MouseDown(e *desktop.MouseEvent) { b.down(e) }
func (b *blockView) MouseUp(*desktop.MouseEvent)     {}

// Tapped comes when the button is let go beside the entry, as in the margin:
// Fyne has then taken the focus away.
func (b *blockView) Tapped(*fyne.PointEvent) { b.up() }

// Cursor is the text cursor: here one can write.
func (b *blockView) Cursor() desktop.Cursor { return desktop.TextCursor }

// draw lists everything of the block, what lies behind first.
func (b *blockView) draw() []fyne.CanvasObject {
	var l layers
	p := b.look.plan
	if b.look.selected {
		l.grounds = append(l.grounds, rect(parts.Marked, pageSide-4, -2, b.look.width-2*pageSide+8, p.height+4, 2))
	}
	for _, r := range p.bars {
		if !b.look.selected || r.token != parts.Fog {
			l.grounds = append(l.grounds, rect(r.token, pageSide+r.x, r.y, r.w, r.h, 0))
		}
	}
	shapes := map[int]app.Severity{} // by height
	for _, m := range b.look.marks {
		b.mark(m, &l, shapes)
	}
	for y, severity := range shapes {
		shape := b.shape(severity, len(l.margin))
		shape.Resize(fyne.NewSize(markSize, markSize))
		shape.Move(fyne.NewPos(12, round(float32(y)+(b.pitch-markSize)/2)))
		l.margin = append(l.margin, shape)
	}
	if p.live >= 0 {
		l.margin = append(l.margin, rect(parts.Accent, 33, 0, 3, p.height, 1))
	}
	for _, s := range p.signs {
		l.letters = append(l.letters, b.letter(s, 0, 0))
	}
	if b.look.ghost != "" {
		t := parts.Text(b.look.ghost, parts.TextPage, parts.Muted, parts.SerifItalic)
		t.Move(fyne.NewPos(pageSide, 0))
		l.letters = append(l.letters, t)
	}
	for i, box := range p.boxes {
		if i != p.live {
			b.write(box, &l)
			continue
		}
		for n, r := range box.rows {
			for _, p := range r.pieces {
				if p.figure {
					b.bound(p, box.x, box.y+float32(n)*b.pitch, &l)
				}
			}
		}
	}
	return slices.Concat(l.grounds, l.letters, l.lines, l.margin)
}

// shape is the nth shape of the margin; the one that was there is taken again, as
// a new icon would cost a frame of its own with every key.
func (b *blockView) shape(s app.Severity, n int) fyne.CanvasObject {
	k := shapeKey{s, n}
	if b.shapes[k] == nil {
		b.shapes[k] = parts.Mark(parts.SeverityMark(s), markSize, parts.Page)
	}
	return b.shapes[k]
}

type shapeKey struct {
	severity app.Severity
	n        int
}

// layers are what a block is drawn of, from behind.
type layers struct{ grounds, letters, lines, margin []fyne.CanvasObject }

// mark draws a finding or a search hit in every box it touches. shapes gets the
// severity for the margin, by the height of the first row.
func (b *blockView) mark(m TextMark, l *layers, shapes map[int]app.Severity) {
	soft, ink := parts.Marked, parts.Accent
	if m.Severity != "" {
		shape := parts.SeverityMark(m.Severity)
		soft, ink = parts.MarkSoft(shape), parts.MarkColor(shape)
	}
	first := true
	for _, box := range b.look.plan.boxes {
		for _, s := range stretches(box.rows, shift(m.Span, -box.span.Start), serif) {
			y := box.y + float32(s.row)*b.pitch
			x0, x1 := pageSide+round(box.x+s.x0), pageSide+round(box.x+s.x1)
			if m.Severity == "" || m.Active {
				l.grounds = append(l.grounds, rect(soft, x0-2, y+1, x1-x0+4, b.pitch-1, 2))
			}
			if m.Severity == "" && !m.Active {
				continue
			}
			l.lines = append(l.lines, underline(m.Severity, ink, x0, x1, round(y+b.pitch-3))...)
			if at := int(y); first && m.Severity.Rank() > shapes[at].Rank() {
				shapes[at] = m.Severity
			}
			first = false
		}
	}
	if m.Active && m.Severity != "" {
		l.margin = append(l.margin, rect(ink, b.look.width-4, 0, 4, b.look.plan.height, 0))
	}
}

// write draws the letters of a box.
func (b *blockView) write(box box, l *layers) {
	for i, r := range box.rows {
		y := box.y + float32(i)*b.pitch
		for _, p := range r.pieces {
			t := b.letter(p, box.x, y)
			l.letters = append(l.letters, t)
			if p.figure {
				b.bound(p, box.x, y, l)
			}
			if p.link {
				t.Color = parts.Color(parts.Accent)
				l.lines = append(l.lines, rect(parts.Accent, pageSide+box.x+p.x, y+b.pitch-4, p.width, 1, 0))
			}
		}
	}
}

// bound draws what tells a figure that follows the estimate from one that somebody
// has written: a soft ground, and a bracket lying under it. No finding and no link
// looks so, and it is seen without its colour.
func (b *blockView) bound(p piece, x, y float32, l *layers) {
	const tick = 4
	x, w := pageSide+x+p.x, round(p.width)
	foot := y + b.pitch - 2
	l.grounds = append(l.grounds, rect(parts.Soft, x, y+1, w, b.pitch-2, 2))
	l.lines = append(l.lines, rect(parts.Accent, x, foot, w, 1, 0), rect(parts.Accent, x, foot-tick, 1, tick, 0), rect(parts.Accent, x+w-1, foot-tick, 1, tick, 0))
}

func (b *blockView) letter(p piece, x, y float32) *canvas.Text {
	t := parts.Text(p.text, parts.TextPage, parts.Ink, p.face)
	t.Move(fyne.NewPos(pageSide+x+p.x, y))
	t.Resize(fyne.NewSize(p.width, b.pitch))
	return t
}

// underline draws the pattern of a severity: solid, dashed or dotted. A search
// hit, which has none, is solid.
func underline(s app.Severity, ink parts.Token, x0, x1, y float32) []fyne.CanvasObject {
	on, off := x1-x0, float32(1)
	switch s {
	case app.Serious:
		on, off = 7, 4
	case app.Note:
		on, off = 2, 3
	}
	var out []fyne.CanvasObject
	for x := x0; x < x1; x += on + off {
		out = append(out, rect(ink, x, y, min(on, x1-x), 2, 0))
	}
	return out
}

func rect(c parts.Token, x, y, w, h, radius float32) *canvas.Rectangle {
	r := parts.Rect(c, w, h, radius)
	r.Move(fyne.NewPos(round(x), round(y)))
	r.Resize(fyne.NewSize(w, h))
	return r
}

func round(v float32) float32 { return float32(int(v + 0.5)) }

// serif measures in the page's size.
func serif(s string, f parts.Face) float32 {
	if s == "" {
		return 0
	}
	return parts.Measure(s, parts.TextPage, f).Width
}

// CreateRenderer lists what was drawn; everything is placed already.
func (b *blockView) CreateRenderer() fyne.WidgetRenderer { return &blockRenderer{b} }

type blockRenderer struct{ b *blockView }

func (r *blockRenderer) Layout(fyne.Size) {}
func (r *blockRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.b.look.width, r.b.look.plan.height)
}
func (r *blockRenderer) Refresh()                     {}
func (r *blockRenderer) Objects() []fyne.CanvasObject { return r.b.drawn }
func (r *blockRenderer) Destroy()                     {}
