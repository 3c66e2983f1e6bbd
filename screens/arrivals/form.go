package arrivals

import (
	"slices"
	"strings"

	"yttra/app"
)

// Form is what a matter says of itself, as a person writes it: one text for each field,
// and rows for claims and questions.
type Form struct {
	Kind     app.SourceKind    // what the paper is
	OfMotion bool              // a remiss that has a motion's claims in it
	Values   map[string]string // of the fields that are one text
	Rows     map[string][]Row  // of Claims and Questions
	Measures []app.Measure
	Affected []app.Group
	Purchase bool
	Stage    app.Stage
	Holder   string      // who has it now
	Document string      // kind of the first document; empty for a matter that has some
	Source   *app.Source // the paper it came from; nil: none
}

// Row is a claim or a question.
type Row struct {
	Text string
	Of   int    // which claim of the matter it was; -1: a new one
	Was  Origin // what was proposed; empty for a row that a person added
}

// Origin is a field as it was proposed.
type Origin struct {
	Value string     // as the form writes it
	Spans []app.Span // of the words it was drawn from, in Source.Text
	Doubt string     // why it is not sure; i18n has the words (doubt.<doubt>)
}

// notFound is the doubt of a field that nothing was found for.
const notFound = "not_found"

// FormOf is the form of a matter.
func FormOf(m *app.Matter) Form {
	f := Form{Values: map[string]string{Title: m.Title, Refs: strings.Join(m.References, ", "), Received: string(m.Received)}, Rows: map[string][]Row{},
		Measures: slices.Clone(m.Measures), Affected: slices.Clone(m.Affected), Purchase: m.Purchase, Stage: m.Stage, Holder: m.Holder, Source: m.Motion}
	var movers []string
	for _, v := range m.Movers {
		movers = append(movers, moverLine(v))
	}
	f.Values[Movers] = strings.Join(movers, "\n")
	for i, c := range m.Claims {
		f.Rows[Claims] = append(f.Rows[Claims], Row{Text: c.Text, Of: i})
	}
	if s := m.Motion; s != nil {
		f.Kind, f.OfMotion = s.Kind, len(m.Claims) > 0
		f.Values[Sender], f.Values[SenderRef], f.Values[Due] = s.Sender, s.Reference, string(s.Due)
		for i, q := range s.Questions {
			f.Rows[Questions] = append(f.Rows[Questions], Row{Text: q, Of: i})
		}
	}
	return f
}

// Fields are those the form has for what the paper is.
func (f Form) Fields() []string { return fieldsOf(f.Kind, f.OfMotion) }

func (f Form) has(field string) bool { return slices.Contains(f.Fields(), field) }

// Faults names the fields that cannot be taken as they are, by the key of the sentence
// that says why.
func (f Form) Faults() map[string]string {
	out := map[string]string{}
	if strings.TrimSpace(f.Values[Title]) == "" {
		out[Title] = "form.fault_title"
	}
	for _, day := range []string{Received, Due} {
		if d := strings.TrimSpace(f.Values[day]); f.has(day) && d != "" && !app.Date(d).Valid() {
			out[day] = "form.fault_day"
		}
	}
	return out
}

// Into writes the form into a matter. A claim that is only reworded keeps what was
// decided about it. What the form has no field for stays as it is.
func (f Form) Into(m *app.Matter) {
	m.Title, m.Received = strings.TrimSpace(f.Values[Title]), app.Date(strings.TrimSpace(f.Values[Received]))
	m.References = split(f.Values[Refs], ",\n")
	m.Measures, m.Affected, m.Purchase = slices.Clone(f.Measures), slices.Clone(f.Affected), f.Purchase
	m.Motion, m.Stage, m.Holder = f.source(), f.Stage, strings.TrimSpace(f.Holder)
	before := m.Movers
	m.Movers = nil
	if f.has(Movers) {
		for _, line := range split(f.Values[Movers], "\n") {
			v := moverOf(line)
			if i := slices.IndexFunc(before, func(o app.Mover) bool { return o.Name == v.Name }); i >= 0 {
				v.Extra = before[i].Extra
			}
			m.Movers = append(m.Movers, v)
		}
	}
	var claims []app.Claim
	for _, r := range f.said(Claims) {
		c := app.Claim{}
		if r.Of >= 0 && r.Of < len(m.Claims) {
			c = m.Claims[r.Of]
		}
		c.Text = r.Text
		claims = append(claims, c)
	}
	m.Claims = claims
}

// source is the paper with what the form says of it. One that is kept is not changed in
// place.
func (f Form) source() *app.Source {
	if f.Source == nil {
		return nil
	}
	s := *f.Source
	s.Kind, s.Sender, s.Reference, s.Due, s.Questions = f.Kind, "", "", "", nil
	if f.has(Sender) {
		s.Sender, s.Reference, s.Due = strings.TrimSpace(f.Values[Sender]), strings.TrimSpace(f.Values[SenderRef]), app.Date(strings.TrimSpace(f.Values[Due]))
		for _, r := range f.said(Questions) {
			s.Questions = append(s.Questions, r.Text)
		}
	}
	return &s
}

// said are the rows of a field that say something, each as one line.
func (f Form) said(field string) []Row {
	var out []Row
	if !f.has(field) {
		return nil
	}
	for _, r := range f.Rows[field] {
		if r.Text = strings.Join(strings.Fields(r.Text), " "); r.Text != "" && r.Text != begun(field) {
			out = append(out, r)
		}
	}
	return out
}

// begun is what a new row of a field begins with.
func begun(field string) string {
	if field == Claims {
		return "att"
	}
	return ""
}

func moverLine(v app.Mover) string {
	if v.Party == "" {
		return v.Name
	}
	return v.Name + " (" + v.Party + ")"
}

// moverOf reads "Namn Namnsson (P)" and "Namn Namnsson, P".
func moverOf(line string) app.Mover {
	if i := strings.LastIndexByte(line, '('); i >= 0 && strings.HasSuffix(line, ")") {
		return app.Mover{Name: strings.TrimSpace(line[:i]), Party: strings.TrimSpace(line[i+1 : len(line)-1])}
	}
	if name, party, ok := strings.Cut(line, ","); ok {
		return app.Mover{Name: strings.TrimSpace(name), Party: strings.TrimSpace(party)}
	}
	return app.Mover{Name: line}
}

func split(s, seps string) []string {
	var out []string
	for _, p := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(seps, r) }) {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}
