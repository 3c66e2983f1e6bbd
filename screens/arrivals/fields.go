package arrivals

import (
	"fyne.io/fyne/v2"

	"yttra/i18n"
	"yttra/screens/parts"
)

// row is a field of the form with what is said under it: its doubt, or what was proposed
// when somebody has written something else.
type row struct {
	v     *view
	place Place
	field *parts.Field
	note  *fyne.Container
	shown string // what the note says, to draw it only when that changes
	jump  *parts.Press
	add   *parts.Press // of a list without rows
}

func (r *row) focusable() fyne.Focusable {
	if r.field == nil {
		return r.add
	}
	return r.field.Entry
}

// labels of the fields.
var labels = map[string]string{Title: "form.title", Movers: "form.movers", Refs: "form.references", Received: "form.received",
	Sender: "form.sender", SenderRef: "form.sender_ref", Due: "form.due", Claims: "form.claims", Questions: "form.questions"}

// hint says how a field is written.
func (v *view) hint(field string) string {
	t := v.h.Words().T
	switch field {
	case Title:
		return t("form.subject." + v.m.Kind.Word())
	case Movers:
		return t("form.movers_hint")
	case Received:
		if v.m.Kind == "" {
			return t("form.received_hint")
		}
	case SenderRef:
		return t("form.sender_ref_hint")
	case Refs:
		if v.m.has(SenderRef) {
			return t("form.own_ref_hint")
		}
	}
	return ""
}

// field is one that is one text.
func (v *view) field(name string) fyne.CanvasObject {
	t := v.h.Words().T
	p := Place{name, -1}
	o := parts.FieldOptions{Hint: v.hint(name), Text: v.m.Values[name]}
	if name == Movers {
		o.Lines = 2
	} else {
		o.Submit = func(string) { v.finish() }
	}
	if isDay(name) {
		o.Ghost = t("form.day")
	}
	r := v.row(p, o)
	label := []fyne.CanvasObject{parts.Grow(parts.NewLabel(t(labels[name]), parts.TextSecond, parts.Ink, parts.Bold))}
	if r.jump != nil {
		label = append(label, r.jump)
	}
	return parts.Column(3, parts.Row(6, label...), r.field.Outer, r.note)
}

// row makes the entry of a field or of one of its rows.
func (v *view) row(p Place, o parts.FieldOptions) *row {
	r := &row{v: v, place: p, note: parts.Column(0)}
	o.Changed = func(s string) { v.m.Set(p, s); r.say(); v.sayDoubts() }
	o.Gained = func() { v.reached(p) }
	r.field = parts.NewField(o)
	if len(v.m.Origin(p).Spans) > 0 && v.side != nil {
		r.jump = parts.NewLink(v.h.Words().T("arrivals.show"), func() { v.front(originalSide); v.side.show(p) })
		r.jump.Hidden = !v.sides.narrow
	}
	v.rows[p], v.places = r, append(v.places, p)
	r.draw()
	return r
}

// say redraws the note when it says something else.
func (r *row) say() {
	if r.draw() {
		r.v.left.Refit()
	}
}

func (r *row) draw() bool {
	m, t := r.v.m, r.v.h.Words().T
	was, doubt := "", m.Doubt(r.place)
	if m.Changed(r.place) {
		was = m.Origin(r.place).Value
	}
	key := was + "\x00" + doubt
	if key == r.shown {
		return false
	}
	r.shown = key
	r.note.Objects = nil
	switch {
	case was != "":
		back := parts.NewLink(t("arrivals.back"), func() {
			m.Back(r.place)
			r.field.SetText(m.text(r.place))
			r.say()
			r.v.sayDoubts()
			r.v.focus(r.place)
		})
		r.note.Add(parts.RowTop(6, parts.Pad(1, 0, 0, 0, parts.Tag(t("arrivals.changed"), parts.Muted)),
			parts.Grow(parts.Pad(2, 0, 0, 0, parts.NewPara(t("arrivals.was", i18n.Vars{"Words": oneLine(was)}), parts.TextHint, parts.Muted, parts.Regular))), back))
	case m.unnumbered(r.place):
		r.note.Add(parts.Hint(t("doubt." + doubt)))
	case doubt != "":
		r.note.Add(doubtLine(t("doubt." + doubt)))
	}
	r.note.Hidden = len(r.note.Objects) == 0
	r.note.Refresh()
	return true
}

// reached notes where the keyboard is and shows its place in the original.
func (v *view) reached(p Place) {
	v.at = p
	if v.side != nil {
		v.side.show(p)
		v.side.sayPicked()
	}
}

// days are those the paper speaks of, to choose from, and the day it is.
func (v *view) days() fyne.CanvasObject {
	if v.m.Paper == nil {
		return nil
	}
	t := v.h.Words().T
	pick := func(day string) func() {
		return func() {
			p := Place{Received, -1}
			v.m.Set(p, day)
			v.rows[p].field.SetText(day)
			v.rows[p].say()
			v.sayDoubts()
		}
	}
	objects := []fyne.CanvasObject{parts.Pad(2, 0, 0, 0, parts.Hint(t("form.days")))}
	for _, d := range v.m.Days {
		objects = append(objects, parts.NewLink(d.Day+" · "+t("day."+string(d.Role)), pick(d.Day)))
	}
	return parts.Flow(4, append(objects, parts.NewLink(t("form.today", i18n.Vars{"Day": string(v.m.Today)}), pick(string(v.m.Today))))...)
}

// oneLine shows several lines as one.
func oneLine(s string) string {
	const most = 160
	s = tidyLines(s)
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
