// Package figures knows which amounts an estimate has, what they are called in a
// text that is bound to them, and how such a text is kept true.
//
// A bound figure is a link of the small Markdown, [1 910 323 kronor](cost:total).
// Its name is a key and, after a question mark, the form it is written in:
//
//	name   = key [ "?" form ]
//	form   = "kr" | "tkr" | "mnkr" | "million"         none: kronor
//	key    = [ "way/" way "/" ] sum                    none: the proposal
//	       | "difference/" way | "lower/" way          proposal − way, way − proposal
//	       | "line/" n [ "/year" ]                     a line of the proposal, all years or one
//	       | "funding" | "decided" | "gap" | "funding/" year | "gap/" year
//	       | "sunk" | "sunkback" | "sunklost"
//	       | "procurement" | "procurementhigh" | "limit"
//	       | "against/" way | "name/" way              how it stands against a way, and what that is called
//	       | "years" | "period" | "count" | "swing" | "procedure"
//	way    = "today" | "full" | n                      n counts alternatives from 1
//	sum    = "total" | "low" | "high" | "present" | "oneoff" | "running" | "investment"
//	       | "first" | "after" | "peryear" | "unit" | "unityear" | "year/" year | "kind/" kind
//	year   = a year of the calendar, or its number counted from 1
//
// Nothing outside such links is ever changed. It says nothing in words of its own
// but amounts, and decides nothing.
package figures

import (
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/cost"
)

// Code is what a figure is; the interface gives it a name.
type Code string

const (
	Total           Code = "total"      // nominal, all years
	Low             Code = "low"        // its lowest
	High            Code = "high"       // its highest
	Present         Code = "present"    // present value
	OneOff          Code = "oneoff"     // what falls in one year
	Running         Code = "running"    // what falls in several
	Investment      Code = "investment" // lines with a lifetime
	First           Code = "first"      // the first year
	After           Code = "after"      // the years after the first, together
	PerYear         Code = "peryear"    // a year after the first, on average
	Unit            Code = "unit"       // a pupil or place
	UnitYear        Code = "unityear"   // a pupil or place and year
	OfYear          Code = "year"
	OfKind          Code = "kind"
	Difference      Code = "difference" // the proposal costs so much more than the way
	Lower           Code = "lower"      // the proposal costs so much less than the way
	OfLine          Code = "line"
	LineYear        Code = "line_year" // one year of a line
	Given           Code = "funding"
	Decided         Code = "decided" // of what is given, in a decided budget
	Gap             Code = "gap"
	GivenYear       Code = "funding_year"
	GapYear         Code = "gap_year"
	SunkPaid        Code = "sunk"
	SunkBack        Code = "sunkback"
	SunkLost        Code = "sunklost"
	Value           Code = "procurement"
	ProcurementHigh Code = "procurementhigh"
	Limit           Code = "limit" // below which a direct award is allowed; only when it is confirmed

	// Those that are no amounts of their own; see Figure.Text.
	Against   Code = "against"   // the proposal against a way: 400 000 kronor dyrare
	WayName   Code = "name"      // what a way is called
	Years     Code = "years"     // the horizon: 5 år
	Period    Code = "period"    // its years of the calendar: 2027–2031
	Count     Code = "count"     // of pupils or places
	Widest    Code = "swing"     // the line that moves the sum most
	Procedure Code = "procedure" // how the purchase is made; only when the limits are confirmed
)

// Codes lists them in the order they are offered.
var Codes = []Code{Total, Low, High, Present, First, PerYear, After, OneOff, Running, Investment, Unit, UnitYear, OfYear, OfKind,
	Difference, Lower, Given, Decided, Gap, GivenYear, GapYear, SunkPaid, SunkBack, SunkLost, Value, ProcurementHigh, Limit, Procedure, Against, WayName, Years, Period, Count, Widest, OfLine, LineYear}

// Figure is an amount of an estimate.
type Figure struct {
	Key    string
	Code   Code
	Amount app.Money
	Way    int          // whose it is, or which it is compared with; as app.Estimate.View
	Year   int          // of a figure of a year: of the calendar, or its number when the first year is not given
	Kind   app.CostKind // of OfKind
	Line   int          // of a figure of a line: its index in Estimate.Lines; else -1
	Text   string       // of one that is no amount, or more than one: the words; else empty
}

// Written is what is read of a figure in a form.
func (f Figure) Written(form app.MoneyForm) string {
	switch {
	case f.Code == Against:
		return against(f.Amount, form)
	case f.Text != "":
		return f.Text
	}
	return f.Amount.Written(form)
}

// Set is the figures of one estimate.
type Set struct {
	estimate app.Estimate
	ways     cost.Comparison
	limit    app.Money
}

// Of sums an estimate. Limits and today are as for cost.Sum.
func Of(e app.Estimate, limits []app.Threshold, today app.Date) *Set {
	return From(e, cost.Compare(e, limits, today), limits)
}

// From takes sums that have been made already.
func From(e app.Estimate, ways cost.Comparison, limits []app.Threshold) *Set {
	s := &Set{estimate: e, ways: ways}
	p := s.ways.Ways[0].Procurement
	for _, t := range limits {
		if t.Law == p.Law && t.Subject == p.Subject && !p.Day.Before(t.From) && !t.To.Before(p.Day) && t.Sure == app.Verified {
			s.limit = t.DirectAward
			break
		}
	}
	return s
}

// Ways is the estimate's ways side by side.
func (s *Set) Ways() cost.Comparison { return s.ways }

// Find gives the figure with a key; ok is false when the estimate has none.
func (s *Set) Find(key string) (Figure, bool) {
	f, why := s.find(key)
	return f, why == Found
}

// find reads a key and looks its figure up.
func (s *Set) find(key string) (Figure, Fault) {
	parts := strings.Split(key, "/")
	way := 0
	switch head := parts[0]; {
	case head == "way" && len(parts) >= 3:
		n, why := s.way(parts[1])
		if why != Found {
			return Figure{}, why
		}
		way, parts = n, parts[2:]
	case (head == "difference" || head == "lower" || head == "against" || head == "name") && len(parts) == 2:
		return s.compared(key, Code(head), parts[1])
	case head == "line" && (len(parts) == 2 || len(parts) == 3 && parts[2] == "year"):
		return s.line(key, parts)
	case (head == "funding" || head == "gap") && len(parts) == 2:
		return s.funded(key, head, parts[1])
	}
	f := Figure{Key: key, Code: Code(parts[0]), Way: way, Line: -1}
	var why Fault
	switch {
	case len(parts) == 2 && f.Code == OfYear:
		f, why = s.year(f, parts[1])
	case len(parts) == 2 && f.Code == OfKind:
		f, why = s.kind(f, parts[1])
	case len(parts) == 1 && way == 0 && texts[f.Code] != nil:
		if f.Text = texts[f.Code](s); f.Text == "" {
			why = Gone
		}
	case len(parts) == 1 && way == 0 && own[f.Code] != nil:
		f.Amount, why = own[f.Code](s)
	case len(parts) == 1 && sums[f.Code] != nil:
		f.Amount, why = sums[f.Code](s.estimate.View(way), s.ways.Ways[way])
	default:
		return Figure{}, Unknown
	}
	if why == Found && !s.has(way, f.Code) {
		why = Gone
	}
	return f, why
}

// has tells whether a way has lines to make a figure of; what is paid already, and
// limits, need none.
func (s *Set) has(way int, c Code) bool {
	switch c {
	case SunkPaid, SunkBack, SunkLost, Limit:
		return true
	}
	return len(s.estimate.View(way).Lines) > 0
}

// way reads the name of a way.
func (s *Set) way(name string) (int, Fault) {
	n := 0
	switch name {
	case "today":
		n = s.ways.Today
	case "full":
		n = s.ways.Full
	default:
		i, ok := number(name)
		if !ok {
			return 0, Unknown
		}
		n = i
	}
	if n < 1 || n >= len(s.ways.Ways) {
		return 0, Gone
	}
	return n, Found
}

// wayName is how a way is named in keys: by what it is, else by its number.
func (s *Set) wayName(n int) string { return wayName(s.estimate, n) }

func wayName(e app.Estimate, n int) string {
	switch n {
	case e.Way(app.Today):
		return "today"
	case e.Way(app.Full):
		return "full"
	}
	return strconv.Itoa(n)
}

// number reads a number as keys have it: no sign, no nought before.
func number(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n > 0 && strconv.Itoa(n) == s
}
