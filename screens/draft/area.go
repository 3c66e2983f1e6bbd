package draft

import (
	"slices"

	"yttra/app"
	"yttra/app/packs"
)

// areas are what a finding can be about, in the order they are offered.
var areas = []packs.Area{packs.Form, packs.Proportionality, packs.Cost, packs.Language, packs.Personal}

// AreaCount is an area and how many findings it has that are not accepted.
type AreaCount struct {
	Area  packs.Area
	Count int
}

// Areas counts the findings by what they are about; areas without any are left
// out, but for the one that is shown.
func (m *Model) Areas() []AreaCount {
	count := map[packs.Area]int{}
	for _, f := range m.state.Findings {
		if f.Waived == "" {
			count[m.areaOf(f)]++
		}
	}
	var out []AreaCount
	for _, a := range areas {
		if count[a] > 0 || a == m.area {
			out = append(out, AreaCount{a, count[a]})
		}
	}
	return out
}

// areaOf is what a finding is about; a rule of an area that is not offered counts
// as form.
func (m *Model) areaOf(f app.Finding) packs.Area {
	r := m.ruleOf(f)
	if r == nil || !slices.Contains(areas, r.Area) {
		return packs.Form
	}
	return r.Area
}

// ruleOf finds the rule of a finding; nil when the packs have none.
func (m *Model) ruleOf(f app.Finding) *packs.Rule {
	if m.rules == nil {
		m.rules = map[string]*packs.Rule{}
		for _, r := range m.desk.Packs().Rules {
			m.rules[r.ID] = r
		}
	}
	return m.rules[f.Rule()]
}

// Narrow shows the findings of one area; empty: of all.
func (m *Model) Narrow(a packs.Area) {
	if m.area = a; m.filter == Accepted {
		m.filter = Unanswered
	}
	m.keepOpen(0)
}

// takes tells whether the list has a finding.
func (m *Model) takes(f app.Finding) bool {
	return m.filter.takes(f) && (m.area == "" || m.filter == Accepted || m.areaOf(f) == m.area)
}
