package check

import (
	"slices"

	"yttra/app"
)

// findOtherDecision speaks of sentences that propose something else than what
// has been chosen for the claims or, when nothing has been entered, than the
// proposal. The phrases are words of proposing; a sentence without one is about
// something else.
func findOtherDecision(r *run, l *look) []found {
	chosen := r.chosen(l)
	if len(chosen) == 0 || r.contested() {
		return nil
	}
	var out []found
	for _, st := range r.standsIn(l) {
		if disjoint(st.decisions, r.chosenFor(st, chosen)) {
			out = append(out, found{place: st.place})
		}
	}
	return out
}

// chosen gives the decisions of the claims; none while one is undecided. Without
// claims they are those of the written proposal.
func (r *run) chosen(l *look) []app.Decision {
	var out []app.Decision
	for _, c := range r.matter.Claims {
		if c.Decision == app.Undecided {
			return nil
		}
		out = append(out, c.Decision)
	}
	if len(r.matter.Claims) == 0 {
		if s := r.written(&look{phrases: l.phrases}); s != nil {
			out = slices.Clone(s.decisions)
		}
	}
	return withParts(out)
}

// chosenFor narrows the decisions to those of the claims that a stand names by
// number. Without claims it is the stand's own: see findDoubleDecisions.
func (r *run) chosenFor(st stand, chosen []app.Decision) []app.Decision {
	if len(st.claims) == 0 {
		return chosen
	}
	var out []app.Decision
	for _, n := range st.claims {
		if n <= len(r.matter.Claims) {
			out = append(out, r.matter.Claims[n-1].Decision)
		}
	}
	if len(out) == 0 {
		return st.decisions
	}
	return withParts(out)
}
