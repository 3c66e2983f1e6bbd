package check

import (
	"strconv"

	"yttra/app"
	"yttra/app/language"
)

// minWords is how much text a section must have for its LIX to say anything.
const minWords = 100

// findHardSections speaks of sections harder to read than is usual for the kind
// of document, by more than max, and points at the sentence that weighs most.
func findHardSections(r *run, l *look) []found {
	if r.kind == nil || r.kind.LIX == 0 {
		return nil
	}
	var out []found
	for i := range r.sections {
		counts := r.countsIn(i)
		if !r.covers(l, i) || counts.Words < minWords || counts.LIX() <= r.kind.LIX+l.max {
			continue
		}
		out = append(out, found{place: r.hardest(i), words: []string{"{lix}", strconv.Itoa(counts.LIX()),
			"{usual}", strconv.Itoa(r.kind.LIX), "{section}", r.heading(i)}})
	}
	return out
}

// hardest finds the sentence with most words and long words of a section.
func (r *run) hardest(section int) app.Place {
	best, weight := sentence{}, -1
	for j, p := range r.sections[section].parts {
		if p.kind != language.Prose {
			continue
		}
		for n, s := range p.text.Sentences {
			sum := s.Last - s.First
			for _, w := range p.text.Words[s.First:s.Last] {
				if len(w.Fold) > 6 {
					sum++
				}
			}
			if sum > weight {
				best, weight = sentence{section, j, n}, sum
			}
		}
	}
	if weight < 0 {
		return app.Place{Section: section}
	}
	return r.placeOf(best)
}
