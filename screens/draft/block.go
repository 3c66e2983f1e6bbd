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

// Measures of the page, in logical pixels.
const (
	pageWidth = 640
	pageSide  = 40 // margins left and right of the text
	markSize  = 18
)

// blockLook is everything a block is drawn from.
type blockLook struct {
	rows     []row
	marks    []TextMark
	live     bool // the entry shows the letters
	selected bool // as a whole
	width    float32
	ghost    string // said where nothing is written
}

// blockView draws a block: its letters, what underlines them, shapes in the
// margin. The letters are left out where the live entry lies on top.
type blockView struct {
	widget.BaseWidget
	look  blockLook
	pitch float32
	down  func(e *desktop.MouseEvent)
	up    func()
	drawn []fyne.CanvasObject
}

var (
	_ desktop.Mouseable  = (*blockView)(nil)
	_ desktop.Cursorable = (*blockView)(nil)
	_ fyne.Tappable      = (*blockView)(nil)
)

func newBlockView(pitch float32, down func(*desktop.MouseEvent), up func()) *blockView {
	b := &blockView{pitch: pitch, down: down, up: up}
	b.ExtendBaseWidget(b)
	return b
}

// set draws anew when the block looks different.
func (b *blockView) set(l blockLook) {
	same := func(x, y row) bool {
		return x.from == y.from && x.to == y.to && slices.Equal(x.pieces, y.pieces)
	}
	if b.drawn != nil && b.look.live == l.live && b.look.selected == l.selected && b.look.width == l.width && b.look.ghost == l.ghost &&
		slices.Equal(b.look.marks, l.marks) && slices.EqualFunc(b.look.rows, l.rows, same) {
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

func (b *blockView) draw() []fyne.CanvasObject {
	var grounds, letters, lines, margin []fyne.CanvasObject
	height := float32(len(b.look.rows)) * b.pitch
	if b.look.selected {
		grounds = append(grounds, rect(parts.Marked, pageSide-4, -2, b.look.width-2*pageSide+8, height+4, 2))
	}
	shapes := map[int]app.Severity{}
	for _, m := range b.look.marks {
		soft, ink := parts.Marked, parts.Accent
		if m.Severity != "" {
			shape := parts.SeverityMark(m.Severity)
			soft, ink = parts.MarkSoft(shape), parts.MarkColor(shape)
		}
		for i, s := range stretches(b.look.rows, m.Span, serif) {
			y := float32(s.row) * b.pitch
			x0, x1 := pageSide+round(s.x0), pageSide+round(s.x1)
			if m.Severity == "" || m.Active {
				grounds = append(grounds, rect(soft, x0-2, y+1, x1-x0+4, b.pitch-1, 2))
			}
			if m.Severity == "" && !m.Active {
				continue
			}
			lines = append(lines, underline(m.Severity, ink, x0, x1, round(y+b.pitch-3))...)
			if i == 0 && m.Severity.Rank() > shapes[s.row].Rank() {
				shapes[s.row] = m.Severity
			}
		}
		if m.Active && m.Severity != "" {
			margin = append(margin, rect(ink, b.look.width-4, 0, 4, height, 0))
		}
	}
	for i, severity := range shapes {
		shape := parts.Mark(parts.SeverityMark(severity), markSize, parts.Page)
		shape.Resize(fyne.NewSize(markSize, markSize))
		shape.Move(fyne.NewPos(12, round(float32(i)*b.pitch+(b.pitch-markSize)/2)))
		margin = append(margin, shape)
	}
	if b.look.live {
		margin = append(margin, rect(parts.Accent, 33, 0, 3, height, 1))
	} else {
		letters = b.letters()
	}
	return slices.Concat(grounds, letters, lines, margin)
}

func (b *blockView) letters() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if b.look.ghost != "" {
		t := parts.Text(b.look.ghost, parts.TextPage, parts.Muted, parts.SerifItalic)
		t.Move(fyne.NewPos(pageSide, 0))
		return append(out, t)
	}
	for i, r := range b.look.rows {
		for _, p := range r.pieces {
			t := parts.Text(p.text, parts.TextPage, parts.Ink, p.face)
			t.Move(fyne.NewPos(pageSide+p.x, float32(i)*b.pitch))
			t.Resize(fyne.NewSize(p.width, b.pitch))
			out = append(out, t)
		}
	}
	return out
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
	return fyne.NewSize(r.b.look.width, float32(len(r.b.look.rows))*r.b.pitch)
}
func (r *blockRenderer) Refresh()                     {}
func (r *blockRenderer) Objects() []fyne.CanvasObject { return r.b.drawn }
func (r *blockRenderer) Destroy()                     {}
