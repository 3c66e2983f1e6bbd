package check

import (
	"fmt"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/packs"
)

// sectionCondition is a section of a kind of document with the condition on
// which it is required, and the phrases that tell what belongs in it.
type sectionCondition struct {
	packs.KindSection
	when *condition
	told []int
}

func (c *Checker) compileKinds(b *builder) error {
	for _, k := range c.packs.Kinds {
		compiled, err := compileKind(b, k)
		if err != nil && !k.Own {
			return err
		}
		if err != nil {
			c.faults = append(c.faults, app.ProblemOf(err))
			continue
		}
		c.kinds[k.ID] = compiled
	}
	return nil
}

// shortPaper is how many words a paper may have that needs no summary: eight
// lines.
const shortPaper = 100

func compileKind(b *builder, k *packs.Kind) (out []sectionCondition, err error) {
	for i, s := range k.Sections {
		when, err := b.condition(s.When)
		if err != nil {
			return nil, k.Fault(fmt.Sprintf("section[%d].when", i), err)
		}
		told, err := b.all(s.Told)
		if err != nil {
			return nil, k.Fault(fmt.Sprintf("section[%d].told", i), err)
		}
		out = append(out, sectionCondition{s, when, told})
	}
	return out, nil
}

// findMissingSections speaks of sections that the kind of document requires and
// that are not there, or are empty. The proposal of a paper that is written here
// follows from the claims and may be empty. A paper that came from elsewhere has
// its own headings: it lacks only what it nowhere tells.
func findMissingSections(r *run, _ *look) []found {
	if r.kind == nil {
		return nil
	}
	var out []found
	for _, s := range r.checker.kinds[r.kind.ID] {
		if !s.Required && s.When == "" || s.Around && !r.facts.Imported || !s.when.holds(&r.facts) {
			continue
		}
		here, filled := -1, false
		for i, have := range r.sections {
			if have.role == s.Role {
				here = i
				filled = filled || strings.TrimSpace(have.text) != ""
			}
		}
		if filled || here >= 0 && s.Role == app.RoleProposal && len(r.matter.Claims) > 0 || r.facts.Imported && r.tells(s) {
			continue
		}
		out = append(out, found{place: app.Place{Section: here}, part: s.Role, words: []string{"{section}", r.headingOf(s.Role)}})
	}
	return out
}

// imported tells whether the paper came from elsewhere: it has a letterhead.
func (r *run) imported() bool { return r.doc.Section(roleHead) >= 0 }

// tells tells whether a finished paper says what belongs in a section, or needs
// not. What is asked for on a condition is asked for by its criteria.
func (r *run) tells(s sectionCondition) bool {
	switch {
	case !s.Required, s.Role == app.RoleIngress, s.Role == app.RoleMotion: // a paper that tells of no motion answers none
		return true
	case s.Role == "children" && !r.facts.Children:
		return true
	case s.Role == app.RoleSummary && r.facts.Words < shortPaper:
		return true
	}
	return slices.ContainsFunc(s.told, func(p int) bool { return len(r.at(p)) > 0 })
}

// after lists pairs of sections of which the first comes before the second in
// every kind of paper (criteria C.3).
var after = [][2]string{{app.RoleSummary, app.RoleAssessment}, {app.RoleSummary, "background"}, {app.RoleMotion, app.RoleAssessment},
	{"preparation", app.RoleAssessment}, {app.RoleAssessment, "annexes"}, {app.RoleSummary, "documents"}}

// findWrongOrder speaks of the first section that stands after one it should
// come before.
func findWrongOrder(r *run, _ *look) []found {
	for _, pair := range after {
		first, then := r.printed(pair[0]), r.printed(pair[1])
		if first > then && then >= 0 && strings.TrimSpace(r.sections[first].text) != "" && strings.TrimSpace(r.sections[then].text) != "" {
			return []found{{place: app.Place{Section: first}, words: []string{"{section}", r.heading(first), "{before}", r.heading(then)}}}
		}
	}
	return nil
}

// printed finds the first section with the role that has a heading of its own.
func (r *run) printed(role string) int {
	return slices.IndexFunc(r.doc.Sections, func(s app.Section) bool { return s.Role == role && s.Heading != "" })
}
