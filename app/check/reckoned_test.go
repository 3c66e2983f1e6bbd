package check

import (
	"strings"
	"testing"

	"yttra/app"
)

// wristbands is an estimate in use: one purchase, with its source.
func wristbands() app.Estimate {
	return app.Estimate{Years: 3, FirstYear: 2027, Lines: []app.CostLine{
		{Kind: app.CostPurchase, What: "Armband", Quantity: app.Units(70), Price: app.Kronor(500), Source: app.SourceQuote}}}
}

func with(change func(*app.Estimate)) app.Estimate {
	e := wristbands()
	change(&e)
	return e
}

func row(k app.CostKind, what string) app.CostLine {
	return app.CostLine{Kind: k, What: what, Quantity: app.Units(1), Price: app.Kronor(10_000), From: 1, Source: app.SourceQuote}
}

// What the estimate says to each criterion, alone and beside the text: a line
// answers, a missing one is named, and a text that says why needs no line.
func TestEstimateAnswersOrIsNamed(t *testing.T) {
	add := func(lines ...app.CostLine) func(*app.Estimate) {
		return func(e *app.Estimate) { e.Lines = append(e.Lines, lines...) }
	}
	licence := row(app.CostLicences, "Plattform")
	licence.To = 3
	raised := licence
	raised.Index = 200
	stations := row(app.CostPeripherals, "Basstationer")
	stations.VAT = 25
	guess := row(app.CostRisk, "Påslag")
	guess.Source = ""
	low := row(app.CostPeripherals, "Basstationer")
	low.Low, low.High = app.Kronor(8_000), app.Kronor(15_000)
	investment := row(app.CostPurchase, "Stolpar")
	investment.Lifetime = 10
	ways := func(roles ...app.WayRole) func(*app.Estimate) {
		return func(e *app.Estimate) {
			for _, r := range roles {
				e.Alternatives = append(e.Alternatives, app.Alternative{Name: "Sätt " + string(r), Role: r, Lines: []app.CostLine{row(app.CostOperation, "x")}})
			}
		}
	}
	nothing := func(*app.Estimate) {}
	for name, c := range map[string]struct {
		rule, text string
		change     func(*app.Estimate)
		want       app.CriterionState
		says       string // what the estimate answers, or lacks
	}{
		"no line, silent":        {"COST-KRING-01", "Text.", nothing, app.NotAddressed, "ingen rad för kringutrustning. Det som bärs fungerar inte ensamt: basstationer"},
		"a line":                 {"COST-KRING-01", "Text.", add(row(app.CostPeripherals, "Basstationer")), app.Indicated, "Basstationer, 10\u00a0000\u00a0kr"},
		"spoken of, no line":     {"COST-KRING-01", "Utöver armbanden krävs basstationer.", nothing, app.NotAddressed, "ingen rad för kringutrustning"},
		"spoken of, with a line": {"COST-KRING-01", "Utöver armbanden krävs basstationer.", add(row(app.CostPeripherals, "Basstationer")), app.Indicated, "Basstationer"},
		"nothing more needed":    {"COST-KRING-01", "Enligt it-avdelningen behövs ingen annan utrustning.", nothing, app.Indicated, ""},
		"said to be missing":     {"COST-KRING-01", "Den tekniska utrustningen är inte budgeterad.", nothing, app.Failed, "ingen rad för kringutrustning"},
		"one of two kinds":       {"COST-INT-01", "Text.", add(row(app.CostInstallation, "Montering")), app.Indicated, "Montering"},
		"neither of two kinds":   {"COST-INT-01", "Text.", nothing, app.NotAddressed, "installation eller integration"},
		"licences":               {"COST-LIC-01", "Text.", nothing, app.NotAddressed, "licenser"},
		"operation":              {"COST-DRIFT-01", "Text.", nothing, app.NotAddressed, "drift eller support"},
		"training":               {"COST-UTB-01", "Text.", add(row(app.CostNewWork, "Ladda och leta")), app.Indicated, "Ladda och leta"},
		"legal":                  {"COST-JUR-01", "Text.", nothing, app.NotAddressed, "dataskyddsombudets råd"},
		"exit":                   {"COST-AVV-01", "Text.", nothing, app.NotAddressed, "avveckling"},

		"no today":              {"COST-NOLL-01", "Text.", nothing, app.NotAddressed, "fortsätta som i dag"},
		"today only":            {"COST-NOLL-01", "Text.", ways(app.Today), app.NotAddressed, "bara med dagens lösning"},
		"today and one more":    {"COST-NOLL-01", "Text.", ways(app.Today, app.OtherWay), app.Indicated, "Sätt today, 10\u00a0000\u00a0kr"},
		"compared in the text":  {"COST-NOLL-01", "Dagens rutin kostar 35 000 kronor per år.", nothing, app.Indicated, ""},
		"a name is no way":      {"COST-NOLL-01", "Text.", func(e *app.Estimate) { e.Alternatives = []app.Alternative{{Name: "I dag", Role: app.Today}} }, app.NotAddressed, "fortsätta som i dag"},
		"trial without full":    {"COST-PILOT-01", "Ett försök.", func(e *app.Estimate) { e.Pilot = true }, app.NotAddressed, "inget alternativ i full skala"},
		"trial, full in words":  {"COST-PILOT-01", "Ett försök. I full skala kan det bli aktuellt senare.", func(e *app.Estimate) { e.Pilot = true }, app.NotAddressed, "inget alternativ i full skala"},
		"trial, full in kronor": {"COST-PILOT-01", "Ett försök. I full skala kostar det 2 miljoner kronor.", func(e *app.Estimate) { e.Pilot = true }, app.Indicated, ""},
		"trial with full":       {"COST-PILOT-01", "Ett försök.", ways(app.Full), app.Indicated, "Full skala: Sätt full"},
		"spent, silent": {"COST-SUNK-01", "Text.", func(e *app.Estimate) {
			e.Spent = []app.Spent{{What: "Armband", Amount: app.Kronor(35_000), Back: app.Kronor(5_000)}}
		}, app.NotAddressed, "35\u00a0000\u00a0kr redan har betalats (Armband, 35\u00a0000\u00a0kr), varav 5\u00a0000\u00a0kr"},
		"spent, told in other words": {"COST-SUNK-01", "Armband till prov togs hem förra hösten, 35 000 kronor.", func(e *app.Estimate) {
			e.Spent = []app.Spent{{What: "Armband", Amount: app.Kronor(30_000)}, {What: "Klockor", Amount: app.Kronor(5_000)}}
		}, app.Indicated, ""},
		"another amount": {"COST-SUNK-01", "Armband till prov togs hem förra hösten, 53 000 kronor.", func(e *app.Estimate) {
			e.Spent = []app.Spent{{What: "Armband", Amount: app.Kronor(35_000)}}
		}, app.NotAddressed, "redan har betalats"},
		"spent, told": {"COST-SUNK-01", "Hittills har 35 000 kronor betalats.", func(e *app.Estimate) {
			e.Spent = []app.Spent{{What: "Armband", Amount: app.Kronor(35_000)}}
		}, app.Indicated, ""},
		"no range":     {"COST-RISK-01", "Text.", nothing, app.NotAddressed, "varken intervall eller riskbuffert"},
		"no source":    {"COST-RISK-01", "Text.", add(guess), app.NotAddressed, "saknar Påslag källa"},
		"range":        {"COST-RISK-01", "Text.", add(low), app.Indicated, "mellan 43\u00a0000\u00a0kr och 50\u00a0000\u00a0kr"},
		"no units":     {"COST-ENH-01", "Text.", nothing, app.NotAddressed, "inget antal"},
		"units":        {"COST-ENH-01", "Text.", func(e *app.Estimate) { e.Units, e.UnitName = 70, "barn" }, app.Indicated, "500\u00a0kr per barn (70)"},
		"VAT mixed":    {"COST-MOMS-01", "Text.", add(stations), app.NotAddressed, "Basstationer är angivet med moms"},
		"VAT not told": {"COST-MOMS-01", "Text.", nothing, app.NotAddressed, ""},
		"same price":   {"COST-INDEX-01", "Text.", add(licence), app.NotAddressed, "Plattform samma pris"},
		"raised":       {"COST-INDEX-01", "Text.", add(raised), app.Indicated, "Plattform"},
		"not classed":  {"COST-INV-01", "Text.", nothing, app.NotAddressed, "Kontrollera mot kommunens egna regler"},
		"classed":      {"COST-INV-01", "Text.", add(investment), app.Indicated, "Stolpar"},
		"options": {"COST-OPT-01", "Text.", func(e *app.Estimate) {
			e.Purchase.Options = []app.PurchaseSum{{What: "Ett år till", Amount: app.Kronor(4_000)}}
		}, app.Indicated, "39\u00a0000\u00a0kr är räknat med optioner: Ett år till, 4\u00a0000\u00a0kr"},
		"bought alike": {"COST-SAMMA-01", "Text.", func(e *app.Estimate) {
			e.Purchase.Similar = []app.PurchaseSum{{What: "Klockor", Amount: app.Kronor(5_000)}}
		}, app.Indicated, "40\u00a0000\u00a0kr är räknat med likartade köp: Klockor, 5\u00a0000\u00a0kr"},
		"called off":      {"COST-INDEX-01", "Avtalstiden är fyra år.", func(e *app.Estimate) { l := licence; l.CallOff = true; e.Lines = append(e.Lines, l) }, app.NotAddressed, ""},
		"a recurring one": {"COST-INV-01", "Text.", func(e *app.Estimate) { e.Lines = []app.CostLine{licence} }, app.NotAddressed, ""},
	} {
		t.Run(name, func(t *testing.T) {
			m := opinion("economy: " + c.text)
			m.Measures, m.Purchase, m.Estimate = []app.Measure{app.Wearables}, true, with(c.change)
			r := compiled(t).Run(m, 0)
			got := resultOf(t, r, c.rule)
			if got.State != c.want {
				t.Fatalf("%s, want %s (%q, %+v)", got.State, c.want, got.Lacks, got.Reckoned)
			}
			said := got.Lacks
			for _, x := range got.Reckoned {
				said += x.Text
				if x.Line >= len(m.Estimate.Lines) || x.Line >= 0 && !strings.HasPrefix(x.Text, m.Estimate.Lines[x.Line].What) {
					t.Errorf("points at line %d: %q", x.Line, x.Text)
				}
			}
			if !strings.Contains(said, c.says) || c.says == "" && said != "" || strings.Contains(said, "{") {
				t.Errorf("the estimate says %q, want %q", said, c.says)
			}
			if (got.Lacks != "") != (strings.Contains(whyOf(r, c.rule), c.says) && c.says != "" && got.State != app.Indicated) {
				t.Errorf("lacks %q, the card says %q", got.Lacks, whyOf(r, c.rule))
			}
		})
	}
}

// whyOf is what the card of a criterion says; empty when there is none.
func whyOf(r Result, id string) string {
	for _, f := range r.Findings {
		if f.ID == id {
			return f.Why
		}
	}
	return ""
}

// Nobody has to fill in the estimate: without lines the text is all there is.
func TestNoEstimateSaysNothing(t *testing.T) {
	m := opinion("economy: Ett försök med armband. Utöver armbanden krävs basstationer.")
	m.Measures, m.Purchase = []app.Measure{app.Wearables}, true
	for _, c := range compiled(t).Run(m, 0).Criteria {
		if c.Lacks != "" || len(c.Reckoned) > 0 {
			t.Errorf("%s: %q %+v", c.ID, c.Lacks, c.Reckoned)
		}
	}
}

func TestBifallWithoutFinancing(t *testing.T) {
	pays := func(rows ...app.Funding) func(*app.Estimate) {
		return func(e *app.Estimate) { e.Funding = rows }
	}
	drift := row(app.CostOperation, "Drift")
	drift.To = 3
	all := []app.Funding{{Who: "Utbildningsnämnden", Budget: "driftbudget", From: 1, To: 3, Amount: app.Kronor(45_000)}}
	for name, c := range map[string]struct {
		decision app.Decision
		text     string
		change   func(*app.Estimate)
		want     app.CriterionState
		severity app.Severity
		says     []string
	}{
		"nothing said":          {app.Approve, "Text.", pays(), app.NotAddressed, app.Blocking, []string{"65\u00a0000\u00a0kr saknas", "2027: 45\u00a0000\u00a0kr, 2028: 10\u00a0000\u00a0kr, 2029: 10\u00a0000\u00a0kr"}},
		"partly":                {app.PartialApprove, "Text.", pays(), app.NotAddressed, app.Blocking, []string{"saknas"}},
		"said in the text only": {app.Approve, "Kostnaden finansieras genom omfördelning.", pays(), app.Indicated, app.Blocking, nil},
		"a gap in two years": {app.Approve, "Kostnaden finansieras genom omfördelning.", pays(app.Funding{Who: "Nämnden", From: 1, Amount: app.Kronor(100_000)}), app.Failed, app.Blocking,
			[]string{"20\u00a0000\u00a0kr saknas", "2028: 10\u00a0000\u00a0kr, 2029: 10\u00a0000\u00a0kr"}},
		"funded, not said": {app.Approve, "Text.", pays(all...), app.NotAddressed, app.Blocking, []string{"Utbildningsnämnden (driftbudget) betalar", "också stå i handlingen"}},
		"funded and said":  {app.Approve, "Kostnaden finansieras ur nämndens ram.", pays(all...), app.Indicated, app.Blocking, nil},
		"rejected, no one": {app.Reject, "Text.", pays(), app.NotAddressed, app.Note, []string{"saknas"}},
		"rejected, a gap":  {app.Reject, "Text.", pays(app.Funding{Who: "Nämnden", From: 1, Amount: app.Kronor(1)}), app.Failed, app.Note, []string{"saknas"}},
		"rejected, funded": {app.Reject, "Text.", pays(all...), app.Indicated, app.Note, nil},
		"a saving pays all": {app.Approve, "Text.", func(e *app.Estimate) {
			e.Lines = append(e.Lines, row(app.CostSaving, "Lås"))
			e.Lines[2].Price = app.Kronor(900_000)
		}, app.NotAddressed, app.Blocking, nil},
	} {
		t.Run(name, func(t *testing.T) {
			m := opinion("economy: "+c.text, "proposal: Text.")
			m.Claims, m.Estimate = claims(c.decision), with(func(e *app.Estimate) { e.Lines = append(e.Lines, drift); c.change(e) })
			r := compiled(t).Run(m, 0)
			got := resultOf(t, r, "COST-FIN-01")
			if got.State != c.want || got.Severity != c.severity {
				t.Fatalf("%s %s, want %s %s: %q", got.State, got.Severity, c.want, c.severity, got.Lacks)
			}
			for _, s := range c.says {
				if !strings.Contains(whyOf(r, "COST-FIN-01"), s) {
					t.Errorf("the card says %q, not %q", whyOf(r, "COST-FIN-01"), s)
				}
			}
			if len(c.says) == 0 && got.Lacks != "" {
				t.Errorf("lacks %q", got.Lacks)
			}
		})
	}
}

// A paper that came as text has no claims; what its proposal says is what counts.
func TestFinishedPaperThatApprovesNeedsFinancing(t *testing.T) {
	for proposal, want := range map[string]app.Severity{
		"Nämnden föreslår kommunfullmäktige att bifalla motionen.": app.Blocking,
		"Nämnden föreslår kommunfullmäktige att avslå motionen.":   app.Note,
	} {
		m := opinion("economy: Bänkarna kostar 40 000 kronor.", "proposal: "+proposal)
		if got := resultOf(t, compiled(t).Run(m, 0), "COST-FIN-01"); got.Severity != want || got.State != app.NotAddressed {
			t.Errorf("%s: %s %s", proposal, got.State, got.Severity)
		}
	}
}

// A text that calls it a direct award, when the value has reached the limit of the
// day the procurement starts: exactly the limit is too much.
func TestDirectAwardOverTheLimitOfTheDay(t *testing.T) {
	const says = "Köpet understiger gränsen och görs genom direktupphandling."
	for name, c := range map[string]struct {
		start  app.Date
		kronor int64
		text   string
		want   app.CriterionState
		says   string
	}{
		"one krona below in 2019":    {"2019-08-05", 586_906, says, app.Indicated, ""},
		"at the limit in 2019":       {"2019-08-05", 586_907, says, app.Failed, "586\u00a0907\u00a0kr ligger inte under gränsen 586\u00a0907\u00a0kr den 2019-08-05"},
		"the same sum in 2024":       {"2024-08-05", 586_907, says, app.Indicated, ""},
		"not confirmed in 2026":      {"2026-11-23", 700_000, says, app.Failed, "700\u00a0000\u00a0kr (kontrollera)"},
		"an exception":               {"2024-08-05", 900_000, "Köpet direktupphandlas enligt undantaget vid synnerlig brådska i 19 a kap.", app.Indicated, ""},
		"old limit, calculated":      {"2022-01-15", 900_000, says, app.Indicated, ""}, // 626 284 kr is worked out by nobody but us
		"another year's limit":       {"2024-08-05", 100_000, "Värdet understiger direktupphandlingsgränsen 586 907 kronor.", app.Failed, "586 907 kronor gällde 2018-01-01–2019-12-31"},
		"that year's limit":          {"2019-08-05", 100_000, "Värdet understiger direktupphandlingsgränsen 586 907 kronor.", app.Indicated, ""},
		"today's limit in 2019":      {"2019-08-05", 100_000, "Värdet understiger direktupphandlingsgränsen 700 000 kronor.", app.Failed, "gällde 2022-02-01"},
		"another year's, as history": {"2024-08-05", 100_000, "Den dåvarande direktupphandlingsgränsen var 586 907 kronor. Värdet understiger gränsen för direktupphandling.", app.Indicated, ""},
	} {
		t.Run(name, func(t *testing.T) {
			m := opinion("economy: " + c.text)
			m.Purchase, m.Estimate = true, app.Estimate{Start: c.start, Lines: []app.CostLine{{Kind: app.CostPurchase, What: "x", Quantity: app.Units(1), Price: app.Kronor(c.kronor)}}}
			m.Claims = claims(app.Approve)
			r := compiled(t).Run(m, 0)
			got := resultOf(t, r, "COST-GRANS-01")
			if got.State != c.want || got.Severity != app.Blocking {
				t.Fatalf("%s %s: %q", got.State, got.Severity, got.Lacks)
			}
			if !strings.Contains(got.Lacks, c.says) || c.says == "" && got.Lacks != "" {
				t.Errorf("says %q, want %q", got.Lacks, c.says)
			}
		})
	}
}

// The municipality's own confirmed limit counts as read.
func TestConfirmedLimitOfTheProfile(t *testing.T) {
	m := opinion("economy: Köpet understiger gränsen och görs genom direktupphandling.")
	m.Purchase, m.Estimate = true, app.Estimate{Start: "2026-11-23", Lines: []app.CostLine{row(app.CostPurchase, "x")}}
	m.Estimate.Lines[0].Price = app.Kronor(700_000)
	c := compiled(t)
	c.Know(app.Profile{Economy: app.Economy{Limits: []app.Confirmed{{Law: app.LOU, Subject: app.GoodsAndServices, From: "2026-01-01", DirectAward: app.Kronor(700_000), Source: "LOU 19 a kap. 2 §, läst"}}}})
	if got := resultOf(t, c.Run(m, 0), "COST-GRANS-01"); got.State != app.Failed || strings.Contains(got.Lacks, "kontrollera") {
		t.Errorf("%s %q", got.State, got.Lacks)
	}
}

func TestValueInTheTextIsTheEstimates(t *testing.T) {
	for text, want := range map[string]app.CriterionState{
		"Upphandlingens värde beräknas till 35 000 kronor exklusive moms.":                                                app.Indicated,
		"Upphandlingens värde beräknas till 53 000 kronor exklusive moms.":                                                app.Failed,
		"Upphandlingens värde är 35 000 kronor. Gränsen är 700 000 kronor.":                                               app.Indicated,
		"Upphandlingens värde 35 000 kronor understiger 700 000 kronor.":                                                  app.Indicated,
		"Motionärerna anger att upphandlingens värde är 10 000 kronor. Upphandlingens värde beräknas till 35 000 kronor.": app.Indicated,
	} {
		m := opinion("economy: " + text)
		m.Purchase, m.Estimate = true, wristbands()
		got := resultOf(t, compiled(t).Run(m, 0), "COST-VARDE-01")
		if got.State != want {
			t.Errorf("%s: %s", text, got.State)
		}
		if want == app.Failed && (got.Lacks != "Texten säger 53 000 kronor, men kalkylen ger upphandlingsvärdet 35\u00a0000\u00a0kr." || !strings.Contains(got.Evidence[0].Text, "53 000")) {
			t.Errorf("%q %+v", got.Lacks, got.Evidence)
		}
	}
}

// The clerk's own word stands over the estimate's too.
func TestClerkAnswersForTheEstimate(t *testing.T) {
	m := opinion("economy: Text.")
	m.Measures, m.Estimate = []app.Measure{app.Wearables}, wristbands()
	m.Answers = []app.Answer{{Criterion: "COST-KRING-01", State: app.Waived, Reason: "Nätet finns redan, kontrollerat med it."}}
	r := compiled(t).Run(m, 0)
	if got := resultOf(t, r, "COST-KRING-01"); got.State != app.Waived || got.Lacks != "" || got.Reason == "" {
		t.Errorf("%+v", got)
	}
}

func TestLooksAtTheEstimateThatMakeNoSense(t *testing.T) {
	for name, looks := range map[string]string{
		"unknown kind of cost": "[[look]]\nkind = \"reckoned\"\nlines = [\"slut\"]",
		"nothing to answer":    "[[look]]\nkind = \"reckoned\"\ntell = { sv = \"x\" }",
		"nothing to tell":      "[[look]]\nkind = \"lacking\"\nlines = [\"exit\"]",
		"always contradicted":  "[[look]]\nkind = \"contradicted\"\ntell = { sv = \"x\" }",
		"phrases":              "[[look]]\nkind = \"contradicted\"\nwhen = \"cost > 0\"\ntell = { sv = \"x\" }\nphrases = [\"x\"]",
		"unknown fact":         "[[look]]\nkind = \"contradicted\"\nwhen = \"estimate.sum > 0\"\ntell = { sv = \"x\" }",
	} {
		c, err := Compile(withFile(t, "criteria/test.toml", `id = "TEST-01"
area = "cost"
severity = "note"
source = [{ sv = "x", sure = "P" }]
sv = { title = "T", question = "Q?", accept = "a", fail = "f", missing = "m" }
`+looks), "sv")
		if err != nil || len(c.Faults()) != 1 {
			t.Errorf("%s: %v %v", name, err, c.Faults())
		}
	}
}
