package check

import (
	"strings"

	"yttra/app/language"
)

// findUnexplainedTerms speaks of words of the trade where they are first used, when
// neither that sentence nor the next explains them: in parentheses, or with one of
// the phrases of unless. They are told together, since an expert may well want
// them all.
func findUnexplainedTerms(r *run, l *look) []found {
	var out []found
	explains := r.within(l.unless)
	seen := map[int]bool{}
	for _, s := range r.views(l, l.phrases) {
		if seen[s.Phrase] {
			continue
		}
		seen[s.Phrase] = true
		t := r.sections[s.section].parts[s.part].text
		next := s.sentence()
		next.n++
		if explains.has(s.sentence()) || explains.has(next) || bracketed(t.Source, s.Span.Start, s.Span.End) {
			continue
		}
		p := r.placeOfHit(s)
		words := r.quote(p)
		out = append(out, found{place: p, about: language.Fold(words), group: "terms", words: []string{"{word}", words}})
	}
	return out
}

// bracketed tells whether parentheses follow close, or stand around the words.
func bracketed(s string, start, end int) bool {
	after := strings.TrimLeft(s[end:], " \u00a0")
	return strings.HasPrefix(after, "(") || strings.HasSuffix(s[:start], "(") && strings.HasPrefix(after, ")")
}
