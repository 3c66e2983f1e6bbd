package check

import (
	"slices"

	"yttra/app"
)

// findWrongClimb speaks when the bodies of a proposal do not climb one by one:
// an executive committee proposes to the board, the board to the council. The
// phrases are the active forms of föreslå. What a mover wants of a body is no
// step of the chain.
func findWrongClimb(r *run, l *look) []found {
	var out []found
	for _, group := range bySentence(r.spots(l, l.phrases)) {
		s := group[0].sentence()
		if r.moverSpeaks(s, group[0].First) {
			continue
		}
		var verbs []int
		for _, o := range group {
			verbs = append(verbs, o.First)
		}
		if links := r.linksOf(s, verbs); !r.climbsUp(links) {
			out = append(out, found{place: r.placeOf(s)})
		}
	}
	return out
}

// climbsUp tells whether the links of a sentence lead from body to body without
// a gap, from the one that speaks or else the one that the paper is written for.
func (r *run) climbsUp(links []link) bool {
	var chain []app.Level
	for i, l := range links {
		if l.to == nil {
			if i+1 < len(links) && links[i+1].verb-l.verb <= 2 {
				return false // a föreslå without a body between
			}
			break
		}
		chain = append(chain, l.to.level)
	}
	if len(chain) == 0 {
		return true
	}
	from := links[0].from
	switch {
	case from == nil && r.doc.Body == "":
		return climbs("", chain)
	case from == nil:
		return climbs(app.Level(r.facts.Level), chain)
	case from.level == app.ExecutiveCommittee && chain[0] == app.Committee:
		return climbs("", chain) // a committee's own executive committee
	}
	return climbs(from.level, chain)
}

// climbs tells whether a chain of bodies rises step by step from the one that
// meets. A committee or an office may turn to any body above it.
func climbs(from app.Level, chain []app.Level) bool {
	at := slices.Index(app.Levels, from)
	for _, level := range chain {
		next := slices.Index(app.Levels, level)
		free := at <= slices.Index(app.Levels, app.Committee)
		if next <= at || !free && next != at+1 {
			return false
		}
		at = next
	}
	return true
}
