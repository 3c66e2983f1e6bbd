package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
	"yttra/app/markup"
)

// Query is what Ctrl+F looks for in the whole document.
type Query struct {
	What string
	Case bool // large and small letters are different
	Word bool // only where it is a word by itself
}

// search is a query, where it was found, and where one stands.
type search struct {
	Query
	places []app.Place
	at     int
}

// run looks again, in a text that may have changed.
func (s *search) run(doc *app.Document) {
	s.places = nil
	if s.What == "" || doc == nil {
		s.at = 0
		return
	}
	for i, sec := range doc.Sections {
		for _, span := range s.seen(sec.Text) {
			s.places = append(s.places, app.Place{Section: i, Span: span})
		}
	}
	s.at = max(0, min(s.at, len(s.places)-1))
}

// seen finds every place in what is read of a text: a bound figure by its words,
// never by its name.
func (q Query) seen(text string) []app.Span {
	reading := markup.Read(text)
	var out []app.Span
	for _, s := range q.in(reading.Text) {
		span := app.Span(reading.Place(markup.Span(s)))
		if n := len(out); n == 0 || out[n-1].End <= span.Start {
			out = append(out, span)
		}
	}
	return out
}

// in finds every place in a text that does not overlap the one before.
func (q Query) in(text string) []app.Span {
	var out []app.Span
	if q.What == "" {
		return nil
	}
	for at := 0; at < len(text); {
		if n := q.prefix(text[at:]); n > 0 && (!q.Word || alone(text, at, at+n)) {
			out = append(out, app.Span{Start: at, End: at + n})
			at += n
			continue
		}
		_, n := utf8.DecodeRuneInString(text[at:])
		at += n
	}
	return out
}

// prefix tells how many bytes of a text match; 0 when it does not.
func (q Query) prefix(text string) int {
	at := 0
	for _, r := range q.What {
		if at >= len(text) {
			return 0
		}
		s, n := utf8.DecodeRuneInString(text[at:])
		if s != r && (q.Case || unicode.ToLower(s) != unicode.ToLower(r)) {
			return 0
		}
		at += n
	}
	return at
}

// alone tells whether no letter or digit stands next to a span.
func alone(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return (from == 0 || !letter(before)) && (to == len(text) || !letter(after))
}

// Search looks for a text from the caret on; an empty one ends the search. n is
// how many there are.
func (m *Model) Search(q Query) (n int) {
	m.hits = search{Query: q}
	m.hits.run(m.state.Document())
	m.hits.at = m.hitFrom(m.caret)
	return len(m.hits.places)
}

// hitFrom is the first hit that ends at a place or after it; after the last comes
// the first.
func (m *Model) hitFrom(c Caret) int {
	for i, p := range m.hits.places {
		if p.Section > c.Section || p.Section == c.Section && p.Span.End >= c.At {
			return i
		}
	}
	return 0
}

// Hit gives the present hit and its number from 1.
func (m *Model) Hit() (p app.Place, number, of int) {
	if len(m.hits.places) == 0 {
		return app.Place{Section: -1}, 0, 0
	}
	return m.hits.places[m.hits.at], m.hits.at + 1, len(m.hits.places)
}

// StepHit goes to the next hit or the one before, round the ends.
func (m *Model) StepHit(by int) {
	if n := len(m.hits.places); n > 0 {
		m.hits.at = ((m.hits.at+by)%n + n) % n
	}
}

// Replace puts other words in the place of the present hit and goes to the next;
// false when there is none.
func (m *Model) Replace(with string) bool {
	p, _, of := m.Hit()
	if of == 0 {
		return false
	}
	with = strings.ReplaceAll(with, "\n", " ")
	text, at := change(m.text(p.Section), p.Span, with)
	m.set(p.Section, text, at, "")
	m.hits.at = m.hitFrom(Caret{p.Section, at + 1}) // not to what was just put in
	return true
}

// ReplaceAll does so with every hit, as one step to undo, and tells how many
// there were.
func (m *Model) ReplaceAll(with string) int {
	n := len(m.hits.places)
	if n == 0 {
		return 0
	}
	q := m.hits.Query
	with = strings.ReplaceAll(with, "\n", " ")
	m.own = true
	m.desk.Edit("", func(matter *app.Matter) {
		sections := matter.Documents[m.state.Doc].Sections
		for i := range sections {
			sections[i].Text = q.replaced(sections[i].Text, with)
		}
	})
	m.own = false
	m.caret.At = m.settle(m.text(m.caret.Section), m.caret.At)
	return n
}

func (q Query) replaced(text, with string) string {
	var out strings.Builder
	from := 0
	for _, s := range q.seen(text) {
		out.WriteString(text[from:s.Start])
		out.WriteString(with)
		from = s.End
	}
	return out.String() + text[from:]
}
