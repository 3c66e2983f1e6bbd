package check

import (
	"slices"

	"yttra/app"
)

// declines tells whether nothing is to be carried out: every decision that is
// proposed is to reject or to answer, or the paper is no more than the answer to
// an inquiry. While nothing is decided, and in a paper that proposes nothing, a
// measure may still come of it.
func (c *Checker) declines(r *run) bool {
	if len(r.matter.Claims) > 0 {
		d := decisionsOf(r.matter)
		return d.Approve+d.PartialApprove == 0 && d.Reject+d.DeemedAnswered > 0
	}
	answered := false
	for _, st := range r.standsIn(&look{phrases: c.speech.propose}) {
		if slices.Contains(st.decisions, app.Approve) || slices.Contains(st.decisions, app.PartialApprove) {
			return false
		}
		answered = true
	}
	return answered || c.speaksOf("inquiry", r)
}
