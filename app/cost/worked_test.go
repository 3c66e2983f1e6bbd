package cost_test

import (
	"fmt"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/cost"
)

// A worked example per procedure, from the lines to the last day to start.

// told writes a procurement as a clerk would note it down.
func told(p cost.Procurement) string {
	var out []string
	for _, x := range p.Parts {
		mark := "+"
		if !x.Counted {
			mark = "–"
		}
		out = append(out, fmt.Sprintf("%s %s %s", mark, x.Amount.Written(app.InKr), x.What))
	}
	out = append(out, fmt.Sprintf("= %s: %s %s, %s", p.Value.Written(app.InKr), p.Procedure, p.Limit.Written(app.InKr), p.Under))
	for _, r := range p.Risks {
		out = append(out, fmt.Sprintf("! %s %s", r.Code, r.Value.Written(app.InKr)))
	}
	var codes []string
	for _, d := range p.Duties {
		codes = append(codes, d.Code)
	}
	t := p.Timeline
	out = append(out, strings.Join(codes, " "), fmt.Sprintf("contract %s, use %s, latest start %s, late %t", t.EarliestContract, t.EarliestUse, t.LatestStart, t.Late))
	return strings.ReplaceAll(strings.Join(out, "\n"), "\u00a0", " ")
}

func TestWorkedExamples(t *testing.T) {
	line := func(k app.CostKind, what string, kronor int64, from, to int) app.CostLine {
		return app.CostLine{Kind: k, What: what, Source: app.SourceQuote, Quantity: app.Units(1), Price: app.Kronor(kronor), From: from, To: to}
	}
	internal := line(app.CostTraining, "utbildning av personal", 40_000, 1, 1)
	internal.Internal = true
	lease := line(app.CostOperation, "hyrda läsare", 60_000, 1, 5)
	lease.Open = true
	bands := []app.CostLine{line(app.CostPurchase, "armband", 35_000, 1, 1), line(app.CostPeripherals, "mottagare", 180_000, 1, 1), lease, internal}
	for name, c := range map[string]struct {
		e    app.Estimate
		want string
	}{
		"direct award": {app.Estimate{Years: 3, Start: "2025-09-01", Lines: bands, Purchase: app.Purchase{Needed: "2026-01-07"}}, `+ 35 000 kr armband
+ 180 000 kr mottagare
+ 240 000 kr hyrda läsare
– 40 000 kr utbildning av personal
= 455 000 kr: direct_award 700 000 kr, 19 a kap. 2 § LOU
existing aggregate guidelines equal document tell processor damage_fee
contract 2025-10-07, use 2025-11-05, latest start 2025-10-24, late false`},
		"advertised by an extension": {app.Estimate{Years: 3, Start: "2025-09-01", Lines: bands, Purchase: app.Purchase{Options: []app.PurchaseSum{{What: "förlängning två år", Amount: app.Kronor(245_000)}}, Letter: true, Needed: "2026-01-07"}}, `+ 35 000 kr armband
+ 180 000 kr mottagare
+ 240 000 kr hyrda läsare
– 40 000 kr utbildning av personal
+ 245 000 kr förlängning två år
= 700 000 kr: advertised 2 389 585 kr, 19 kap. 1 § LOU
! split 700 000 kr
existing aggregate notice tender_time award_notice standstill record result statistics processor
contract 2025-11-27, use 2026-02-02, latest start 2025-08-07, late true`},
		"the directive": {app.Estimate{Years: 5, Start: "2024-09-02", Lines: []app.CostLine{line(app.CostLicences, "licenser", 478_000, 1, 5)}}, `+ 2 390 000 kr licenser
= 2 390 000 kr: eu_directive 2 389 585 kr, 5 kap. 1 § LOU
existing aggregate notice tender_time lots exclusion award_notice standstill record result statistics framework processor
contract 2025-01-14, use 2025-04-09, latest start , late false`},
		"special services": {app.Estimate{Years: 1, Start: "2025-09-01", Subject: app.SocialServices, Lines: []app.CostLine{line(app.CostPurchase, "boendestöd", 8_109_450, 1, 1)}}, `+ 8 109 450 kr boendestöd
= 8 109 450 kr: advertised 8 109 450 kr, 19 kap. 1 § LOU
existing aggregate notice tender_time award_notice standstill record result statistics processor
contract 2025-11-24, use 2026-01-28, latest start , late false`},
		"a trial, when the kronor are not confirmed": {app.Estimate{Years: 1, Pilot: true, Start: "2026-11-23", Lines: []app.CostLine{line(app.CostPurchase, "två skolor", 120_000, 1, 1)},
			Alternatives: []app.Alternative{{Name: "alla skolor", Role: app.Full, Lines: []app.CostLine{line(app.CostPurchase, "alla skolor", 900_000, 1, 1)}}}}, `+ 120 000 kr två skolor
= 120 000 kr: direct_award 700 000 kr, 19 a kap. 2 § LOU
! pilot 900 000 kr
existing aggregate guidelines equal document tell processor damage_fee
contract 2027-01-04, use 2027-02-03, latest start , late false`},
	} {
		t.Run(name, func(t *testing.T) {
			if got := told(followed(t, c.e)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
