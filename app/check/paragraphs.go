package check

import (
	"strconv"

	"yttra/app/language"
)

// findLongParagraphs speaks of paragraphs of running text with more sentences than
// max.
func findLongParagraphs(r *run, l *look) []found {
	var out []found
	for i, s := range r.sections {
		if !r.covers(l, i) {
			continue
		}
		for j, p := range s.parts {
			if n := len(p.text.Sentences); p.kind == language.Prose && n > l.max {
				out = append(out, found{place: r.placeOf(sentence{i, j, 0}), weight: n, words: []string{"{n}", strconv.Itoa(n)}})
			}
		}
	}
	return out
}
