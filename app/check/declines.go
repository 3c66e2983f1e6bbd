package check

import (
	"slices"

	"yttra/app"
)

// declines tells whether nothing is to be carried out: every decision that is
// proposed is to reject or to answer, or the paper is no more than the answer to
// an inquiry. A claim that is undecided, and a paper that proposes nothing, may
// still lead to a measure.
func (c *Checker) declines(r *run) bool {
	if len(r.matter.Claims) > 0 {
		return !slices.ContainsFunc(r.matter.Claims, func(c app.Claim) bool {
			return c.Decision != app.Reject && c.Decision != app.DeemedAnswered
		})
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
