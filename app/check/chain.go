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
// sentence after the summary.
func findBrokenChain(r *run, l *look) []found {
	summary := lastStand(r.standsIn(&look{phrases: l.phrases, roles: []string{app.RoleSummary}}))
	ending := r.ending(l)
	if summary == nil || ending == nil {
		return nil
	}
	otherBody := summary.decider != "" && ending.decider != "" && summary.decider != ending.decider
	otherDecision := len(ending.decisions) > 0 && !slices.ContainsFunc(summary.decisions, func(d app.Decision) bool {
		return slices.Contains(ending.decisions, d)
	})
	if !otherBody && !otherDecision {
		return nil
	}
	return []found{{place: summary.place, words: []string{"{summary}", summary.text, "{ending}", ending.text}}}
}

// stand is what a place in the paper proposes, and to whom.
type stand struct {
	sentence  sentence
	place     app.Place
	text      string
	decisions []app.Decision
	decider   app.Level // the last body that is proposed to; empty when none is named
}

// standsIn gives the stands of the sentences with a word of proposing that name
// a decision, in the order of the text.
func (r *run) standsIn(l *look) []stand {
	var out []stand
	for _, o := range r.spots(l, l.phrases) {
		s := o.sentence()
		if len(out) > 0 && out[len(out)-1].sentence == s {
			continue
		}
		st := stand{sentence: s, place: r.placeOf(s), decisions: r.decisionsIn(s)}
		if len(st.decisions) == 0 {
			continue
		}
		st.text = squeeze(r.quote(st.place))
		for _, b := range r.bodiesIn(s) {
			if b.first > o.First {
				st.decider = b.level
			}
		}
		out = append(out, st)
	}
	return out
}

func lastStand(ss []stand) *stand {
	if len(ss) == 0 {
		return nil
	}
	return &ss[len(ss)-1]
}

func (r *run) ending(l *look) *stand {
	i := r.doc.Section(app.RoleProposal)
	if i >= 0 && strings.TrimSpace(r.sections[i].text) == "" && len(r.matter.Claims) > 0 {
		return r.composed()
	}
	if i >= 0 {
		if s := lastStand(r.standsIn(&look{phrases: l.phrases, roles: []string{app.RoleProposal}})); s != nil {
			return s
		}
	}
	return lastStand(r.standsIn(&look{phrases: l.phrases, skip: []string{app.RoleSummary, app.RoleIngress}}))
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
	if slices.Contains(s.decisions, app.PartialApprove) {
		s.decisions = append(s.decisions, app.Approve, app.Reject)
	}
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
