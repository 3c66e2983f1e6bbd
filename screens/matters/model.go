package matters

import (
	"slices"

	"yttra/app"
	"yttra/app/desk"
	"yttra/app/search"
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

// Model turns the register into the rows that are shown.
type Model struct {
	words   i18n.Words
	rows    app.Rows // of the register
	bin     app.Rows // what has been removed
	today   app.Date
	officer string
	open    string // the open matter

	typed  string // the search as it stands in the field
	query  search.Query
	filter Filter
	order  Order
	counts [6]int
	over   int

	place  []int        // the rows in the order chosen; nil: not sorted yet
	passes []uint8      // one bit for each filter a row passes; nil: not counted yet
	hay    *haystack    // nil: nobody has searched since the rows changed
	inRow  []search.Set // for each word of the query, the rows that say it
	texts  *search.Answer
	inText []search.Set // for each word, the rows whose texts have it; nil: not worked out yet
	within search.Set   // the rows that pass what only their texts tell; nil: they all do
	answer string       // what texts answer
	stale  bool         // the register has changed since
	quotes map[string]search.Quote
	narrowing

	visible []int // places in source()
	inTexts int   // how many of them were found by their texts alone, last in the list
}

// NewModel makes an empty model.
func NewModel(w i18n.Words) *Model { return &Model{words: w} }

// Take takes a new state and reports whether the rows changed. Most states
// change only the open matter's text: then nothing is counted again.
func (m *Model) Take(s desk.State) bool {
	same := m.today == s.Today && m.officer == s.Profile.Officer.Name && m.rows.Same(s.Rows)
	opened := ""
	if s.Matter != nil {
		opened = s.Matter.ID
	}
	moved := m.open != opened
	m.open = opened
	if same {
		return moved
	}
	m.rows, m.today, m.officer = s.Rows, s.Today, s.Profile.Officer.Name
	m.stale = m.texts != nil
	m.count()
	m.renew()
	return true
}

// SetBin tells what lies in the bin.
func (m *Model) SetBin(rows []app.Row) {
	m.bin = app.NewRows(rows)
	m.counts[Bin] = len(rows)
	if m.filter == Bin {
		m.renew()
	}
}

// renew makes everything that is worked out of the rows anew.
func (m *Model) renew() {
	m.place, m.hay, m.inRow, m.inText = nil, nil, nil, nil
	m.known = nil
	m.choose()
}

// Filter chooses a chip.
func (m *Model) Filter(f Filter) {
	other := (f == Bin) != (m.filter == Bin)
	m.filter = f
	if other {
		m.renew()
		return
	}
	m.choose()
}

// Chosen is the chosen chip.
func (m *Model) Chosen() Filter { return m.filter }

// Sort orders the list.
func (m *Model) Sort(o Order) {
	m.order, m.place = o, nil
	m.choose()
}

// Len is how many rows are shown; Registered how many there are.
func (m *Model) Len() int { return len(m.visible) }

// Registered is how many matters the register has.
func (m *Model) Registered() int { return m.rows.Len() }

// Count is how many rows a chip has, without the search.
func (m *Model) Count(f Filter) int { return m.counts[f] }

// Source gives the i-th shown row as the register has it; the zero Row outside the
// list.
func (m *Model) Source(i int) app.Row {
	if i < 0 || i >= len(m.visible) {
		return app.Row{}
	}
	return m.source().At(m.visible[i])
}

// Everything is all matters there are, and those in the bin.
func (m *Model) Everything() []app.Rows { return []app.Rows{m.rows, m.bin} }

// ID gives the identity of the i-th shown row; empty outside the list.
func (m *Model) ID(i int) string { return m.Source(i).ID }

// Index finds the shown row of a matter; -1 when it is not shown.
func (m *Model) Index(id string) int {
	at := m.source().Index(id)
	return slices.Index(m.visible, at)
}

// Open is the identity of the open matter.
func (m *Model) Open() string { return m.open }

func (m *Model) source() app.Rows {
	if m.filter == Bin {
		return m.bin
	}
	return m.rows
}

// count sorts the rows under the chips. What a day means is worked out once for
// each day, not for each row.
func (m *Model) count() {
	m.counts, m.over = [6]int{Bin: m.bin.Len()}, 0
	m.passes = make([]uint8, m.rows.Len())
	type left struct{ short, over bool }
	type last struct {
		received, due app.Date
		source        app.SourceKind
	}
	days := map[last]left{}
	var r app.RowKeys
	for i := range m.passes {
		m.rows.Keys(i, &r)
		t := left{}
		if r.Stage != app.Decided {
			var ok bool
			if t, ok = days[last{r.Received, r.Due, r.Source}]; !ok {
				d, dated := app.LastDay(r.Source, r.Received, r.Due, m.today)
				t = left{dated && (d.Short() || d.Passed()), dated && d.Passed()}
				days[last{r.Received, r.Due, r.Source}] = t
			}
		}
		for f, yes := range [...]bool{All: true, Mine: m.mine(&r), Short: t.short, Waiting: r.Stage == app.Waiting, Decided: r.Stage == app.Decided} {
			if yes {
				m.passes[i] |= 1 << f
				m.counts[f]++
			}
		}
		if t.over {
			m.over++
		}
	}
}

// mine holds for what the person at the desk has, or handles a document of.
func (m *Model) mine(r *app.RowKeys) bool {
	return m.officer != "" && (r.Holder == m.officer || slices.Contains(r.Officers, m.officer))
}

func (m *Model) pass(i int) bool { return m.filter == Bin || m.passes[i]&(1<<m.filter) != 0 }

// choose makes the list of shown rows anew: those that say it in the row, and
// then those that have it only in their texts, so that nothing moves when these
// come in.
func (m *Model) choose() {
	src := m.source()
	if m.place == nil {
		m.place = sorted(src, m.order)
	}
	m.look()
	want := m.want()
	m.visible = m.visible[:0]
	var below []int
	for _, i := range m.place {
		switch {
		case !m.pass(i) || !m.narrowed(i, &want):
		case m.says(i):
			m.visible = append(m.visible, i)
		case m.answered() && m.has(i):
			below = append(below, i)
		}
	}
	m.inTexts = len(below)
	m.visible = append(m.visible, below...)
}
