package assess

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/packs"
)

// setAside is the state, on this screen, of a question that the text itself sets
// aside with a reason: it is neither a gap nor an answer, and not the clerk's word.
const setAside app.CriterionState = "set_aside"

// shown is the state a criterion is shown in.
func shown(c app.CriterionResult) app.CriterionState {
	if c.State == app.Waived && !c.Said {
		return setAside
	}
	return c.State
}

// filter says which criteria the list has. The zero filter takes all.
type filter struct {
	state    app.CriterionState
	step     Group
	severity app.Severity
	open     bool // only those that ask for something
	text     string
}

// asksFor tells whether a criterion asks for something: it is failed or not
// addressed, or the sentence that the clerk pointed at is gone.
func asksFor(c app.CriterionResult) bool { return !answered(c.State) || c.Stale }

// passes tells whether a criterion passes everything but the state.
func (m *Model) passes(c app.CriterionResult) bool {
	f := m.filter
	return (f.step == "" || m.group(c.ID) == f.step) && (f.severity == "" || c.Severity == f.severity) && (f.text == "" || m.mentions(c, f.text))
}

func (m *Model) takes(c app.CriterionResult) bool {
	return m.passes(c) && (m.filter.state == "" || shown(c) == m.filter.state) && (!m.filter.open || asksFor(c))
}

// mentions tells whether every word of a search begins somewhere in what is asked,
// answered or cited.
func (m *Model) mentions(c app.CriterionResult, text string) bool {
	in := []string{c.ID, c.Title, c.Question, c.Source, c.Reason}
	for _, e := range c.Evidence {
		in = append(in, e.Text)
	}
	for _, x := range c.Reckoned {
		in = append(in, x.Text)
	}
	hay := strings.ToLower(strings.Join(in, "\n"))
	for _, word := range strings.Fields(strings.ToLower(text)) {
		if !strings.Contains(hay, word) {
			return false
		}
	}
	return true
}

// Filter shows criteria in one state, or all.
func (m *Model) Filter(s app.CriterionState) {
	m.filter.state = s
	m.choose()
}

// Filtered is the state that is shown; empty means all.
func (m *Model) Filtered() app.CriterionState { return m.filter.state }

// Only shows the criteria of one step; of the step that is shown already, all
// again.
func (m *Model) Only(g Group) {
	if m.filter.step == g {
		g = ""
	}
	m.filter.step = g
	delete(m.folded, g)
	m.choose()
}

// Alone is the step that is shown alone; empty: all are shown.
func (m *Model) Alone() Group { return m.filter.step }

// Weighing shows criteria of one severity, or all.
func (m *Model) Weighing(s app.Severity) {
	m.filter.severity = s
	m.choose()
}

// Weighed is the severity that is shown; empty: all.
func (m *Model) Weighed() app.Severity { return m.filter.severity }

// OnlyOpen shows only what asks for something, or all.
func (m *Model) OnlyOpen(on bool) {
	m.filter.open = on
	m.choose()
}

// IsOnlyOpen reports whether only what asks for something is shown.
func (m *Model) IsOnlyOpen() bool { return m.filter.open }

// Search shows criteria that a text is about.
func (m *Model) Search(text string) {
	m.filter.text = strings.TrimSpace(text)
	m.choose()
}

// Searched is what is searched for.
func (m *Model) Searched() string { return m.filter.text }

// ShowAll takes every filter away and unfolds all groups.
func (m *Model) ShowAll() {
	m.filter = filter{}
	m.Unfold()
}

// Count is how many criteria are in a state, of those the other filters take; of
// the empty state, how many they are.
func (m *Model) Count(s app.CriterionState) int {
	n := 0
	for _, c := range m.all {
		if (s == "" || shown(c) == s) && m.passes(c) {
			n++
		}
	}
	return n
}

// group is the group of a criterion.
func (m *Model) group(id string) Group { return groupOf(m.rule(id)) }

// rule finds a rule; what has been looked for once is remembered, since the packs
// do not change.
func (m *Model) rule(id string) *packs.Rule {
	if m.rules == nil {
		m.rules = map[string]*packs.Rule{}
		for _, r := range m.desk.Packs().Rules {
			m.rules[r.ID] = r
		}
	}
	return m.rules[id]
}

// Groups that have criteria, in their order.
func (m *Model) groups() []Group {
	return slices.DeleteFunc(slices.Clone(Groups), func(g Group) bool {
		return !slices.ContainsFunc(m.all, func(c app.CriterionResult) bool { return m.group(c.ID) == g })
	})
}
