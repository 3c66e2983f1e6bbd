package cost

import (
	"fmt"
	"slices"
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

// parts writes what a value is made of: code, öre, and a minus before what is left out.
func parts(p Procurement) string {
	var out []string
	for _, x := range p.Parts {
		mark := ""
		if !x.Counted {
			mark = "-"
		}
		out = append(out, fmt.Sprintf("%s%s %d %s %d", mark, x.Code, x.Line, x.What, x.Amount))
	}
	return strings.Join(out, "\n")
}

// Every sum can be unfolded: what is counted, and what is left out and why.
func TestPartsOfTheValue(t *testing.T) {
	line := func(k app.CostKind, what string, kronor int64, from, to int) app.CostLine {
		return app.CostLine{Kind: k, What: what, Source: app.SourceQuote, Quantity: app.Units(1), Price: kr(kronor), From: from, To: to}
	}
	indexed, lease, called, vat := line(app.CostLicences, "licens", 1000, 1, 3), line(app.CostOperation, "leasing", 500, 1, 6), line(app.CostSupport, "avrop", 90, 1, 2), line(app.CostPurchase, "moms", 125, 1, 1)
	indexed.Index, lease.Open, called.CallOff, vat.VAT = 1000, true, true, 25
	time := line(app.CostTraining, "tid", 70, 1, 1)
	time.Internal = true
	e := app.Estimate{Years: 2, Start: "2025-01-01", Lines: []app.CostLine{indexed, lease, called, vat, time, line(app.CostRisk, "buffert", 7, 1, 1), line(app.CostSaving, "avgår", 5000, 1, 1)},
		Purchase: app.Purchase{Options: []app.PurchaseSum{{What: "förlängning", Amount: kr(800)}}, Similar: []app.PurchaseSum{{What: "skola B", Amount: kr(60)}, {What: "skola C", Amount: kr(40)}}}}
	p := Sum(e, limits, today).Procurement
	want := `line 0 licens 331000
open 1 leasing 200000
-called_off 2 avrop 18000
line 3 moms 10000
-internal 4 tid 7000
-risk 5 buffert 700
-saving 6 avgår 500000
option 0 förlängning 80000
similar 0 skola B 6000
similar 1 skola C 4000`
	if got := parts(p); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if p.Value != kr(3310+2000+100+800+60+40) || p.Highest != p.Value || p.Alone != kr(5410) || p.Beside != kr(180) {
		t.Errorf("value %d, highest %d, alone %d, beside %d", p.Value, p.Highest, p.Alone, p.Beside)
	}
}

// An open contract counts with 48 months also when the lines end before, and when
// they go on for longer.
func TestOpenContractCountsWithFourYears(t *testing.T) {
	for _, to := range []int{0, 1, 4, 6} {
		e := buy(kr(174_999)+75, "", "", "2025-06-01")
		e.Years, e.Lines[0].Open, e.Lines[0].To = 6, true, to
		if p := Sum(e, limits, today).Procurement; p.Value != 4*(kr(174_999)+75) || p.Procedure != DirectAward {
			t.Errorf("to year %d: %d, %s", to, p.Value, p.Procedure)
		}
		e.Lines[0].Price += 25
		if p := Sum(e, limits, today).Procurement; p.Value != kr(700_000) || p.Procedure != Advertised {
			t.Errorf("to year %d: %d, %s", to, p.Value, p.Procedure)
		}
	}
}

// What is below a limit alone reaches it with what belongs to it, and that is said.
func TestNoSplitting(t *testing.T) {
	sum := func(kronor int64) []app.PurchaseSum { return []app.PurchaseSum{{What: "x", Amount: kr(kronor)}} }
	full := func(kronor int64) []app.Alternative {
		return []app.Alternative{{Name: "alla skolor", Role: app.Full, Lines: buy(kr(kronor), "", "", "").Lines}}
	}
	for name, c := range map[string]struct {
		change func(*app.Estimate)
		want   string // procedure, and each risk
	}{
		"alone":                  {func(*app.Estimate) {}, "direct_award"},
		"an option below":        {func(e *app.Estimate) { e.Purchase.Options = sum(99_999) }, "direct_award"},
		"an option over":         {func(e *app.Estimate) { e.Purchase.Options = sum(100_000) }, "advertised split 70000000 of 70000000 advertised"},
		"similar buys over":      {func(e *app.Estimate) { e.Purchase.Similar = sum(100_000) }, "advertised split 70000000 of 70000000 advertised"},
		"both over":              {func(e *app.Estimate) { e.Purchase.Options, e.Purchase.Similar = sum(50_000), sum(50_000) }, "advertised split 70000000 of 70000000 advertised"},
		"over the threshold":     {func(e *app.Estimate) { e.Lines[0].Price = kr(2_000_000); e.Purchase.Similar = sum(389_585) }, "eu_directive split 238958500 of 238958500 eu_directive"},
		"from the direct limit":  {func(e *app.Estimate) { e.Purchase.Similar = sum(1_789_585) }, "eu_directive split 238958500 of 70000000 eu_directive"},
		"advertised all the way": {func(e *app.Estimate) { e.Lines[0].Price = kr(800_000); e.Purchase.Similar = sum(100_000) }, "advertised"},
		"similar buys only":      {func(e *app.Estimate) { e.Lines = nil; e.Purchase.Similar = sum(900_000) }, ""},
		"a pilot":                {func(e *app.Estimate) { e.Pilot = true; e.Alternatives = full(700_000) }, "direct_award pilot 70000000 of 70000000 advertised"},
		"full scale below":       {func(e *app.Estimate) { e.Pilot = true; e.Alternatives = full(699_999) }, "direct_award"},
		"no pilot":               {func(e *app.Estimate) { e.Alternatives = full(700_000) }, "direct_award"},
		"a pilot in euro":        {func(e *app.Estimate) { e.Pilot, e.Start = true, "2026-05-05"; e.Alternatives = full(700_000) }, "direct_award pilot 70000000 of 70000000 unknown"},
		"negative":               {func(e *app.Estimate) { e.Purchase.Similar = sum(-900_000) }, "direct_award"},
		"enormous":               {func(e *app.Estimate) { e.Purchase.Options = sum(100_000_000_000_000) }, "direct_award"},
	} {
		t.Run(name, func(t *testing.T) {
			e := buy(kr(600_000), "", "", "2025-06-01")
			c.change(&e)
			for from, p := range map[string]Procurement{"sum": Sum(e, limits, today).Procurement, "compared": Compare(e, limits, today).Ways[0].Procurement} {
				got := string(p.Procedure)
				for _, r := range p.Risks {
					got += fmt.Sprintf(" %s %d of %d %s", r.Code, r.Value, r.Limit, r.Procedure)
				}
				if got != c.want {
					t.Errorf("%s: %s, want %s", from, got, c.want)
				}
			}
		})
	}
}

// What cannot be counted is named by its place, and keeps the rest.
func TestBadPurchase(t *testing.T) {
	e := buy(kr(100), "", "", "2025-06-01")
	e.Purchase = app.Purchase{Options: []app.PurchaseSum{{What: "a", Amount: kr(5)}, {What: "b", Amount: -1}}, Similar: []app.PurchaseSum{{What: "c", Amount: most + 1}}, Needed: "2026-02-30"}
	r := Sum(e, limits, today)
	want := []Remark{{-1, "needed", NoDay, InLines}, {1, "amount", Negative, InOptions}, {0, "amount", TooLarge, InSimilar}}
	if !slices.Equal(r.Faults, want) || r.Procurement.Value != kr(105) || !r.Procurement.Check {
		t.Errorf("%v, value %d", r.Faults, r.Procurement.Value)
	}
}

// However much is bought, the value does not wrap.
func TestValueDoesNotWrap(t *testing.T) {
	falling := app.CostLine{Kind: app.CostOperation, What: "x", Source: app.SourceQuote, Quantity: app.Units(1), Price: most, From: 30, To: 30, Index: leastIndex, Open: true}
	e := app.Estimate{Years: 30, Start: "2025-01-01"}
	for range 3000 {
		e.Lines = append(e.Lines, falling)
	}
	r := Sum(e, limits, today)
	if r.Procurement.Value <= 0 || r.Procurement.Value > 5*mostAll {
		t.Errorf("value %d", r.Procurement.Value)
	}
	if !slices.ContainsFunc(r.Faults, func(f Remark) bool { return f.Field == "open" && f.Code == TooLarge }) {
		t.Error("what was left out is not said")
	}
}

// What the municipality has confirmed is used, with its source.
func TestConfirmedLimits(t *testing.T) {
	profile := app.Profile{Economy: app.Economy{Limits: []app.Confirmed{{Law: app.LOU, Subject: app.GoodsAndServices, From: "2026-01-01", SEK: kr(2_440_000), DirectAward: kr(700_000), Source: "tillkännagivandet"}}}}
	own := profile.Limits(limits)
	for value, want := range map[app.Money]string{
		kr(699_999): "direct_award  70000000 0 false true tillkännagivandet", kr(700_000): "advertised  244000000 0 false true tillkännagivandet",
		kr(2_440_000) - 1: "advertised  244000000 0 false true tillkännagivandet", kr(2_440_000): "eu_directive  244000000 0 false true tillkännagivandet",
	} {
		p := Sum(buy(value, "", "", "2026-11-22"), own, today).Procurement
		if got := fmt.Sprint(p.Procedure, " ", p.Why, " ", int64(p.Limit), p.EUR, " ", p.Check, " ", p.Own, " ", p.Source); got != strings.Replace(want, " 0 ", " 0 ", 1) {
			t.Errorf("%d: %s, want %s", value, got, want)
		}
	}
}

// buy is an estimate of one purchase.
func buy(value app.Money, law app.ProcurementLaw, subject app.ProcurementSubject, day app.Date) app.Estimate {
	return app.Estimate{Years: 1, Law: law, Subject: subject, Start: day, Lines: []app.CostLine{
		{Kind: app.CostPurchase, What: "köp", Quantity: app.Units(1), Price: value, Source: app.SourceQuote}}}
}
