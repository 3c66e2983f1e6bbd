package assess

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"yttra/app"
	"yttra/app/language"
	"yttra/app/markup"
)

// Candidate is a sentence of the document that a judgement can be tied to.
type Candidate struct {
	Text    string // as it stands
	Line    string // on one line
	Section string // heading of its section
	like    int    // how many words it has in common with the sentence that is gone
}

// leastWord is how many letters a word has that tells one sentence from another.
const leastWord = 4

// Candidates are the sentences of the open document: those most like the sentence
// that is gone first, else in the order of the text.
func (m *Model) Candidates() []Candidate {
	doc := m.state.Document()
	c, ok := m.Chosen()
	if doc == nil || !ok {
		return nil
	}
	was := wordsOf(c.Was)
	var out []Candidate
	for _, s := range doc.Sections {
		if s.Role == app.RoleProposal {
			continue // follows from the claims
		}
		read := markup.Read(s.Text).Text // as the checks do
		for _, p := range language.Paragraphs(read) {
			if p.Kind == language.Heading {
				continue
			}
			text := read[p.Span.Start:p.Span.End]
			for _, x := range language.Read(text).Sentences {
				sentence := text[x.Span.Start:x.Span.End]
				one := Candidate{Text: sentence, Line: strings.Join(strings.Fields(sentence), " "), Section: s.Heading}
				for w := range wordsOf(sentence) {
					if was[w] {
						one.like++
					}
				}
				out = append(out, one)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Candidate) int { return cmp.Compare(b.like, a.like) })
	return out
}

// wordsOf are the words of a sentence that say something of what it is about.
func wordsOf(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len([]rune(w)) >= leastWord {
			out[w] = true
		}
	}
	return out
}

// having keeps the candidates that have all words of a search.
func having(all []Candidate, search string) []Candidate {
	words := strings.Fields(strings.ToLower(search))
	return slices.DeleteFunc(slices.Clone(all), func(c Candidate) bool {
		hay := strings.ToLower(c.Line)
		return slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(hay, w) })
	})
}

// Tie ties the chosen criterion to a sentence: what the clerk had said of it when
// the sentence it stood on is gone, else that it is met.
func (m *Model) Tie(sentence string) bool {
	c, ok := m.Chosen()
	if !ok || strings.TrimSpace(sentence) == "" {
		return false
	}
	a := app.Answer{Criterion: c.ID, State: app.Met, Sentence: sentence}
	if old, said := m.latest(c.ID); said && c.Stale {
		a.State, a.Reason = old.State, old.Reason
	}
	m.desk.Answer(a)
	m.said = 0
	m.Take(m.desk.State())
	return true
}

// AcceptReason makes the reason with which the text itself sets the chosen
// question aside the clerk's own.
func (m *Model) AcceptReason() bool {
	c, ok := m.Chosen()
	return ok && shown(c) == setAside && m.Judge(app.Waived, c.Reason)
}
