package cost

import (
	"cmp"

	"yttra/app"
)

// Procurement is what the purchases of an estimate amount to and what follows on
// the day the procurement starts. It is a hint: limits are only as good as the
// table they come from, and Check says when a person must look them up.
type Procurement struct {
	// Value is the estimated value that is held against the limits: all that is to
	// be paid to suppliers in all years, options and extensions, and similar
	// purchases of the year, without VAT (LOU 5 kap. 3, 4, 10, 11 and 13 §§). Own
	// staff's time, the risk buffer, savings and what is called off under a contract
	// there is are no part of it. Highest is the same with every range at its top.
	Value   app.Money
	Highest app.Money
	Parts   []ValuePart // what Value is made of, and what was left out of it
	Alone   app.Money   // of Value, the lines
	Beside  app.Money   // called off under contracts there are; not in Value

	Day     app.Date      // whose limits apply
	Row     app.Threshold // the limits of that day; zero when the table has none
	Law     app.ProcurementLaw
	Subject app.ProcurementSubject

	Procedure Procedure
	Why       Reason    // of an unknown procedure
	AtHighest Procedure // what Highest would lead to
	Limit     app.Money // the limit that decided: above the value for direct award and advertised, at or below it for the directive and special services; 0 when unknown
	EUR       int64     // the EU threshold in euro, to compare with when the procedure is unknown; 0 when not known either
	Check     bool      // to be shown as "kontrollera"
	Source    string    // of the limits
	Own       bool      // the limits are those the municipality has confirmed
	Under     string    // the section the procedure rests on; empty when not known for the day
	Risks     []Risk

	Duties   []Duty   // filled by Follow
	Timeline Timeline // filled by Follow

	bought bool // something is, beside similar purchases
	letter bool // the award is told otherwise than electronically
	needed app.Date
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
	SpecialEUR    Reason = "special_eur"     // special services, whose direct award limit is the threshold, confirmed in euro only
)

func procurementOf(e *app.Estimate, items []item, limits []app.Threshold, today app.Date, r *Result) Procurement {
	p := Procurement{Day: today, Law: cmp.Or(e.Law, app.LOU), Subject: cmp.Or(e.Subject, app.GoodsAndServices), letter: e.Purchase.Letter, needed: e.Purchase.Needed}
	if e.Start.Valid() {
		p.Day = e.Start
	}
	p.worth(e, items, r)
	row, ok := rowFor(limits, p)
	p.Row = row
	if !p.bought {
		return p
	}
	p.Procedure, p.Why, p.Limit = decide(p.Value, row, ok)
	p.AtHighest, _, _ = decide(p.Highest, row, ok)
	special := p.Subject == app.SocialServices && p.Procedure == Advertised
	p.Check = row.Sure != app.Verified || p.Procedure == NotKnown || special && p.Day.Before(chapter19a)
	p.Source, p.Own = row.Source, row.Own
	if p.Procedure == NotKnown {
		p.EUR = row.EUR
	}
	p.Under = p.section()
	p.Risks = p.risks(e, row, ok)
	return p
}

// chapter19a is the day direct award got its chapter (SFS 2021:1110). What the
// earlier sections were is not in the house, so nothing is cited before it.
const chapter19a app.Date = "2022-02-01"

func (p Procurement) section() string {
	if p.Day.Before(chapter19a) {
		return ""
	}
	switch p.Procedure {
	case DirectAward:
		return "19 a kap. 2 § " + string(p.Law)
	case Advertised:
		return "19 kap. 1 § " + string(p.Law)
	case EUDirective:
		return "5 kap. 1 § " + string(p.Law)
	}
	return ""
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
// the threshold has reached it. An amount marked as calculated is no limit. Social
// and other special services are advertised by chapter 19 however large they are
// (LOU 1 kap. 4 §, 19 kap. 1 § LOU and LUF).
func decide(value app.Money, row app.Threshold, found bool) (Procedure, Reason, app.Money) {
	direct, threshold := row.DirectAward, row.SEK
	if row.Sure == app.Calculated {
		direct, threshold = 0, 0
	}
	switch special := row.Subject == app.SocialServices; {
	case !found:
		return NotKnown, NoRow, 0
	case direct > 0 && value < direct:
		return DirectAward, "", direct
	case special && direct > 0 && (threshold > 0 || row.EUR > 0):
		return Advertised, "", direct
	case special && threshold > 0 && value >= threshold:
		return Advertised, "", threshold
	case threshold > 0 && value >= threshold:
		return EUDirective, "", threshold
	case special && direct == 0 && row.EUR > 0 && !row.From.Before(chapter19a):
		return NotKnown, SpecialEUR, 0
	case direct == 0:
		return NotKnown, NoDirectLimit, 0
	case threshold == 0 && row.EUR == 0:
		return NotKnown, NoThreshold, 0
	case threshold == 0:
		return NotKnown, CompareEUR, 0
	}
	return Advertised, "", threshold
}
