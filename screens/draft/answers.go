package draft

import (
	"slices"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// Answered is a question that the sentence with the caret answers.
type Answered struct {
	ID, Title string
	State     app.CriterionState
}

// Answers are the questions that the sentence with the caret answers; ok is false
// when there is no caret.
func (m *Model) Answers() (out []Answered, ok bool) {
	c, ok := m.Caret()
	if !ok {
		return nil, false
	}
	for _, r := range m.state.Criteria {
		if slices.ContainsFunc(r.Evidence, func(e app.Evidence) bool {
			return e.Place.Section == c.Section && e.Place.Span.Start <= c.At && c.At <= e.Place.Span.End
		}) {
			out = append(out, Answered{r.ID, r.Title, r.State})
		}
	}
	return out, true
}

// answersRow says under the findings what the sentence with the caret answers, and
// is the way to it in Pröva. It is as tall whatever it says, so that nothing moves
// while one writes.
type answersRow struct {
	words  i18n.Words
	orders cardOrders
	outer  *parts.Press
	now    []Answered
	placed bool
}

func newAnswersRow(w i18n.Words, o cardOrders) *answersRow {
	r := &answersRow{words: w, orders: o}
	r.outer = parts.NewPress(parts.PressOptions{Gap: -2, Tap: r.jump, Draw: r.draw})
	r.outer.Disable()
	return r
}

func (r *answersRow) show(now []Answered, placed bool) {
	if slices.Equal(now, r.now) && placed == r.placed {
		return
	}
	r.now, r.placed = now, placed
	if len(now) == 0 {
		r.outer.Disable()
	} else {
		r.outer.Enable()
	}
	r.outer.Refresh()
}

func (r *answersRow) draw(t parts.Touch) fyne.CanvasObject {
	text, ink, face := "", parts.Muted, parts.Regular
	row := []fyne.CanvasObject{}
	switch {
	case len(r.now) == 1:
		text, ink, face = r.words.T("draft.answers_one", i18n.Vars{"Title": r.now[0].Title}), parts.Accent, parts.Bold
	case len(r.now) > 1:
		text, ink, face = r.words.T("draft.answers_many", i18n.Vars{"N": r.words.Int(int64(len(r.now)))}), parts.Accent, parts.Bold
	case r.placed:
		text = r.words.T("draft.answers_none")
	}
	if len(r.now) > 0 {
		row = append(row, parts.Mark(parts.StateMark(r.now[0].State), 16, parts.Panel))
	}
	row = append(row, parts.Grow(parts.Middle(parts.NewLabel(text, parts.TextHint, ink, face))))
	return parts.Fixed(0, 34, parts.Box(t.Ground(parts.Clear), parts.Clear, 3, parts.Pad(0, 10, 0, 14, parts.Row(7, row...))))
}

// jump shows the question, or asks which of them.
func (r *answersRow) jump() {
	switch len(r.now) {
	case 0:
	case 1:
		r.orders.criterionWanted(r.now[0].ID)
	default:
		var names []string
		for _, a := range r.now {
			names = append(names, a.Title)
		}
		now := r.now
		parts.OpenMenuAt(r.outer, fyne.NewPos(14, -float32(len(names))*30), names, -1, func(i int) { r.orders.criterionWanted(now[i].ID) })
	}
}
