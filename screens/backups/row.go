package backups

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yttra/screens/parts"
)

const rowHeight = 56

// row is one thing of a list: two lines at the left, one at the right.
type row struct {
	widget.BaseWidget
	first, second, third, fourth *parts.Label
	ground, ring                 *canvas.Rectangle
	all                          *fyne.Container
}

func newRow() *row {
	label := func(size float32) *parts.Label { return parts.NewLabel("", size, parts.Ink, parts.Regular) }
	r := &row{first: label(parts.TextSecond), second: label(parts.TextHint), third: label(parts.TextSecond), fourth: label(parts.TextHint),
		ground: parts.Rect(parts.Clear, 1, 1, 0), ring: parts.Frame(parts.Accent, 2, 4)}
	line := parts.Columns(12, []float32{0, 350}, parts.Middle(parts.Column(0, r.first, r.second)), parts.Middle(parts.Column(0, r.third, r.fourth)))
	r.all = parts.Stack(r.ground, parts.Pad(3, 20, 3, 20, line), parts.Pad(2, 4, 2, 4, r.ring), parts.Align(parts.Stretch, 1, parts.HLine(parts.Line)))
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer draws the row.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.all) }

// show fills the row; what is wrong stands in the colour of a stop.
func (r *row) show(texts [4]string, wrong, chosen, focused bool) {
	ground, calm, third := parts.Page, parts.Muted, parts.Ink
	if chosen {
		ground, calm = parts.Soft, parts.Ink
	}
	if wrong {
		third = parts.Stop
	}
	r.first.Set(texts[0], parts.Ink)
	r.second.Set(texts[1], calm)
	r.third.Set(texts[2], third)
	r.fourth.Set(texts[3], calm)
	r.ground.FillColor = parts.Color(ground)
	r.ring.Hidden = !chosen || !focused
	r.ground.Refresh()
	r.ring.Refresh()
}
