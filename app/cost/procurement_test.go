package cost

import (
	"fmt"
	"strings"
	"testing"

	"yttra/app"
)

// limits are rows as the packs give them, of three sorts: all confirmed, the
// threshold in euro only, and calculated.
var limits = []app.Threshold{
	{Law: app.LOU, Subject: app.GoodsAndServices, From: "2022-01-01", To: "2022-01-31", EUR: 215_000, SEK: kr(2_236_731), Sure: app.Verified, Source: "a"},
	{Law: app.LOU, Subject: app.GoodsAndServices, From: "2024-01-01", To: "2025-12-31", EUR: 221_000, SEK: kr(2_389_585), DirectAward: kr(700_000), Sure: app.Verified, Source: "b"},
	{Law: app.LOU, Subject: app.SocialServices, From: "2024-01-01", To: "2025-12-31", EUR: 750_000, SEK: kr(8_109_450), DirectAward: kr(8_109_450), Sure: app.Verified, Source: "c"},
	{Law: app.LUF, Subject: app.Works, From: "2024-01-01", To: "2025-12-31", EUR: 5_538_000, SEK: kr(59_880_179), DirectAward: kr(1_200_000), Sure: app.Verified, Source: "d"},
	{Law: app.LOU, Subject: app.GoodsAndServices, From: "2026-01-01", To: "2027-12-31", EUR: 216_000, DirectAward: kr(700_000), Sure: app.Known, Source: "e"},
	{Law: app.LUF, Subject: app.SocialServices, From: "2017-01-01", To: "2017-12-31", EUR: 1_000_000, SEK: kr(9_140_300), DirectAward: kr(993_368), Sure: app.Calculated, Source: "f"},
	{Law: app.LOU, Subject: app.SocialServices, From: "2014-01-01", To: "2014-06-30", DirectAward: kr(270_964), Sure: app.Verified, Source: "g"},
}

func TestProcedure(t *testing.T) {
	for name, c := range map[string]struct {
		value   app.Money
		law     app.ProcurementLaw
		subject app.ProcurementSubject
		day     app.Date
		want    string // procedure, why, limit in kronor, euro, check
	}{
		"below":                   {kr(699_999) + 99, "", "", "2025-06-01", "direct_award  700000 0 false"},
		"exactly is not below":    {kr(700_000), "", "", "2025-06-01", "advertised  2389585 0 false"},
		"just below threshold":    {kr(2_389_585) - 1, "", "", "2025-12-31", "advertised  2389585 0 false"},
		"exactly at threshold":    {kr(2_389_585), "", "", "2024-01-01", "eu_directive  2389585 0 false"},
		"one öre":                 {1, "", "", "2025-06-01", "direct_award  700000 0 false"},
		"nothing":                 {0, "", "", "2025-06-01", "  0 0 false"},
		"social below":            {kr(8_109_449), "", app.SocialServices, "2025-06-01", "direct_award  8109450 0 false"},
		"social above":            {kr(8_109_450), "", app.SocialServices, "2025-06-01", "advertised  8109450 0 false"},
		"utilities":               {kr(1_199_999), app.LUF, app.Works, "2025-06-01", "direct_award  1200000 0 false"},
		"utilities above":         {kr(1_200_000), app.LUF, app.Works, "2025-06-01", "advertised  59880179 0 false"},
		"2026 below":              {kr(699_999), "", "", "2026-11-22", "direct_award  700000 0 true"},
		"2026 in euro only":       {kr(700_000), "", "", "2026-11-22", "unknown compare_eur 0 216000 true"},
		"2026 however large":      {kr(99_000_000), "", "", "2027-12-31", "unknown compare_eur 0 216000 true"},
		"limit not confirmed":     {kr(650_000), "", "", "2022-01-15", "unknown no_direct_limit 0 215000 true"},
		"over the threshold then": {kr(2_236_731), "", "", "2022-01-15", "eu_directive  2236731 0 false"},
		"no row for the day":      {kr(100), "", "", "2028-01-01", "unknown no_row 0 0 true"},
		"no row for the law":      {kr(100), app.LUF, "", "2025-01-01", "unknown no_row 0 0 true"},
		"calculated is no limit":  {kr(100), app.LUF, app.SocialServices, "2017-05-05", "unknown no_direct_limit 0 1000000 true"},
		"far above a calculated":  {kr(50_000_000), app.LUF, app.SocialServices, "2017-05-05", "unknown no_direct_limit 0 1000000 true"},
		"no threshold in the law": {kr(270_964), "", app.SocialServices, "2014-03-01", "unknown no_threshold 0 0 true"},
	} {
		t.Run(name, func(t *testing.T) {
			p := Sum(buy(c.value, c.law, c.subject, c.day), limits, "2030-01-01").Procurement
			got := fmt.Sprintln(p.Procedure, p.Why, p.Limit/100, p.EUR, p.Check)
			if strings.TrimSuffix(got, "\n") != c.want {
				t.Errorf("got %q, want %q", strings.TrimSpace(got), c.want)
			}
		})
	}
}

func TestDayOfTheLimits(t *testing.T) {
	e := buy(kr(100), "", "", "")
	if p := Sum(e, limits, "2025-03-03").Procurement; p.Day != "2025-03-03" || p.Procedure != DirectAward || p.Source != "b" {
		t.Errorf("today: %+v", p)
	}
	e.Start = "2026-01-01"
	if p := Sum(e, limits, "2025-03-03").Procurement; p.Day != "2026-01-01" || p.Source != "e" {
		t.Errorf("the day of the start: %+v", p)
	}
	if p := Sum(buy(kr(100), "", "", ""), limits, "").Procurement; p.Procedure != NotKnown {
		t.Errorf("no day at all: %+v", p)
	}
}

// The value is what suppliers are paid, in all years, also those after the horizon.
func TestValueOfTheProcurement(t *testing.T) {
	line := func(k app.CostKind, kronor int64) app.CostLine {
		return app.CostLine{Kind: k, What: "x", Source: app.SourceQuote, Quantity: app.Units(1), Price: kr(kronor)}
	}
	licence, time := line(app.CostLicences, 1000), line(app.CostTraining, 70)
	licence.From, licence.To = 1, 4
	licence.Low, licence.High = kr(900), kr(200_000)
	time.Internal = true
	e := app.Estimate{Years: 2, Start: "2025-01-01", Lines: []app.CostLine{line(app.CostPurchase, 100), licence, time,
		line(app.CostRisk, 7), line(app.CostSaving, 5000), line(app.CostExit, 30)}}
	r := Sum(e, limits, today)
	p := r.Procurement
	if p.Value != kr(100+4*1000+30) || p.Highest != kr(100+4*200_000+30) || p.Kronor() != 4130 {
		t.Errorf("value %d, highest %d", p.Value, p.Highest)
	}
	if p.Procedure != DirectAward || p.AtHighest != Advertised {
		t.Errorf("%s, at the highest %s", p.Procedure, p.AtHighest)
	}
	if !p.Check {
		t.Error("a licence beyond the horizon is a fault, so the hint is to be checked")
	}
}

// buy is an estimate of one purchase.
func buy(value app.Money, law app.ProcurementLaw, subject app.ProcurementSubject, day app.Date) app.Estimate {
	return app.Estimate{Years: 1, Law: law, Subject: subject, Start: day, Lines: []app.CostLine{
		{Kind: app.CostPurchase, What: "köp", Quantity: app.Units(1), Price: value, Source: app.SourceQuote}}}
}
