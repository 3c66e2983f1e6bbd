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
	Reckoned string // what the estimate answers, when no sentence does
	Lacks    string // what the estimate lacks
	Reason   string // of what is accepted
	Stale    bool
	Was      string // the sentence that is gone
	Stops    bool   // a question that holds the final paper back
	Folded   bool   // of a head
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
	rules  map[string]*packs.Rule
	filter filter
	folded map[Group]bool
	moving *move  // a point of the picture that waits for its reason
	at     string // id of the chosen criterion
	line   int    // where it stands, to choose its neighbour when it goes
	said   int    // the chosen sentence
	screen screening
}

// NewModel reads the desk as it is.
func NewModel(d *desk.Desk, w i18n.Words) *Model {
	m := &Model{desk: d, words: w, folded: map[Group]bool{}}
	m.Take(d.State())
	return m
}

// Take takes a new state. The chosen criterion stays chosen while it is shown.
func (m *Model) Take(s desk.State) {
	if s.Matter == nil || m.state.Matter == nil || s.Matter.ID != m.state.Matter.ID {
		m.filter, m.moving = filter{}, nil
	}
	old := m.state.Matter
	m.state, m.all = s, s.Criteria
	m.takeScreening(old)
	m.choose()
}

// choose makes the list: group by group, what weighs most first. Judging does
// not move a row, or it would run away under the clerk's hand.
func (m *Model) choose() {
	m.list = m.list[:0]
	for _, g := range Groups {
		var in []entry
		for i, c := range m.all {
			if m.group(c.ID) == g && m.takes(c) {
				in = append(in, entry{i, g})
			}
		}
		slices.SortStableFunc(in, func(a, b entry) int {
			return cmp.Compare(m.all[b.index].Severity.Rank(), m.all[a.index].Severity.Rank())
		})
		if len(in) > 0 {
			m.list = append(m.list, entry{-1, g})
		}
		if !m.folded[g] {
			m.list = append(m.list, in...)
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

// Len is how many lines the list has.
func (m *Model) Len() int { return len(m.list) }

// Head reports whether a line heads a group.
func (m *Model) Head(i int) bool { return m.list[i].index < 0 }

// Row gives the i-th line.
func (m *Model) Row(i int) Row {
	e := m.list[i]
	if e.index < 0 {
		c := m.Card(e.group)
		title := c.Title
		if c.Number > 0 {
			title = m.words.Int(int64(c.Number)) + "  " + title
		}
		return Row{Head: true, Title: title, Count: m.answered(c.Answered(), len(c.States)), Folded: m.folded[e.group]}
	}
	c := m.all[e.index]
	r := Row{ID: c.ID, Title: c.Title, Mark: parts.StateMark(shown(c)), State: m.words.T("state." + string(shown(c))), Stale: c.Stale, Was: strings.Join(strings.Fields(c.Was), " "), Reason: c.Reason}
	r.Stops = c.Severity == app.Blocking && !answered(c.State)
	if len(c.Evidence) > 0 {
		r.Evidence = strings.Join(strings.Fields(c.Evidence[0].Text), " ")
		r.Section = m.section(c.Evidence[0].Place.Section)
	} else if len(c.Reckoned) > 0 {
		r.Reckoned = c.Reckoned[0].Text
		if c.State == app.Indicated {
			r.State = m.words.T("assess.found_in_estimate")
		}
	}
	r.Lacks = c.Lacks
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

// ChooseRule chooses a criterion by its id, past any filter, and reports whether
// there is such a one.
func (m *Model) ChooseRule(id string) bool {
	if !slices.ContainsFunc(m.all, func(c app.CriterionResult) bool { return c.ID == id }) {
		return false
	}
	line := func() int {
		return slices.IndexFunc(m.list, func(e entry) bool { return e.index >= 0 && m.all[e.index].ID == id })
	}
	if line() < 0 {
		m.ShowAll()
	}
	return m.Choose(line())
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

// Fold folds the group of a line, or unfolds it.
func (m *Model) Fold(i int) {
	if i < 0 || i >= len(m.list) {
		return
	}
	g := m.list[i].group
	if m.folded[g] = !m.folded[g]; !m.folded[g] {
		delete(m.folded, g)
	}
	m.choose()
}

// Unfold shows every group.
func (m *Model) Unfold() {
	clear(m.folded)
	m.choose()
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
// round the ends, and reports whether there was one. When what is shown has none
// left, all is shown.
func (m *Model) Step(by int) bool {
	if m.find(by) {
		return true
	}
	if m.filter == (filter{}) && len(m.folded) == 0 {
		return false
	}
	m.ShowAll()
	return m.find(by)
}

func (m *Model) find(by int) bool {
	n, start := len(m.list), m.Index()
	for k := 1; k <= n; k++ {
		i := ((start+by*k)%n + n) % n
		if e := m.list[i]; e.index >= 0 && asksFor(m.all[e.index]) {
			return m.Choose(i)
		}
	}
	return false
}

func (m *Model) answered(n, of int) string {
	return m.words.T("assess.answered", i18n.Vars{"N": m.words.Int(int64(n)), "Of": m.words.Int(int64(of))})
}

// Facts count what is answered, what of it the clerk has confirmed, and what must
// be judged anew, for the status line.
func (m *Model) Facts() []string {
	if len(m.all) == 0 {
		return nil
	}
	done, said, gone := 0, 0, 0
	for _, c := range m.all {
		switch {
		case c.Stale:
			gone++
		case c.Said:
			said++
		}
		if answered(c.State) && !c.Stale {
			done++
		}
	}
	out := []string{m.words.T("assess.questions", i18n.Vars{"N": m.words.Int(int64(done)), "Of": m.words.Int(int64(len(m.all)))})}
	if said > 0 {
		out = append(out, m.words.N("assess.said", said))
	}
	if gone > 0 {
		out = append(out, m.words.N("assess.gone", gone))
	}
	return out
}

// Rules says by which rules the paper was checked when it was last kept or sent;
// changed tells that others apply now.
func (m *Model) Rules() (text string, changed bool) {
	doc := m.state.Document()
	if doc == nil {
		return "", false
	}
	return parts.CheckedWords(m.words, doc.Checked, m.desk.Checking())
}

// Stopping counts the questions that hold the final paper back.
func (m *Model) Stopping() int {
	n := 0
	for _, c := range m.all {
		if c.Severity == app.Blocking && !answered(c.State) {
			n++
		}
	}
	return n
}

func (m *Model) edit(change func(*app.Matter)) {
	if m.state.Matter == nil {
		return
	}
	m.desk.Edit("", change)
	m.Take(m.desk.State())
}
