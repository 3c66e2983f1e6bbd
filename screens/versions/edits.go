package versions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"yttra/app/compare"
	"yttra/app/desk"
	"yttra/i18n"
	"yttra/screens/parts"
)

// FactWords gives what words a fact that differs, for those who compare elsewhere: what
// it is called, and what it was and is.
func FactWords(d *desk.Desk, w i18n.Words) func(compare.Fact) (label string, edits []compare.Edit) {
	return NewModel(d, w).fact
}

// NewText draws edits as the page does, at whatever width it is given: what was added
// underlined, what was removed struck through.
func NewText(edits []compare.Edit) fyne.CanvasObject {
	t := &edited{spans: spansOf(edits, "", parts.Regular, parts.Bold, parts.Italic)}
	t.ExtendBaseWidget(t)
	return t
}

// edited is a paragraph of edits.
type edited struct {
	widget.BaseWidget
	spans  []span
	width  float32
	height float32
	drawn  []fyne.CanvasObject
}

const textSize = parts.TextSecond

func (t *edited) wrap(width float32) {
	if width == t.width {
		return
	}
	pitch := parts.LineHeight(textSize, parts.Regular)
	t.width, t.drawn = width, nil
	lines := linesOf(t.spans, width, func(s string, f parts.Face) float32 { return parts.Measure(s, textSize, f).Width })
	for i, l := range lines {
		t.draw(l, float32(i)*pitch, pitch)
	}
	t.height = float32(len(lines)) * pitch
}

func (t *edited) draw(l line, y, pitch float32) {
	for _, p := range l {
		ink := parts.Ink
		if p.op != compare.Same {
			soft, at := parts.OKSoft, y+pitch-3
			if ink = parts.OK; p.op == compare.Removed {
				ink, soft, at = parts.Stop, parts.StopSoft, y+pitch*0.56
			}
			wide := parts.Measure(trimEnd(p.text), textSize, p.face).Width
			ground, rule := parts.Rect(soft, 1, 1, 0), parts.Rect(ink, 1, 1, 0)
			place(ground, p.x, y, wide, pitch)
			place(rule, p.x, at, wide, 1)
			t.drawn = append(t.drawn, ground, rule)
		}
		o := parts.Text(p.text, textSize, ink, p.face)
		o.Move(fyne.NewPos(p.x, y))
		o.Resize(fyne.NewSize(p.width, pitch))
		t.drawn = append(t.drawn, o)
	}
}

// MinSize is the height at the width it has now.
func (t *edited) MinSize() fyne.Size {
	if t.width == 0 {
		t.wrap(360)
	}
	return fyne.NewSize(1, t.height)
}

// Resize wraps anew when the width changed.
func (t *edited) Resize(s fyne.Size) {
	was := t.width
	if s.Width > 0 {
		t.wrap(s.Width)
	}
	t.BaseWidget.Resize(s)
	if was != t.width {
		t.Refresh()
	}
}

// CreateRenderer draws the rows.
func (t *edited) CreateRenderer() fyne.WidgetRenderer {
	t.MinSize()
	return &editedRenderer{t}
}

type editedRenderer struct{ t *edited }

func (r *editedRenderer) Layout(fyne.Size)             {}
func (r *editedRenderer) MinSize() fyne.Size           { return r.t.MinSize() }
func (r *editedRenderer) Refresh()                     {}
func (r *editedRenderer) Objects() []fyne.CanvasObject { return r.t.drawn }
func (r *editedRenderer) Destroy()                     {}
