package check

import (
	"yttra/app"
)

// findPhrases speaks of every place where one of the phrases stands, unless the
// sentence holds one of unless or the document one of needs.
func findPhrases(r *run, l *look) []found {
	if len(l.needs) > 0 && len(r.spots(l, l.needs)) > 0 {
		return nil
	}
	excused := r.within(l.unless)
	var out []found
	end := app.Place{Section: -1}
	for _, s := range r.spots(l, l.phrases) {
		p := r.placeOfHit(s)
		if excused[s.sentence()] || p.Section == end.Section && p.Span.Start < end.Span.End {
			continue // two phrases over the same words speak once
		}
		end = p
		out = append(out, found{place: p, words: []string{"{words}", r.quote(p)}})
	}
	return out
}
