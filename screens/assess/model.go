package assess

import (
	"cmp"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/desk"
	"yttra/app/packs"
	"yttra/i18n"
	"yttra/screens/parts"
)

// Row is a line of the list, ready to draw: a criterion, or the head of a group.
type Row struct {
	Head     bool
	Title    string
	Count    string // of a head: 2 av 5 besvarade
	ID       string
	Mark     string // shape of the state
	State    string // its word
	Evidence string // the first sentence that speaks to it; empty: none
	Section  string // heading of the section the sentence stands in
	Stale    bool
	Severity app.Severity
}

// entry is a place in the list: a criterion, or with index −1 the head of a group.
type entry struct {
	index int
	group Group
}

// Model groups and orders the criteria and takes what the clerk judges. It
// remembers which criterion is chosen and which sentence of it.
type Model struct {
	desk   *desk.Desk
	words  i18n.Words
	state  desk.State
	all    []app.CriterionResult
	list   []entry
	filter app.CriterionState // empty: all
	at     string             // id of the chosen criterion
	line   int                // where it stands, to choose its neighbour when it goes
	said   int                // the chosen sentence
}

// NewModel reads the desk as it is.
func NewModel(d *desk.Desk, w i18n.Words) *Model {
	m := &Model{desk: d, words: w}
	m.Take(d.State())
	return m
}

// Take takes a new state. The chosen criterion stays chosen while it is shown.
func (m *Model) Take(s desk.State) {
	m.state, m.all = s, s.Criteria
	m.choose()
}

// choose makes the list: group by group, what weighs most first. Judging does
// not move a row, or it would run away under the clerk's hand.
func (m *Model) choose() {
	m.list = m.list[:0]
	for _, g := range Groups {
		var in []entry
		for i, c := range m.all {
			if m.group(c.ID) == g && (m.filter == "" || c.State == m.filter) {
				in = append(in, entry{i, g})
			}
		}
		slices.SortStableFunc(in, func(a, b entry) int {
			return cmp.Compare(m.all[b.index].Severity.Rank(), m.all[a.index].Severity.Rank())
		})
		if len(in) > 0 {
			m.list = append(append(m.list, entry{-1, g}), in...)
		}
	}
	if m.Index() < 0 {
		m.at, m.said = "", 0
		m.Choose(m.near(m.line))
	}
	m.line = max(0, m.Index())
	if c, ok := m.Chosen(); ok {
		m.said = max(0, min(m.said, len(c.Evidence)-1))
	}
}

// near is the criterion at a line or the nearest one after it, else before it;
// -1 when there is none.
func (m *Model) near(i int) int {
	for j := max(i, 0); j < len(m.list); j++ {
		if m.list[j].index >= 0 {
			return j
		}
	}
	for j := min(i, len(m.list)) - 1; j >= 0; j-- {
		if m.list[j].index >= 0 {
			return j
		}
	}
	return -1
}

func (m *Model) group(id string) Group { return groupOf(m.rule(id)) }

func (m *Model) rule(id string) *packs.Rule {
	r, _ := m.desk.Packs().Rule(id)
	return r
}

// Filter shows criteria in one state, or all.
func (m *Model) Filter(s app.CriterionState) {
	m.filter = s
	m.choose()
}

// Filtered is the state that is shown; empty means all.
func (m *Model) Filtered() app.CriterionState { return m.filter }

// Count is how many criteria are in a state; of the empty state, how many there
// are.
func (m *Model) Count(s app.CriterionState) int {
	n := 0
	for _, c := range m.all {
		if s == "" || c.State == s {
			n++
		}
	}
	return n
}

// Len is how many lines the list has.
func (m *Model) Len() int { return len(m.list) }

// Row gives the i-th line.
func (m *Model) Row(i int) Row {
	e := m.list[i]
	if e.index < 0 {
		c := m.Card(e.group)
		title := c.Title
		if c.Number > 0 {
			title = m.words.Int(int64(c.Number)) + "  " + title
		}
		return Row{Head: true, Title: title, Count: m.answered(c.Answered(), len(c.Done))}
	}
	c := m.all[e.index]
	r := Row{ID: c.ID, Title: c.Title, Mark: parts.StateMark(c.State), State: m.words.T("state." + string(c.State)), Stale: c.Stale, Severity: c.Severity}
	if len(c.Evidence) > 0 {
		r.Evidence = strings.Join(strings.Fields(c.Evidence[0].Text), " ")
		r.Section = m.section(c.Evidence[0].Place.Section)
	}
	return r
}

func (m *Model) section(i int) string {
	doc := m.state.Document()
	if doc == nil || i < 0 || i >= len(doc.Sections) {
		return ""
	}
	return doc.Sections[i].Heading
}

// Index is the line of the chosen criterion; -1 when it is not shown.
func (m *Model) Index() int {
	return slices.IndexFunc(m.list, func(e entry) bool { return e.index >= 0 && e.index < len(m.all) && m.all[e.index].ID == m.at })
}

// Choose chooses a line; a head cannot be chosen.
func (m *Model) Choose(i int) bool {
	if i < 0 || i >= len(m.list) || m.list[i].index < 0 {
		return false
	}
	if id := m.all[m.list[i].index].ID; id != m.at {
		m.at, m.said = id, 0
	}
	m.line = i
	return true
}

// Beside is the criterion before or after the chosen one, past heads.
func (m *Model) Beside(by int) int {
	for i := m.Index() + by; i >= 0 && i < len(m.list); i += by {
		if m.list[i].index >= 0 {
			return i
		}
	}
	return m.Index()
}

// ChooseGroup chooses the first criterion of a group that is shown.
func (m *Model) ChooseGroup(g Group) bool {
	return m.Choose(slices.IndexFunc(m.list, func(e entry) bool { return e.index >= 0 && e.group == g }))
}

// Chosen is the chosen criterion; ok is false when the list is empty.
func (m *Model) Chosen() (c app.CriterionResult, ok bool) {
	i := m.Index()
	if i < 0 {
		return c, false
	}
	return m.all[m.list[i].index], true
}

// Step goes to the next or previous criterion that is failed or not addressed,
// round the ends, and reports whether there was one.
func (m *Model) Step(by int) bool {
	n, start := len(m.list), m.Index()
	for k := 1; k <= n; k++ {
		i := ((start+by*k)%n + n) % n
		if e := m.list[i]; e.index >= 0 && !answered(m.all[e.index].State) {
			return m.Choose(i)
		}
	}
	return false
}

func (m *Model) answered(n, of int) string {
	return m.words.T("assess.answered", i18n.Vars{"N": m.words.Int(int64(n)), "Of": m.words.Int(int64(of))})
}

// Facts count what is answered, for the status line.
func (m *Model) Facts() []string {
	if len(m.all) == 0 {
		return nil
	}
	done := m.Count(app.Met) + m.Count(app.Waived) + m.Count(app.Indicated)
	return []string{m.words.T("assess.questions", i18n.Vars{"N": m.words.Int(int64(done)), "Of": m.words.Int(int64(len(m.all)))})}
}
