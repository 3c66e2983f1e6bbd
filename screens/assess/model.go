package assess

import (
	"slices"

	"yttra/app"
	"yttra/app/desk"
	"yttra/i18n"
	"yttra/screens/parts"
)

// Row is one criterion, ready to draw.
type Row struct {
	ID       string
	Title    string
	Mark     string // shape of the state
	State    string // its word
	Evidence string // the first sentence that speaks to it; empty: none
	Section  string // heading of the section the sentence stands in
	Stale    bool
	Severity app.Severity
}

// Model orders the criteria and takes what the clerk judges.
type Model struct {
	words    i18n.Words
	document *app.Document
	all      []app.CriterionResult
	visible  []int
	filter   app.CriterionState // empty: all
	at       string             // id of the chosen criterion
}

// NewModel makes an empty model.
func NewModel(w i18n.Words) *Model { return &Model{words: w} }

// Take takes a new state. The chosen criterion stays chosen while it applies.
func (m *Model) Take(s desk.State) {
	m.all, m.document = s.Criteria, s.Document()
	m.choose()
}

// choose makes the list: what asks most of the clerk first, then by id.
func (m *Model) choose() {
	m.visible = m.visible[:0]
	for i, c := range m.all {
		if m.filter == "" || c.State == m.filter {
			m.visible = append(m.visible, i)
		}
	}
	slices.SortStableFunc(m.visible, func(a, b int) int {
		x, y := m.all[a], m.all[b]
		if d := y.Severity.Rank() - x.Severity.Rank(); d != 0 {
			return d
		}
		return slices.Index(app.CriterionStates, x.State) - slices.Index(app.CriterionStates, y.State)
	})
	if m.Index() < 0 {
		m.at = ""
		if len(m.visible) > 0 {
			m.at = m.all[m.visible[0]].ID
		}
	}
}

// Filter shows criteria in one state, or all.
func (m *Model) Filter(s app.CriterionState) {
	m.filter = s
	m.choose()
}

// Filtered is the state that is shown; empty means all.
func (m *Model) Filtered() app.CriterionState { return m.filter }

// Count is how many criteria are in a state; of the empty state, how many there are.
func (m *Model) Count(s app.CriterionState) int {
	n := 0
	for _, c := range m.all {
		if s == "" || c.State == s {
			n++
		}
	}
	return n
}

// Len is how many rows are shown.
func (m *Model) Len() int { return len(m.visible) }

// Row gives the i-th row.
func (m *Model) Row(i int) Row {
	c := m.all[m.visible[i]]
	r := Row{ID: c.ID, Title: c.Title, Mark: parts.StateMark(c.State), State: m.words.T("state." + string(c.State)), Stale: c.Stale, Severity: c.Severity}
	if len(c.Evidence) > 0 {
		r.Evidence = c.Evidence[0].Text
		r.Section = m.section(c.Evidence[0].Place)
	}
	return r
}

func (m *Model) section(p app.Place) string {
	if m.document == nil || p.Section < 0 || p.Section >= len(m.document.Sections) {
		return ""
	}
	return m.document.Sections[p.Section].Heading
}

// Index is the row of the chosen criterion; -1 when it is not shown.
func (m *Model) Index() int {
	return slices.IndexFunc(m.visible, func(i int) bool { return m.all[i].ID == m.at })
}

// Choose chooses a row.
func (m *Model) Choose(i int) {
	if i >= 0 && i < len(m.visible) {
		m.at = m.all[m.visible[i]].ID
	}
}

// Chosen is the chosen criterion; ok is false when the list is empty.
func (m *Model) Chosen() (c app.CriterionResult, ok bool) {
	i := m.Index()
	if i < 0 {
		return c, false
	}
	return m.all[m.visible[i]], true
}

// Step goes to the next or previous row that is failed or not addressed, round
// the ends, and reports whether there was one.
func (m *Model) Step(by int) bool {
	n := len(m.visible)
	for k := 1; k <= n; k++ {
		i := ((m.Index()+by*k)%n + n) % n
		if s := m.all[m.visible[i]].State; s == app.Failed || s == app.NotAddressed {
			m.Choose(i)
			return true
		}
	}
	return false
}

// Answer makes what the clerk says of the chosen criterion. It is tied to the
// sentence that answers, so that it falls when the sentence is edited away.
func (m *Model) Answer(s app.CriterionState, reason string) (a app.Answer, ok bool) {
	c, ok := m.Chosen()
	if !ok {
		return a, false
	}
	a = app.Answer{Criterion: c.ID, State: s, Reason: reason}
	if len(c.Evidence) > 0 && s != app.Waived {
		a.Sentence = c.Evidence[0].Text
	}
	return a, true
}

// Place is where the chosen criterion is answered: its first evidence, or the
// document as a whole.
func (m *Model) Place() app.Place {
	if c, ok := m.Chosen(); ok && len(c.Evidence) > 0 {
		return c.Evidence[0].Place
	}
	return app.Place{Section: -1}
}

// Judged reports whether the clerk has answered the criterion.
func Judged(c app.CriterionResult) bool {
	return c.State == app.Met || c.State == app.Waived || c.State == app.Failed && c.Reason != "" || c.Stale
}

// Facts count what is answered, for the status line.
func (m *Model) Facts() []string {
	if len(m.all) == 0 {
		return nil
	}
	answered := m.Count(app.Met) + m.Count(app.Waived) + m.Count(app.Indicated)
	return []string{m.words.T("assess.answered", i18n.Vars{"N": m.words.Int(int64(answered)), "Of": m.words.Int(int64(len(m.all)))})}
}
