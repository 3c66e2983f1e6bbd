package arrivals

import (
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
)

// list is a field of rows: the claims, or the questions.
func (v *view) list(field string) fyne.CanvasObject {
	t := v.h.Words().T
	all := []fyne.CanvasObject{parts.Text(t(labels[field]), parts.TextSecond, parts.Ink, parts.Bold)}
	if field == Questions && v.m.Kind == app.LetterSource {
		all = append(all, parts.NewPara(t("form.questions_hint"), parts.TextHint, parts.Muted, parts.Regular))
	}
	for i := range v.m.Rows[field] {
		all = append(all, v.item(Place{field, i}))
	}
	add := parts.NewButton(parts.ButtonOptions{Text: t("form.add." + field), Icon: parts.IconPlus, Kind: parts.Quiet, Tap: func() { v.refill(v.m.Add(field, app.Span{})) }})
	if len(v.m.Rows[field]) == 0 {
		p := Place{field, -1}
		r := &row{v: v, place: p, note: parts.Column(0), add: add}
		v.rows[p], v.places = r, append(v.places, p)
		r.draw()
		all = append(all, r.note)
	}
	foot := []fyne.CanvasObject{add}
	if n := v.m.Taken(field); n > 0 {
		foot = append(foot, parts.NewLink(v.h.Words().N("arrivals.put_back", n), func() { v.m.PutBack(field); v.refill(Place{field, 0}) }))
	}
	return parts.Column(8, append(all, parts.Flow(8, foot...))...)
}

// item is one row with its number and the cross that takes it away.
func (v *view) item(p Place) fyne.CanvasObject {
	r := v.row(p, parts.FieldOptions{Text: v.m.text(p), Lines: lines(v.m.text(p))})
	number := parts.Fixed(20, 0, parts.Pad(7, 0, 0, 0, parts.Text(v.h.Words().Int(int64(p.Row+1)), parts.TextControl, parts.Muted, parts.Bold)))
	remove := parts.NewPress(parts.PressOptions{Gap: 1, Tap: func() { v.remove(p) }, Draw: func(t parts.Touch) fyne.CanvasObject {
		return parts.Box(t.Ground(parts.Clear), parts.Clear, 4, parts.Fixed(28, 28, parts.Centre(parts.Icon(parts.IconClose, 18, parts.Muted, parts.Panel))))
	}})
	column := []fyne.CanvasObject{r.field.Outer, r.note}
	if r.jump != nil {
		column = append(column, parts.Row(0, r.jump, parts.Grow()))
	}
	return parts.RowTop(6, number, parts.Grow(parts.Column(3, column...)), remove)
}

// lines is how many lines a claim is shown on at once.
func lines(s string) int {
	const perLine, most = 52, 6
	return max(2, min(most, 1+len([]rune(s))/perLine))
}

func (v *view) remove(p Place) {
	v.m.Remove(p)
	p.Row = min(p.Row, len(v.m.Rows[p.Field])-1)
	v.refill(p)
}

// tidyLines shows several lines as one, parted by dots.
func tidyLines(s string) string { return strings.Join(split(s, "\n"), " · ") }
