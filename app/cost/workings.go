package cost

import "yttra/app"

// Any sum can be unfolded to what it was made of: a sum to its lines, a line to its
// years, an amount to its factors. It is data; the screen and the paper word it.

// Factors are what made the amount of a line in a year:
//
//	Quantity × Price × 100/(100 + VAT) × (1 + Index)^Power, rounded once
type Factors struct {
	Quantity app.Quantity
	Price    app.Money // as given
	VAT      int       // per cent that is taken off; 0: none
	Index    int       // hundredths of a per cent
	Power    int       // years after year 1; 0 when there is no index
	Saving   bool      // the amount lowers the cost
	Amount   Span      // signed, as in Line.Years
}

// Discount is what made a present value: Of ÷ ((1 + RealRate)(1 + Inflation))^Power.
type Discount struct {
	Of        app.Money
	RealRate  int // hundredths of a per cent
	Inflation int // hundredths of a per cent
	Power     int // the year's number − 1
	Present   app.Money
}

// Share is what one line, or one row of the funding, adds to a sum.
type Share struct {
	Line   int // index in Estimate.Lines, or in Estimate.Funding
	Amount Span
}

// WriteOff is what one outlay adds to the depreciation of a year.
type WriteOff struct {
	Line     int       // index in Estimate.Lines
	Paid     int       // the year of the outlay, a number of the horizon
	Outlay   app.Money // signed
	Lifetime int       // years it is written off over
	Part     int       // which of them this year is, from 1
	Amount   app.Money // rounded so that all parts together are the outlay
}

// Factors gives what made a line's amount in a year of the estimate that was
// summed; ok is false when the line costs nothing that year or was not summed.
func (r *Result) Factors(e app.Estimate, line, year int) (f Factors, ok bool) {
	if line < 0 || line >= min(len(r.Lines), len(e.Lines)) || year < 1 || year > len(r.Years) || !r.Lines[line].Summed {
		return Factors{}, false
	}
	l := &e.Lines[line]
	if from, to := yearsOf(l); year < from || year > to {
		return Factors{}, false
	}
	f = Factors{Quantity: l.Quantity, Price: l.Price, VAT: l.VAT, Index: l.Index,
		Saving: l.Kind == app.CostSaving, Amount: r.Lines[line].Years[year-1]}
	if l.Index != 0 {
		f.Power = year - 1
	}
	return f, true
}

// Discounted gives what made the present value of a year, a number of the horizon.
func (r *Result) Discounted(year int) Discount {
	if year < 1 || year > len(r.Years) {
		return Discount{}
	}
	y := &r.Years[year-1]
	return Discount{Of: y.Likely, RealRate: r.Terms.RealRate, Inflation: r.Terms.Inflation, Power: year - 1, Present: y.Present}
}

// Shares gives the lines that make a year's cost, or with year 0 the total, in
// their order. With a kind only its lines, which make the cell of the table.
func (r *Result) Shares(e app.Estimate, year int, kind app.CostKind) []Share {
	return r.shares(e, year, func(l *app.CostLine) bool { return kind == "" || l.Kind == kind })
}

// OneOffShares gives the lines that make what is paid once, in a year or in all (0).
func (r *Result) OneOffShares(e app.Estimate, year int) []Share {
	return r.shares(e, year, func(l *app.CostLine) bool { from, to := yearsOf(l); return from == to })
}

// RunningShares gives the lines that make the running cost, in a year or in all (0).
func (r *Result) RunningShares(e app.Estimate, year int) []Share {
	return r.shares(e, year, func(l *app.CostLine) bool { from, to := yearsOf(l); return from != to })
}

// Investments gives the lines that make what is invested, in a year or in all (0).
func (r *Result) Investments(e app.Estimate, year int) []Share {
	return r.shares(e, year, func(l *app.CostLine) bool { return lifetime(l) > 0 })
}

func (r *Result) shares(e app.Estimate, year int, of func(*app.CostLine) bool) []Share {
	if year < 0 || year > len(r.Years) {
		return nil
	}
	var out []Share
	for i := range min(len(r.Lines), len(e.Lines)) {
		in := r.Lines[i].Total
		if year > 0 {
			in = r.Lines[i].Years[year-1]
		}
		if in != (Span{}) && of(&e.Lines[i]) {
			out = append(out, Share{i, in})
		}
	}
	return out
}

// WriteOffs gives the outlays that make the depreciation of a year, in the order
// of the lines.
func (r *Result) WriteOffs(e app.Estimate, year int) []WriteOff {
	if year < 1 || year > len(r.Years) {
		return nil
	}
	var out []WriteOff
	for i := range min(len(r.Lines), len(e.Lines)) {
		life := lifetime(&e.Lines[i])
		for paid := max(1, year-life); paid < year; paid++ {
			if outlay := r.Lines[i].Years[paid-1].Likely; outlay != 0 {
				k := year - paid
				out = append(out, WriteOff{i, paid, outlay, life, k, writtenOff(outlay, life, k)})
			}
		}
	}
	return out
}

// Payments gives the rows of the funding that pay a year, those that were counted.
func (r *Result) Payments(e app.Estimate, year int) []Share {
	var out []Share
	scratch := rows{part: InFunding, r: new(Result)}
	for i := range e.Funding {
		f := &e.Funding[i]
		from, to, ok := scratch.years(i, f.From, f.To)
		if ok && !unsummed(f.Unread) && scratch.counts(i, "amount", f.Amount, to-from+1) && year >= from && year <= min(to, len(r.Years)) {
			out = append(out, Share{i, Span{f.Amount, f.Amount, f.Amount}})
		}
	}
	return out
}

// yearsOf is the first and last year of a line that can be summed.
func yearsOf(l *app.CostLine) (from, to int) { return bothYears(l.From, l.To) }

// bothYears reads a first and a last year: none is the first of all, and the same.
func bothYears(from, to int) (first, last int) {
	first = max(from, 1)
	if to == 0 {
		return first, first
	}
	return first, to
}

// lifetime is the years a line is written off over; 0 when it is running cost, or
// the years cannot be.
func lifetime(l *app.CostLine) int {
	if l.Lifetime < 0 || l.Lifetime > mostLifetime {
		return 0
	}
	return l.Lifetime
}
