package cost

import "yttra/app"

// What a line can hold. A year's amount and the sum of everything are bounded so
// that no sum can wrap: ten million million kronor, and a thousand times that.
const (
	most         = app.Money(1e15)
	mostAll      = app.Money(1e18)
	longest      = 30                  // years, of a horizon
	mostLifetime = 100                 // years an investment is written off over
	leastIndex   = -50 * hundred / 100 // a price can fall by half a year, or double
	mostIndex    = hundred
)

// item is a line that can be summed: its years, both included, and what it is in
// a procurement.
type item struct {
	line     int // of the estimate
	kind     app.CostKind
	from, to int
	year     Span // a year at the prices of year 1, as given: a saving is positive
	all      Span // all its years, also those after the horizon, as given
}

func (it *item) oneOff() bool { return it.from == it.to }

// signed is what an amount of a kind adds to the cost.
func (s Span) signed(k app.CostKind) Span {
	if k == app.CostSaving {
		return Span{-s.High, -s.Likely, -s.Low}
	}
	return s
}

// read reads a line into its workings and remarks on it; ok is false when it
// cannot be summed. years has a place for each year of the horizon.
func (s *summer) read(i int, l *app.CostLine, years []Span, r *Result) (it item, ok bool) {
	out := unread(i, l.Unread, InLines, r)
	before := len(r.Faults)
	it = item{line: i, kind: l.Kind}
	it.from, it.to, _ = (&rows{part: InLines, r: r}).years(i, l.From, l.To)
	likely := amountIn(i, l, r)
	if l.Index < leastIndex || l.Index > mostIndex {
		r.fault(i, "index", OutOfRange)
	}
	if len(r.Faults) == before && !out {
		a := spanOf(i, l, likely, r)
		ok = spread(&it, &a, s.index.of(l.Index), years)
		if !ok {
			r.fault(i, "index", TooLarge)
		}
	}
	if ok && it.to > len(years) {
		r.fault(i, "to", AfterHorizon)
	}
	remark(i, l, r)
	return it, ok
}

// amountIn is a year of a line at the prices of year 1.
func amountIn(i int, l *app.CostLine, r *Result) (a amount) {
	if l.Price < 0 {
		r.fault(i, "price", Negative)
	}
	if l.Quantity < 0 {
		r.fault(i, "quantity", Negative)
	}
	if _, _, known := without(l.VAT); !known {
		r.fault(i, "vat", Unknown)
	}
	if l.Price >= 0 && l.Quantity >= 0 {
		var fits bool
		if a, fits = amountOf(l.Price, l.Quantity, l.VAT); !fits {
			r.fault(i, "price", TooLarge)
		}
	}
	return a
}

// spanOf adds the range to a likely amount; a range that does not hold it is set aside.
func spanOf(i int, l *app.CostLine, likely amount, r *Result) span {
	none := span{likely: likely}
	if l.Low == 0 && l.High == 0 {
		return none
	}
	low, lowFits := amountOf(max(l.Low, 0), 1000, l.VAT)
	high, highFits := amountOf(max(l.High, 0), 1000, l.VAT)
	given, _ := amountOf(l.Price, l.Quantity, 0) // as it is shown beside them
	switch {
	case l.Low < 0:
		r.fault(i, "low", Negative)
	case l.High < 0:
		r.fault(i, "high", Negative)
	case !lowFits:
		r.fault(i, "low", TooLarge)
	case !highFits:
		r.fault(i, "high", TooLarge)
	case l.Low > given.rounded():
		r.fault(i, "low", NotBetween)
	case l.High < given.rounded():
		r.fault(i, "high", NotBetween)
	default:
		return span{low, likely, high, true}
	}
	return none
}

// spread lays a line's amounts out by year; ok is false when the change of its
// price takes one of them beyond what can be summed.
func spread(it *item, a *span, index *powers, years []Span) (ok bool) {
	it.year = a.in(0, nil)
	in := it.year
	for n := it.from; n <= it.to; n++ {
		if index != nil {
			in = a.in(n-1, index)
		}
		if in.High > most {
			return false
		}
		it.all.add(in)
		if n <= len(years) {
			years[n-1] = in.signed(it.kind)
		}
	}
	return true
}

// each is the price of one unit in year 1 without VAT; 0 when it cannot be read.
func each(l *app.CostLine) app.Money {
	if l.Price < 0 {
		return 0
	}
	a, ok := amountOf(l.Price, 1000, l.VAT)
	if !ok {
		return 0
	}
	return a.rounded()
}
