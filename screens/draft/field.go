package draft

import (
	"strings"

	"yttra/app"
)

// Model wording has [fields] that wait for words: the first of them is selected, so
// that the first letter takes its place.

// fieldAt gives the length of the field that begins at the start of a text; 0 when
// none does. A footnote "[^1]" and a link "[words](where)" are none.
func fieldAt(text string) int {
	end := strings.IndexAny(text, "]\n")
	if end < 2 || text[0] != '[' || text[1] == '^' || text[end] != ']' || strings.HasPrefix(text[end+1:], "(") || strings.HasPrefix(text[end+1:], ":") {
		return 0
	}
	return end + 1
}

// fieldIn is how far into a place its first field begins; 0 when it has none.
func (m *Model) fieldIn(p app.Place) int {
	text := m.text(p.Section)
	if p.Span.Start < 0 || p.Span.End > len(text) || p.Span.Empty() {
		return 0
	}
	for i := p.Span.Start; i < p.Span.End; i++ {
		if n := fieldAt(text[i:]); n > 0 && i+n <= p.Span.End {
			return i - p.Span.Start
		}
	}
	return 0
}

// chooseField selects the field at the caret.
func (p *page) chooseField() {
	at := p.live.at()
	if at >= len(p.live.source) {
		return
	}
	if n := fieldAt(p.live.source[at:]); n > 0 {
		p.choosePart(app.Span{Start: at, End: at + n})
	}
}
