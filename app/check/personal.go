package check

import (
	"fmt"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/packs"
	"yttra/app/privacy"
)

// personalData is what a document, and the motion, hold of it.
type personalData struct {
	hits     [][][]privacy.Hit // by section and part
	original []originalHit
}

// originalHit is a hit in the motion, with its words.
type originalHit struct {
	privacy.Hit
	words string
}

// whose tells whom a piece of personal data stands with.
type whose struct{ person, child bool }

func knownData(names []string) error {
	for _, n := range names {
		if !slices.Contains(privacy.Kinds, privacy.Kind(n)) {
			return fmt.Errorf("%q is not one of %v", n, privacy.Kinds)
		}
	}
	return nil
}

// severities gives a rule's severity by whom a place stands with: what conditions
// say of a person or a child is true of the place, not of the matter.
func (rule *rule) severities(f *Facts) func(whose) app.Severity {
	plain := rule.severityOf(f)
	return func(w whose) app.Severity {
		if !w.person && !w.child || len(rule.severity) == 0 {
			return plain
		}
		near := *f
		near.Person, near.Child = w.person, w.child
		return rule.severityOf(&near)
	}
}

// findPersonal speaks of every piece of personal data of the kinds that the look
// names. Every section is read, also what is told of the motion: whoever wrote a
// name first, it is the paper that spreads it.
func findPersonal(r *run, l *look) []found {
	var out []found
	for i, parts := range r.data().hits {
		if len(l.roles) > 0 && !r.covers(l, i) || slices.Contains(l.skip, r.sections[i].role) {
			continue
		}
		for j, hits := range parts {
			for _, h := range hits {
				if slices.Contains(l.texts, string(h.Kind)) {
					p := place(i, r.sections[i].parts[j].at, h.Span)
					out = append(out, found{place: p, words: []string{"{words}", r.quote(p)}, whose: whose{h.Near, h.Child}})
				}
			}
		}
	}
	return out
}

// data gives what the document and the motion hold. Somebody who is named with
// party or title in any paper of the matter is known in all of them.
func (r *run) data() *personalData {
	if r.personal != nil {
		return r.personal
	}
	r.personal = &personalData{}
	known := r.known()
	parts := r.readings(false)
	own := len(parts)
	for _, o := range r.papers() {
		parts = append(parts, o.readings(true)...)
	}
	if m := r.motion(); m != nil {
		original := m.readings(false)
		r.personal.original = m.originalHits(privacy.Settle(slices.Concat(original, others(parts)), known)[:len(original)])
		parts = append(parts, others(original)...)
	}
	hits := privacy.Settle(parts, known)[:own]
	for _, s := range r.sections {
		r.personal.hits = append(r.personal.hits, hits[:len(s.parts)])
		hits = hits[len(s.parts):]
	}
	return r.personal
}

// known gives who may stand in this matter's papers: the profile's, and those who
// act in it.
func (r *run) known() *privacy.Known { return r.checker.known.Acting(r.matter) }

// readings gives the paragraphs of a document, or of another in the matter.
func (r *run) readings(other bool) []privacy.Part {
	var out []privacy.Part
	for _, s := range r.sections {
		for _, p := range s.parts {
			out = append(out, privacy.Part{Reading: p.personal, Official: privacy.Official(s.role, s.text), Other: other})
		}
	}
	return out
}

func others(parts []privacy.Part) []privacy.Part {
	out := slices.Clone(parts)
	for i := range out {
		out[i].Other = true
	}
	return out
}

// approvals gives the answers by which somebody lets personal data stand in the
// document: who, when, what and why.
func (r *run) approvals() []app.Answer {
	var out []app.Answer
	for _, a := range r.matter.Answers {
		if rule, ok := r.packs.Rule(ruleOf(a.Criterion)); ok && rule.Area == packs.Personal && a.State == app.Waived && strings.TrimSpace(a.Reason) != "" && (a.Document == "" || a.Document == r.doc.ID) {
			out = append(out, a)
		}
	}
	return out
}
