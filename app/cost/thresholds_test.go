package cost_test

import (
	"fmt"
	"slices"
	"testing"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
)

// The dated table, held against the procedure it gives.

func table(t *testing.T) []app.Threshold {
	t.Helper()
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	return p.Thresholds
}

// Every day from 2014 to 2027 has exactly one row; social services under the
// present acts, from 2017 on.
func TestNoDayIsMissingOrTwice(t *testing.T) {
	all := table(t)
	for _, law := range []app.ProcurementLaw{app.LOU, app.LUF} {
		for _, subject := range []app.ProcurementSubject{app.GoodsAndServices, app.Works, app.SocialServices} {
			first := app.Date("2014-01-01")
			if subject == app.SocialServices {
				first = "2017-01-01"
			}
			for day := first; !app.Date("2027-12-31").Before(day); day = day.AddDays(1) {
				n := 0
				for _, r := range all {
					if r.Law == law && r.Subject == subject && !day.Before(r.From) && !r.To.Before(day) {
						n++
					}
				}
				if n != 1 {
					t.Fatalf("%s %s has %d rows on %s", law, subject, n, day)
				}
			}
		}
	}
}

func TestRowsAreSound(t *testing.T) {
	for _, r := range table(t) {
		name := fmt.Sprint(r.Law, " ", r.Subject, " ", r.From)
		if r.Sure == app.Calculated && (r.SEK != 0 || r.DirectAward != 0) {
			t.Errorf("%s: a calculated amount would be a limit", name)
		}
		if r.SEK > 0 && r.DirectAward > r.SEK {
			t.Errorf("%s: the direct award limit is above the threshold", name)
		}
		if r.SEK > 0 && r.EUR > 0 { // between 8.5 and 12 kronor for a euro
			if rate := int64(r.SEK) / r.EUR; rate < 850 || rate > 1200 {
				t.Errorf("%s: %d öre for a euro", name, rate)
			}
		}
		if r.From >= "2026-01-01" && (r.SEK != 0 || r.Sure == app.Verified) {
			t.Errorf("%s: the kronor are not confirmed for 2026–2027", name)
		}
	}
}

// Amounts that can be looked up, on the first and last day they hold.
func TestLimitsByDay(t *testing.T) {
	all := table(t)
	for _, c := range []struct {
		law           app.ProcurementLaw
		subject       app.ProcurementSubject
		first, last   app.Date
		direct, limit int64 // kronor
	}{
		{app.LOU, app.GoodsAndServices, "2014-01-01", "2014-06-30", 270_964, 1_806_427},
		{app.LOU, app.GoodsAndServices, "2014-07-01", "2015-12-31", 505_800, 1_806_427},
		{app.LOU, app.Works, "2016-01-01", "2017-12-31", 534_890, 47_758_068},
		{app.LOU, app.GoodsAndServices, "2018-01-01", "2019-12-31", 586_907, 2_096_097},
		{app.LOU, app.GoodsAndServices, "2020-01-01", "2021-12-31", 615_312, 2_197_545},
		{app.LOU, app.GoodsAndServices, "2022-02-01", "2023-12-31", 700_000, 2_236_731},
		{app.LOU, app.GoodsAndServices, "2024-01-01", "2025-12-31", 700_000, 2_389_585},
		{app.LOU, app.Works, "2024-01-01", "2025-12-31", 700_000, 59_880_179},
		{app.LUF, app.GoodsAndServices, "2014-07-01", "2015-12-31", 939_342, 3_612_854},
		{app.LUF, app.GoodsAndServices, "2020-01-01", "2021-12-31", 1_142_723, 4_395_089},
		{app.LUF, app.Works, "2024-01-01", "2025-12-31", 1_200_000, 59_880_179},
	} {
		for _, day := range []app.Date{c.first, c.last} {
			at := func(kronor int64) cost.Procedure {
				e := app.Estimate{Law: c.law, Subject: c.subject, Start: day, Lines: []app.CostLine{
					{Kind: app.CostPurchase, Quantity: app.Units(1), Price: app.Kronor(kronor)}}}
				return cost.Sum(e, all, "2026-11-22").Procurement.Procedure
			}
			got := []cost.Procedure{at(c.direct - 1), at(c.direct), at(c.limit - 1), at(c.limit)}
			if want := []cost.Procedure{cost.DirectAward, cost.Advertised, cost.Advertised, cost.EUDirective}; !slices.Equal(got, want) {
				t.Errorf("%s %s on %s: %s", c.law, c.subject, day, got)
			}
		}
	}
}
