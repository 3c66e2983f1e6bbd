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
	TotalSum      Of = "total"
	LowSum        Of = "low"
	HighSum       Of = "high"
	YearSum       Of = "year" // At: index of the year
	KindSum       Of = "kind"
	PresentSum    Of = "present"
	UnitSum       Of = "unit"
	OneOffSum     Of = "one_off"
	RunningSum    Of = "running"
	InvestmentSum Of = "investment"
	ValueSum      Of = "value"    // of the procurement
	LeftOutSum    Of = "left_out" // what the value of the procurement leaves out
	GapSum        Of = "gap"      // what nobody pays
	SunkSum       Of = "sunk"
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
	From              Fault // where it is typed; row -1: nowhere
	Ask               Asked // what it is itself made of
	ore               app.Money
}

// Also is another sum that belongs with one.
type Also struct {
	Name string
	Ask  Asked
}

// nowhere is where no cell is.
var nowhere = Fault{At: At{Row: -1}}

// Working is how a sum was reckoned.
type Working struct {
	Title string
	Lead  string // what is reckoned
	Rows  []Work
	Name  string // of the sum
	Sum   string
	Also  []Also
	Notes []string // rounding, and what is not in it
	sum   app.Money
	adds  bool // the rows add up to the sum
	lines bool // they come from the lines
}

// Working tells how a sum was reckoned.
func (m *Model) Working(q Asked) Working {
	w, r, e := m.words, &m.sum, m.estimate()
	out := Working{Title: w.T("costs.working.title") + ": " + m.workingName(q), Lead: w.T("costs.working.lead." + string(q.Of)), Name: m.workingName(q), adds: true}
	likely := func(s cost.Span) app.Money { return s.Likely }
	switch q.Of {
	case TotalSum:
		m.lineRows(&out, r.Total.Likely, r.Shares(e, 0, ""), likely, -1)
	case LowSum:
		m.lineRows(&out, r.Total.Low, r.Shares(e, 0, ""), func(s cost.Span) app.Money { return s.Low }, -1)
	case HighSum:
		m.lineRows(&out, r.Total.High, r.Shares(e, 0, ""), func(s cost.Span) app.Money { return s.High }, -1)
	case OneOffSum:
		m.lineRows(&out, r.OneOff, r.OneOffShares(e, 0), likely, -1)
	case RunningSum:
		m.lineRows(&out, r.Running, r.RunningShares(e, 0), likely, -1)
	case InvestmentSum:
		m.lineRows(&out, r.Investment, r.Investments(e, 0), likely, -1)
	case YearSum:
		if q.At < 0 || q.At >= len(r.Years) {
			return Working{}
		}
		m.lineRows(&out, r.Years[q.At].Likely, r.Shares(e, q.At+1, ""), likely, q.At)
	case KindSum:
		for _, k := range r.Kinds {
			if k.Kind == q.Kind {
				m.lineRows(&out, k.Total.Likely, r.Shares(e, 0, q.Kind), likely, -1)
			}
		}
	case PresentSum:
		m.presentRows(&out)
	case UnitSum:
		m.unitRows(&out)
	case ValueSum, LeftOutSum:
		m.valueRows(&out, q.Of == ValueSum)
	case GapSum:
		m.gapRows(&out)
	case SunkSum:
		m.sunkRows(&out)
	}
	for _, of := range m.also(q.Of) {
		out.Also = append(out.Also, Also{m.words.T("costs.working.sum." + string(of)), Asked{Of: of}})
	}
	m.finish(&out)
	return out
}

// also lists the sums that belong with one, and are something.
func (m *Model) also(of Of) []Of {
	r := &m.sum
	switch {
	case of == TotalSum && r.Total.Low != r.Total.High:
		return []Of{LowSum, HighSum}
	case of == OneOffSum && r.Investment != 0:
		return []Of{RunningSum, InvestmentSum}
	case of == OneOffSum:
		return []Of{RunningSum}
	case of == ValueSum && m.leftOut() > 0:
		return []Of{LeftOutSum}
	}
	return nil
}

// workingName names a sum.
func (m *Model) workingName(q Asked) string {
	switch {
	case q.Of == KindSum:
		return m.kind(q.Kind)
	case q.Of == UnitSum:
		return m.words.T("costs.working.sum.unit", i18n.Vars{"Unit": m.unitName()})
	case q.Of == YearSum && q.At >= 0 && q.At < len(m.sum.Years):
		return m.yearCalled(m.sum.Years[q.At])
	}
	return m.words.T("costs.working.sum." + string(q.Of))
}

// lineRows are the lines that give anything to a sum, in the order of the grid.
func (m *Model) lineRows(out *Working, sum app.Money, shares []cost.Share, amount func(cost.Span) app.Money, year int) {
	out.sum = sum
	e := m.estimate()
	for _, s := range shares {
		out.Rows = append(out.Rows, Work{Name: m.lineOf(e, s.Line), How: m.lineHow(e, s.Line, year), From: Fault{At: At{s.Line, PriceColumn}}, ore: amount(s.Amount)})
	}
	out.lines = true
}

// lineHow writes how a line is reckoned: 12 × 6 400 kr × 1,02² in a year, counted
// from 0; with −1 what holds for all its years: 12 × 6 400 kr, 2027–2032.
func (m *Model) lineHow(e app.Estimate, i, year int) string {
	w, l := m.words, e.Lines[i]
	if f, ok := m.sum.Factors(e, i, year+1); ok {
		return m.factors(f)
	}
	how := m.factors(cost.Factors{Quantity: l.Quantity, Price: l.Price, VAT: l.VAT, Saving: l.Kind == app.CostSaving})
	if l.Index != 0 {
		how += ", " + w.T("costs.working.index", i18n.Vars{"Rate": w.Percent(l.Index)})
	}
	if years := yearsText(l.From, l.To, e.FirstYear); years != "" {
		how += ", " + years
	}
	if l.Lifetime > 0 {
		how += ", " + w.N("costs.working.lifetime", l.Lifetime)
	}
	return how
}

// factors writes what made an amount.
func (m *Model) factors(f cost.Factors) string {
	w := m.words
	how := m.quantity(f.Quantity) + " × " + w.Kronor(int64(f.Price))
	if f.VAT > 0 {
		how += " ÷ " + w.Decimal(app.Quantity(1000+10*f.VAT).String())
	}
	if f.Power > 0 {
		how += " × " + m.factor(f.Index) + raised(f.Power)
	}
	if f.Saving {
		how = "− " + how
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
	if !out.lines {
		return
	}
	out.Notes = append(out.Notes, w.T("costs.working.rounded"))
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
