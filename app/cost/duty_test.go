package cost_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
)

// What the dated rules of the house ask of a purchase.

// loaded reads the packs once for all tests.
var loaded = sync.OnceValues(packs.Load)

func rules(t testing.TB) *packs.Packs {
	t.Helper()
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func followed(t testing.TB, e app.Estimate) cost.Procurement {
	t.Helper()
	p := rules(t)
	return cost.Sum(e, p.Thresholds, "2026-11-22").Follow(p.Buying).Procurement
}

// buy is an estimate of one purchase.
func buy(value app.Money, law app.ProcurementLaw, subject app.ProcurementSubject, day app.Date) app.Estimate {
	return app.Estimate{Years: 1, Law: law, Subject: subject, Start: day, Lines: []app.CostLine{
		{Kind: app.CostPurchase, What: "köp", Quantity: app.Units(1), Price: value, Source: app.SourceQuote}}}
}

func TestDuties(t *testing.T) {
	kr := app.Kronor
	direct := "existing aggregate guidelines equal "
	advertised := "existing aggregate notice tender_time award_notice standstill record result statistics processor"
	directive := "existing aggregate notice tender_time lots exclusion award_notice standstill record result statistics "
	for name, c := range map[string]struct {
		e    app.Estimate
		want string
	}{
		"exactly 100 000":     {buy(kr(100_000), "", "", "2025-06-01"), direct + "tell processor damage_fee"},
		"one öre over":        {buy(kr(100_000)+1, "", "", "2025-06-01"), direct + "document tell processor damage_fee"},
		"social 699 999":      {buy(kr(699_999), "", app.SocialServices, "2025-06-01"), direct + "document tell processor damage_fee"},
		"social 700 000":      {buy(kr(700_000), "", app.SocialServices, "2025-06-01"), direct + "document tell afteraward processor damage_fee"},
		"utilities 1 199 999": {buy(kr(1_199_999), app.LUF, app.SocialServices, "2025-06-01"), direct + "document tell processor damage_fee"},
		"utilities 1 200 000": {buy(kr(1_200_000), app.LUF, app.SocialServices, "2025-06-01"), direct + "document tell afteraward processor damage_fee"},
		"advertised":          {buy(kr(800_000), "", "", "2025-06-01"), advertised},
		"utilities":           {buy(kr(2_000_000), app.LUF, app.Works, "2025-06-01"), advertised},
		"social, large":       {buy(kr(9_000_000), "", app.SocialServices, "2025-06-01"), advertised},
		"directive":           {buy(kr(3_000_000), "", "", "2025-06-01"), directive + "framework processor"},
		"directive, LUF":      {buy(kr(99_000_000), app.LUF, "", "2025-06-01"), directive + "framework_utilities processor"},
		"one of the two":      {buy(kr(3_000_000), "", "", "2026-06-01"), advertised},
		"one of all":          {buy(kr(3_000_000), "", "", "2040-01-31"), "existing aggregate processor"},
		"before the chapter":  {buy(kr(3_000_000), "", "", "2022-01-31"), "statistics processor"},
		"before that":         {buy(kr(3_000_000), "", "", "2015-01-31"), ""},
		"nothing is bought":   {app.Estimate{}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			var codes []string
			for _, d := range followed(t, c.e).Duties {
				codes = append(codes, d.Code)
			}
			if got := strings.Join(codes, " "); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

// A duty of the directive stands in another section than the one below the threshold.
func TestDutiesInWords(t *testing.T) {
	for _, c := range []struct {
		e          app.Estimate
		code, want string // section, surety, and the title in both languages
	}{
		{buy(app.Kronor(300_000), "", "", "2025-06-01"), "document", "19 a kap. 11 § LOU V false · Dokumentera direktupphandlingen, över 100 000 kr · Document the direct award, above SEK 100,000"},
		{buy(app.Kronor(300_000), app.LUF, "", "2023-06-01"), "document", "19 a kap. 10 § LUF K true · Dokumentera direktupphandlingen, över 100 000 kr · Document the direct award, above SEK 100,000"},
		{buy(app.Kronor(300_000), "", "", "2025-06-01"), "damage_fee", "21 kap. 7 och 9 §§ LOU V false · Risk: upphandlingsskadeavgift, högst 30 000 kr · Risk: procurement damage fee, at most SEK 30,000"},
		{buy(app.Kronor(800_000), "", "", "2025-06-01"), "standstill", "20 kap. 1 och 18 §§ LOU V false · Avtalsspärr 10 dagar, 15 dagar om underrättelsen inte är elektronisk · Standstill 10 days, 15 days when the notice is not electronic"},
		{buy(app.Kronor(800_000), "", "", "2025-06-01"), "record", "19 kap. 22 § LOU V false · Dokumentera upphandlingen · Document the procurement"},
		{buy(app.Kronor(3_000_000), "", "", "2025-06-01"), "record", "12 kap. 14–16 §§ LOU V false · Dokumentera upphandlingen och skriv en individuell rapport · Document the procurement and write an individual report"},
		{buy(app.Kronor(3_000_000), "", "", "2025-06-01"), "tender_time", "11 kap. 2 och 6 §§ LOU V false · Ge minst 30 dagar att lämna anbud elektroniskt · Allow at least 30 days for electronic tenders"},
		{buy(app.Kronor(3_000_000), "", "", "2025-06-01"), "lots", "4 kap. 14 § LOU V false · Ange skälen om kontraktet inte delas upp · State the reasons if the contract is not divided into lots"},
	} {
		found := false
		for _, d := range followed(t, c.e).Duties {
			if d.Code != c.code {
				continue
			}
			found = true
			got := fmt.Sprintf("%s %s %t · %s · %s", d.Under, d.Sure, d.Check, d.In("sv").Title, d.In("en").Title)
			if got = strings.ReplaceAll(got, "\u00a0", " "); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
			if words := d.In("sv"); strings.Contains(words.Text+d.In("en").Text, "{") || words.Text == "" {
				t.Errorf("%s: %s", d.Code, words.Text)
			}
		}
		if !found {
			t.Errorf("no %s", c.code)
		}
	}
	large := followed(t, buy(app.Kronor(999_999_999), "", app.SocialServices, "2014-03-01"))
	if len(large.Duties) != 0 {
		t.Errorf("%v", large.Duties)
	}
}
