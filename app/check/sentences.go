package check

import (
	"strconv"

	"yttra/app/language"
)

// findLongSentences speaks of sentences of running text with more words than max.
func findLongSentences(r *run, l *look) []found {
	var out []found
	for i, s := range r.sections {
		if !r.covers(l, i) {
			continue
		}
		for j, p := range s.parts {
			if p.kind != language.Prose {
				continue
			}
			for n, st := range p.text.Sentences {
				if words := st.Last - st.First; words > l.max {
					out = append(out, found{place: r.placeOf(sentence{i, j, n}), weight: words,
						words: []string{"{n}", strconv.Itoa(words), "{max}", strconv.Itoa(l.max)}})
				}
			}
		}
	}
	return out
}
