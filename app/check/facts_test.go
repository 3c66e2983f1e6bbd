package check

import (
	"testing"

	"yttra/app"
)

func factsFor(t *testing.T, m *app.Matter) Facts {
	t.Helper()
	c := compiled(t)
	return c.factsOf(c.newRun(m, &m.Documents[0]))
}

func TestFacts(t *testing.T) {
	m := opinion("assessment: Ett prov i två klasser.")
	m.Title = "Pilotprojekt med armband"
	m.Measures = []app.Measure{app.Wearables, app.Biometrics}
	m.Affected = []app.Group{app.Children, app.Public}
	m.Purchase, m.Received = true, "2026-04-15"
	m.Claims = claims(app.Reject, app.Approve, app.Undecided, app.Reject)
	m.Documents[0].Date = "2026-11-22"
	m.Estimate = app.Estimate{Years: 3, Units: 640, Financing: "ramen", Lines: []app.CostLine{
		{Kind: app.CostPurchase, What: "armband", Quantity: app.Units(640), Price: app.Kronor(450)},
		{Kind: app.CostTraining, What: "tid", Quantity: app.Units(10), Price: app.Kronor(500), Internal: true},
		{Kind: app.CostSaving, What: "tid", Quantity: app.Units(1), Price: app.Kronor(3000)},
	}}
	f := factsFor(t, m)
	if !f.Measure.WEAR || !f.Measure.BIO || f.Measure.KAM || !f.Children || f.Employees || !f.Public || !f.Purchase || !f.PersonalData || !f.Pilot {
		t.Errorf("who and what: %+v", f)
	}
	if f.Claims != 4 || f.Undecided != 1 || f.Decision != (DecisionFacts{Approve: 1, Reject: 2}) || f.Kind != "opinion" || f.Level != "committee" {
		t.Errorf("decisions: %+v", f)
	}
	if f.Cost != 293000 || f.Net != 290000 || f.Procurement != 288000 || f.CostLines != 3 || !f.Financing || f.Years != 3 || f.Units != 640 || f.Law != "LOU" {
		t.Errorf("money: %+v", f)
	}
	if f.Received != "2026-04-15" || f.Date != "2026-11-22" || f.Words != 5 {
		t.Errorf("days and words: %+v", f)
	}
}

// The direct-award limit is the one of the day the procurement starts.
func TestLimitsFollowTheDay(t *testing.T) {
	m := opinion("assessment: Text.")
	for day, want := range map[app.Date]int{"2016-05-01": 534890, "2024-02-01": 700000, "1999-01-01": 0} {
		m.Estimate.Start = day
		if f := factsFor(t, m); f.DirectAward != want {
			t.Errorf("%s: %d kronor, want %d", day, f.DirectAward, want)
		}
	}
	m.Estimate.Start, m.Documents[0].Date = "", "2024-02-01"
	if f := factsFor(t, m); f.DirectAward != 700000 || !f.LimitConfirmed || f.Threshold != 2389585 {
		t.Errorf("by the paper's day: %+v", f)
	}
}

func TestConditions(t *testing.T) {
	f := Facts{Measure: MeasureFacts{KAM: true}, Public: true, Claims: 3, Kind: "opinion", Date: "2026-01-02", Decision: DecisionFacts{Approve: 2}}
	for text, want := range map[string]bool{
		"": true, "measure.KAM && public": true, "measure.BIO || !public": false, "claims == 3": true, "kind == 'opinion'": true,
		"kind in ['opinion', 'x']": true, "date >= '2025-04-01'": true, "decision.approve + decision.reject > 1": true, "claims % undecided == 1": false,
	} {
		c, err := compileCondition(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := c.holds(&f); got != want {
			t.Errorf("%q is %v", text, got)
		}
	}
}

func TestPropose(t *testing.T) {
	p := loadPacks(t)
	for text, want := range map[string]struct {
		measures, affected string
		purchase           bool
	}{
		"Motionärerna vill testa ansiktsgenkänning på kommunens skolor.":           {"BIO", "children", true},
		"Sätt upp kameror på torget för invånarnas skull.":                         {"KAM", "public", true},
		"Låt barnen i förskolan bära armband med GPS.":                             {"WEAR", "children", false},
		"Inför en e-tjänst med artificiell intelligens.":                           {"MOLN AI", "", false},
		"Plantera fler träd.":                                                      {"ALLM", "", false},
		"Sekretessmarkering är svårt. En elev med skyddad identitet ska få hjälp.": {"SKYDD", "children", false},
		"En elev med skyddad identitet nämns bara.":                                {"ALLM", "children", false},
		"Bygg ut cykelvägen i Köpings kommun. Köpenhamn är förebild.":              {"ALLM", "public", true},
		"Inga övervakningskameror finns i parken. Bänkar behövs.":                  {"ALLM", "", false},
		"Lekplatserna ska rustas upp och byggas om för pensionärer.":               {"ALLM", "children public", true},
		"Automatiserade beslut om bistånd. Nattillsyn via kamera.":                 {"KAM AI", "", false},
		"Upphandla kamerabevakning; personalen berörs.":                            {"KAM", "employees", true},
	} {
		measures, affected, purchase := Propose(p, text)
		m, a := "", ""
		for _, k := range measures {
			m += " " + string(k)
		}
		for _, g := range affected {
			a += " " + string(g)
		}
		if m != " "+want.measures || a != pad(want.affected) || purchase != want.purchase {
			t.Errorf("%q: %s,%s, purchase %v", text, m, a, purchase)
		}
	}
}

func pad(s string) string {
	if s == "" {
		return ""
	}
	return " " + s
}

// A limit the municipality has confirmed holds in the checks too.
func TestConfirmedLimitsAreFacts(t *testing.T) {
	m := opinion("assessment: Text.")
	m.Estimate.Start = "2026-12-01"
	c := compiled(t)
	facts := func() Facts { return c.factsOf(c.newRun(m, &m.Documents[0])) }
	if f := facts(); f.LimitConfirmed || f.Threshold != 0 {
		t.Errorf("before: %+v", f)
	}
	c.Know(app.Profile{Economy: app.Economy{Limits: []app.Confirmed{{Law: app.LOU, Subject: app.GoodsAndServices, From: "2026-01-01",
		SEK: app.Kronor(2_440_000), DirectAward: app.Kronor(700_000), Source: "upphandlingsmyndigheten.se"}}}})
	if f := facts(); !f.LimitConfirmed || f.Threshold != 2_440_000 || f.DirectAward != 700_000 {
		t.Errorf("after: %+v", f)
	}
}
