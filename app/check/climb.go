package check

import (
	"slices"

	"yttra/app"
)

// findWrongClimb speaks when the bodies of a proposal do not climb one by one:
// an executive committee proposes to the board, the board to the council. The
// phrases are the active forms of föreslå.
func findWrongClimb(r *run, l *look) []found {
	var out []found
	for _, group := range bySentence(r.spots(l, l.phrases)) {
		s := group[0].sentence()
		var chain []app.Level
		bare := false // a föreslå without a body right after it
		bodies := r.bodiesIn(s)
		for _, o := range group {
			i := slices.IndexFunc(bodies, func(b bodyAt) bool { return b.first == o.Last+1 })
			if i < 0 {
				bare = true
				continue
			}
			chain = append(chain, bodies[i].level)
		}
		if len(chain) > 0 && (bare || !climbs(app.Level(r.facts.Level), chain)) {
			out = append(out, found{place: r.placeOf(s)})
		}
	}
	return out
}

// climbs tells whether a chain of bodies rises step by step from the one that
// meets. A committee may turn to the board or straight to the council.
func climbs(from app.Level, chain []app.Level) bool {
	at := slices.Index(app.Levels, from)
	for i, level := range chain {
		next := slices.Index(app.Levels, level)
		free := i == 0 && (at < 0 || from == app.Committee)
		if next <= at || !free && next != at+1 {
			return false
		}
		at = next
	}
	return true
}
