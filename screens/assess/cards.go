package assess

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// card shows a step of the test: how it stands, how much is answered. Pressing it
// shows only its questions, and all again.
func (v *view) card(g Group) *parts.Press {
	return parts.NewPress(parts.PressOptions{Gap: 2, Tap: func() { v.only(g) }, Draw: func(t parts.Touch) fyne.CanvasObject {
		return v.drawCard(v.m.Card(g), v.m.Alone() == g, t)
	}})
}

func (v *view) drawCard(c Card, chosen bool, t parts.Touch) fyne.CanvasObject {
	w := v.h.Words()
	ground, border, bar := parts.Page, parts.Line, parts.Clear
	if chosen {
		ground, border, bar = parts.Soft, parts.Accent, parts.Accent
	}
	number := parts.Text(w.Int(int64(c.Number)), parts.TextControl, parts.Ink, parts.Bold)
	name := parts.Grow(parts.NewLabel(c.Title, parts.TextControl, parts.Ink, parts.Bold))
	mark, of := parts.Mark(c.Mark, 16, ground), parts.Text(w.T("part.of", i18n.Vars{"N": c.Answered(), "Of": len(c.States)}), parts.TextSecond, parts.Muted, parts.Regular)
	title := parts.Row(7, number, name, mark, parts.Text(c.Verdict, parts.TextSecond, parts.Ink, parts.Bold))
	second := parts.Row(8, parts.Grow(parts.NewLabel(c.Question, parts.TextSecond, parts.Muted, parts.Regular)), of)
	if v.fold != nil && v.fold.folded() { // the question gives way
		title, second = parts.Row(7, number, name, of), parts.Row(7, mark, parts.Grow(parts.NewLabel(c.Verdict, parts.TextSecond, parts.Ink, parts.Bold)))
	}
	face := parts.Pad(7, 11, 9, 8, parts.Column(5, title, second, meter(c.States)))
	return parts.Box(t.Ground(ground), border, 4, parts.Columns(0, []float32{4, 0}, parts.Rect(bar, 4, 1, 0), face))
}

// meter is a bar in as many pieces as there are questions: full when the clerk has
// confirmed the answer, half as high when it only stands in the text.
func meter(states []app.CriterionState) fyne.CanvasObject {
	c := &fyne.Container{Layout: pieces{}}
	for _, s := range states {
		colour, high := parts.Accent, float32(5)
		switch s {
		case app.NotAddressed:
			colour = parts.Line
		case app.Failed:
			colour = parts.Stop
		case app.Indicated, setAside:
			high = 2
		}
		c.Objects = append(c.Objects, parts.Rect(colour, 1, high, 0))
	}
	if len(states) == 0 {
		c.Objects = append(c.Objects, parts.Rect(parts.Clear, 1, 5, 0))
	}
	return c
}

type pieces struct{}

func (pieces) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 5) }

func (pieces) Layout(o []fyne.CanvasObject, s fyne.Size) {
	gap := float32(4)
	if len(o) > 24 {
		gap = 2
	}
	pitch := (s.Width + gap) / float32(len(o))
	for i, x := range o {
		high := x.MinSize().Height
		put(x, float32(i)*pitch, 5-high, pitch-gap, high)
	}
}
