package costs

import (
	"cmp"
	"slices"

	"yttra/app"
	"yttra/app/cost"
	"yttra/i18n"
)

// Fault is one thing to mend: a cell, or a term when Row is −1.
type Fault struct {
	At   At
	Term Term // when At.Row is -1; may be empty: the estimate as a whole
	Text string
}

// Faults lists what is to be mended, by row and column; what holds for the whole
// estimate comes first.
func (m *Model) Faults() []Fault {
	var out []Fault
	for t := range m.badTerms {
		out = append(out, Fault{At: At{Row: -1}, Term: t, Text: m.termText(t, m.TermFault(t))})
	}
	for _, r := range m.sum.Faults {
		if f, ok := m.faultOf(r); ok {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.At.Row, b.At.Row), cmp.Compare(a.At.Column, b.At.Column), cmp.Compare(a.Text, b.Text))
	})
	return out
}

// faultOf words what the sum remarks on; a term that cannot be read has already
// been spoken of.
func (m *Model) faultOf(r cost.Remark) (Fault, bool) {
	what := m.words.T("cost_fault." + string(r.Code))
	if r.Line < 0 || r.Part != cost.InLines {
		t := Term(r.Field)
		if _, typed := m.badTerms[t]; typed {
			return Fault{}, false
		}
		return Fault{At: At{Row: -1}, Term: t, Text: m.termText(t, what)}, true
	}
	at := At{r.Line, columnOf(r.Field)}
	if l, ok := m.line(r.Line); ok && r.Code == cost.Unread {
		return Fault{At: at, Text: m.words.T("costs.bad."+at.Column.key(), m.cellVars(at, i18n.Vars{"Typed": l.Unread[r.Field]}))}, true
	}
	return Fault{At: at, Text: m.words.T("costs.fault", m.cellVars(at, i18n.Vars{"What": what}))}, true
}

func (m *Model) termText(t Term, what string) string {
	name := m.words.T("costs.estimate")
	if slices.Contains(Terms, t) {
		name = m.words.T("costs.term." + string(t))
	}
	return m.words.T("costs.term_fault", i18n.Vars{"Term": name, "What": what})
}

func (m *Model) cellVars(at At, v i18n.Vars) i18n.Vars {
	v["Row"] = m.words.Int(int64(at.Row + 1))
	v["Column"] = m.words.T("costs.column." + at.Column.key())
	return v
}

// faulty reports whether the sum has something against a cell.
func (m *Model) faulty(at At) bool {
	return slices.ContainsFunc(m.sum.Faults, func(r cost.Remark) bool {
		return r.Part == cost.InLines && r.Line == at.Row && columnOf(r.Field) == at.Column
	})
}

// Missing lists the kinds of cost that no line speaks of; none while there are
// no lines at all, and never the saving: it need not be.
func (m *Model) Missing() []app.CostKind {
	if m.Len() == 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(m.sum.Empty), func(k app.CostKind) bool { return k == app.CostSaving })
}

// Facts are what the status line says; in a narrow window the keys are left out.
func (m *Model) Facts(narrow bool) []string {
	if !m.Open() {
		return nil
	}
	out := []string{m.words.N("costs.rows", m.Len())}
	if n := len(m.rowsToMend()); n > 0 {
		out[0] += ", " + m.words.N("costs.to_mend", n)
	}
	out = append(out, m.words.T("costs.unit_fact"))
	if narrow {
		return out
	}
	return append(out, m.words.T("costs.key_fact"))
}

func (m *Model) rowsToMend() map[int]bool {
	rows := map[int]bool{}
	for _, f := range m.Faults() {
		rows[f.At.Row] = true
	}
	return rows
}
