package cost

import "yttra/app"

// Sunk is what has been paid already. It is never part of a sum or comparison.
type Sunk struct {
	Paid app.Money
	Back app.Money // of it, what can be had back
}

// Lost is what cannot be had back whatever is decided.
func (s Sunk) Lost() app.Money { return s.Paid - s.Back }

// Funding is what is set aside against what is needed, year by year in Result.Years.
// Money of one year does not pay another.
type Funding struct {
	Given   app.Money // in all years of the horizon
	Decided app.Money // of it, in a decided budget
	Gap     app.Money // the years' gaps together
	Open    app.Money // what the gap would be if only decided budgets counted
}

// rows remarks on the fields of the rows of one part.
type rows struct {
	part Part
	r    *Result
	all  app.Money // what has been counted, bounded by mostAll
}

func (s *rows) fault(i int, field string, c Code) {
	s.r.Faults = append(s.r.Faults, Remark{i, field, c, s.part})
}

func (s *rows) missing(i int, field string, is bool) {
	if is {
		s.r.Notes = append(s.r.Notes, Remark{i, field, Missing, s.part})
	}
}

// counts reports whether an amount can be counted, so many times.
func (s *rows) counts(i int, field string, m app.Money, times int) bool {
	switch {
	case m < 0:
		s.fault(i, field, Negative)
		return false
	case m > most || s.all+m*app.Money(times) > mostAll:
		s.fault(i, field, TooLarge)
		return false
	}
	s.all += m * app.Money(times)
	return true
}

// sunkOf sums what has been paid.
func sunkOf(spent []app.Spent, r *Result) (sunk Sunk) {
	rows := rows{part: InSpent, r: r}
	for i := range spent {
		s := &spent[i]
		out := unread(i, s.Unread, InSpent, r)
		if s.Year != 0 && (s.Year < EarliestSpent || s.Year > LatestYear) {
			rows.fault(i, "year", OutOfRange)
		}
		rows.missing(i, "what", s.What == "")
		rows.missing(i, "amount", s.Amount == 0)
		rows.r.source(i, s.Source, InSpent)
		if !rows.counts(i, "amount", s.Amount, 1) || out {
			continue
		}
		sunk.Paid += s.Amount
		switch {
		case s.Back < 0:
			rows.fault(i, "back", Negative)
		case s.Back > s.Amount:
			rows.fault(i, "back", NotBetween)
		default:
			sunk.Back += s.Back
		}
	}
	return sunk
}

// fund lays what is set aside out by year, and finds what is missing.
func (r *Result) fund(funding []app.Funding) {
	rows := rows{part: InFunding, r: r}
	for i := range funding {
		f := &funding[i]
		rows.missing(i, "who", f.Who == "")
		rows.missing(i, "amount", f.Amount == 0)
		out := unread(i, f.Unread, InFunding, r)
		from, to, ok := rows.years(i, f.From, f.To)
		if !ok || out || !rows.counts(i, "amount", f.Amount, to-from+1) {
			continue
		}
		if to > len(r.Years) {
			rows.fault(i, "to", AfterHorizon)
		}
		for n := from; n <= min(to, len(r.Years)); n++ {
			r.Years[n-1].Funded += f.Amount
			if f.Decided {
				r.Years[n-1].Decided += f.Amount
			}
		}
	}
	for i := range r.Years {
		y := &r.Years[i]
		y.Gap = max(y.Likely-y.Funded, 0)
		r.Funding.Given += y.Funded
		r.Funding.Decided += y.Decided
		r.Funding.Gap += y.Gap
		r.Funding.Open += max(y.Likely-y.Decided, 0)
	}
}

// years reads the years of a row, both included.
func (s *rows) years(i, from, to int) (first, last int, ok bool) {
	first, last = bothYears(from, to)
	switch {
	case from < 0 || from > longest:
		s.fault(i, "from", OutOfRange)
	case to < 0 || to > longest:
		s.fault(i, "to", OutOfRange)
	case last < first:
		s.fault(i, "to", Reversed)
	default:
		return first, last, true
	}
	return 0, 0, false
}
