package arrivals

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/intake"
)

// Place is where a field is: which one, and which of its rows (-1: the field itself).
type Place struct {
	Field string
	Row   int
}

// Origin gives what was proposed for a field or a row.
func (m *Model) Origin(p Place) Origin {
	if p.Row < 0 {
		return m.was[p.Field]
	}
	if rows := m.Rows[p.Field]; p.Row < len(rows) {
		return rows[p.Row].Was
	}
	return Origin{}
}

// text is what a field or a row says now.
func (m *Model) text(p Place) string {
	if p.Row < 0 {
		return m.Values[p.Field]
	}
	if rows := m.Rows[p.Field]; p.Row < len(rows) {
		return rows[p.Row].Text
	}
	return ""
}

// Set writes in a field or a row.
func (m *Model) Set(p Place, s string) {
	if p.Row < 0 {
		m.Values[p.Field] = s
	} else if p.Row < len(m.Rows[p.Field]) {
		m.Rows[p.Field][p.Row].Text = s
	}
}

// Changed tells that something was proposed and something else stands there now.
func (m *Model) Changed(p Place) bool {
	was := m.Origin(p).Value
	return was != "" && tidy(was) != tidy(m.text(p))
}

// Doubt is why what stands in a field is not sure; empty once a person has written
// something else there.
func (m *Model) Doubt(p Place) string {
	o := m.Origin(p)
	if tidy(o.Value) != tidy(m.text(p)) || isRows(p.Field) && p.Row < 0 && len(m.Rows[p.Field]) > 0 {
		return ""
	}
	return o.Doubt
}

// Doubtful lists the places with a doubt, in the order they stand.
func (m *Model) Doubtful() []Place {
	var out []Place
	for _, p := range m.places() {
		if m.Doubt(p) != "" && !m.unnumbered(p) {
			out = append(out, p)
		}
	}
	return out
}

// unnumbered tells of a number that was not found: a paper that nobody has given one yet
// has none, and nothing is doubtful about that.
func (m *Model) unnumbered(p Place) bool {
	return (p.Field == Refs || p.Field == SenderRef) && m.Doubt(p) == notFound
}

// Back puts what was proposed in its place again.
func (m *Model) Back(p Place) { m.Set(p, m.Origin(p).Value) }

// Add adds a row, after the others, and gives its place. Its words may come from the
// paper; empty: a person writes them.
func (m *Model) Add(field string, from app.Span) Place {
	r := Row{Text: begun(field), Of: -1}
	if r.Text != "" {
		r.Text += " "
	}
	if words := m.words(from); words != "" {
		r.Text = words
		if field == Claims {
			r.Text = intake.Claim(words)
		}
		r.Was.Spans = []app.Span{from}
	}
	m.Rows[field] = append(m.Rows[field], r)
	return Place{field, len(m.Rows[field]) - 1}
}

// Remove takes a row away. One that was proposed can be put back.
func (m *Model) Remove(p Place) {
	if r := m.Rows[p.Field][p.Row]; r.Was.Value != "" {
		m.taken[p.Field] = append(m.taken[p.Field], r)
	}
	m.Rows[p.Field] = slices.Delete(m.Rows[p.Field], p.Row, p.Row+1)
}

// Taken counts the proposed rows of a field that were taken away.
func (m *Model) Taken(field string) int { return len(m.taken[field]) }

// PutBack puts the rows of a field back that were taken away, where they stand in the
// paper, as they were proposed.
func (m *Model) PutBack(field string) {
	for _, r := range m.taken[field] {
		r.Text = r.Was.Value
		at := slices.IndexFunc(m.Rows[field], func(o Row) bool { return start(o) > start(r) })
		if at < 0 {
			at = len(m.Rows[field])
		}
		m.Rows[field] = slices.Insert(m.Rows[field], at, r)
	}
	m.taken[field] = nil
}

// start is where in the paper a row begins; -1: it is not from there.
func start(r Row) int {
	if len(r.Was.Spans) == 0 {
		return -1
	}
	return r.Was.Spans[0].Start
}

// Put writes words of the paper in a field or a row: a day as a day, a mover or a
// reference after those that stand there.
func (m *Model) Put(p Place, from app.Span) bool {
	words := m.words(from)
	if words == "" || isRows(p.Field) && p.Row < 0 {
		return false
	}
	now := strings.TrimSpace(m.text(p))
	switch {
	case isDay(p.Field):
		d, ok := intake.Day(words)
		if !ok {
			return false
		}
		words = string(d)
	case p.Field == Claims:
		words = intake.Claim(words)
	case p.Field == Movers && now != "":
		words = now + "\n" + words
	case p.Field == Refs && now != "":
		words = now + ", " + words
	}
	m.Set(p, words)
	if p.Row >= 0 && len(m.Rows[p.Field][p.Row].Was.Spans) == 0 {
		m.Rows[p.Field][p.Row].Was.Spans = []app.Span{from}
	}
	return true
}

// words are those of a place in the paper, on one line.
func (m *Model) words(s app.Span) string {
	if m.Source == nil || s.Start < 0 || s.Empty() || s.End > len(m.Source.Text) {
		return ""
	}
	return tidy(m.Source.Text[s.Start:s.End])
}

func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }

// places are all fields and rows of the form, in the order they stand.
func (m *Model) places() []Place {
	var out []Place
	for _, field := range m.Fields() {
		if !isRows(field) || len(m.Rows[field]) == 0 {
			out = append(out, Place{field, -1})
		}
		for i := range m.Rows[field] {
			if isRows(field) {
				out = append(out, Place{field, i})
			}
		}
	}
	return out
}

// Mark is a place in the paper that something in the form was drawn from.
type Mark struct {
	Span app.Span
	Of   Place
}

// Marks are all of them, in the order they stand in the form.
func (m *Model) Marks() []Mark {
	var out []Mark
	for _, p := range m.places() {
		for _, s := range m.Origin(p).Spans {
			out = append(out, Mark{s, p})
		}
	}
	return out
}

// Mended tells that a person has changed something that was proposed of a paper.
func (m *Model) Mended() bool {
	if m.Paper == nil {
		return false
	}
	for _, p := range m.places() {
		if tidy(m.Origin(p).Value) != tidy(m.text(p)) && tidy(m.text(p)) != begun(p.Field) {
			return true
		}
	}
	return len(m.taken[Claims])+len(m.taken[Questions]) > 0
}
