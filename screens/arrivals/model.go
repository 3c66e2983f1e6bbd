package arrivals

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/incoming"
	"yttra/app/intake"
)

// Model is one paper that is looked at before it becomes a matter, or a matter whose
// form is looked at again.
type Model struct {
	Form
	Paper    *incoming.Paper   // nil: the form of a matter, without its original
	Today    app.Date          // the day the paper is taken in
	Days     []Day             // in the paper, to choose from
	Sections []Section         // of a finished paper
	Doubts   []string          // about the paper as a whole
	kind     app.SourceKind    // that the paper was taken for
	doubt    string            // why that is not sure
	was      map[string]Origin // of the fields that are one text
	taken    map[string][]Row  // rows that were proposed and taken away
	suggest  func(*Form)       // fills in what is not in the paper; may be nil
}

// Day is a day in the paper, and what it seems to be.
type Day struct {
	Day  string
	Role intake.DateRole
	Span app.Span
}

// Section is one that was found in a finished paper.
type Section struct{ Heading string }

// mostDays is how many days of a paper are offered.
const mostDays = 6

// NewModel is the model of a matter without its original.
func NewModel(f Form) *Model {
	return &Model{Form: f, was: map[string]Origin{}, taken: map[string][]Row{}}
}

// ModelOf is the model of a paper that was read. suggest fills in what stands in no
// place of the paper, as the kind of measure.
func ModelOf(p *incoming.Paper, today app.Date, suggest func(*Form)) *Model {
	m := &Model{Paper: p, Today: today, suggest: suggest, kind: p.Proposal.Kind, doubt: string(p.Proposal.KindDoubt)}
	m.draw()
	return m
}

// As reads the paper anew as one of a kind. What a person has written stays.
func (m *Model) As(kind app.SourceKind) {
	if m.Paper == nil || kind == m.Kind {
		return
	}
	before := *m
	m.Paper.As(kind)
	m.draw()
	for field, value := range before.Values {
		if before.has(field) && value != before.was[field].Value {
			m.Values[field] = value
		}
	}
	for _, field := range []string{Claims, Questions} {
		for _, r := range before.Rows[field] {
			if r.Was.Value == "" && strings.TrimSpace(r.Text) != begun(field) {
				m.Rows[field] = append(m.Rows[field], r)
			}
		}
	}
	m.Measures, m.Affected, m.Purchase = before.Measures, before.Affected, before.Purchase
}

// KindDoubt is why it is not sure what the paper is; empty once a person has chosen
// another kind than the one it was taken for.
func (m *Model) KindDoubt() string {
	if m.Kind != m.kind {
		return ""
	}
	return m.doubt
}

// draw makes the form of what is proposed.
func (m *Model) draw() {
	matter := m.Paper.Matter(m.Today)
	m.Form = FormOf(matter)
	m.Document = incoming.First(matter)
	m.was, m.taken = map[string]Origin{}, map[string][]Row{}
	for field := range m.Rows { // what this kind does not ask for is drawn again when one does
		if !m.has(field) {
			delete(m.Rows, field)
		}
	}
	for _, field := range m.Fields() {
		if isRows(field) {
			m.drawRows(field, matter.Motion.Drawn)
		} else {
			m.was[field] = m.originOf(field, matter.Motion.Drawn)
		}
	}
	m.Days, m.Sections, m.Doubts = nil, nil, nil
	for _, d := range m.Paper.Proposal.Dates {
		same := func(o Day) bool { return o.Day == d.Value }
		if d.Value != "" && !slices.ContainsFunc(m.Days, same) && len(m.Days) < mostDays {
			m.Days = append(m.Days, Day{d.Value, d.Role, d.Span})
		}
	}
	for _, d := range matter.Documents {
		for _, s := range d.Sections {
			m.Sections = append(m.Sections, Section{s.Heading})
		}
	}
	for _, d := range m.Paper.Proposal.Doubts {
		m.Doubts = append(m.Doubts, string(d))
	}
	if m.suggest != nil {
		m.suggest(&m.Form)
	}
}

// originOf gathers what was drawn for a field. Several movers are one text.
func (m *Model) originOf(field string, drawn []app.Drawn) Origin {
	o := Origin{Value: m.Values[field]}
	for _, d := range drawn {
		if d.Field != field {
			continue
		}
		if s := (app.Span{Start: d.Start, End: d.End}); !s.Empty() {
			o.Spans = append(o.Spans, s)
		}
		if o.Doubt == "" {
			o.Doubt = d.Doubt
		}
	}
	if o.Value == "" {
		o.Doubt = notFound
	}
	return o
}

// drawRows ties the rows of a field to what was drawn, in the order they stand.
func (m *Model) drawRows(field string, drawn []app.Drawn) {
	rows, i := m.Rows[field], 0
	for _, d := range drawn {
		if d.Field != field || i >= len(rows) {
			continue
		}
		rows[i].Was = Origin{Value: rows[i].Text, Doubt: d.Doubt}
		if s := (app.Span{Start: d.Start, End: d.End}); !s.Empty() {
			rows[i].Was.Spans = []app.Span{s}
		}
		i++
	}
	if len(rows) == 0 {
		m.was[field] = Origin{Doubt: notFound}
	}
}

// Matter is a new matter of the paper as it was corrected, and the kind of its first
// document; empty when it has its document already.
func (m *Model) Matter() (matter *app.Matter, document string) {
	matter = &app.Matter{}
	if m.Paper != nil {
		matter = m.Paper.Matter(m.Today)
	}
	m.Into(matter)
	return matter, m.Document
}
