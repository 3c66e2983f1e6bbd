package draft

import (
	"slices"

	"yttra/app"
	"yttra/i18n"
)

// What can be done about the words a finding speaks of: other words in their place,
// there or everywhere, and not to hear of it again.

// mostMends is how many other words a card offers.
const mostMends = 3

// mends are the words that may stand instead of those of a finding. They are looked
// for once: for a word that is misspelt it takes some milliseconds.
func (m *Model) mends(f app.Finding) []string {
	if f.Quote == "" || f.Waived != "" {
		return nil
	}
	key := f.ID + "\x00" + f.Quote + "\x00" + f.Mend
	if key != m.mended.key {
		all := m.desk.Mends(f)
		m.mended.key, m.mended.words = key, all[:min(mostMends, len(all))]
	}
	return m.mended.words
}

// mended remembers the last words that were looked for.
type mended struct {
	key   string
	words []string
}

// alike counts the places that are mended together with a finding.
func (m *Model) alike(f app.Finding) int {
	if f.Mend == "" {
		return 0
	}
	n := 0
	for _, g := range m.state.Findings {
		if g.Rule() == f.Rule() && g.Word == f.Word && g.Mend != "" && g.Waived == "" {
			n += 1 + g.Repeats
		}
	}
	return n
}

// Mend puts other words in the place of the open card's, and the caret after them.
func (m *Model) Mend(with string) bool {
	_, f, ok := m.Opened()
	if !ok || f.Place.Span.Empty() {
		return false
	}
	m.own = true
	var done bool
	if m.misspelt(f) != "" { // a word that is misspelt here is so everywhere
		done = m.desk.MendEvery(f, with) > 0
	} else {
		done = m.desk.Mend(f, with)
	}
	m.own = false
	if done {
		m.Place(Caret{f.Place.Section, f.Place.Span.Start + len(with)})
	}
	return done
}

// MendAll mends every place that is alike the open card's, and counts them.
func (m *Model) MendAll() int {
	_, f, ok := m.Opened()
	if !ok {
		return 0
	}
	return m.desk.MendAll(f.Rule(), f.Word)
}

// Hush is a way not to hear of something again.
type Hush struct {
	Text  string
	Quiet app.Quiet
}

// Hushes are the ways not to hear of a finding again, what takes least first; none
// of what is more than advice.
func (m *Model) Hushes(f app.Finding) []Hush {
	doc := m.state.Document()
	if doc == nil || f.Severity != app.Note || f.Waived != "" {
		return nil
	}
	rule := f.Rule()
	var out []Hush
	add := func(key string, q app.Quiet) {
		out = append(out, Hush{m.words.T(key, i18n.Vars{"Word": f.Word}), q})
	}
	if f.Word != "" {
		add("draft.hush_word_here", app.Quiet{Rule: rule, Word: f.Word, Document: doc.ID})
		add("draft.hush_word", app.Quiet{Rule: rule, Word: f.Word})
	}
	add("draft.hush_rule_here", app.Quiet{Rule: rule, Document: doc.ID})
	add("draft.hush_rule", app.Quiet{Rule: rule})
	return out
}

// Silenced lists what somebody does not want to hear of in this document, as words.
func (m *Model) Silenced() []Hush {
	doc := m.state.Document()
	if doc == nil {
		return nil
	}
	var out []Hush
	for _, q := range slices.Concat(m.state.Matter.Quiet, m.state.Profile.Quiet) {
		if q.Document != "" && q.Document != doc.ID {
			continue
		}
		key := "draft.hushed"
		if q.Document != "" {
			key = "draft.hushed_here"
		}
		title := q.Rule
		if r := m.ruleOf(app.Finding{ID: q.Rule}); r != nil {
			title = r.In(m.words.Lang()).General().Title
		}
		out = append(out, Hush{m.words.T(key, i18n.Vars{"Rule": title, "Word": q.Word}), q})
	}
	return out
}

// misspelt is the word of a finding about spelling; empty for any other.
func (m *Model) misspelt(f app.Finding) string {
	r := m.ruleOf(f)
	if r == nil || len(r.Look) == 0 || r.Look[0].Kind != "spelling" {
		return ""
	}
	if f.Word != "" {
		return f.Word
	}
	return f.Quote
}
