package check

import (
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/language"
)

// findDoubleDecisions speaks of a claim for which two places of the paper name
// different decisions by its number: the summary approves what the proposal
// rejects. Place is the later one.
func findDoubleDecisions(r *run, l *look) []found {
	first := map[int]stand{}
	told := map[int]bool{}
	var out []found
	for _, st := range r.numberedStands(l) {
		for _, n := range st.claims {
			before, seen := first[n]
			if !seen {
				first[n] = st
				continue
			}
			if !told[n] && disjoint(withParts(slices.Clone(before.decisions)), withParts(slices.Clone(st.decisions))) {
				told[n] = true
				out = append(out, found{place: st.place, words: []string{"{n}", strconv.Itoa(n), "{here}", st.text, "{there}", before.text}})
			}
		}
	}
	return out
}

// numberedStands are the stands that name claims by number and one decision: a
// sentence with two says by its order which is which.
func (r *run) numberedStands(l *look) []stand {
	out := r.standsIn(&look{phrases: l.phrases, skip: []string{app.RoleProposal}})
	out = append(out, r.standsIn(&look{phrases: l.phrases, roles: []string{app.RoleProposal}})...)
	return slices.DeleteFunc(out, func(s stand) bool { return len(s.claims) == 0 || len(s.decisions) > 1 })
}

// findUnansweredClaims speaks of the claims that a written proposal leaves
// without a decision: it names others by number and nothing of the rest.
func findUnansweredClaims(r *run, l *look) []found {
	count := r.claimCount()
	points := r.standsIn(&look{phrases: l.phrases, roles: []string{app.RoleProposal}})
	if count < 2 || len(points) == 0 {
		return nil
	}
	answered := map[int]bool{}
	for _, p := range points {
		if len(p.claims) == 0 || r.speaksOfRest(p.sentence) {
			return nil
		}
		for _, n := range p.claims {
			answered[n] = true
		}
	}
	var out []found
	for n := 1; n <= count; n++ {
		if !answered[n] {
			out = append(out, found{place: points[len(points)-1].place, words: []string{"{n}", strconv.Itoa(n), "{count}", strconv.Itoa(count)}})
		}
	}
	return out
}

// findUnknownClaims speaks of decisions on claims that the motion does not have.
func findUnknownClaims(r *run, l *look) []found {
	count := r.claimCount()
	if count == 0 {
		return nil
	}
	var out []found
	for _, st := range r.numberedStands(l) {
		if n := slices.Max(st.claims); n > count {
			out = append(out, found{place: st.place, words: []string{"{n}", strconv.Itoa(n), "{count}", strconv.Itoa(count)}})
		}
	}
	return out
}

func (r *run) speaksOfRest(s sentence) bool {
	return slices.ContainsFunc(r.hitsIn(s), func(h hit) bool { return slices.Contains(r.checker.speech.rest, h.Phrase) })
}

// claimCount is how many claims the motion has: those entered, or those that the
// paper lists one by one where it retells the motion; 0 when that is not known.
func (r *run) claimCount() int {
	if n := len(r.matter.Claims); n > 0 {
		return n
	}
	for _, role := range []string{app.RoleMotion, "background"} {
		for i, s := range r.sections {
			if n := r.attItems(i); s.role == role && n > 0 {
				return n
			}
		}
	}
	return 0
}

// attItems counts the items of a section that begin with "att".
func (r *run) attItems(section int) int {
	n := 0
	for _, p := range r.sections[section].parts {
		if p.kind == language.Item && strings.HasPrefix(strings.TrimLeft(language.Fold(p.text.Source), "0123456789.)-–•*» "), "att ") {
			n++
		}
	}
	return n
}

// findOtherPapers speaks when another paper of the matter ends in another
// decision. That need not be wrong: bodies may think differently.
func findOtherPapers(r *run, l *look) []found {
	own := r.ending(l)
	if own == nil || len(own.decisions) == 0 {
		return nil
	}
	at := own.place
	if at.Section < 0 {
		at = r.home(app.RoleProposal)
	}
	var out []found
	for _, o := range r.papers() {
		if other := o.ending(l); other != nil && len(other.decisions) > 0 && disjoint(own.decisions, other.decisions) {
			out = append(out, found{place: at, part: o.doc.ID, words: []string{"{paper}", o.name(), "{here}", own.text, "{there}", other.text}})
		}
	}
	return out
}
