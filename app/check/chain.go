package check

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/language"
)

// findBrokenChain speaks when the summary and the ending of a paper propose
// different things, or to different bodies. The ending is the proposal as it
// follows from the claims, or as it is written, or else the last proposing
// sentence after the summary. Minutes that tell of other proposals and a vote
// decide as they please.
func findBrokenChain(r *run, l *look) []found {
	if r.contested() {
		return nil
	}
	summary := lastStand(r.standsIn(&look{phrases: l.phrases, roles: []string{app.RoleSummary}}))
	ending := r.ending(l)
	if summary == nil || ending == nil {
		return nil
	}
	otherBody := summary.decider != "" && ending.decider != "" && summary.decider != ending.decider
	otherDecision := len(ending.decisions) > 0 && disjoint(summary.decisions, ending.decisions)
	if !otherBody && !otherDecision {
		return nil
	}
	return []found{{place: summary.place, words: []string{"{summary}", summary.text, "{ending}", ending.text}}}
}

func disjoint(a, b []app.Decision) bool {
	return !slices.ContainsFunc(a, func(d app.Decision) bool { return slices.Contains(b, d) })
}

// contested tells whether the paper is minutes of a meeting where more than one
// thing was proposed.
func (r *run) contested() bool {
	return slices.ContainsFunc(r.sections, func(s section) bool {
		return slices.Contains([]string{"motions_made", "procedure", "vote"}, s.role) && strings.TrimSpace(s.text) != ""
	})
}

func (r *run) ending(l *look) *stand {
	i := r.doc.Section(app.RoleProposal)
	if i >= 0 && strings.TrimSpace(r.sections[i].text) == "" && len(r.matter.Claims) > 0 {
		return r.composed()
	}
	if i >= 0 {
		if s := r.written(l); s != nil {
			return s
		}
	}
	return lastStand(r.standsIn(&look{phrases: l.phrases, skip: []string{app.RoleSummary, app.RoleIngress}}))
}

// written is the stand of the proposal's points together: their decisions, in
// the words of the last, and the last body that is proposed to.
func (r *run) written(l *look) *stand {
	roles := []string{app.RoleProposal}
	points := r.standsIn(&look{phrases: l.phrases, roles: roles})
	last := lastStand(points)
	if last == nil {
		return nil
	}
	out := *last
	for _, p := range points {
		out.decisions = withParts(append(out.decisions, p.decisions...))
	}
	for _, group := range bySentence(r.spots(&look{roles: roles}, l.phrases)) {
		for _, a := range r.actorsIn(group[0].sentence()) {
			if out.decider == "" && a.first > group[0].First && a.level != "" && a.level != app.Committee {
				out.decider = a.level
			}
		}
	}
	return &out
}

// withParts adds what an approval in part also is: the rest is rejected.
func withParts(ds []app.Decision) []app.Decision {
	if slices.Contains(ds, app.PartialApprove) {
		ds = append(ds, app.Approve, app.Reject)
	}
	return ds
}

// composed is the stand that follows from the claims.
func (r *run) composed() *stand {
	p := r.packs.Proposal(r.matter, r.doc)
	s := &stand{place: whole, text: strings.Join(append([]string{p.Lead}, p.Points...), " ")}
	for _, c := range r.matter.Claims {
		if c.Decision != app.Undecided && !slices.Contains(s.decisions, c.Decision) {
			s.decisions = append(s.decisions, c.Decision)
		}
	}
	s.decisions = withParts(s.decisions)
	t := language.Read(p.Lead)
	last := -1
	for _, h := range r.checker.set.Find(t) {
		for _, level := range app.Levels {
			if slices.Contains(r.checker.bodies[level], h.Phrase) && h.Last > last {
				s.decider, last = level, h.Last
			}
		}
	}
	return s
}
