package costs

import (
	"cmp"
	"slices"
	"unicode"

	"yttra/app"
	"yttra/app/cost"
	"yttra/i18n"
)

// Fault is one thing to mend: a cell, or a term when the row is −1.
type Fault struct {
	Tab   Tab
	At    At
	Term  Term // when At.Row is -1; may be empty: the estimate as a whole
	what  string
	typed string
	code  cost.Code
}

// faults are those of a state, found once for it.
type faults struct {
	list  []Fault
	cells map[Tab]map[At]bool
}

// Faults lists what is to be mended, by table, row and column; what holds for the
// whole estimate comes first.
func (m *Model) Faults() []Fault { return m.found().list }

func (m *Model) found() *faults {
	if m.faults != nil {
		return m.faults
	}
	f := &faults{cells: map[Tab]map[At]bool{}}
	for t := range m.badTerms {
		f.list = append(f.list, Fault{At: At{Row: -1}, Term: t, what: m.TermFault(t)})
	}
	remarks := slices.DeleteFunc(slices.Clone(m.state.Cost.Faults), func(r cost.Remark) bool { return r.Part == cost.InLines && r.Line >= 0 })
	for _, r := range m.sum.Faults {
		if r.Part == cost.InLines && r.Line >= 0 {
			remarks = append(remarks, r)
		}
	}
	for _, r := range remarks {
		fault, ok := m.faultOf(r)
		if !ok {
			continue
		}
		f.list = append(f.list, fault)
		if f.cells[fault.Tab] == nil {
			f.cells[fault.Tab] = map[At]bool{}
		}
		f.cells[fault.Tab][fault.At] = true
	}
	slices.SortStableFunc(f.list, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Tab, b.Tab), cmp.Compare(a.At.Row, b.At.Row), cmp.Compare(a.At.Column, b.At.Column), cmp.Compare(a.Term, b.Term))
	})
	m.faults = f
	return f
}

// faultOf is what the sum remarks on. A term that cannot be read has already been
// spoken of.
func (m *Model) faultOf(r cost.Remark) (Fault, bool) {
	if r.Line < 0 || r.Part == cost.InAlternatives {
		t := Term(r.Field)
		_, typed := m.badTerms[t]
		return Fault{At: At{Row: -1}, Term: t, code: r.Code}, !typed
	}
	t, row := m.tableOf(r)
	c := slices.IndexFunc(m.all[t].heads(), func(h Head) bool { return slices.Contains(h.Fields, r.Field) })
	if c < 0 || row >= m.size(t) {
		return Fault{}, false
	}
	f := Fault{Tab: t, At: At{row, Column(c)}, code: r.Code}
	if r.Code == cost.Unread {
		f.typed = m.all[t].unread(m.estimateOf(t), row)[r.Field]
	}
	return f, true
}

// tableOf is the table a remark is on, and the row in it.
func (m *Model) tableOf(r cost.Remark) (Tab, int) {
	switch r.Part {
	case cost.InSpent:
		return Spent, r.Line
	case cost.InFunding:
		return Funding, r.Line
	case cost.InOptions:
		return Bought, r.Line
	case cost.InSimilar:
		return Bought, len(m.state.Matter.Estimate.Purchase.Options) + r.Line
	}
	return Lines, r.Line
}

// lines are those of the way that is shown, whichever table is.
func (m *Model) lines() []app.CostLine {
	return m.estimate().Lines
}

// Say is a sentence saying what is wrong, and where.
func (m *Model) Say(f Fault) string {
	if f.At.Row < 0 {
		name := m.words.T("costs.estimate")
		if slices.Contains(Terms, f.Term) {
			name = m.words.T("costs.term." + string(f.Term))
		}
		return m.words.T("costs.term_fault", i18n.Vars{"Term": name, "What": cmp.Or(f.what, m.wrong(string(f.Term), f.code))})
	}
	key := m.all[f.Tab].heads()[f.At.Column].Key
	place := m.placeName(f.Tab, f.At)
	if f.code != cost.Unread {
		return m.words.T("costs.fault", i18n.Vars{"Place": place, "What": m.wrong(key, f.code)})
	}
	vars := i18n.Vars{"Place": place, "Typed": f.typed}
	switch bad := "costs.bad." + key; {
	case endless(f.typed):
		return m.words.T("costs.bad_size", vars)
	case m.words.Has(bad):
		return m.words.T(bad, vars)
	}
	return m.words.T("costs.bad_choice", vars)
}

// wrong says what is wrong with something that can be read, in the words for that
// column when it has any.
func (m *Model) wrong(column string, c cost.Code) string {
	if own := "costs.wrong." + column + "_" + string(c); m.words.Has(own) {
		return m.words.T(own)
	}
	return m.words.T("cost_fault." + string(c))
}

// endless reports whether a text is a number with more figures than any amount has.
func endless(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			n++
		case unicode.IsLetter(r):
			return false
		}
	}
	return n > 15
}

// placeName names a cell: Rad 9, Antal; in another table than the lines with its
// name before it.
func (m *Model) placeName(t Tab, at At) string {
	vars := i18n.Vars{"Row": m.words.Int(int64(at.Row + 1)), "Column": m.words.T("costs.column." + m.all[t].heads()[at.Column].Key)}
	if t == Lines {
		return m.words.T("costs.cell", vars)
	}
	vars["Table"] = m.words.T("costs.table." + m.all[t].name())
	return m.words.T("costs.cell_in", vars)
}

// faulty reports whether something is wrong in a cell.
func (m *Model) faulty(at At) bool { return m.found().cells[m.tab][at] }

// Facts are what the status line says; in a narrow window the keys are left out.
func (m *Model) Facts(narrow bool) []string {
	if !m.Open() {
		return nil
	}
	out := []string{m.words.N("costs.rows", m.Len())}
	if n := m.toMend(); n > 0 {
		out[0] += ", " + m.words.N("costs.to_mend", n)
	}
	if m.tab == Lines || m.tab == Funding {
		out = append(out, m.words.T("costs.unit_fact"))
	}
	if narrow {
		return out
	}
	return append(out, m.words.T("costs.key_fact"))
}

// toMend counts the rows with something to mend.
func (m *Model) toMend() int {
	rows := map[[2]int]bool{}
	for _, f := range m.Faults() {
		rows[[2]int{int(f.Tab), f.At.Row}] = true
	}
	return len(rows)
}
