package assess

import (
	"slices"
	"strings"

	"yttra/app"
)

// Measures, groups and purchase decide which criteria apply. They were proposed
// from the motion; the clerk confirms them here.

// Has reports whether the matter is about a measure.
func (m *Model) Has(k app.Measure) bool { return m.state.Matter != nil && m.state.Matter.Has(k) }

// Touches reports whether the matter affects a group.
func (m *Model) Touches(g app.Group) bool { return m.state.Matter != nil && m.state.Matter.Touches(g) }

// Buys reports whether the measure means buying something.
func (m *Model) Buys() bool { return m.state.Matter != nil && m.state.Matter.Purchase }

// SetMeasure says whether the matter is about a measure.
func (m *Model) SetMeasure(k app.Measure, on bool) {
	m.edit(func(matter *app.Matter) { matter.Measures = with(app.Measures, matter.Measures, k, on) })
}

// AffectedGroups lists them in the order they are offered.
var AffectedGroups = []app.Group{app.Children, app.Employees, app.Public}

// SetAffected says whether the matter affects a group.
func (m *Model) SetAffected(g app.Group, on bool) {
	m.edit(func(matter *app.Matter) { matter.Affected = with(AffectedGroups, matter.Affected, g, on) })
}

// SetPurchase says whether the measure means buying something.
func (m *Model) SetPurchase(on bool) { m.edit(func(matter *app.Matter) { matter.Purchase = on }) }

func (m *Model) edit(change func(*app.Matter)) {
	if m.state.Matter == nil {
		return
	}
	m.desk.Edit("", change)
	m.Take(m.desk.State())
}

// with puts a thing in a list or takes it out, in the order of all; what a newer
// version has put there stays.
func with[T comparable](all, now []T, x T, on bool) []T {
	var out []T
	for _, k := range all {
		if k != x && slices.Contains(now, k) || k == x && on {
			out = append(out, k)
		}
	}
	for _, k := range now {
		if !slices.Contains(all, k) {
			out = append(out, k)
		}
	}
	return out
}

// Applies says in one line what decides which questions are asked.
func (m *Model) Applies() string {
	var measures, groups []string
	for _, k := range app.Measures {
		if m.Has(k) {
			measures = append(measures, m.words.T("measure."+string(k)))
		}
	}
	for _, g := range AffectedGroups {
		if m.Touches(g) {
			groups = append(groups, m.words.T("group."+string(g)))
		}
	}
	out := []string{m.words.T("assess.no_measure")}
	if len(measures) > 0 {
		out[0] = strings.Join(measures, ", ")
	}
	if len(groups) > 0 {
		out = append(out, strings.Join(groups, ", "))
	}
	if m.Buys() {
		out = append(out, m.words.T("form.purchase"))
	}
	return strings.Join(out, " · ")
}
