package check

import (
	"fmt"
	"strings"

	"yttra/app"
	"yttra/app/packs"
)

// sectionCondition is a section of a kind of document with the condition on
// which it is required.
type sectionCondition struct {
	packs.KindSection
	when *condition
}

func (c *Checker) compileKinds(b *builder) error {
	for _, k := range c.packs.Kinds {
		for i, s := range k.Sections {
			when, err := b.condition(s.When)
			if err != nil {
				return k.Fault(fmt.Sprintf("section[%d].when", i), err)
			}
			c.kinds[k.ID] = append(c.kinds[k.ID], sectionCondition{s, when})
		}
	}
	return nil
}

// findMissingSections speaks of sections that the kind of document requires and
// that are not there, or are empty. The proposal of a paper that is written here
// follows from the claims and may be empty; an opening line may stand in the head
// of a paper that came from elsewhere.
func findMissingSections(r *run, _ *look) []found {
	if r.kind == nil {
		return nil
	}
	var out []found
	for _, s := range r.checker.kinds[r.kind.ID] {
		if !s.Required && s.When == "" || !s.when.holds(&r.facts) {
			continue
		}
		here, filled := -1, false
		for i, have := range r.sections {
			if have.role == s.Role {
				here = i
				filled = filled || strings.TrimSpace(have.text) != ""
			}
		}
		if filled || here >= 0 && s.Role == app.RoleProposal && len(r.matter.Claims) > 0 {
			continue
		}
		if s.Role == app.RoleIngress && r.doc.Section(roleHead) >= 0 {
			continue
		}
		out = append(out, found{place: app.Place{Section: here}, part: s.Role, words: []string{"{section}", r.headingOf(s.Role)}})
	}
	return out
}
