package check

import (
	"yttra/app"
)

// findPhrases speaks of every place where one of the phrases stands, or of the
// first max of them, unless the sentence holds one of unless or the document one
// of needs. With and given ask the opposite: the sentence, or the document, must
// hold one of them.
func findPhrases(r *run, l *look) []found {
	if len(l.needs) > 0 && len(r.spots(l, l.needs)) > 0 || len(l.given) > 0 && r.within(l.given).empty() {
		return nil
	}
	excused, wanted := r.within(l.unless), r.within(l.with)
	var out []found
	end := app.Place{Section: -1}
	for _, s := range r.spots(l, l.phrases) {
		p := r.placeOfHit(s)
		if len(l.with) > 0 && !wanted.has(s.sentence()) || excused.has(s.sentence()) || p.Section == end.Section && p.Span.Start < end.Span.End {
			continue // two phrases over the same words speak once
		}
		if l.max > 0 && len(out) == l.max {
			break
		}
		end = p
		out = append(out, found{place: p, words: []string{"{words}", r.quote(p)}})
	}
	return out
}
