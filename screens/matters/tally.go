package matters

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yttra/app"
	"yttra/screens/parts"
)

// tally is the counts of findings with their shapes; a dash when there are none.
type tally struct {
	widget.BaseWidget
	marks  []*canvas.Image
	counts []*canvas.Text
	none   *canvas.Text
}

func newTally() *tally {
	t := &tally{none: parts.Text("–", parts.TextSecond, parts.Muted, parts.Regular)}
	for _, s := range app.Severities {
		t.marks = append(t.marks, parts.Mark(parts.SeverityMark(s), 16, parts.Page))
		t.counts = append(t.counts, parts.Text("", parts.TextSecond, parts.Ink, parts.Regular))
	}
	t.ExtendBaseWidget(t)
	return t
}

func (t *tally) show(n app.Tally, ground parts.Token) {
	t.none.Hidden = n.All() > 0
	x := float32(0)
	full := false
	for i, s := range app.Severities {
		parts.Write(t.counts[i], digits(n.Of(s)))
		width := t.counts[i].MinSize().Width
		full = full || x+19+width > tallyWidth-8 // the worst that have room
		hide := n.Of(s) == 0 || full
		t.marks[i].Hidden, t.counts[i].Hidden = hide, hide
		if hide {
			continue
		}
		parts.SetIcon(t.marks[i], parts.SeverityMark(s), parts.MarkColor(parts.SeverityMark(s)), ground)
		t.marks[i].Move(fyne.NewPos(x, 2))
		t.marks[i].Resize(fyne.NewSize(16, 16))
		t.counts[i].Move(fyne.NewPos(x+19, 0))
		t.counts[i].Resize(fyne.NewSize(width, 20))
		x += 19 + width + 4
	}
}

// digits keeps three counts inside their column.
func digits(n int) string {
	if n > 99 {
		return "99+"
	}
	if n > 9 {
		return string(rune('0'+n/10)) + string(rune('0'+n%10))
	}
	return string(rune('0' + n))
}

// CreateRenderer draws the counts.
func (t *tally) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{t.none}
	for i := range t.marks {
		objects = append(objects, t.marks[i], t.counts[i])
	}
	return &tallyRenderer{t, objects}
}

type tallyRenderer struct {
	t       *tally
	objects []fyne.CanvasObject
}

func (r *tallyRenderer) Layout(fyne.Size)             { r.t.none.Resize(r.t.none.MinSize()) }
func (r *tallyRenderer) MinSize() fyne.Size           { return fyne.NewSize(80, 20) }
func (r *tallyRenderer) Refresh()                     {}
func (r *tallyRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *tallyRenderer) Destroy()                     {}
