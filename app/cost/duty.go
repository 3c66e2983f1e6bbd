package cost

import "yttra/app"

// Duty is something the law asks of a purchase of this value and kind.
type Duty struct {
	Code  DutyCode
	Under string    // the section
	Limit app.Money // the amount it hangs on; 0 when it always holds
	Days  int       // within so many days, or so many days to wait; 0 when none
	Other int       // standstill: days when the notice is not sent electronically
	Check bool      // the section is not verified for this law
}

// DutyCode names a duty.
type DutyCode string

const (
	Document   DutyCode = "document"   // the direct award is documented
	Guidelines DutyCode = "guidelines" // the authority's own guidelines for direct award
	AfterAward DutyCode = "afteraward" // efterannonsering of a large direct award
	Standstill DutyCode = "standstill" // avtalsspärr
)

// The amounts and days of LOU 19 a kap. 11 and 13 §§ and 20 kap. 1 §.
const (
	documentOver  = app.Money(100_000_00)
	announceFrom  = app.Money(700_000_00)
	announceDays  = 30
	standstill    = 10
	standstillOut = 15
)

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

func (p Procurement) duties() []Duty {
	if p.Day.Before(chapter19a) {
		return nil
	}
	lou := p.Law == app.LOU
	wait := Duty{Code: Standstill, Under: "20 kap. 1 § " + string(p.Law), Days: standstill, Other: standstillOut, Check: !lou}
	switch {
	case p.Procedure == Advertised || p.Procedure == EUDirective || p.Why == CompareEUR:
		return []Duty{wait}
	case p.Procedure != DirectAward:
		return nil
	}
	var out []Duty
	if p.Value > documentOver {
		under := "19 a kap. 11 § LOU"
		if !lou {
			under = "19 a kap. 10 § LUF"
		}
		out = append(out, Duty{Code: Document, Under: under, Limit: documentOver})
	}
	if lou {
		out = append(out, Duty{Code: Guidelines, Under: "19 a kap. 15 § LOU"})
		if p.Value >= announceFrom {
			out = append(out, Duty{Code: AfterAward, Under: "19 a kap. 13 § LOU", Limit: announceFrom, Days: announceDays})
		}
	}
	return out
}
