package check

import ()

// findReplacements speaks of every word that has a better one.
func findReplacements(r *run, l *look) []found {
	excused := r.within(l.unless)
	var from []int
	for p := range l.replace {
		from = append(from, p)
	}
	var out []found
	end := whole
	for _, s := range r.spots(l, from) {
		p := r.placeOfHit(s)
		if excused[s.sentence()] || p.Section == end.Section && p.Span.Start < end.Span.End {
			continue
		}
		end = p
		out = append(out, found{place: p, words: []string{"{from}", r.quote(p), "{to}", l.replace[s.Phrase]}})
	}
	return out
}
