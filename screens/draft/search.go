package draft

import (
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

// search is what Ctrl+F looks for, and where it stands.
type search struct {
	what   string
	places []app.Place
	at     int
}

// run looks again, in a text that may have changed.
func (s *search) run(doc *app.Document) {
	s.places = nil
	if s.what == "" || doc == nil {
		s.at = 0
		return
	}
	for i, sec := range doc.Sections {
		for from := 0; ; {
			start, end := indexFold(sec.Text, s.what, from)
			if start < 0 {
				break
			}
			s.places = append(s.places, app.Place{Section: i, Span: app.Span{Start: start, End: end}})
			from = end
		}
	}
	s.at = max(0, min(s.at, len(s.places)-1))
}

// indexFold finds a text in another from an offset on, large and small letters
// alike; -1 when it is not there.
func indexFold(text, what string, from int) (start, end int) {
	for at := from; at < len(text); {
		if n := prefixFold(text[at:], what); n > 0 {
			return at, at + n
		}
		_, n := utf8.DecodeRuneInString(text[at:])
		at += n
	}
	return -1, -1
}

// prefixFold tells how many bytes of a text match; 0 when it does not.
func prefixFold(text, what string) int {
	at := 0
	for _, r := range what {
		if at >= len(text) {
			return 0
		}
		s, n := utf8.DecodeRuneInString(text[at:])
		if unicode.ToLower(s) != unicode.ToLower(r) {
			return 0
		}
		at += n
	}
	return at
}

// Search looks for a text from the caret on; empty ends the search. n is how
// many there are.
func (m *Model) Search(what string) (n int) {
	m.hits = search{what: what}
	m.hits.run(m.state.Document())
	for i, p := range m.hits.places {
		if p.Section > m.caret.Section || p.Section == m.caret.Section && p.Span.End >= m.caret.At {
			m.hits.at = i
			break
		}
	}
	return len(m.hits.places)
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
		m.hits.at = (m.hits.at + by + n) % n
	}
}
