// Package cost sums what a measure costs over its life, and says what kind of
// procurement its purchases lead to on a given day.
//
// It knows life-cycle cost year by year, present value, ranges and the dated
// limits it is handed. It never says anything in words: what is wrong and what
// the law asks are codes and numbers, and the texts of the house give the words.
// It never decides and never fails; a line that cannot be summed is left out and
// remarked on.
//
// Every sum is in ören without VAT. A line's amount in a year is rounded to
// whole ören once, halves away from zero; all other sums of nominal money are
// sums of those and exact. A present value is rounded once per year.
package cost

import (
	"slices"
	"strings"

	"yttra/app"
)

// Result is an estimate, summed.
type Result struct {
	Years   []Year         // of the horizon, year 1 first
	Kinds   []Kind         // those that have lines, in the order of the table (criteria.md B.2)
	Total   Span           // nominal, all years
	Present app.Money      // present value of the likely total: the years' present values
	OneOff  app.Money      // likely, of lines that fall in one year
	Running app.Money      // likely, of lines that fall in several years
	PerUnit app.Money      // likely total by pupil or place; 0 without units
	Empty   []app.CostKind // kinds of the table that no line speaks to

	Lines      []Line    // the workings: one for each line of the estimate, in its order
	Swings     []Swing   // what moves the total, the widest first
	Investment app.Money // likely, of lines with a lifetime
	Sunk       Sunk
	Funding    Funding

	Faults []Remark // what is wrong
	Notes  []Remark // what is worth knowing

	Procurement Procurement
}

// Span is an amount with its lowest and highest. Savings turn around: the lowest
// cost is when they are at their highest.
type Span struct{ Low, Likely, High app.Money }

// Year is a column of the table.
type Year struct {
	Number   int // 1 is the first
	Calendar int // 0 when the first year is not given
	Span
	OneOff  app.Money
	Running app.Money
	Present app.Money // Likely ÷ ((1 + real rate)(1 + inflation))^(Number−1): year 1 is today's money

	Investment   app.Money // likely, of lines with a lifetime
	Depreciation app.Money // a year's part of what has been invested, straight, from the year after
	Funded       app.Money // what somebody pays that year
	Gap          app.Money // Likely − Funded when that is more than nothing
}

// Line is the workings of one line, so that every sum can be unfolded.
type Line struct {
	Summed  bool      // false: something in it cannot be read or summed
	Each    app.Money // a unit in year 1 without VAT, rounded; sums are never made from it
	Years   []Span    // by year, as Result.Years; signed: a saving lowers
	Total   Span
	Present app.Money // of the likely amounts
}

// Swing is how far one line, or one term, moves the total while all else stays
// likely.
type Swing struct {
	Line int    // index in Estimate.Lines; -1: a term
	Term string // JSON name of the term: real_rate
	Low  app.Money
	High app.Money // the total at its lowest and highest; present value for the rate
}

// Width is the distance between the ends.
func (s Swing) Width() app.Money { return s.High - s.Low }

// Sunk is what has been paid already. It is never part of a sum or comparison.
type Sunk struct {
	Paid app.Money
	Back app.Money // of it, what can be had back
}

// Lost is what cannot be had back whatever is decided.
func (s Sunk) Lost() app.Money { return s.Paid - s.Back }

// Funding is what is set aside against what is needed, year by year in Result.Years.
type Funding struct {
	Given   app.Money // in all years of the horizon
	Decided app.Money // of it, in a decided budget
	Gap     app.Money // the years' gaps together: money of one year does not pay another
}

// Kind is a row of the table.
type Kind struct {
	Kind  app.CostKind
	Years []Span // by year, as Result.Years
	Total Span
}

// Kronor is the likely total in whole kronor, for the checks.
func (r Result) Kronor() int64 { return kronor(r.Total.Likely) }

// most bounds a year's amount of one line and the sum of everything, so that no
// sum can wrap: ten million million kronor, and a thousand times that.
const (
	most    = app.Money(1e15)
	mostAll = app.Money(1e18)
)

// longest is the longest horizon, in years.
const longest = 30

// Sum sums an estimate. The limits are those of the day the procurement starts,
// or of today when no day is given.
func Sum(e app.Estimate, limits []app.Threshold, today app.Date) Result {
	var r Result
	terms := termsOf(e, &r)
	items := make([]item, 0, len(e.Lines))
	for i, l := range e.Lines {
		if it, ok := itemOf(i, l, terms.years, &r); ok {
			items = append(items, it)
		}
	}
	if tooMuch(items) {
		r.fault(-1, "lines", TooLarge)
		items = nil
	}
	r.table(items, terms)
	r.Empty = emptyKinds(e)
	if e.Units > 0 {
		r.PerUnit = divide(r.Total.Likely, e.Units)
	}
	r.Procurement = procurementOf(e, items, limits, today)
	r.Procurement.Check = r.Procurement.Check || len(r.Faults) > 0
	return r
}

// terms are what holds for the whole estimate, once what is wrong in it has been
// remarked on and set aside.
type terms struct {
	years, first, rate int
}

func termsOf(e app.Estimate, r *Result) terms {
	t := terms{e.Years, e.FirstYear, e.RealRate}
	if t.years < 0 || t.years > longest {
		r.fault(-1, "years", OutOfRange)
		t.years = 0
	}
	if t.years == 0 { // not set: as long as the lines say
		t.years = 1
		for _, l := range e.Lines {
			t.years = min(max(t.years, l.From, l.To), longest)
		}
	}
	if t.first != 0 && (t.first < 1900 || t.first > 2200) {
		r.fault(-1, "first_year", OutOfRange)
		t.first = 0
	}
	if t.rate < 0 || t.rate > 10000 {
		r.fault(-1, "real_rate", OutOfRange)
		t.rate = 0
	}
	if e.Units < 0 {
		r.fault(-1, "units", Negative)
	}
	if e.Start != "" && !e.Start.Valid() {
		r.fault(-1, "start", NoDay)
	}
	return t
}

// table fills in years, kinds and totals.
func (r *Result) table(items []item, t terms) {
	r.Years = make([]Year, t.years)
	kinds := map[app.CostKind]*Kind{}
	for i := range r.Years {
		r.Years[i].Number = i + 1
		if t.first > 0 {
			r.Years[i].Calendar = t.first + i
		}
	}
	for _, it := range items {
		k := kinds[it.kind]
		if k == nil {
			k = &Kind{Kind: it.kind, Years: make([]Span, t.years)}
			kinds[it.kind] = k
		}
		for n := it.from; n <= min(it.to, t.years); n++ {
			r.Years[n-1].take(it)
			k.Years[n-1].add(it.signed())
			k.Total.add(it.signed())
		}
	}
	for i, y := range r.Years {
		y.Present = present(y.Likely, t.rate, i)
		r.Years[i] = y
		r.Total.add(y.Span)
		r.Present += y.Present
		r.OneOff += y.OneOff
		r.Running += y.Running
	}
	for _, k := range kinds {
		r.Kinds = append(r.Kinds, *k)
	}
	slices.SortFunc(r.Kinds, func(a, b Kind) int { return order(a.Kind, b.Kind) })
}

func (y *Year) take(it item) {
	y.add(it.signed())
	if it.oneOff() {
		y.OneOff += it.signed().Likely
	} else {
		y.Running += it.signed().Likely
	}
}

func (s *Span) add(o Span) {
	s.Low += o.Low
	s.Likely += o.Likely
	s.High += o.High
}

// order sorts kinds as the table has them, kinds it does not know last.
func order(a, b app.CostKind) int {
	place := func(k app.CostKind) int {
		if i := slices.Index(app.CostKinds, k); i >= 0 {
			return i
		}
		return len(app.CostKinds)
	}
	if d := place(a) - place(b); d != 0 {
		return d
	}
	return strings.Compare(string(a), string(b))
}

func emptyKinds(e app.Estimate) []app.CostKind {
	var out []app.CostKind
	for _, k := range app.CostKinds {
		if !slices.ContainsFunc(e.Lines, func(l app.CostLine) bool { return l.Kind == k }) {
			out = append(out, k)
		}
	}
	return out
}
