package draft

import (
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

// originalWanted shows where a claim stands in the paper that came in.
func (s *Screen) originalWanted(claim int) {
	if s.Original != nil {
		s.Original(claim)
	}
}

// Roomy tells whether there is a text, and room for something beside it.
func (s *Screen) Roomy() bool { return s.model.State().Document() != nil && !s.view.narrow.on }

// Quote puts a quotation in the text, where the caret is: within its sentence, or alone,
// after its paragraph. It is one step to undo.
func (s *Screen) Quote(text string, alone bool) {
	if s.model.State().Document() == nil {
		return
	}
	if _, ok := s.model.Caret(); !ok {
		s.model.ToStart()
	}
	s.model.Quote(text, alone)
	s.view.show()
	s.view.page.reveal()
	s.view.page.focusText()
	s.moved()
}

// Quote puts a quotation where the caret is.
func (m *Model) Quote(text string, alone bool) {
	c, ok := m.Caret()
	if !ok || text == "" {
		return
	}
	if alone {
		m.InsertText(c.Section, text)
		return
	}
	into := m.text(c.Section)
	if c.At > len(into) {
		return
	}
	if r, _ := utf8.DecodeLastRuneInString(into[:c.At]); c.At > 0 && !unicode.IsSpace(r) && r != '(' {
		text = " " + text
	}
	if r, _ := utf8.DecodeRuneInString(into[c.At:]); c.At < len(into) && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		text += " "
	}
	out, at := change(into, app.Span{Start: c.At, End: c.At}, text)
	m.set(c.Section, out, at, "")
}
