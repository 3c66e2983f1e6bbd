package cost

import "yttra/app"

// The years of the calendar that an estimate can begin in, and that money can
// have been spent in.
const (
	EarliestYear  = 2000
	EarliestSpent = 1950
	LatestYear    = 2100
)

// Terms are what holds for the whole estimate, once what is wrong in it has been
// remarked on and set aside.
type Terms struct {
	Years     int // the horizon; when none is given, as long as the lines of all ways say
	First     int // calendar year of year 1; 0 when it is not given
	RealRate  int // hundredths of a per cent
	Inflation int // hundredths of a per cent
}

func termsOf(e *app.Estimate, years int, r *Result) Terms {
	t := Terms{Years: e.Years, First: e.FirstYear, RealRate: e.RealRate, Inflation: e.Inflation}
	if t.Years < 0 || t.Years > longest {
		r.fault(-1, "years", OutOfRange)
		t.Years = 0
	}
	if t.Years == 0 {
		t.Years = years
	}
	if t.First != 0 && (t.First < EarliestYear || t.First > LatestYear) {
		r.fault(-1, "first_year", OutOfRange)
		t.First = 0
	}
	t.RealRate = rateOf("real_rate", t.RealRate, r)
	t.Inflation = rateOf("inflation", t.Inflation, r)
	if e.RealRate == 0 && t.Years > 1 && len(e.Lines) > 0 {
		r.note(-1, "real_rate", Missing)
	}
	if e.Units < 0 {
		r.fault(-1, "units", Negative)
	}
	days(e, r)
	return t
}

func rateOf(field string, rate int, r *Result) int {
	if rate < 0 || rate > hundred {
		r.fault(-1, field, OutOfRange)
		return 0
	}
	return rate
}

func days(e *app.Estimate, r *Result) {
	const first app.Date = "2000-01-01"
	start, needed := e.Start, e.Purchase.Needed
	switch {
	case start != "" && !start.Valid():
		r.fault(-1, "start", NoDay)
	case start != "" && start.Before(first):
		r.fault(-1, "start", OutOfRange)
	}
	switch {
	case needed == "":
	case !needed.Valid():
		r.fault(-1, "needed", NoDay)
	case needed.Before(first):
		r.fault(-1, "needed", OutOfRange)
	case start.Valid() && needed.Before(start):
		r.fault(-1, "needed", Reversed)
	}
}

// lasting is how many years the lines of an estimate speak of.
func lasting(lines []app.CostLine) int {
	years := 1
	for i := range lines {
		years = min(max(years, lines[i].From, lines[i].To), longest)
	}
	return years
}

// waysOf remarks on what the alternatives say of themselves.
func waysOf(e *app.Estimate, r *Result) {
	roles := map[app.WayRole]bool{}
	for i := range e.Alternatives {
		a := &e.Alternatives[i]
		if a.Units < 0 {
			r.Faults = append(r.Faults, Remark{i, "units", Negative, InAlternatives})
		}
		switch {
		case a.Role == app.OtherWay:
		case a.Role != app.Today && a.Role != app.Full:
			r.Faults = append(r.Faults, Remark{i, "role", Unknown, InAlternatives})
		case roles[a.Role]:
			r.Faults = append(r.Faults, Remark{i, "role", Twice, InAlternatives})
		}
		roles[a.Role] = true
	}
}
