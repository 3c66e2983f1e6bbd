package assess

import (
	"fyne.io/fyne/v2"

	"yttra/i18n"
	"yttra/screens/parts"
)

// drawCards shows the three steps of the test. Pressing one goes to its first
// criterion.
func (v *view) drawCards() {
	var cards []fyne.CanvasObject
	chosen, _ := v.m.Chosen()
	for _, g := range Steps {
		cards = append(cards, v.card(v.m.Card(g), v.m.group(chosen.ID) == g))
	}
	v.cards.Objects = []fyne.CanvasObject{parts.Pad(12, 16, 0, 20, parts.Columns(12, []float32{0, 0, 0}, cards...))}
}

func (v *view) card(c Card, chosen bool) fyne.CanvasObject {
	w := v.h.Words()
	return parts.NewPress(parts.PressOptions{Gap: 2, Tap: func() {
		if v.m.ChooseGroup(c.Group) {
			v.chosen()
		}
	}, Draw: func(t parts.Touch) fyne.CanvasObject {
		ground, border := parts.Page, parts.Line
		if chosen {
			ground, border = parts.Soft, parts.Accent
		}
		title := parts.Row(6, parts.Text(w.Int(int64(c.Number)), parts.TextSecond, parts.Muted, parts.Bold), parts.Grow(parts.NewLabel(c.Title, parts.TextSecond, parts.Ink, parts.Bold)),
			parts.Text(w.T("part.of", i18n.Vars{"N": c.Answered(), "Of": len(c.Done)}), parts.TextHint, parts.Muted, parts.Regular))
		second := parts.Row(6, parts.Mark(c.Mark, 17, ground), parts.Grow(parts.Middle(parts.NewLabel(c.Verdict, parts.TextSecond, parts.MarkWord(c.Mark), parts.Bold))))
		return parts.Box(t.Ground(ground), border, 4, parts.Pad(7, 11, 10, 11, parts.Column(4, title, parts.NewLabel(c.Question, parts.TextHint, parts.Muted, parts.Regular), second, meter(c.Done))))
	}})
}

// meter is a bar in as many pieces as there are questions; those answered are
// filled.
func meter(done []bool) fyne.CanvasObject {
	c := &fyne.Container{Layout: pieces{}}
	for _, d := range done {
		colour := parts.Line
		if d {
			colour = parts.Accent
		}
		c.Objects = append(c.Objects, parts.Rect(colour, 1, 4, 0))
	}
	if len(done) == 0 {
		c.Objects = append(c.Objects, parts.Rect(parts.Clear, 1, 4, 0))
	}
	return c
}

type pieces struct{}

func (pieces) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 4) }

func (pieces) Layout(o []fyne.CanvasObject, s fyne.Size) {
	pitch := (s.Width + 4) / float32(len(o))
	for i, x := range o {
		put(x, float32(i)*pitch, 0, pitch-4, 4)
	}
}
