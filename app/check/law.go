package check

import (
	"slices"
	"strings"
)

// findUnnumberedLaws speaks of an act where it is first named, when its number in
// the code of statutes does not follow and stands nowhere before: "kommunallagen
// (2017:725)". What is better is the name with its number.
func findUnnumberedLaws(r *run, l *look) []found {
	var out []found
	for phrase, better := range l.replace {
		spots := r.spots(l, []int{phrase})
		at := strings.LastIndexByte(better.to, '(')
		if len(spots) == 0 || at < 0 {
			continue
		}
		p, number := r.placeOfHit(spots[0]), strings.Trim(better.to[at:], "()")
		name := r.quote(p)
		if r.named(number, p.Section, p.Span.End+numberNear) || strings.ToLower(squeeze(name)) != better.from {
			continue
		}
		with := name + " (" + number + ")"
		out = append(out, found{place: p, about: better.from, mend: []string{with}, words: []string{"{law}", name, "{to}", with}})
	}
	slices.SortFunc(out, func(a, b found) int {
		return comparePlaces(a.place.Section, b.place.Section, a.place.Span.Start, b.place.Span.Start)
	})
	return out
}

// numberNear is how many bytes after its name the number of an act may stand.
const numberNear = 40

// named tells whether the words stand in the document before a byte of a section.
func (r *run) named(words string, section, end int) bool {
	for i, s := range r.sections[:section+1] {
		text := s.text
		if i == section {
			text = text[:min(end, len(text))]
		}
		if strings.Contains(text, words) {
			return true
		}
	}
	return false
}
