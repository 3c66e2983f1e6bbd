package costs

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/i18n"
	"yttra/screens/parts"
)

// terms are the fields of what holds for the whole estimate. A field is taken
// when it is left; financing and the name of the unit while they are typed.
type terms struct {
	m        *Model
	outer    *fyne.Container
	fields   map[Term]*parts.Field
	shown    map[Term]string // what each field was last given
	law      *parts.Choice
	subject  *parts.Dropdown
	subjects []string
	explain  *fyne.Container
	says     string // by it
	pilot    *fyne.Container
	letter   *fyne.Container
	w        i18n.Words
	on       map[string]bool // which of the toggles hold, as they are drawn
	changed  func()
}

func newTerms(m *Model, w i18n.Words, changed func()) *terms {
	t := &terms{m: m, fields: map[Term]*parts.Field{}, shown: map[Term]string{}, subjects: subjects(w), w: w, on: map[string]bool{}, changed: changed,
		explain: parts.Column(0), pilot: container.NewStack(), letter: container.NewStack()}
	widths := map[Term]float32{FirstYear: 76, Years: 72, RealRate: 98, Inflation: 98, Units: 84, UnitName: 84, Start: 152, Needed: 128}
	for _, term := range Terms {
		o := parts.FieldOptions{Label: w.T("costs.term." + string(term)), Width: widths[term], Left: func() { t.take(term) }, Submit: func(string) { t.take(term) }}
		switch term {
		case Start, Needed:
			o.Ghost = w.T("costs.ghost_day")
		case Financing:
			o.Ghost = w.T("costs.ghost_financing")
			o.Changed = func(string) { t.take(term) }
		case UnitName:
			o.Changed = func(string) { t.take(term) }
		}
		t.fields[term] = parts.NewField(o)
	}
	t.law = parts.NewChoice(parts.ChoiceOptions{Options: laws(),
		Pick: func(i int) { m.SetLaw(Laws[i]); changed() }})
	t.subject = parts.NewDropdown(parts.DropdownOptions{Options: t.subjects, Width: 200, Pick: func(i int) { m.SetSubject(Subjects[i]); changed() }})
	named := func(s string, o fyne.CanvasObject) fyne.CanvasObject {
		return parts.Column(3, parts.Text(s, parts.TextSecond, parts.Ink, parts.Bold), parts.Fixed(0, 34, o))
	}
	row := func(terms ...Term) (out []fyne.CanvasObject) {
		for _, term := range terms {
			out = append(out, parts.Fixed(widths[term], 0, t.fields[term].Outer))
		}
		return out
	}
	first := append(row(FirstYear, Years, RealRate, Inflation, Units, UnitName), named("", t.pilot))
	second := append(row(Start, Needed), named(w.T("costs.law"), parts.Left(t.law)), named(w.T("costs.subject_of"), t.subject))
	inner := parts.Column(8, parts.RowTop(10, first...), t.explain, parts.RowTop(10, second...),
		parts.RowTop(10, named("", t.letter), parts.Grow(t.fields[Financing].Outer)))
	t.outer = container.NewStack(parts.Fill(parts.Panel, parts.Column(0, parts.HLine(parts.Line), parts.Pad(8, 16, 12, 16, inner))))
	return t
}

func laws() []parts.Option {
	var out []parts.Option
	for _, l := range Laws {
		out = append(out, parts.Option{Text: string(l)})
	}
	return out
}

func subjects(w i18n.Words) []string {
	var out []string
	for _, s := range Subjects {
		out = append(out, w.T("costs.subject."+string(s)))
	}
	return out
}

// take gives a field's text to the model.
func (t *terms) take(term Term) {
	s := t.fields[term].Text()
	if s == t.shown[term] {
		return
	}
	t.shown[term] = s
	t.m.SetTerm(term, s)
	t.draw()
	t.changed()
}

// finish takes what has been typed and not yet left.
func (t *terms) finish() {
	for _, term := range Terms {
		t.take(term)
	}
}

// draw shows the model anew; a field in which something is being typed is left
// alone.
func (t *terms) draw() {
	for _, term := range Terms {
		f := t.fields[term]
		if now := t.m.Term(term); f.Text() == t.shown[term] && strings.TrimSpace(f.Text()) != now {
			f.SetText(now)
			t.shown[term] = now
		}
		f.Fault(t.m.TermFault(term))
	}
	if now := t.m.RateExplained(); now != t.says {
		t.says = now
		t.explain.Objects = []fyne.CanvasObject{parts.NewPara(now, parts.TextHint, parts.Muted, parts.Regular)}
		t.explain.Refresh()
	}
	t.toggle(t.pilot, "costs.pilot", t.m.state.Matter != nil && t.m.state.Matter.Estimate.Pilot, t.m.SetPilot)
	t.toggle(t.letter, "costs.letter", t.m.state.Matter != nil && t.m.state.Matter.Estimate.Purchase.Letter, t.m.SetLetter)
	for i, l := range Laws {
		if t.m.Law() == l {
			t.law.Set(laws(), i)
		}
	}
	for i, s := range Subjects {
		if t.m.Subject() == s {
			t.subject.Set(t.subjects, i)
		}
	}
}

// toggle draws something that holds or does not; it is made anew only when that
// has changed by another hand.
func (t *terms) toggle(in *fyne.Container, word string, on bool, set func(bool)) {
	if is, made := t.on[word]; made && is == on {
		return
	}
	t.on[word] = on
	in.Objects = []fyne.CanvasObject{parts.Left(parts.NewToggle(t.w.T(word), on, func(on bool) {
		t.on[word] = on
		set(on)
		t.changed()
	}))}
	in.Refresh()
}
