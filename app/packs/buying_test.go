package packs

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"yttra/app"
)

// Every duty and step has a title and a text in both languages, no two of a code
// hold for one procedure, and what is read says when.
func TestBuyingIsWhole(t *testing.T) {
	b := embeddedPacks(t).Buying
	if len(b.Duties) < 20 || len(b.Steps) < 20 {
		t.Fatalf("%d duties, %d steps", len(b.Duties), len(b.Steps))
	}
	check := func(code string, w, en app.BuyingWords, cites []app.Citation) {
		if w.Title == "" || w.Text == "" || en.Title == "" || en.Text == "" || strings.ContainsAny(w.Text+w.Title, "\"'") {
			t.Errorf("%s: %q %q %q %q", code, w.Title, w.Text, en.Title, en.Text)
		}
		for _, c := range cites {
			if c.Sure == app.Calculated || (c.Sure == app.Verified) != (c.Checked != "") {
				t.Errorf("%s: %s is %s, checked %s", code, c.Section, c.Sure, c.Checked)
			}
		}
	}
	for _, d := range b.Duties {
		check(d.Code, d.SV, d.EN, d.Cites)
	}
	for _, s := range b.Steps {
		check(s.Code, s.SV, s.EN, s.Cites)
	}
	for _, code := range []string{"document", "guidelines", "afteraward", "standstill"} { // those that files have ticked
		if !slices.ContainsFunc(b.Duties, func(d app.DutyRule) bool { return d.Code == code }) {
			t.Errorf("no %s", code)
		}
	}
}

const ownStep = `[[step]]
code = "contract"
procedures = ["direct_award"]
days = 5
working = true
sv = { title = "Avtal" }
en = { title = "Contract" }
cite = [{ sure = "P" }]
`

// A municipality writes the row it changes; the rest stands, also for the other
// procedures of the same row.
func TestMunicipalityChangesAStep(t *testing.T) {
	all := embeddedPacks(t).Buying
	own := ownStep + "[[duty]]\ncode = \"inkopsrad\"\nprocedures = [\"advertised\"]\nsv = { title = \"Hör inköpsrådet\" }\nen = { title = \"Ask the board\" }\ncite = [{ sure = \"P\" }]\n"
	p, faults, err := LoadWith(fstest.MapFS{"procurement.toml": {Data: []byte(own)}})
	if err != nil || len(faults) != 0 {
		t.Fatal(err, faults)
	}
	days := map[string]int{}
	for _, s := range p.Buying.Steps {
		for _, on := range s.Procedures {
			if s.Code == "contract" {
				days[on] += s.Days
			}
		}
	}
	if days["direct_award"] != 5 || days["advertised"] != 1 || days["eu_directive"] != 1 {
		t.Errorf("%v", days)
	}
	at := func(b app.Buying) int {
		return slices.IndexFunc(b.Steps, func(s app.StepRule) bool { return s.Code == "contract" })
	}
	if at(p.Buying) != at(all) || len(p.Buying.Steps) != len(all.Steps)+1 || len(p.Buying.Duties) != len(all.Duties)+1 || p.Buying.Duties[len(all.Duties)].Code != "inkopsrad" {
		t.Errorf("%d steps, %d duties, contract at %d", len(p.Buying.Steps), len(p.Buying.Duties), at(p.Buying))
	}
	if again := embeddedPacks(t).Buying; len(again.Steps) != len(all.Steps) || again.Steps[at(all)].Days != 1 {
		t.Error("the built-in rules were changed")
	}
}

func TestFaultsInBuying(t *testing.T) {
	duty := "[[duty]]\ncode = \"x\"\nprocedures = [\"advertised\"]\nsv = { title = \"A\", text = \"över {limit}\" }\nen = { title = \"A\" }\n[[duty.cite]]\nlaw = \"LOU\"\nsection = \"1 §\"\nsure = \"K\"\n"
	for name, c := range map[string]struct{ text, where string }{
		"procedure":     {strings.Replace(duty, "advertised", "auktion", 1), "line 3, key duty[0].procedures"},
		"no procedure":  {strings.Replace(duty, "\"advertised\"", "", 1), "line 3, key duty[0].procedures"},
		"no code":       {strings.Replace(duty, "\"x\"", "\" \"", 1), "line 2, key duty[0].code"},
		"twice":         {duty + duty, "line 11, key duty[1].code"},
		"slot":          {strings.Replace(duty, "{limit}", "{gräns}", 1) + "#", ""},
		"unknown slot":  {strings.Replace(duty, "{limit}", "{sum}", 1), "line 4, key duty[0].sv.text"},
		"subject":       {strings.Replace(duty, "sv =", "subjects = [\"bil\"]\nsv =", 1), "line 4, key duty[0].subjects"},
		"law":           {strings.Replace(duty, "LOU", "LOL", 1), "line 7, key duty[0].cite[0].law"},
		"day":           {duty + "from = \"2026-02-30\"\n", "line 10, key duty[0].cite[0].from"},
		"days reversed": {duty + "from = \"2026-02-20\"\nto = \"2026-02-19\"\n", "line 11, key duty[0].cite[0].to"},
		"amount":        {duty + "over = -1\n", "line 10, key duty[0].cite[0].over"},
		"no section":    {strings.Replace(duty, "1 §", "", 1), "line 8, key duty[0].cite[0].section"},
		"surety":        {strings.Replace(duty, "\"K\"", "\"X\"", 1), "line 9, key duty[0].cite[0].sure"},
		"no source":     {duty[:strings.Index(duty, "[[duty.cite")], "line 1, key duty[0].cite"},
		"no days":       {strings.Replace(ownStep, "days = 5", "days = 0", 1), "line 4, key step[0].days"},
		"too many days": {strings.Replace(ownStep, "days = 5", "days = 1001", 1), "line 4, key step[0].days"},
		"after nothing": {ownStep + "after = \"saga\"\n", "line 9, key step[0].after"},
		"no English":    {strings.Replace(ownStep, "\"Contract\"", "\"\"", 1), "line 6, key step[0].sv.title"},
		"unknown key":   {ownStep + "hours = 3\n", "line 9, key step[0].hours"},
	} {
		t.Run(name, func(t *testing.T) {
			p, faults, err := LoadWith(fstest.MapFS{"procurement.toml": {Data: []byte(c.text)}})
			if err != nil || c.where != "" && (len(faults) != 1 || faults[0].Where != c.where) || c.where == "" && len(faults) != 0 {
				t.Fatalf("%v, %v; want %s", err, faults, c.where)
			}
			if len(p.Buying.Steps) < len(embeddedPacks(t).Buying.Steps) {
				t.Error("a fault took the built-in steps away")
			}
		})
	}
}
