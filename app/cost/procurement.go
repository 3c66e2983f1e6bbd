package cost

import (
	"cmp"

	"yttra/app"
)

// Procurement is what the purchases of an estimate amount to and what follows on
// the day the procurement starts. It is a hint: limits are only as good as the
// table they come from, and Check says when a person must look them up.
type Procurement struct {
	// Value is the estimated value: all that is to be paid to suppliers, in all
	// years, without VAT (LOU 5 kap. 3 §). Own staff's time, the risk buffer and
	// savings are no part of it. Highest is the same with every range at its top.
	Value   app.Money
	Highest app.Money

	Day     app.Date // whose limits apply
	Law     app.ProcurementLaw
	Subject app.ProcurementSubject

	Procedure Procedure
	Why       Reason    // of an unknown procedure
	AtHighest Procedure // what Highest would lead to
	Limit     app.Money // the limit that decided: above the value for direct award and advertised, at or below it for the directive; 0 when unknown
	EUR       int64     // the EU threshold in euro, to compare with when the procedure is unknown; 0 when not known either
	Check     bool      // to be shown as "kontrollera"
	Source    string    // of the limits
	Under     string    // the section the procedure rests on; empty when not known for the day
	Duties    []Duty
}

// Kronor is the value in whole kronor, for the checks.
func (p Procurement) Kronor() int64 { return kronor(p.Value) }

// Procedure is how a purchase is to be made.
type Procedure string

const (
	NoPurchase  Procedure = ""             // nothing is paid to a supplier
	DirectAward Procedure = "direct_award" // direktupphandling: the value is below the limit
	Advertised  Procedure = "advertised"   // annonspliktig enligt 19 kap.
	EUDirective Procedure = "eu_directive" // direktivstyrd: the EU threshold or more
	NotKnown    Procedure = "unknown"
)

// Reason tells why a procedure is unknown.
type Reason string

const (
	NoRow         Reason = "no_row"          // the table has no row for law, subject and day
	NoDirectLimit Reason = "no_direct_limit" // the row's direct award limit is not confirmed
	NoThreshold   Reason = "no_threshold"    // not direct award; the row has no threshold
	CompareEUR    Reason = "compare_eur"     // not direct award; the threshold is confirmed in euro only
)

func procurementOf(e app.Estimate, items []item, limits []app.Threshold, today app.Date) Procurement {
	p := Procurement{Day: today, Law: cmp.Or(e.Law, app.LOU), Subject: cmp.Or(e.Subject, app.GoodsAndServices)}
	if e.Start.Valid() {
		p.Day = e.Start
	}
	for i := range items {
		it := &items[i]
		if it.internal || it.kind == app.CostRisk || it.kind == app.CostSaving {
			continue
		}
		p.Value += it.all.Likely
		p.Highest += it.all.High
	}
	row, ok := rowFor(limits, p)
	p.Procedure, p.Why, p.Limit = decide(p.Value, row, ok)
	p.AtHighest, _, _ = decide(p.Highest, row, ok)
	if p.Procedure == NoPurchase {
		return p
	}
	p.Check = row.Sure != app.Verified || p.Procedure == NotKnown ||
		p.Subject == app.SocialServices && p.Procedure == EUDirective // chapter 19 has rules of its own for them
	p.Source = row.Source
	if p.Procedure == NotKnown {
		p.EUR = row.EUR
	}
	p.Under = p.section()
	p.Duties = p.duties()
	return p
}

// rowFor finds the row of the table that is valid on the day.
func rowFor(limits []app.Threshold, p Procurement) (app.Threshold, bool) {
	for _, t := range limits {
		if t.Law == p.Law && t.Subject == p.Subject && !p.Day.Before(t.From) && !t.To.Before(p.Day) {
			return t, true
		}
	}
	return app.Threshold{}, false
}

// decide holds a value against a row. A value that is exactly the direct award
// limit is not below it ("understiger", LOU 19 a kap. 2 §), and one that is exactly
// the threshold has reached it. An amount marked as calculated is no limit.
func decide(value app.Money, row app.Threshold, found bool) (Procedure, Reason, app.Money) {
	direct, threshold := row.DirectAward, row.SEK
	if row.Sure == app.Calculated {
		direct, threshold = 0, 0
	}
	switch {
	case value <= 0:
		return NoPurchase, "", 0
	case !found:
		return NotKnown, NoRow, 0
	case direct > 0 && value < direct:
		return DirectAward, "", direct
	case threshold > 0 && value >= threshold:
		return EUDirective, "", threshold
	case direct == 0:
		return NotKnown, NoDirectLimit, 0
	case threshold == 0 && row.EUR == 0:
		return NotKnown, NoThreshold, 0
	case threshold == 0:
		return NotKnown, CompareEUR, 0
	}
	return Advertised, "", threshold
}
