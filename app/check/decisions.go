package check

import (
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/language"
)

// compileWords readies the words by which papers name decisions, bodies and
// measures.
func (c *Checker) compileWords(b *builder) {
	c.forms, c.bodies = map[app.Decision][]int{}, map[app.Level][]int{}
	ids := func(phrases []string) []int {
		var out []int
		for _, p := range phrases {
			if language.Valid(p) == nil {
				out = append(out, b.id(p))
			}
		}
		return out
	}
	for _, f := range c.packs.Decisions.Forms {
		c.forms[f.ID] = ids(f.Phrase)
	}
	for _, body := range c.packs.Decisions.Bodies {
		c.bodies[body.Level] = append(c.bodies[body.Level], ids(body.Phrases)...)
	}
	for _, s := range c.packs.Signs {
		c.signs = append(c.signs, sign{s, ids(s.Phrases)})
	}
}

// findUndecided speaks of every claim that has no proposed decision.
func findUndecided(r *run, _ *look) []found {
	at := whole
	if i := r.doc.Section(app.RoleProposal); i >= 0 {
		at = app.Place{Section: i}
	}
	var out []found
	for i, c := range r.matter.Claims {
		if c.Decision == app.Undecided {
			out = append(out, found{at, []string{"{n}", strconv.Itoa(i + 1), "{claim}", c.Text}})
		}
	}
	return out
}

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
	for _, s := range sentencesIn(r.spots(l, l.phrases)) {
		said := r.decisionsIn(s)
		if len(said) == 0 || slices.ContainsFunc(said, func(d app.Decision) bool { return chosen[d] }) {
			continue
		}
		out = append(out, found{place: r.placeOf(s)})
	}
	return out
}

// sentencesIn names every sentence of spots once.
func sentencesIn(spots []spot) []sentence {
	var out []sentence
	for _, s := range spots {
		if n := s.sentence(); len(out) == 0 || out[len(out)-1] != n {
			out = append(out, n)
		}
	}
	return out
}

// decisionsIn gives the decisions that a sentence names, in the order they are
// offered.
func (r *run) decisionsIn(s sentence) []app.Decision {
	var out []app.Decision
	for _, d := range app.Decisions {
		for _, p := range r.checker.forms[d] {
			if slices.ContainsFunc(r.at[p], func(o spot) bool { return o.sentence() == s }) {
				out = append(out, d)
				break
			}
		}
	}
	return out
}

// bodyAt is a body named at a word of a sentence.
type bodyAt struct {
	level       app.Level
	first, last int
}

// bodiesIn gives the bodies that a sentence names, in order. A name inside a
// longer one, as the board's in its executive committee's, is left out.
func (r *run) bodiesIn(s sentence) []bodyAt {
	var out []bodyAt
	for _, level := range app.Levels {
		for _, p := range r.checker.bodies[level] {
			for _, o := range r.at[p] {
				if o.sentence() == s {
					out = append(out, bodyAt{level, o.First, o.Last})
				}
			}
		}
	}
	return outermost(out)
}

func outermost(bodies []bodyAt) []bodyAt {
	slices.SortFunc(bodies, func(a, b bodyAt) int { return comparePlaces(a.first, b.first, b.last, a.last) })
	var out []bodyAt
	for _, b := range bodies {
		if len(out) == 0 || b.last > out[len(out)-1].last {
			out = append(out, b)
		}
	}
	return out
}

// stand is what a place in the paper proposes, and to whom.
type stand struct {
	place     app.Place
	text      string
	decisions []app.Decision
	decider   app.Level // the last body that is proposed to; empty when none is named
}

// standsIn gives the stands of the sentences with a word of proposing that name
// a decision, in the order of the text.
func (r *run) standsIn(l *look) []stand {
	var out []stand
	spots := r.spots(l, l.phrases)
	for _, s := range sentencesIn(spots) {
		st := stand{place: r.placeOf(s), decisions: r.decisionsIn(s)}
		if len(st.decisions) == 0 {
			continue
		}
		st.text = squeeze(r.quote(st.place))
		first := slices.IndexFunc(spots, func(o spot) bool { return o.sentence() == s })
		for _, b := range r.bodiesIn(s) {
			if b.first > spots[first].First {
				st.decider = b.level
			}
		}
		out = append(out, st)
	}
	return out
}

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
	return []found{{summary.place, []string{"{summary}", summary.text, "{ending}", ending.text}}}
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

// findWrongClimb speaks when the bodies of a proposal do not climb one by one:
// an executive committee proposes to the board, the board to the council. The
// phrases are the active forms of föreslå.
func findWrongClimb(r *run, l *look) []found {
	spots := r.spots(l, l.phrases)
	var out []found
	for _, s := range sentencesIn(spots) {
		var chain []app.Level
		bare := false
		bodies := r.bodiesIn(s)
		for _, o := range spots {
			if o.sentence() != s {
				continue
			}
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
