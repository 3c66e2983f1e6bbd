package packs

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"yttra/app"
)

func kindsOf(all []Expected) (out []app.CostKind) {
	for _, e := range all {
		out = append(out, e.Kind)
	}
	return out
}

// Every kind of measure has its row, in the order of the table, with words in both
// languages and a source.
func TestEveryMeasureExpectsSomething(t *testing.T) {
	p := embeddedPacks(t)
	for _, k := range app.Measures {
		all := p.Expected(&app.Matter{Measures: []app.Measure{k}})
		if len(all) == 0 {
			t.Errorf("%s expects nothing", k)
		}
		if !slices.IsSortedFunc(all, func(a, b Expected) int {
			return slices.Index(app.CostKinds, a.Kind) - slices.Index(app.CostKinds, b.Kind)
		}) {
			t.Errorf("%s: %v is not in the order of the table", k, kindsOf(all))
		}
	}
	for _, e := range p.Lifecycle {
		if e.Why.SV == "" || e.Why.EN == "" || e.Why.SV == e.Why.EN || len(e.Sources) == 0 {
			t.Errorf("%s %s: %+v", e.For, e.Kind, e)
		}
		for _, s := range e.Sources {
			if s.Sure == app.Calculated || s.EN == "" || s.Checked == "" {
				t.Errorf("%s %s: source %+v", e.For, e.Kind, s)
			}
		}
	}
}

// What the criteria say is priced for each kind of measure (KRING, INT, LIC, DRIFT,
// JUR and AVV) is expected of it, and of no other.
func TestExpectedFollowsTheCriteria(t *testing.T) {
	p := embeddedPacks(t)
	for rule, kind := range map[string]app.CostKind{"COST-KRING-01": app.CostPeripherals, "COST-INT-01": app.CostIntegration,
		"COST-LIC-01": app.CostLicences, "COST-DRIFT-01": app.CostOperation, "COST-JUR-01": app.CostLegal, "COST-AVV-01": app.CostExit} {
		r, ok := p.Rule(rule)
		if !ok {
			t.Fatal(rule)
		}
		for _, m := range app.Measures {
			asked := len(r.Measures) == 0 || slices.Contains(r.Measures, m)
			if got := slices.Contains(kindsOf(p.Expected(&app.Matter{Measures: []app.Measure{m}})), kind); got != asked {
				t.Errorf("%s: %s expects %s: %v, the criterion asks: %v", rule, m, kind, got, asked)
			}
		}
	}
}

func TestMissingIsWhatNoLineSpeaksTo(t *testing.T) {
	p := embeddedPacks(t)
	m := &app.Matter{Measures: []app.Measure{app.Wearables}}
	m.Estimate.Lines = []app.CostLine{{Kind: app.CostPurchase, What: "armband", Quantity: app.Units(70), Price: app.Kronor(500)},
		{Kind: app.CostLegal, What: "görs av ombudet inom hennes tjänst"}} // nought kronor
	got := kindsOf(p.Missing(m))
	want := []app.CostKind{app.CostPeripherals, app.CostInstallation, app.CostIntegration, app.CostLicences, app.CostOperation,
		app.CostSupport, app.CostTraining, app.CostNewWork, app.CostRisk, app.CostExit}
	if !slices.Equal(got, want) {
		t.Errorf("missing %v\nwant %v", got, want)
	}
	if e := p.Missing(m)[0]; !strings.Contains(e.Why.SV, "basstationer") || !strings.Contains(e.Why.EN, "base stations") {
		t.Errorf("the reason names no equipment: %+v", e.Why)
	}
	ranged := &app.Matter{Measures: m.Measures, Estimate: app.Estimate{Lines: []app.CostLine{{Kind: app.CostOperation, Low: 1, High: 2}}}}
	if slices.Contains(kindsOf(p.Missing(ranged)), app.CostRisk) {
		t.Error("a range does not tell the risk")
	}
	bought := &app.Matter{Measures: m.Measures, Estimate: app.Estimate{Spent: []app.Spent{{What: "armband", Amount: app.Kronor(35_000)}}}}
	if slices.Contains(kindsOf(p.Missing(bought)), app.CostPurchase) || !slices.Contains(kindsOf(p.Missing(bought)), app.CostPeripherals) {
		t.Errorf("what is bought already is missing: %v", kindsOf(p.Missing(bought)))
	}
	if all := p.Missing(&app.Matter{}); len(all) != 0 {
		t.Errorf("a matter of no kind misses %v", kindsOf(all))
	}
}

// A kind that several rows expect is told once, with the first reason; a trial and
// a purchase add theirs.
func TestExpectedOnceForSeveralMeasures(t *testing.T) {
	p := embeddedPacks(t)
	m := &app.Matter{Measures: []app.Measure{app.Wearables, app.CloudService}}
	all := p.Expected(m)
	if n := len(all); n != len(slices.Compact(kindsOf(all))) {
		t.Errorf("told twice: %v", kindsOf(all))
	}
	general := &app.Matter{Measures: []app.Measure{app.General}}
	if got := kindsOf(p.Expected(general)); !slices.Equal(got, []app.CostKind{app.CostOperation}) {
		t.Errorf("a general measure expects %v", got)
	}
	general.Purchase, general.Estimate.Pilot = true, true
	if got := kindsOf(p.Expected(general)); !slices.Equal(got, []app.CostKind{app.CostOperation, app.CostNewWork, app.CostRisk, app.CostExit}) {
		t.Errorf("a general purchase on trial expects %v", got)
	}
	said := &app.Matter{Measures: []app.Measure{app.General}, Screening: &app.Screening{Topics: []string{app.TopicPilot}}}
	if !slices.Contains(kindsOf(p.Expected(said)), app.CostExit) {
		t.Error("a trial by the clerk's word is none")
	}
}

func TestMunicipalityChangesWhatIsExpected(t *testing.T) {
	p := laid(t, map[string]string{"lifecycle.toml": `
[[row]]
for = ["ALLM", "KAM"]
kind = "support"
sv = "Kommunens servicecenter tar betalt."
source = [{ sv = "Servicecentrets taxa", sure = "P" }]
[[row]]
for = ["KAM"]
kind = "exit"
off = true
[[row]]
for = ["KAM"]
kind = "legal"
sv = "Juristen tar betalt."
source = [{ sv = "Taxan", sure = "P" }]
`})
	m := &app.Matter{Measures: []app.Measure{app.Cameras}}
	all := p.Expected(m)
	if slices.Contains(kindsOf(all), app.CostExit) {
		t.Error("a row that is off still holds")
	}
	for _, e := range all {
		if (e.Kind == app.CostSupport || e.Kind == app.CostLegal) && (e.Why.SV != e.Why.In("en") || len(e.Sources) != 1) {
			t.Errorf("%s: %+v", e.Kind, e)
		}
	}
	if got := kindsOf(p.Expected(&app.Matter{Measures: []app.Measure{app.General}})); !slices.Equal(got, []app.CostKind{app.CostOperation, app.CostSupport}) {
		t.Errorf("a general measure expects %v", got)
	}
	if p.Own.Costs != 3 {
		t.Errorf("%d own rows", p.Own.Costs)
	}
}

func TestFaultyCostRowsAreNamed(t *testing.T) {
	const row = "[[row]]\nfor = [\"KAM\"]\nkind = \"exit\"\nsv = \"x\"\nsource = [{ sv = \"y\", sure = \"P\" }]\n"
	const charge = "[[case]]\nmeasures = [\"KAM\"]\namount = 5\nname = { sv = \"a\" }\nwords = { sv = \"b\" }\noutcome = { sv = \"c\" }\nsource = [{ sv = \"y\", sure = \"P\" }]\n"
	for name, c := range map[string]struct{ file, text, where string }{
		"for":           {"lifecycle.toml", strings.Replace(row, "KAM", "KAMERA", 1), "line 2, key row[0].for"},
		"no for":        {"lifecycle.toml", strings.Replace(row, "\"KAM\"", "", 1), "line 2, key row[0].for"},
		"kind":          {"lifecycle.toml", strings.Replace(row, "exit", "slut", 1), "line 3, key row[0].kind"},
		"no words":      {"lifecycle.toml", strings.Replace(row, `"x"`, `""`, 1), "line 4, key row[0].sv"},
		"no source":     {"lifecycle.toml", row + row[:strings.Index(row, "source")], "line 6, key row[1].source"},
		"unsure source": {"lifecycle.toml", strings.Replace(row, `"P"`, `"Q"`, 1), "line 5, key row[0].source"},
		"unknown key":   {"lifecycle.toml", row + "amount = 4\n", "line 6, key row[0].amount"},
		"cap":           {"exposure.toml", "[[cap]]\namount = 0\nsv = \"x\"\n", "line 2, key cap[0].amount"},
		"cap words":     {"exposure.toml", "[[cap]]\namount = 5\n", "line 1, key cap[0].sv"},
		"case measure":  {"exposure.toml", strings.Replace(charge, "KAM", "K", 1), "line 2, key case[0].measures"},
		"case amount":   {"exposure.toml", strings.Replace(charge, "5", "-5", 1), "line 3, key case[0].amount"},
		"case outcome":  {"exposure.toml", strings.Replace(charge, `"c"`, `""`, 1), "line 6, key case[0].outcome"},
		"case day":      {"exposure.toml", strings.Replace(charge, "amount = 5", "amount = 5\nday = \"2023-13-01\"", 1), "line 4, key case[0].day"},
		"case source":   {"exposure.toml", strings.Replace(charge, `"P"`, `""`, 1), "line 7, key case[0].source"},
	} {
		p, faults, err := LoadWith(fstest.MapFS{c.file: {Data: []byte(c.text)}})
		if err != nil || len(faults) != 1 || faults[0].Where != c.where {
			t.Errorf("%s: %v %v, want %s", name, faults, err, c.where)
			continue
		}
		if len(p.Lifecycle) != len(embeddedPacks(t).Lifecycle) || len(p.exposure.Cases) != len(embeddedPacks(t).exposure.Cases) {
			t.Errorf("%s: a file with a fault was read in part", name)
		}
	}
}
