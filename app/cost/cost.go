// Package cost sums what a measure costs over its life, and says what kind of
// procurement its purchases lead to on a given day.
//
// It knows life-cycle cost year by year, present value, ranges, what moves the sum,
// who pays, and the dated limits it is handed. It never says anything in words: what
// is wrong and what the law asks are codes and numbers, and the texts of the house
// give the words. It never decides and never fails; a line that cannot be summed is
// left out and remarked on.
//
// # Exactness
//
// Every sum is in whole ören without VAT, and there is no float. What a line costs
// in year n is
//
//	quantity × price × 100/(100 + VAT) × (1 + index)^(n−1)
//
// rounded once to whole ören, halves away from zero: never a unit first and then
// the quantity, and never last year's rounded amount. Its lowest and highest are
// rounded the same way. All other nominal money is sums of those amounts: by year,
// by kind, in all, one-off, running, investment, gap. What order they are added in
// makes no difference.
//
// The present value of a year is its likely total ÷ ((1 + real rate)(1 + inflation))^(n−1),
// rounded once; the present value of all is the sum of the years'. That of a line is
// reckoned likewise from the line's own years, so lines can differ from the years by
// half an öre for each amount that is rounded. What is written off in a year is the
// difference between two rounded parts of the outlay, so that the parts together are
// the outlay. An amount by pupil or place is divided once.
//
// The rounding is right to the last öre, however large the numbers: see exact.go.
package cost

import (
	"math/big"
	"slices"

	"yttra/app"
)

// Result is an estimate, summed.
type Result struct {
	Years       []Year         // of the horizon, year 1 first
	Kinds       []Kind         // those that have lines, in the order of the table (criteria.md B.2)
	Total       Span           // nominal, all years
	Present     app.Money      // present value of the likely total: the years' present values
	OneOff      app.Money      // likely, of lines that fall in one year
	Running     app.Money      // likely, of lines that fall in several years
	Units       int64          // pupils or places of this way; 0: there are none
	PerUnit     app.Money      // likely total by pupil or place; 0 without units
	PerUnitYear app.Money      // the same by year of the horizon: by pupil or place and year
	Empty       []app.CostKind // kinds of the table that no line speaks to
	Terms       Terms          // that it was summed on

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
	Decided      app.Money // of it, in a decided budget
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

// Kind is a row of the table.
type Kind struct {
	Kind  app.CostKind
	Years []Span // by year, as Result.Years
	Total Span
}

// Kronor is the likely total in whole kronor, for the checks.
func (r Result) Kronor() int64 { return kronor(r.Total.Likely) }

// Sum sums an estimate; its alternatives are only looked at. The limits are those
// of the day the procurement starts, or of today when no day is given.
func Sum(e app.Estimate, limits []app.Threshold, today app.Date) Result {
	return new(summer).sum(&e, lasting(e.Lines), limits, today)
}

// summer sums estimates, and remembers the powers they share.
type summer struct {
	index indexes
	rates [3]powers // of the discount, and of it when the rate is lower and higher
	of    Terms     // that the discounts are for
	items []item    // of the way that is summed; used anew for the next
	notes []Remark  // the same
}

func (s *summer) sum(e *app.Estimate, years int, limits []app.Threshold, today app.Date) Result {
	r := Result{Notes: s.notes[:0]}
	r.Terms = termsOf(e, years, &r)
	waysOf(e, &r)
	s.discount(r.Terms)
	items := s.readAll(e.Lines, &r)
	r.table(items, e.Lines, &s.rates[0])
	r.fund(e.Funding)
	r.Sunk = sunkOf(e.Spent, &r)
	r.Swings = swings(&r, &s.rates)
	if e.Units > 0 {
		r.Units = e.Units
		r.PerUnit = divide(r.Total.Likely, e.Units)
		all := new(big.Int).Mul(big.NewInt(e.Units), big.NewInt(int64(r.Terms.Years)))
		r.PerUnitYear = app.Money(quotient(big.NewInt(int64(r.Total.Likely)), all).Int64())
	}
	r.Procurement = procurementOf(e, items, limits, today, &r)
	r.Procurement.Check = r.Procurement.Check || len(r.Faults) > 0
	s.notes, r.Notes = r.Notes, append([]Remark(nil), r.Notes...)
	return r
}

// readAll reads every line into its workings.
func (s *summer) readAll(lines []app.CostLine, r *Result) []item {
	s.items = slices.Grow(s.items[:0], len(lines))
	r.Lines = make([]Line, len(lines))
	n := r.Terms.Years
	all := make([]Span, n*len(lines))
	var highest app.Money
	for i := range lines {
		l := &r.Lines[i]
		l.Years = all[i*n : (i+1)*n : (i+1)*n]
		l.Each = each(&lines[i])
		it, ok := s.read(i, &lines[i], l.Years, r)
		if !ok {
			clear(l.Years)
			continue
		}
		l.Summed = true
		highest = min(highest+it.all.High, mostAll+1)
		s.items = append(s.items, it)
	}
	if highest <= mostAll {
		return s.items
	}
	r.fault(-1, "lines", TooLarge)
	clear(all)
	for i := range r.Lines {
		r.Lines[i].Summed = false
	}
	return nil
}
