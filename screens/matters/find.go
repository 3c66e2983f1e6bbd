package matters

import (
	"unicode/utf8"

	"yttra/app"
	"yttra/app/search"
)

// Search finds rows that say every word of a query in title, movers, references,
// stage or holder, or have it in their texts.
func (m *Model) Search(typed string) {
	m.typed, m.query, m.inRow = typed, search.Parse(typed), nil
	if typed != m.answer {
		m.texts, m.quotes = nil, nil
	}
	m.choose()
}

// Query is what is searched for, as it was typed.
func (m *Model) Query() string { return m.typed }

// look finds what rows say each word of the query.
func (m *Model) look() {
	if m.query.Empty() || m.inRow != nil {
		return
	}
	m.prepare()
	for _, w := range m.query.Words {
		m.inRow = append(m.inRow, m.hay.rowsWith(w))
	}
}

// prepare makes the rows ready to be searched.
func (m *Model) prepare() {
	if m.hay == nil {
		m.hay = newHaystack(m.source(), m.words)
	}
}

// says reports whether the i-th row of the source says every word itself.
func (m *Model) says(i int) bool {
	for _, s := range m.inRow {
		if !s.has(i) {
			return false
		}
	}
	return true
}

// has reports whether it says each word itself or has it in its texts.
func (m *Model) has(i int, src app.Rows) bool {
	id := src.At(i).ID
	for w, s := range m.inRow {
		if !s.has(i) && !m.texts[w][id] {
			return false
		}
	}
	return true
}

// leastText is how many letters a search has before texts are searched.
const leastText = 2

// Asks reports whether the texts are to be searched, and for what.
func (m *Model) Asks() (q search.Query, yes bool) {
	for _, w := range m.query.Words {
		if utf8.RuneCountInString(w.Text) >= leastText {
			return m.query, m.stale || !m.answered()
		}
	}
	return m.query, false
}

// Answer takes what texts have each word of a search; an answer to an older one is
// let go.
func (m *Model) Answer(typed string, texts []map[string]bool) {
	if typed != m.typed || len(texts) != len(m.query.Words) {
		return
	}
	m.stale = false
	m.answer, m.texts, m.quotes = typed, texts, map[string]search.Quote{}
	m.choose()
}

// answered reports whether the texts have been searched for what is typed.
func (m *Model) answered() bool { return m.texts != nil && m.answer == m.typed }

// Quotes takes the words to show of rows that were found by their texts.
func (m *Model) Quotes(typed string, quotes map[string]search.Quote) {
	if typed != m.typed || m.quotes == nil {
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
	return q, ok && q.Words != ""
}
