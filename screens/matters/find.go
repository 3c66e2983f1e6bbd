package matters

import (
	"slices"
	"unicode/utf8"

	"yttra/app/search"
)

// Search finds rows that say every word of a query in title, movers, references,
// stage or holder, or have it in their texts.
func (m *Model) Search(typed string) {
	m.typed, m.query, m.inRow = typed, search.Parse(typed), nil
	m.ask()
}

// ask lets go of what answers something else than what is asked now.
func (m *Model) ask() {
	m.query.Body, m.query.Kind = m.narrow.Body, m.narrow.Kind
	if m.asked() != m.answer {
		m.texts, m.inText, m.within, m.quotes = nil, nil, nil, nil
	}
	m.choose()
}

// asked is what is asked of the texts, in one word.
func (m *Model) asked() string { return m.typed + "\x00" + m.query.Body + "\x00" + m.query.Kind }

// Query is what is searched for, as it was typed.
func (m *Model) Query() string { return m.typed }

// look finds what rows say each word of the query, and what texts have it.
func (m *Model) look() {
	if m.inRow == nil && len(m.query.Words) > 0 {
		m.prepare()
		for _, w := range m.query.Words {
			m.inRow = append(m.inRow, m.hay.rowsWith(w))
		}
	}
	if m.inText == nil && m.texts != nil {
		m.inText, m.within = m.texts.In(m.source())
	}
}

// prepare makes the rows ready to be searched.
func (m *Model) prepare() {
	if m.hay == nil {
		m.hay = newHaystack(m.source(), m.words)
	}
}

// says reports whether the i-th row of the source says every word itself, and
// nothing has what must not be there.
func (m *Model) says(i int) bool {
	for w, s := range m.inRow {
		without := m.query.Words[w].Without
		if s.Has(i) == without || without && m.inText != nil && m.inText[w].Has(i) {
			return false
		}
	}
	return true
}

// has reports whether it says each word itself or has it in its texts.
func (m *Model) has(i int) bool {
	for w, s := range m.inRow {
		if (s.Has(i) || m.inText[w].Has(i)) == m.query.Words[w].Without {
			return false
		}
	}
	return true
}

// leastText is how many letters a search has before texts are searched.
const leastText = 2

// Asks reports whether the texts are to be searched, and for what.
func (m *Model) Asks() (q search.Query, yes bool) {
	long := func(w search.Word) bool { return utf8.RuneCountInString(w.Text) >= leastText }
	if m.query.Body == "" && m.query.Kind == "" && !slices.ContainsFunc(m.query.Words, long) {
		return m.query, false
	}
	return m.query, m.stale || !m.answered()
}

// Answer takes what texts have each word of a search; an answer to an older one is
// let go.
func (m *Model) Answer(asked string, a *search.Answer) {
	if asked != m.asked() {
		return
	}
	m.stale = false
	m.answer, m.texts, m.inText = asked, a, nil
	if m.quotes == nil {
		m.quotes = map[string]search.Quote{}
	}
	m.choose()
}

// Nearby is a word that nothing has, and one that differs from it by a letter.
type Nearby struct{ Typed, Near string }

// Near are the words of the search that nothing has and for which there is one near.
func (m *Model) Near() []Nearby {
	var out []Nearby
	if m.answered() {
		for i, w := range m.query.Words {
			if near := m.texts.Near[i]; near != "" {
				out = append(out, Nearby{w.Text, near})
			}
		}
	}
	return out
}

// answered reports whether the texts have been searched for what is asked.
func (m *Model) answered() bool { return m.texts != nil && m.answer == m.asked() }

// Quotes takes the words to show of rows that were found by their texts.
func (m *Model) Quotes(asked string, quotes map[string]search.Quote) {
	if asked != m.asked() || m.quotes == nil {
		return
	}
	for id, q := range quotes {
		m.quotes[id] = q
	}
}

// Unquoted reports whether the i-th shown row was found by its texts and nobody
// knows yet which words to show.
func (m *Model) Unquoted(i int) bool {
	if i < len(m.visible)-m.inTexts || i >= len(m.visible) {
		return false
	}
	_, known := m.quotes[m.ID(i)]
	return !known
}

// quote gives the words to show of a row that was found by its texts.
func (m *Model) quote(i int) (search.Quote, bool) {
	if i < len(m.visible)-m.inTexts {
		return search.Quote{}, false
	}
	q, ok := m.quotes[m.ID(i)]
	return q, ok && len(q.Runs) > 0
}
