package cost

import (
	"maps"
	"math/big"
	"slices"

	"yttra/app"
)

// Remark is something about one field of one line.
type Remark struct {
	Line  int    // index in Estimate.Lines; -1: the estimate as a whole
	Field string // its JSON name
	Code  Code
}

// Code says what is wrong or worth knowing.
type Code string

const (
	OutOfRange   Code = "out_of_range"  // a year, rate or horizon that cannot be
	Reversed     Code = "reversed"      // the last year comes before the first
	AfterHorizon Code = "after_horizon" // years after the horizon; they are not in the table
	Negative     Code = "negative"      // below zero; savings are given as positive amounts
	NotBetween   Code = "not_between"   // the likely amount lies outside lowest–highest; the range is set aside
	TooLarge     Code = "too_large"     // beyond what can be summed
	Unknown      Code = "unknown"       // a word this version does not know
	NoDay        Code = "no_day"        // not a day of the calendar
	Unread       Code = "unread"        // something is written there that cannot be read

	Missing Code = "missing" // a note: no source, no text, no amount
	VAT     Code = "vat"     // a note: VAT was taken off the given price
)

func (r *Result) fault(line int, field string, c Code) {
	r.Faults = append(r.Faults, Remark{line, field, c})
}

func (r *Result) note(line int, field string, c Code) {
	r.Notes = append(r.Notes, Remark{line, field, c})
}

// item is a line that can be summed: what one year of it costs, without VAT, and
// the years, both included.
type item struct {
	kind     app.CostKind
	year     Span // as given: a saving is positive
	from, to int
	internal bool
}

func (it item) oneOff() bool { return it.from == it.to }

func (it item) count() app.Money { return app.Money(it.to - it.from + 1) }

// signed is what a year of the line adds to the cost.
func (it item) signed() Span {
	if it.kind == app.CostSaving {
		return Span{-it.year.High, -it.year.Likely, -it.year.Low}
	}
	return it.year
}

// itemOf reads a line and remarks on it; ok is false when it cannot be summed.
func itemOf(i int, l app.CostLine, years int, r *Result) (it item, ok bool) {
	unread(i, l, r)
	before := len(r.Faults)
	it = item{kind: l.Kind, internal: l.Internal, from: max(l.From, 1), to: l.To}
	if it.to == 0 {
		it.to = it.from
	}
	switch {
	case l.From < 0 || l.From > longest:
		r.fault(i, "from", OutOfRange)
	case l.To < 0 || l.To > longest:
		r.fault(i, "to", OutOfRange)
	case it.to < it.from:
		r.fault(i, "to", Reversed)
	}
	if l.Price < 0 {
		r.fault(i, "price", Negative)
	}
	if l.Quantity < 0 {
		r.fault(i, "quantity", Negative)
	}
	likely, fits := net(new(big.Int).Mul(big.NewInt(int64(l.Price)), big.NewInt(int64(l.Quantity))), 1000, l.VAT)
	if !fits {
		r.fault(i, "price", TooLarge)
	}
	ok = len(r.Faults) == before && !Unsummed(l)
	if ok {
		it.year = spanOf(i, l, likely, r)
	}
	if ok && it.to > years {
		r.fault(i, "to", AfterHorizon)
	}
	remark(i, l, r)
	return it, ok
}

// unread remarks on what cannot be read, field by field.
func unread(i int, l app.CostLine, r *Result) {
	for _, field := range slices.Sorted(maps.Keys(l.Unread)) {
		r.fault(i, field, Unread)
	}
}

// Unsummed reports whether a line is left out because something in it cannot be
// read. The source adds nothing to a sum, and keeps no line out of it.
func Unsummed(l app.CostLine) bool {
	for field := range l.Unread {
		if field != "source" {
			return true
		}
	}
	return false
}

// spanOf adds the range to a likely amount; a range that does not hold it is set aside.
func spanOf(i int, l app.CostLine, likely app.Money, r *Result) Span {
	none := Span{likely, likely, likely}
	if l.Low == 0 && l.High == 0 {
		return none
	}
	low, lowFits := net(big.NewInt(int64(l.Low)), 1, l.VAT)
	high, highFits := net(big.NewInt(int64(l.High)), 1, l.VAT)
	switch {
	case l.Low < 0:
		r.fault(i, "low", Negative)
	case l.High < 0:
		r.fault(i, "high", Negative)
	case !lowFits:
		r.fault(i, "low", TooLarge)
	case !highFits:
		r.fault(i, "high", TooLarge)
	case low > likely:
		r.fault(i, "low", NotBetween)
	case high < likely:
		r.fault(i, "high", NotBetween)
	default:
		return Span{low, likely, high}
	}
	return none
}

// remark notes what no sum depends on.
func remark(i int, l app.CostLine, r *Result) {
	if !slices.Contains(app.CostKinds, l.Kind) {
		r.fault(i, "kind", Unknown)
	}
	switch {
	case l.Source == "":
		r.note(i, "source", Missing)
	case !slices.Contains(app.CostSources, l.Source):
		r.fault(i, "source", Unknown)
	}
	if l.What == "" {
		r.note(i, "what", Missing)
	}
	if l.Price == 0 {
		r.note(i, "price", Missing)
	}
	if l.Quantity == 0 {
		r.note(i, "quantity", Missing)
	}
	if l.VAT > 0 && l.Price != 0 {
		r.note(i, "vat", VAT)
	}
}

// tooMuch reports whether the sum of everything could pass the bound.
func tooMuch(items []item) bool {
	var all app.Money
	for _, it := range items {
		if all += it.year.High * it.count(); all > mostAll {
			return true
		}
	}
	return false
}
