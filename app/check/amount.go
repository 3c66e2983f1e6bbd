package check

import (
	"strings"

	"yttra/app/language"
)

// findMissingAmount speaks when the text brings up money and names no amount.
// A table with figures is a calculation, whatever its unit.
func findMissingAmount(r *run, l *look) []found {
	for i, s := range r.sections {
		for _, p := range s.parts {
			if r.covers(l, i) && (len(p.amounts) > 0 || p.kind == language.TableRow && strings.ContainsAny(p.text.Source, "0123456789")) {
				return nil
			}
		}
	}
	excused := r.within(l.unless)
	for _, s := range r.spots(l, l.phrases) {
		if !excused.has(s.sentence()) {
			return []found{{place: r.placeOf(s.sentence())}}
		}
	}
	return nil
}
