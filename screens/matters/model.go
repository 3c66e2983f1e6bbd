package matters

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/desk"
	"yttra/i18n"
)

// Filter is a chip over the list.
type Filter int

const (
	All Filter = iota
	Mine
	Short   // under thirty days left, or over
	Waiting // for the committee
	Decided
	Bin
)

// Filters lists them in the order of the chips.
var Filters = []Filter{All, Mine, Short, Waiting, Decided, Bin}

// Order is how the list is sorted.
type Order int

const (
	ByTime  Order = iota // least time left first
	BySaved              // latest saved first
	ByTitle
)

// Model turns the register into the rows that are shown.
type Model struct {
	words   i18n.Words
	rows    []app.Row // of the register, or of the bin
	bin     []app.Row
	today   app.Date
	officer string
	open    string // the open matter

	query  string
	filter Filter
	order  Order

	hay     []string // what is searched, lower case; made at the first search
	counts  [6]int
	over    int
	visible []int // indices in rows
}

// NewModel makes an empty model.
func NewModel(w i18n.Words) *Model { return &Model{words: w} }

// Take takes a new state and reports whether the rows changed. Most states
// change only the open matter's text: then nothing is counted again.
func (m *Model) Take(s desk.State) bool {
	same := m.today == s.Today && m.officer == s.Profile.Officer.Name && sameRows(m.rows, s.Rows)
	opened := ""
	if s.Matter != nil {
		opened = s.Matter.ID
	}
	moved := m.open != opened
	m.open = opened
	if same {
		return moved
	}
	m.rows, m.today, m.officer, m.hay = s.Rows, s.Today, s.Profile.Officer.Name, nil
	m.count()
	m.choose()
	return true
}

// sameRows holds when both are one and the same list; the desk makes a new one
// for every change.
func sameRows(a, b []app.Row) bool {
	return len(a) == len(b) && (len(a) == 0 && a != nil && b != nil || len(a) > 0 && &a[0] == &b[0])
}

// SetBin tells what lies in the bin.
func (m *Model) SetBin(rows []app.Row) {
	m.bin = rows
	m.counts[Bin] = len(rows)
	if m.filter == Bin {
		m.hay = nil
		m.choose()
	}
}

// Search finds rows that have every word of the query in title, movers or
// references.
func (m *Model) Search(query string) {
	m.query = query
	m.choose()
}

// Query is what is searched for.
func (m *Model) Query() string { return m.query }

// Filter chooses a chip.
func (m *Model) Filter(f Filter) {
	if (f == Bin) != (m.filter == Bin) {
		m.hay = nil
	}
	m.filter = f
	m.choose()
}

// Chosen is the chosen chip.
func (m *Model) Chosen() Filter { return m.filter }

// Sort orders the list.
func (m *Model) Sort(o Order) {
	m.order = o
	m.choose()
}

// Len is how many rows are shown; Registered how many there are.
func (m *Model) Len() int { return len(m.visible) }

// Registered is how many matters the register has.
func (m *Model) Registered() int { return len(m.rows) }

// Count is how many rows a chip has, without the search.
func (m *Model) Count(f Filter) int { return m.counts[f] }

// Row gives the i-th shown row.
func (m *Model) Row(i int) Row { return m.rowOf(m.source()[m.visible[i]]) }

// ID gives the identity of the i-th shown row; empty outside the list.
func (m *Model) ID(i int) string {
	if i < 0 || i >= len(m.visible) {
		return ""
	}
	return m.source()[m.visible[i]].ID
}

// Index finds the shown row of a matter; -1 when it is not shown.
func (m *Model) Index(id string) int {
	src := m.source()
	return slices.IndexFunc(m.visible, func(i int) bool { return src[i].ID == id })
}

// Open is the identity of the open matter.
func (m *Model) Open() string { return m.open }

func (m *Model) source() []app.Row {
	if m.filter == Bin {
		return m.bin
	}
	return m.rows
}

func (m *Model) count() {
	m.counts = [6]int{Bin: len(m.bin)}
	m.over = 0
	for i := range m.rows {
		r := &m.rows[i]
		for _, f := range []Filter{All, Mine, Short, Waiting, Decided} {
			if m.passes(r, f) {
				m.counts[f]++
			}
		}
		if d, ok := m.deadline(r); ok && d.Passed() {
			m.over++
		}
	}
}

func (m *Model) passes(r *app.Row, f Filter) bool {
	switch f {
	case Mine:
		return m.officer != "" && r.Holder == m.officer
	case Short:
		d, ok := m.deadline(r)
		return ok && (d.Short() || d.Passed())
	case Waiting:
		return r.Stage == app.Waiting
	case Decided:
		return r.Stage == app.Decided
	}
	return true
}

func (m *Model) deadline(r *app.Row) (app.Deadline, bool) {
	if r.Stage == app.Decided {
		return app.Deadline{}, false
	}
	return app.DeadlineFor(r.Received, m.today)
}

// choose makes the list of shown rows anew.
func (m *Model) choose() {
	src := m.source()
	words := strings.Fields(strings.ToLower(m.query))
	if len(words) > 0 && m.hay == nil {
		m.hay = make([]string, len(src))
		for i := range src {
			m.hay[i] = haystack(&src[i])
		}
	}
	m.visible = m.visible[:0]
	for i := range src {
		if m.passes(&src[i], m.filter) && (len(words) == 0 || hasAll(m.hay[i], words)) {
			m.visible = append(m.visible, i)
		}
	}
	m.sort(src)
}

func (m *Model) sort(src []app.Row) {
	switch m.order {
	case ByTime:
		slices.SortStableFunc(m.visible, func(a, b int) int { return strings.Compare(timeKey(&src[a]), timeKey(&src[b])) })
	case ByTitle:
		slices.SortStableFunc(m.visible, func(a, b int) int {
			return strings.Compare(titleKey(src[a].Title), titleKey(src[b].Title))
		})
	}
	// BySaved: the register hands them out so.
}

// timeKey orders by the day the year is counted from; what is decided or has no
// day comes last.
func timeKey(r *app.Row) string {
	switch {
	case r.Stage == app.Decided:
		return "~~" + string(r.Received)
	case r.Received == "":
		return "~"
	}
	return string(r.Received)
}

// titleKey puts å, ä and ö after z, as in the Swedish alphabet.
func titleKey(s string) string {
	return strings.NewReplacer("å", "{", "ä", "|", "ö", "}").Replace(strings.ToLower(s))
}

func haystack(r *app.Row) string {
	var b strings.Builder
	b.WriteString(r.Title)
	for _, s := range r.References {
		b.WriteString(" " + s)
	}
	for _, v := range r.Movers {
		b.WriteString(" " + v.Name + " " + v.Party)
	}
	return strings.ToLower(b.String())
}

func hasAll(hay string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(hay, w) {
			return false
		}
	}
	return true
}
