package packs

import (
	"strings"
	"testing"

	"yttra/app"
)

// The caps are those of DSL 6 kap. 2 §, and every case says what it rests on.
func TestExposureOfPersonalData(t *testing.T) {
	p := embeddedPacks(t)
	x := p.Exposure(&app.Matter{Measures: []app.Measure{app.Cameras}})
	if len(x.Caps) != 2 || x.Caps[0].Amount != app.Kronor(5_000_000) || x.Caps[1].Amount != app.Kronor(10_000_000) {
		t.Fatalf("caps %+v", x.Caps)
	}
	amounts := map[app.Date]app.Money{}
	for _, c := range x.Cases {
		amounts[c.Day] = c.Amount
		for _, words := range []Remark{c.Name, c.Words, c.Outcome} {
			if words.SV == "" || words.EN == "" {
				t.Errorf("%s: %+v", c.Name.SV, words)
			}
		}
		if len(c.Sources) == 0 || c.Sources[0].Sure == app.Calculated {
			t.Errorf("%s: sources %+v", c.Name.SV, c.Sources)
		}
	}
	if amounts["2019-08-20"] != app.Kronor(200_000) || amounts["2023-10-03"] != app.Kronor(800_000) {
		t.Errorf("amounts %v", amounts)
	}
	if x.Cases[0].Day != "2023-10-03" {
		t.Errorf("the case about cameras is not first: %s", x.Cases[0].Name.SV)
	}
	if faces := p.Exposure(&app.Matter{Measures: []app.Measure{app.Biometrics}}); faces.Cases[0].Day != "2019-08-20" || len(faces.Cases) != len(x.Cases) {
		t.Errorf("the case about faces is not first: %+v", faces.Cases[0])
	}
}

// An outcome that nobody has found is never called final, and is said in words.
func TestUnknownOutcomeIsSaid(t *testing.T) {
	unknown := 0
	for _, c := range embeddedPacks(t).exposure.Cases {
		if final := strings.HasPrefix(c.Outcome.SV, "Laga kraft"); final != c.Final {
			t.Errorf("%s: final %v, but says %q", c.Name.SV, c.Final, c.Outcome.SV)
		}
		if !c.Final {
			unknown++
			if !strings.Contains(c.Outcome.SV, "inte känd") || !strings.Contains(c.Outcome.EN, "not known") {
				t.Errorf("%s: the outcome is not said to be unknown: %q", c.Name.SV, c.Outcome.SV)
			}
		}
	}
	if unknown < 2 {
		t.Errorf("%d cases with an unknown outcome", unknown)
	}
}

func TestNoExposureWithoutPersonalData(t *testing.T) {
	p := embeddedPacks(t)
	for _, m := range []*app.Matter{{}, {Measures: []app.Measure{app.General}}} {
		if x := p.Exposure(m); len(x.Caps)+len(x.Cases) != 0 {
			t.Errorf("%v: %+v", m.Measures, x)
		}
	}
}

func TestMunicipalityAddsACase(t *testing.T) {
	const text = `
[[case]]
measures = ["WEAR"]
day = "2030-01-02"
amount = 50_000
final = true
name = { sv = "Exempelkommun" }
words = { sv = "Armband." }
outcome = { sv = "Laga kraft." }
source = [{ sv = "Beslutet", sure = "V" }]
`
	all := embeddedPacks(t).exposure
	p := laid(t, map[string]string{"exposure.toml": text})
	x := p.Exposure(&app.Matter{Measures: []app.Measure{app.Wearables}})
	if len(x.Cases) != len(all.Cases)+1 || len(x.Caps) != len(all.Caps) || x.Cases[1].Amount != app.Kronor(50_000) || x.Cases[1].Name.In("en") != "Exempelkommun" {
		t.Errorf("%+v", x.Cases)
	}
	if p.Own.Charges != 1 {
		t.Errorf("%d own cases", p.Own.Charges)
	}
	changed := laid(t, map[string]string{"exposure.toml": strings.NewReplacer("2030-01-02", "2019-08-20", "Exempelkommun", "Gymnasienämnden i Skellefteå").Replace(text) +
		"[[cap]]\namount = 7\nsv = \"Nytt tak\"\nsource = [{ sv = \"Lagen\", sure = \"V\" }]\n"})
	if got := changed.exposure; len(got.Cases) != len(all.Cases) || len(got.Caps) != 1 {
		t.Errorf("%d cases and %d caps", len(got.Cases), len(got.Caps))
	}
}
