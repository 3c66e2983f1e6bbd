package check

import (
	"strconv"

	"yttra/app"
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
					out = append(out, found{r.placeOf(sentence{i, j, n}),
						[]string{"{n}", strconv.Itoa(words), "{max}", strconv.Itoa(l.max)}})
				}
			}
		}
	}
	return out
}

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
		out = append(out, found{r.hardest(i), []string{"{lix}", strconv.Itoa(counts.LIX()),
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

// findMissingAmount speaks when the text brings up money and names no amount.
func findMissingAmount(r *run, l *look) []found {
	for i, s := range r.sections {
		for _, p := range s.parts {
			if r.covers(l, i) && len(p.amounts) > 0 {
				return nil
			}
		}
	}
	excused := r.within(l.unless)
	for _, s := range r.spots(l, l.phrases) {
		if !excused[s.sentence()] {
			return []found{{place: r.placeOf(s.sentence())}}
		}
	}
	return nil
}
