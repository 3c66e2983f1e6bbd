package draft

import (
	"yttra/app/language"
	"yttra/app/markup"
	"yttra/i18n"
)

// count is what one block adds to the status line.
type count struct {
	words int
	lix   language.Counts // of running text only
}

// count counts the blocks that are new since the last time; a key changes one.
func (m *Model) count() {
	doc := m.state.Document()
	old := m.counts
	m.counts = map[string]count{}
	if doc == nil {
		return
	}
	for _, s := range doc.Sections {
		for _, b := range blocksOf(s.Text) {
			text := s.Text[b.Start:b.End]
			c, ok := old[text]
			if !ok {
				c = countBlock(text)
			}
			m.counts[text] = c
		}
	}
}

func countBlock(text string) count {
	text = markup.Read(text).Text
	c := count{words: language.CountWords(text)}
	for _, p := range language.Paragraphs(text) {
		if p.Kind == language.Prose {
			c.lix = c.lix.Add(language.Read(text[p.Span.Start:p.Span.End]).Count())
		}
	}
	return c
}

// lixNear is how far from the kind's usual LIX is still usual.
const lixNear = 4

// Facts is what the status line says: words, and LIX against the kind.
func (m *Model) Facts() []string {
	doc := m.state.Document()
	if doc == nil {
		return nil
	}
	var all count
	for _, s := range doc.Sections {
		for _, b := range blocksOf(s.Text) {
			c := m.counts[s.Text[b.Start:b.End]]
			all.words += c.words
			all.lix = all.lix.Add(c.lix)
		}
	}
	out := []string{m.words.N("word_count.words", all.words), m.words.N("draft.finding_count", m.state.Tally.All())}
	lix := all.lix.LIX()
	if lix == 0 || m.state.Kind == nil || m.state.Kind.LIX == 0 {
		return out
	}
	vars := i18n.Vars{"LIX": lix, "Usual": m.state.Kind.LIX}
	switch usual := m.state.Kind.LIX; {
	case lix > usual+lixNear:
		return append(out, m.words.T("draft.lix_high", vars))
	case lix < usual-lixNear:
		return append(out, m.words.T("draft.lix_low", vars))
	}
	return append(out, m.words.T("draft.lix_usual", vars))
}

// KindRow is a kind of document that can be begun.
type KindRow struct{ ID, Name string }

// Kinds lists the kinds a clerk drafts.
func (m *Model) Kinds() []KindRow {
	var out []KindRow
	for _, k := range m.desk.Packs().Kinds {
		name := k.SV.Name
		if m.words.Lang() == "en" {
			name = k.EN.Name
		}
		if k.Drafted {
			out = append(out, KindRow{k.ID, name})
		}
	}
	return out
}
