package check

import (
	"slices"

	"yttra/app"
)

// findOtherDecision speaks of sentences that propose something else than what
// has been chosen for the claims. The phrases are words of proposing; a sentence
// without one is about something else.
func findOtherDecision(r *run, l *look) []found {
	chosen := map[app.Decision]bool{}
	for _, c := range r.matter.Claims {
		chosen[c.Decision] = true
	}
	if chosen[app.PartialApprove] { // the rest is rejected
		chosen[app.Approve], chosen[app.Reject] = true, true
	}
	if len(chosen) == 0 || chosen[app.Undecided] {
		return nil
	}
	var out []found
	for _, group := range bySentence(r.spots(l, l.phrases)) {
		s := group[0].sentence()
		said := r.decisionsIn(s)
		if len(said) == 0 || slices.ContainsFunc(said, func(d app.Decision) bool { return chosen[d] }) {
			continue
		}
		out = append(out, found{place: r.placeOf(s)})
	}
	return out
}
