package costs

import (
	"strings"
	"testing"

	"yttra/app"
)

// buying is an estimate of one purchase in a year whose limits are confirmed.
func buying(kronor int64) app.Estimate {
	return app.Estimate{Years: 1, Start: "2025-03-03", Lines: []app.CostLine{{Kind: app.CostPurchase, What: "Kameror", Quantity: app.Units(1), Price: app.Kronor(kronor)}}}
}

// A purchase that is below a limit only because it is divided, or only as a trial,
// is told so.
func TestRisksOfThePurchaseAreTold(t *testing.T) {
	split := buying(600_000)
	split.Purchase.Options = []app.PurchaseSum{{What: "Förlängning", Amount: app.Kronor(200_000)}}
	pilot := buying(600_000)
	pilot.Pilot = true
	pilot.Alternatives = []app.Alternative{{Name: "Alla skolor", Role: app.Full, Lines: buying(3_000_000).Lines}}
	for _, c := range []struct {
		e    app.Estimate
		want string
	}{
		{split, "Ensamt ligger köpet under 700 000 kr. Med optioner, förlängningar och likartade köp är värdet 800 000 kr (Annonseras enligt 19 kap.). Köpet får inte delas upp."},
		{pilot, "Försöket ligger under gränsen. I full skala är värdet 3 000 000 kr (Direktivstyrd upphandling). Räkna in det som försöket kan leda till."},
		{buying(600_000), ""},
	} {
		m, _ := begin(t, c.e)
		if got := plain(strings.Join(m.Purchase().Risks, "|")); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

// What is called off is told beside the value; a limit the municipality has
// confirmed is named as its own, and is not asked for again.
func TestWhatTheValueStandsOn(t *testing.T) {
	e := buying(600_000)
	e.Lines = append(e.Lines, app.CostLine{Kind: app.CostLicences, What: "Avrop", Quantity: app.Units(1), Price: app.Kronor(90_000), CallOff: true})
	m, _ := begin(t, e)
	p := m.Purchase()
	if got := plain(strings.Join(p.Lines, "|")); !strings.Contains(got, "Avrop på avtal som finns, 90 000 kr, räknas inte in.") || plain(p.Value) != "Värdet är 600 000 kr utan moms." || p.Confirm || p.Check {
		t.Errorf("%+v", p)
	}
	e = buying(800_000)
	e.Start = "2026-12-01"
	m, d := begin(t, e)
	if p := m.Purchase(); !p.Confirm || !p.Check {
		t.Errorf("%+v", p)
	}
	profile := d.State().Profile
	profile.Economy.Limits = []app.Confirmed{{Law: app.LOU, Subject: app.GoodsAndServices, From: "2026-01-01", SEK: app.Kronor(2_440_000), DirectAward: app.Kronor(700_000), Source: "SFS 2026:1"}}
	if err := d.SetProfile(profile); err != nil {
		t.Fatal(err)
	}
	if p := m.Purchase(); p.Confirm || p.Check || p.Source != "Kommunens egen uppgift: SFS 2026:1" || p.Title != "Annonseras enligt 19 kap." {
		t.Errorf("%+v", p)
	}
}
