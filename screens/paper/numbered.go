package paper

import (
	"cmp"

	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// usualStep is which lines a reading copy numbers when the profile does not say.
const usualStep = 5

// Numbered reports whether the lines of the draft are numbered, for those who are
// to comment on it. A final paper has no line numbers.
func (m *Model) Numbered() bool { return m.numbered && !m.Final() }

// SetNumbered numbers the lines of the draft, or not, and places it anew.
func (m *Model) SetNumbered(on bool) {
	m.numbered = on
	m.build()
}

// step is which lines are numbered of a paper; 0: none.
func (m *Model) step(final bool) int {
	if final || !m.Numbered() {
		return 0
	}
	return cmp.Or(m.state.Profile.Look.Number, usualStep)
}

// numberBox turns line numbers on and off. Its parts are made once, so that the
// focus stays in them.
type numberBox struct {
	v      *view
	outer  fyne.CanvasObject
	choice *parts.Choice
}

func newNumberBox(v *view) *numberBox {
	w := v.h.Words()
	b := &numberBox{v: v}
	b.choice = parts.NewChoice(parts.ChoiceOptions{Options: b.options(), Pick: func(i int) {
		v.m.SetNumbered(i == 1)
		v.draw()
	}})
	b.outer = parts.Box(parts.Page, parts.Line, 4, parts.Pad(7, 10, 7, 14,
		parts.Row(8, parts.Text(w.T("paper.numbered"), parts.TextControl, parts.Ink, parts.Bold), parts.Grow(), b.choice)))
	return b
}

func (b *numberBox) options() []parts.Option {
	t := b.v.h.Words().T
	return []parts.Option{{Text: t("paper.numbered_no")}, {Text: t("paper.numbered_yes")}}
}

func (b *numberBox) draw() {
	chosen := 0
	if b.v.m.Numbered() {
		chosen = 1
	}
	b.choice.Set(b.options(), chosen)
}
