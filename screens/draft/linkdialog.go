package draft

import (
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
)

// linkWanted opens the dialog of a link: the one at the caret, or a new one over
// the selected words.
func (s *Screen) linkWanted(text string, sel app.Span) {
	w := s.host.Words()
	old, found := linkAt(text, sel.End)
	span, words, to := sel, text[sel.Start:sel.End], ""
	if found {
		span, words, to = old.span, text[old.words.Start:old.words.End], old.to
	}
	if strings.Contains(words, "\n") {
		words = ""
	}
	var d *parts.Dialog
	var field, where *parts.Field
	done := func() {
		good, ok := address(where.Text())
		if !ok {
			where.Fault(w.T("draft.link_fault"))
			d.Relayout()
			return
		}
		d.Close()
		s.setLink(span, field.Text(), good)
	}
	field = parts.NewField(parts.FieldOptions{Label: w.T("draft.link_words"), Text: words, Submit: func(string) { done() }})
	where = parts.NewField(parts.FieldOptions{Label: w.T("draft.link_to"), Hint: w.T("draft.link_hint"), Text: strings.TrimPrefix(to, "mailto:"), Submit: func(string) { done() }})
	var left []fyne.CanvasObject
	if found {
		left = append(left, parts.NewButton(parts.ButtonOptions{Text: w.T("draft.link_away"), Tap: func() { d.Close(); s.setLink(span, field.Text(), "") }}))
	}
	first := field.Entry
	if words != "" {
		first = where.Entry
	}
	d = parts.ShowDialog(s.host.Window(), w, parts.DialogOptions{Title: w.T("draft.link_title"), Width: 460, Left: left,
		Body: parts.Pad(14, 20, 16, 20, parts.Column(10, field.Outer, where.Outer)),
		Buttons: []fyne.CanvasObject{
			parts.NewButton(parts.ButtonOptions{Text: w.T("word.cancel"), Tap: func() { d.Close() }}),
			parts.NewButton(parts.ButtonOptions{Text: w.T("draft.link_done"), Kind: parts.Primary, Tap: done})}}, first)
}

func (s *Screen) setLink(span app.Span, words, to string) {
	s.model.SetLink(span, words, to)
	s.view.show()
	s.view.page.reveal()
	s.view.page.focusText()
}

// SetLink puts a link in the place of a span of the caret's spot; without an
// address only its words. Without words the address stands for itself.
func (m *Model) SetLink(span app.Span, words, to string) {
	section, _, s := m.Block()
	words = linkWords(words)
	with := words
	switch {
	case to != "" && (words == "" || words == to):
		with = to
	case to != "":
		with = "[" + words + "](" + to + ")"
	}
	out, at := change(m.text(section), shift(span, s.Start), with)
	m.set(section, out, at, "")
}
