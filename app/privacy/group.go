package privacy

import "strings"

// groups finds so few children that they can be told apart: two to four in a
// class or year that is named, or one of whom an event is told there. A class of
// a named school counts as a hint. What is a share or a limit is nobody.
func (r *reader) groups(hits []Hit) []Hit {
	for k := 0; k+1 < len(r.tokens); k++ {
		if r.tokens[k].end-r.tokens[k].start > 4 {
			continue // longer than "fyra"
		}
		w := strings.ToLower(r.word(k))
		one := w == "en" || w == "ett"
		if !one && !small(w) && !isDigit(w[0]) || r.gap(k) != " " {
			continue
		}
		noun := k + 1
		if !r.childNoun(noun) && noun+1 < len(r.tokens) && r.gap(noun) == " " && !r.tokens[noun].capital && !isDigit(r.word(noun)[0]) {
			noun++ // "två nyanlända elever"
		}
		if !r.childNoun(noun) || r.share(k, noun) {
			continue
		}
		where := r.whereabouts(k, noun)
		h := r.hit(Group, int(r.tokens[k].start), int(r.tokens[noun].end), "")
		switch {
		case one && (where.class && where.event || where.grade && where.event && where.school):
			h.Near, h.Child = true, true
		case small(w) && (where.class || where.grade || where.event && where.school):
			h.Near, h.Child = true, true
		case isDigit(w[0]) && len(w) <= 2 && allDigits(w) && number(w) > 4 && number(w) <= 30 && where.oneClass && where.school:
		default:
			continue
		}
		hits = append(hits, h)
	}
	return hits
}

// small tells whether a word is a number from two to four.
func small(w string) bool {
	return w == "två" || w == "tre" || w == "fyra" || w == "2" || w == "3" || w == "4"
}

func (r *reader) childNoun(k int) bool {
	if k >= len(r.tokens) || r.tokens[k].capital {
		return false
	}
	for _, end := range childNouns {
		if strings.HasSuffix(r.word(k), end) {
			return true
		}
	}
	return false
}

var childNouns = []string{"elever", "elev", "barn", "pojkar", "pojke", "flickor", "flicka", "killar", "tjejer", "eleverna", "barnen"}

// share tells whether the number is part of a rate or a limit, or anybody's.
func (r *reader) share(k, noun int) bool {
	for i := k - 1; i >= max(0, k-3) && !r.ends(i); i-- {
		if r.is(i, isPerYear) {
			return true
		}
	}
	for i := noun + 1; i <= noun+2 && i < len(r.tokens) && !r.ends(i-1); i++ {
		if r.is(i, isPerYear) {
			return true
		}
	}
	return false
}

// whereabouts is what a sentence says of where somebody is and what happened.
type whereabouts struct{ class, grade, oneClass, school, event bool }

func (r *reader) whereabouts(first, last int) (w whereabouts) {
	r.around(first, last, 120, func(i int) bool {
		w.class = w.class || r.classCode(i)
		w.grade = w.grade || r.grade(i)
		w.oneClass = w.oneClass || r.is(i, isChildren) && strings.HasSuffix(r.word(i), "klass")
		w.school = w.school || r.schoolName(i)
		w.event = w.event || r.is(i, isEvent)
		return false
	})
	return w
}

// schoolName tells whether token i ends the name of a school.
func (r *reader) schoolName(i int) bool {
	w := r.word(i)
	if !r.tokens[i].capital {
		return (w == "skola" || w == "skolas" || w == "förskola" || w == "gymnasium") && i > 0 && r.gap(i-1) == " " && r.tokens[i-1].capital && !r.opens(i-1)
	}
	for _, end := range []string{"skolan", "skolans", "gymnasiet", "gymnasiets"} {
		if stem, ok := strings.CutSuffix(strings.ToLower(w), end); ok {
			return len(stem) > 2 && !contains([]string{"för", "grund", "gymnasie", "sär", "fri", "hög", "real", "kultur", "musik", "folkhög", "komvux"}, stem)
		}
	}
	return false
}
