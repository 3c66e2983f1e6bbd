// Package originals is the paper a matter came from, looked at beside what is written
// about it: its pages or its text with the words that were drawn from it marked, where
// each claim stands in it, and words of it as a quotation.
package originals

import (
	"strings"

	"yttra/app"
	"yttra/app/packs"
	"yttra/app/reading"
	"yttra/screens/parts"
)

// Model tells what of a paper is what. Text is the paper as it was read anew, with its
// pages, or as it was kept when there is no file.
type Model struct {
	matter *app.Matter
	packs  *packs.Packs
	text   reading.Text
}

func (m *Model) source() *app.Source {
	if m.matter == nil {
		return nil
	}
	return m.matter.Motion
}

// Marks are the places in the text that something in the matter was drawn from. Where
// nothing was noted, as in a matter that is older than that, they are the claims that
// stand in it word for word.
func (m *Model) Marks() []app.Span {
	var out []app.Span
	src := m.source()
	if src == nil {
		return nil
	}
	for _, d := range src.Drawn {
		if s, ok := m.here(app.Span{Start: d.Start, End: d.End}); ok {
			out = append(out, s)
		}
	}
	if len(src.Drawn) == 0 {
		for i := range m.matter.Claims {
			if s, ok := m.Claim(i); ok {
				out = append(out, s)
			}
		}
	}
	return out
}

// Claim is where a claim stands, by the place it was drawn from or else by its words.
func (m *Model) Claim(i int) (app.Span, bool) {
	src := m.source()
	if src == nil || i < 0 || i >= len(m.matter.Claims) {
		return app.Span{}, false
	}
	words := m.matter.Claims[i].Text
	var drawn []app.Drawn
	for _, d := range src.Drawn {
		if d.Field == claimField {
			drawn = append(drawn, d)
		}
	}
	at := -1
	for n, d := range drawn {
		if oneLine(d.Value) == oneLine(words) {
			at = n
		}
	}
	if at < 0 && len(drawn) == len(m.matter.Claims) { // corrected since: its number tells
		at = i
	}
	if at >= 0 {
		if s, ok := m.here(app.Span{Start: drawn[at].Start, End: drawn[at].End}); ok {
			return s, true
		}
	}
	return m.find(strings.TrimRight(oneLine(words), ".;, "), 0)
}

// claimField is what a claim is called among the fields that were drawn.
const claimField = "claim"

// here is where a place of the kept text is in the one that was read anew: the same,
// when the texts are, else where its words stand, nearest to as far into it.
func (m *Model) here(s app.Span) (app.Span, bool) {
	kept := m.source().Text
	if s.Start < 0 || s.End > len(kept) || s.Empty() {
		return app.Span{}, false
	}
	if kept == m.text.String {
		return s, true
	}
	return m.find(kept[s.Start:s.End], float64(s.Start)/float64(len(kept)))
}

func (m *Model) find(words string, share float64) (app.Span, bool) {
	best, far := app.Span{}, -1.0
	for _, s := range parts.Places(m.text.String, words) {
		d := share - float64(s.Start)/float64(len(m.text.String))
		if d *= d; far < 0 || d < far {
			best, far = s, d
		}
	}
	return best, far >= 0
}

// Quote writes words of the paper as a quotation; see packs.Quote.
func (m *Model) Quote(s app.Span, page int) (text string, alone bool) {
	if m.source() == nil || s.Empty() || s.End > len(m.text.String) {
		return "", false
	}
	return m.packs.Quote(m.source().Kind, m.text.String[s.Start:s.End], page)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
