package cost_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/cost"
)

// The dated table, held against the procedure it gives.

func table(t *testing.T) []app.Threshold {
	t.Helper()
	return rules(t).Thresholds
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

// tableB0 is the dated table of the domain, typed in once more: law, subject, first
// and last day, euro, threshold and direct award limit in kronor, and how well the
// kronor are known. 0 is not confirmed. A row that is calculated only has no kronor.
const tableB0 = `
LOU goods_services 2014-01-01 2014-06-30 207000 1806427 270964 V
LOU works 2014-01-01 2014-06-30 5186000 45256666 270964 V
LOU social 2014-01-01 2014-06-30 0 0 270964 V
LOU goods_services 2014-07-01 2015-12-31 207000 1806427 505800 V
LOU works 2014-07-01 2015-12-31 5186000 45256666 505800 V
LOU social 2014-07-01 2015-12-31 0 0 505800 V
LOU goods_services 2016-01-01 2016-12-31 209000 1910323 534890 V
LOU works 2016-01-01 2016-12-31 5225000 47758068 534890 V
LOU social 2016-01-01 2016-12-31 0 0 534890 V
LOU goods_services 2017-01-01 2017-12-31 209000 1910323 534890 V
LOU works 2017-01-01 2017-12-31 5225000 47758068 534890 V
LOU social 2017-01-01 2017-12-31 750000 0 534890 V
LOU goods_services 2018-01-01 2019-12-31 221000 2096097 586907 V
LOU works 2018-01-01 2019-12-31 5548000 52620561 586907 V
LOU social 2018-01-01 2019-12-31 750000 7113450 586907 V
LOU goods_services 2020-01-01 2021-12-31 214000 2197545 615312 V
LOU works 2020-01-01 2021-12-31 5350000 54938615 615312 V
LOU social 2020-01-01 2021-12-31 750000 7701675 615312 V
LOU goods_services 2022-01-01 2022-01-31 215000 2236731 0 V
LOU works 2022-01-01 2022-01-31 5382000 55991099 0 V
LOU social 2022-01-01 2022-01-31 750000 7802550 0 V
LOU goods_services 2022-02-01 2023-12-31 215000 2236731 700000 V
LOU works 2022-02-01 2023-12-31 5382000 55991099 700000 V
LOU social 2022-02-01 2023-12-31 750000 7802550 7802550 V
LOU goods_services 2024-01-01 2025-12-31 221000 2389585 700000 V
LOU works 2024-01-01 2025-12-31 5538000 59880179 700000 V
LOU social 2024-01-01 2025-12-31 750000 8109450 8109450 V
LOU goods_services 2026-01-01 2027-12-31 216000 0 700000 K
LOU works 2026-01-01 2027-12-31 5404000 0 700000 K
LOU social 2026-01-01 2027-12-31 750000 0 0 K
LUF goods_services 2014-01-01 2014-06-30 414000 3612854 541928 V
LUF works 2014-01-01 2014-06-30 5186000 45256666 541928 V
LUF goods_services 2014-07-01 2015-12-31 414000 3612854 939342 V
LUF works 2014-07-01 2015-12-31 5186000 45256666 939342 V
LUF goods_services 2016-01-01 2017-12-31 0 3820645 0 V
LUF works 2016-01-01 2017-12-31 0 47758068 0 V
LUF social 2017-01-01 2017-12-31 1000000 0 0 B
LUF goods_services 2018-01-01 2019-12-31 443000 4201678 1092436 V
LUF works 2018-01-01 2019-12-31 5548000 52620561 1092436 V
LUF social 2018-01-01 2019-12-31 1000000 9484600 1092436 V
LUF goods_services 2020-01-01 2021-12-31 428000 4395089 1142723 V
LUF works 2020-01-01 2021-12-31 5350000 54938615 1142723 V
LUF social 2020-01-01 2021-12-31 1000000 10268900 1142723 V
LUF goods_services 2022-01-01 2022-01-31 431000 4483865 0 V
LUF works 2022-01-01 2022-01-31 5382000 55991099 0 V
LUF social 2022-01-01 2022-01-31 1000000 10403400 0 V
LUF goods_services 2022-02-01 2023-12-31 431000 4483865 1200000 V
LUF works 2022-02-01 2023-12-31 5382000 55991099 1200000 V
LUF social 2022-02-01 2023-12-31 1000000 10403400 10403400 V
LUF goods_services 2024-01-01 2025-12-31 443000 4789982 1200000 V
LUF works 2024-01-01 2025-12-31 5538000 59880179 1200000 V
LUF social 2024-01-01 2025-12-31 1000000 10812600 10812600 V
LUF goods_services 2026-01-01 2027-12-31 432000 0 1200000 K
LUF works 2026-01-01 2027-12-31 5404000 0 1200000 K
LUF social 2026-01-01 2027-12-31 1000000 0 0 K`

func rowsB0(t *testing.T) (out []app.Threshold) {
	t.Helper()
	for line := range strings.Lines(strings.TrimSpace(tableB0)) {
		var r app.Threshold
		var sek, direct int64
		if _, err := fmt.Sscan(line, &r.Law, &r.Subject, &r.From, &r.To, &r.EUR, &sek, &direct, &r.Sure); err != nil {
			t.Fatal(line, err)
		}
		r.SEK, r.DirectAward = app.Kronor(sek), app.Kronor(direct)
		out = append(out, r)
	}
	return out
}

// The table of the house has the rows of the domain, each as sure, and no others.
func TestTableIsThatOfTheDomain(t *testing.T) {
	rows, want := table(t), rowsB0(t)
	if len(rows) != len(want) {
		t.Errorf("%d rows, want %d", len(rows), len(want))
	}
	for _, w := range want {
		i := slices.IndexFunc(rows, func(r app.Threshold) bool { return r.Law == w.Law && r.Subject == w.Subject && r.From == w.From })
		if i < 0 {
			t.Errorf("no row %s %s %s", w.Law, w.Subject, w.From)
			continue
		}
		got := rows[i]
		if got.Source == "" {
			t.Errorf("%s %s %s has no source", w.Law, w.Subject, w.From)
		}
		if got.Source = ""; got != w {
			t.Errorf("\n got %+v\nwant %+v", got, w)
		}
	}
}

// One krona below, one öre below and exactly at every limit, on the first and the
// last day of every row, for each law and subject.
func TestEveryLimitOnItsFirstAndLastDay(t *testing.T) {
	all, held := table(t), 0
	for _, r := range rowsB0(t) {
		above := cost.Advertised // of what reaches the limit for direct award
		switch {
		case r.SEK == 0 && r.Subject != app.SocialServices, r.SEK == 0 && r.EUR == 0:
			above = cost.NotKnown
		}
		reached := cost.EUDirective // of what reaches the threshold
		if r.Subject == app.SocialServices {
			reached = cost.Advertised
		}
		below := cost.Advertised // of what is below the threshold
		switch {
		case r.DirectAward == 0:
			below = cost.NotKnown
		case r.DirectAward == r.SEK:
			below = cost.DirectAward
		}
		for _, day := range []app.Date{r.From, r.To} {
			at := func(value app.Money, want cost.Procedure) {
				held++
				p := cost.Sum(buy(value, r.Law, r.Subject, day), all, "2030-01-01").Procurement
				if p.Procedure != want {
					t.Errorf("%s %s on %s, %d öre: %s, want %s", r.Law, r.Subject, day, value, p.Procedure, want)
				}
			}
			if limit := r.DirectAward; limit > 0 {
				at(limit-100, cost.DirectAward)
				at(limit-1, cost.DirectAward)
				at(limit, above)
			}
			if limit := r.SEK; limit > 0 {
				at(limit-100, below)
				at(limit-1, below)
				at(limit, reached)
			}
		}
	}
	if held < 450 {
		t.Errorf("only %d values were held against a limit", held)
	}
}

// The same purchase on the two sides of each day the limits change.
func TestTheDayDecides(t *testing.T) {
	for _, c := range []struct {
		law      app.ProcurementLaw
		subject  app.ProcurementSubject
		kronor   int64
		day      app.Date // the first of the new row
		was, now string
	}{
		{app.LOU, app.GoodsAndServices, 400_000, "2014-07-01", "advertised", "direct_award"},
		{app.LOU, app.GoodsAndServices, 520_000, "2016-01-01", "advertised", "direct_award"},
		{app.LOU, app.GoodsAndServices, 1_850_000, "2016-01-01", "eu_directive", "advertised"},
		{app.LOU, app.GoodsAndServices, 550_000, "2018-01-01", "advertised", "direct_award"},
		{app.LOU, app.GoodsAndServices, 600_000, "2020-01-01", "advertised", "direct_award"},
		{app.LOU, app.GoodsAndServices, 600_000, "2022-01-01", "direct_award", "unknown no_direct_limit"},
		{app.LOU, app.GoodsAndServices, 650_000, "2022-02-01", "unknown no_direct_limit", "direct_award"},
		{app.LOU, app.GoodsAndServices, 699_999, "2022-02-01", "unknown no_direct_limit", "direct_award"},
		{app.LOU, app.GoodsAndServices, 700_000, "2022-02-01", "unknown no_direct_limit", "advertised"},
		{app.LOU, app.SocialServices, 7_000_000, "2022-02-01", "unknown no_direct_limit", "direct_award"},
		{app.LOU, app.SocialServices, 7_802_550, "2022-02-01", "advertised", "advertised"},
		{app.LOU, app.SocialServices, 8_000_000, "2024-01-01", "advertised", "direct_award"},
		{app.LOU, app.GoodsAndServices, 2_300_000, "2024-01-01", "eu_directive", "advertised"},
		{app.LOU, app.GoodsAndServices, 800_000, "2026-01-01", "advertised", "unknown compare_eur"},
		{app.LOU, app.SocialServices, 800_000, "2026-01-01", "direct_award", "unknown special_eur"},
		{app.LOU, app.GoodsAndServices, 100, "2028-01-01", "direct_award", "unknown no_row"},
		{app.LUF, app.GoodsAndServices, 700_000, "2014-07-01", "advertised", "direct_award"},
		{app.LUF, app.GoodsAndServices, 900_000, "2016-01-01", "direct_award", "unknown no_direct_limit"},
		{app.LUF, app.SocialServices, 900_000, "2018-01-01", "unknown no_direct_limit", "direct_award"},
		{app.LUF, app.Works, 1_150_000, "2022-02-01", "unknown no_direct_limit", "direct_award"},
		{app.LUF, app.GoodsAndServices, 4_600_000, "2024-01-01", "eu_directive", "advertised"},
	} {
		for day, want := range map[app.Date]string{c.day.AddDays(-1): c.was, c.day: c.now} {
			p := cost.Sum(buy(app.Kronor(c.kronor), c.law, c.subject, day), table(t), "2030-01-01").Procurement
			if got := strings.TrimSpace(fmt.Sprint(string(p.Procedure), " ", string(p.Why))); got != want {
				t.Errorf("%s %s %d kr on %s: %s, want %s", c.law, c.subject, c.kronor, day, got, want)
			}
		}
	}
}
