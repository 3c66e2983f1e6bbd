package arrivals

import (
	"fmt"
	"image"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/incoming"
	"yttra/i18n"
	"yttra/screens/parts"
)

// Drawer draws a page of the original, from 0, so many pixels wide, and calls done on
// the window's thread.
type Drawer func(page, width int, done func(image.Image, error))

// side is the original beside the fields: what was said of it when it was read, the
// pages with every proposed place marked, and what can be done with words in them.
type side struct {
	v        *view
	outer    fyne.CanvasObject
	original *parts.Original
	marks    []Mark
	picked   app.Span
	bar      *fyne.Container
	told     *fyne.Container
	all      bool // all remarks are shown, not only the first
}

func newSide(v *view) *side {
	p := v.m.Paper
	s := &side{v: v, bar: parts.Column(0), told: parts.Column(4)}
	s.original = parts.NewOriginal(parts.OriginalOptions{Words: v.h.Words(), Text: p.Text, Draw: v.o.Draw})
	s.original.Pick = func(span app.Span) { s.picked = span; s.sayPicked() }
	s.original.Press = func(i int) {
		if i >= 0 && i < len(s.marks) {
			v.focus(s.marks[i].Of)
		}
	}
	s.tell()
	s.sayPicked()
	top := parts.Fill(parts.Panel, parts.Pad(12, 16, 4, 16, parts.Column(6, s.name(), s.told)))
	s.outer = parts.Dock(top, s.bar, s.original.Outer)
	return s
}

// name is the file's, with what it is and how long.
func (s *side) name() fyne.CanvasObject {
	w, p := s.v.h.Words(), s.v.m.Paper
	name := p.Name
	if name == "" {
		name = w.T("arrivals.pasted")
	}
	facts := w.T("format." + string(p.Text.Format))
	if n := len(p.Text.Pages); n > 0 {
		facts += " · " + w.N("arrivals.pages", n)
	}
	if p.Name != "" {
		facts += " · " + w.Size(int64(len(p.Data)))
	}
	return parts.Row(8, parts.Icon(parts.IconPaper, 20, parts.Ink, parts.Panel), parts.Grow(parts.NewLabel(name, parts.TextControl, parts.Ink, parts.Bold)), parts.Hint(facts))
}

// mostTold is how many remarks are shown before somebody asks for all.
const mostTold = 2

// tell says what was remarked when the file was read.
func (s *side) tell() {
	t := s.v.h.Words().T
	remarks := incoming.Tell(s.v.h.Words(), s.v.m.Paper.Text.Remarks)
	s.told.Objects = nil
	for i, r := range remarks {
		if i == mostTold && !s.all && len(remarks) > mostTold+1 {
			more := parts.NewLink(s.v.h.Words().N("arrivals.more_told", len(remarks)-mostTold), func() { s.all = true; s.tell(); s.v.dialog.Relayout() })
			s.told.Add(parts.Left(more))
			break
		}
		mark := parts.MarkNote
		if r.Grave {
			mark = parts.MarkSerious
		}
		row := []fyne.CanvasObject{parts.Pad(2, 0, 0, 0, parts.Mark(mark, 15, parts.Panel)), parts.Grow(parts.NewPara(r.Text, parts.TextHint, parts.Ink, parts.Regular))}
		if len(r.Spans) > 0 {
			at := 0
			row = append(row, parts.NewLink(t("arrivals.show"), func() { s.original.Show(r.Spans[at]); at = (at + 1) % len(r.Spans) }))
		}
		s.told.Add(parts.RowTop(6, row...))
	}
	s.told.Hidden = len(s.told.Objects) == 0
	s.told.Refresh()
}

// mark marks every place that something in the form was drawn from.
func (s *side) mark() {
	s.marks = s.v.m.Marks()
	spans := make([]app.Span, 0, len(s.marks))
	for _, m := range s.marks {
		spans = append(spans, m.Span)
	}
	s.original.Mark(spans)
}

// show shows the place of a field; one that is from nowhere leaves the original as it is.
func (s *side) show(p Place) {
	if spans := s.v.m.Origin(p).Spans; len(spans) > 0 {
		s.original.Show(spans[0])
	}
}

// sayPicked offers what can be done with the words that are marked.
func (s *side) sayPicked() {
	t, m := s.v.h.Words().T, s.v.m
	words := m.words(s.picked)
	row := []fyne.CanvasObject{parts.Grow(parts.NewLabel(t("arrivals.pick_hint"), parts.TextHint, parts.Muted, parts.Regular))}
	if words != "" {
		row = []fyne.CanvasObject{parts.Grow(parts.NewLabel(fmt.Sprintf("”%s”", words), parts.TextSecond, parts.Ink, parts.SerifItalic))}
		for _, field := range []string{Claims, Questions} {
			if m.has(field) {
				row = append(row, parts.NewButton(parts.ButtonOptions{Text: t("arrivals.make." + field), Icon: parts.IconPlus, Tap: func() { s.add(field) }}))
			}
		}
		if at := s.v.at; !isRows(at.Field) || at.Row >= 0 {
			row = append(row, parts.NewButton(parts.ButtonOptions{Text: t("arrivals.put_in", i18n.Vars{"Field": s.v.called(at)}), Tap: func() { s.put(at) }}))
		}
	}
	s.bar.Objects = []fyne.CanvasObject{parts.HLine(parts.Line), parts.Fill(parts.Panel, parts.Fixed(0, 46, parts.Pad(0, 12, 0, 16, parts.Middle(parts.Row(8, row...)))))}
	s.bar.Refresh()
}

// called is what a field is called; a row with its number.
func (v *view) called(p Place) string {
	w := v.h.Words()
	if p.Row < 0 {
		return w.T(labels[p.Field])
	}
	return w.T("arrivals.row."+p.Field, i18n.Vars{"N": w.Int(int64(p.Row + 1))})
}

// add makes the marked words a row of their own.
func (s *side) add(field string) {
	p := s.v.m.Add(field, s.picked)
	s.picked = app.Span{}
	s.sayPicked()
	s.v.refill(p)
}

// put writes the marked words in the field the keyboard was in.
func (s *side) put(p Place) {
	if !s.v.m.Put(p, s.picked) {
		s.v.rows[p].field.Fault(s.v.h.Words().T("form.fault_no_day"))
		s.v.left.Refit()
		return
	}
	s.picked = app.Span{}
	s.sayPicked()
	r := s.v.rows[p]
	r.field.Fault("")
	r.field.SetText(s.v.m.text(p))
	r.say()
	s.v.sayDoubts()
	s.v.focus(p)
}
