package costs

import (
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/cost"
	"yttra/i18n"
)

// Of is a sum that can be asked how it was reckoned.
type Of string

const (
	TotalSum   Of = "total"
	LowSum     Of = "low"
	HighSum    Of = "high"
	YearSum    Of = "year" // At: index of the year
	KindSum    Of = "kind"
	PresentSum Of = "present"
	UnitSum    Of = "unit"
	OneOffSum  Of = "one_off"
	RunningSum Of = "running"
)

// Asked is one sum of the way that is shown. The zero value asks nothing.
type Asked struct {
	Of   Of
	At   int
	Kind app.CostKind
}

// Work is a row of the workings.
type Work struct {
	Name, How, Amount string
	Row               int   // of the grid; -1: it comes from no line
	Ask               Asked // what it is itself made of
	ore               app.Money
}

// Working is how a sum was reckoned.
type Working struct {
	Title string
	Lead  string // what is reckoned
	Rows  []Work
	Name  string // of the sum
	Sum   string
	Notes []string // rounding, and what is not in it
	sum   app.Money
	adds  bool // the rows add up to the sum
}

// Working tells how a sum was reckoned.
func (m *Model) Working(q Asked) Working {
	w, r := m.words, m.sum
	out := Working{Title: w.T("costs.working.title"), Lead: w.T("costs.working.lead." + string(q.Of)), adds: true}
	switch q.Of {
	case PresentSum:
		m.presentRows(&out)
	case UnitSum:
		m.unitRows(&out)
	case YearSum:
		if q.At < 0 || q.At >= len(r.Years) {
			return Working{}
		}
		out.sum, out.Name = r.Years[q.At].Likely, m.yearCalled(r.Years[q.At])
		m.lineRows(&out, func(_ app.CostLine, l cost.Line) app.Money { return l.Years[q.At].Likely }, q.At)
	case KindSum:
		out.Name = m.kind(q.Kind)
		for _, k := range r.Kinds {
			if k.Kind == q.Kind {
				out.sum = k.Total.Likely
			}
		}
		m.lineRows(&out, func(l app.CostLine, x cost.Line) app.Money { return only(l.Kind == q.Kind, x.Total.Likely) }, -1)
	default:
		out.Name = w.T("costs.working.sum." + string(q.Of))
		m.totalRows(&out, q.Of)
	}
	m.finish(&out)
	return out
}

// totalRows are the lines of a sum over all years.
func (m *Model) totalRows(out *Working, of Of) {
	r := m.sum
	each := func(_ app.CostLine, x cost.Line) app.Money { return x.Total.Likely }
	switch of {
	case LowSum:
		out.sum, each = r.Total.Low, func(_ app.CostLine, x cost.Line) app.Money { return x.Total.Low }
	case HighSum:
		out.sum, each = r.Total.High, func(_ app.CostLine, x cost.Line) app.Money { return x.Total.High }
	case OneOffSum:
		out.sum, each = r.OneOff, func(l app.CostLine, x cost.Line) app.Money { return only(oneYear(l), x.Total.Likely) }
	case RunningSum:
		out.sum, each = r.Running, func(l app.CostLine, x cost.Line) app.Money { return only(!oneYear(l), x.Total.Likely) }
	default:
		out.sum = r.Total.Likely
	}
	m.lineRows(out, each, -1)
}

func only(on bool, a app.Money) app.Money {
	if on {
		return a
	}
	return 0
}

// oneYear reports whether a line falls in one year.
func oneYear(l app.CostLine) bool { return l.To == 0 || max(l.From, 1) == l.To }

// lineRows are the lines that give anything to a sum, in the order of the grid.
func (m *Model) lineRows(out *Working, amount func(app.CostLine, cost.Line) app.Money, year int) {
	lines := m.estimate().Lines
	for i, x := range m.sum.Lines {
		if !x.Summed || i >= len(lines) {
			continue
		}
		if a := amount(lines[i], x); a != 0 {
			out.Rows = append(out.Rows, Work{Name: m.lineOf(m.estimate(), i), How: m.lineHow(lines[i], year), Row: i, ore: a})
		}
	}
}

// lineHow writes how a line is reckoned: 12 × 6 400 kr × 1,02², 2027–2032.
func (m *Model) lineHow(l app.CostLine, year int) string {
	w := m.words
	parts := []string{m.quantity(l.Quantity) + " × " + w.Kronor(int64(l.Price))}
	if l.VAT > 0 {
		parts = append(parts, "÷ "+w.Decimal(app.Quantity(1000+10*l.VAT).String()))
	}
	if l.Index != 0 && year > 0 {
		parts = append(parts, "× "+m.factor(l.Index)+raised(year))
	}
	how := strings.Join(parts, " ")
	if l.Kind == app.CostSaving {
		how = "− " + how
	}
	if year >= 0 {
		return how
	}
	if l.Index != 0 {
		how += ", " + w.T("costs.working.index", i18n.Vars{"Rate": w.Percent(l.Index)})
	}
	if years := yearsText(l.From, l.To, m.estimate().FirstYear); years != "" {
		how += ", " + years
	}
	return how
}

// factor writes one and a rate: 350 is 1,035.
func (m *Model) factor(rate int) string {
	n := 10000 + rate
	s := strconv.Itoa(n/10000) + "." + strconv.Itoa(10000 + n%10000)[1:]
	return m.words.Decimal(strings.TrimRight(strings.TrimRight(s, "0"), "."))
}

// raised writes an exponent; one is not written.
func raised(n int) string {
	if n == 1 {
		return ""
	}
	return strings.Map(func(r rune) rune { return []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[r-'0'] }, strconv.Itoa(n))
}

// presentRows are the years, each worth less the later it comes.
func (m *Model) presentRows(out *Working) {
	e := m.estimate()
	by := m.factor(e.RealRate)
	if e.Inflation > 0 {
		by = "(" + by + " × " + m.factor(e.Inflation) + ")"
	}
	for i, y := range m.sum.Years {
		how := m.words.Kronor(int64(y.Likely))
		if i > 0 && by != "1" {
			how += " ÷ " + by + raised(i)
		}
		out.Rows = append(out.Rows, Work{Name: m.yearCalled(y), How: how, Row: -1, Ask: Asked{Of: YearSum, At: i}, ore: y.Present})
	}
	out.sum, out.Name = m.sum.Present, m.words.T("costs.working.sum.present")
	out.Notes = append(out.Notes, m.words.T("costs.working.present_rounded"))
}

// unitRows are the sum and what it is divided by.
func (m *Model) unitRows(out *Working) {
	out.adds, out.sum = false, m.sum.PerUnit
	out.Name = m.words.T("costs.per", i18n.Vars{"Unit": m.unitName()})
	out.Rows = []Work{{Name: m.words.T("costs.total"), How: "÷ " + m.words.Int(m.estimate().Units), Row: -1, Ask: Asked{Of: TotalSum}, ore: m.sum.Total.Likely}}
	out.Notes = append(out.Notes, m.words.T("costs.working.unit_rounded"))
}

// finish writes the amounts, to the öre when any of them has ören, and says what
// is rounded and what is left out.
func (m *Model) finish(out *Working) {
	w := m.words
	write := w.Kronor
	for _, r := range append([]Work{{ore: out.sum}}, out.Rows...) {
		if r.ore%100 != 0 {
			write = w.Exact
			break
		}
	}
	for i := range out.Rows {
		out.Rows[i].Amount = write(int64(out.Rows[i].ore))
	}
	out.Sum = write(int64(out.sum))
	if out.adds {
		out.Notes = append(out.Notes, w.T("costs.working.rounded"))
	}
	left := 0
	for _, l := range m.sum.Lines {
		if !l.Summed {
			left++
		}
	}
	if left > 0 {
		out.Notes = append(out.Notes, w.N("costs.working.left_out", left))
	}
}
