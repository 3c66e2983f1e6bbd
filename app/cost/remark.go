package cost

import (
	"maps"
	"slices"

	"yttra/app"
)

// Remark is something about one field of one row.
type Remark struct {
	Line  int    // index in the rows of its part; -1: the estimate as a whole
	Field string // its JSON name
	Code  Code
	Part  Part // whose rows: Line is an index in them
}

// Part is a list of rows of an estimate, by its JSON name.
type Part string

const (
	InLines        Part = "" // Estimate.Lines
	InSpent        Part = "spent"
	InFunding      Part = "funding"
	InOptions      Part = "options" // of the purchase
	InSimilar      Part = "similar" // of the purchase
	InAlternatives Part = "alternatives"
)

// Code says what is wrong or worth knowing.
type Code string

const (
	OutOfRange   Code = "out_of_range"  // a year, rate or horizon that cannot be
	Reversed     Code = "reversed"      // the last year, or day, comes before the first
	AfterHorizon Code = "after_horizon" // years after the horizon; they are not in the table
	Negative     Code = "negative"      // below zero; savings are given as positive amounts
	NotBetween   Code = "not_between"   // the likely amount lies outside lowest–highest; the range is set aside
	TooLarge     Code = "too_large"     // beyond what can be summed
	Unknown      Code = "unknown"       // a word or rate this version does not know
	NoDay        Code = "no_day"        // not a day of the calendar
	Unread       Code = "unread"        // something is written there that cannot be read
	Twice        Code = "twice"         // another row has it already

	Missing Code = "missing" // a note: no source, no text, no amount, no rate; a fault when hours have no price, since time is never free
	VAT     Code = "vat"     // a note: VAT was taken off the given price
)

func (r *Result) fault(line int, field string, c Code) {
	r.Faults = append(r.Faults, Remark{Line: line, Field: field, Code: c})
}

func (r *Result) note(line int, field string, c Code) {
	r.Notes = append(r.Notes, Remark{Line: line, Field: field, Code: c})
}

// unread remarks on what cannot be read, field by field, and reports whether the
// row is left out for it: what it says in words adds nothing to a sum.
func unread(i int, fields map[string]string, p Part, r *Result) (out bool) {
	if len(fields) == 0 {
		return false
	}
	for _, field := range slices.Sorted(maps.Keys(fields)) {
		r.Faults = append(r.Faults, Remark{i, field, Unread, p})
	}
	return unsummed(fields)
}

// Unsummed reports whether a line is left out because something in it cannot be
// read. The source adds nothing to a sum, and keeps no line out of it.
func Unsummed(l app.CostLine) bool { return unsummed(l.Unread) }

func unsummed(fields map[string]string) bool {
	for field := range fields {
		if field != "source" {
			return true
		}
	}
	return false
}

// remark notes what no sum depends on.
func remark(i int, l *app.CostLine, r *Result) {
	if _, ok := kindOrder[l.Kind]; !ok {
		r.fault(i, "kind", Unknown)
	}
	if l.Lifetime != lifetime(l) {
		r.fault(i, "lifetime", OutOfRange)
	}
	r.source(i, l.Source, InLines)
	if l.What == "" {
		r.note(i, "what", Missing)
	}
	switch {
	case l.Price != 0:
	case l.Quantity > 0 && (l.Kind == app.CostTraining || l.Kind == app.CostNewWork):
		r.fault(i, "price", Missing)
	default:
		r.note(i, "price", Missing)
	}
	if l.Quantity == 0 {
		r.note(i, "quantity", Missing)
	}
	if l.VAT > 0 && l.Price != 0 {
		r.note(i, "vat", VAT)
	}
}

func (r *Result) source(i int, s app.CostSource, p Part) {
	switch {
	case s == "":
		r.Notes = append(r.Notes, Remark{i, "source", Missing, p})
	case !slices.Contains(app.CostSources, s):
		r.Faults = append(r.Faults, Remark{i, "source", Unknown, p})
	}
}
