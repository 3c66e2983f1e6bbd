package app_test

import (
	"slices"
	"testing"

	"yttra/app"
)

func TestConfirm(t *testing.T) {
	m := &app.Matter{Measures: []app.Measure{app.AISystem, app.General, "NEW"}, Affected: []app.Group{app.Public}, Purchase: true}
	if m.Says("pilot") || !m.Says("AI") || !m.Says("purchase") || !m.Says("public") || m.Says("") {
		t.Error("a matter that nobody has confirmed says something else than its fields")
	}
	m.Confirm(map[string]bool{"KAM": true, "children": true, "public": false, "purchase": false, "pilot": true}, []string{"KAM"}, "Åsa", "2026-11-22")
	if !slices.Equal(m.Measures, []app.Measure{app.Cameras, app.AISystem, "NEW"}) || !slices.Equal(m.Affected, []app.Group{app.Children}) || m.Purchase {
		t.Errorf("%v %v %v", m.Measures, m.Affected, m.Purchase)
	}
	if s := m.Screening; s == nil || !m.Says("pilot") || s.By != "Åsa" || s.On != "2026-11-22" || !slices.Equal(s.Found, []string{"KAM"}) {
		t.Errorf("%+v", m.Screening)
	}
	kept := m.Clone()
	m.Confirm(map[string]bool{"KAM": false, "AI": false, "pilot": false}, nil, "", "")
	m.Measures = slices.DeleteFunc(m.Measures, func(k app.Measure) bool { return k == "NEW" })
	m.Confirm(nil, nil, "", "")
	if !slices.Equal(m.Measures, []app.Measure{app.General}) || m.Says("pilot") {
		t.Errorf("no measure is %v", m.Measures)
	}
	if !kept.Says("pilot") || kept.Screening.By != "Åsa" {
		t.Error("a copy changed with what it was made from")
	}
}

func TestScreeningAndCheckedAreKept(t *testing.T) {
	in := `{"format":"yttra-matter","version":1,"title":"","references":[],"movers":[],"claims":[],"received":"","measures":[],` +
		`"screening":{"topics":["pilot"],"found":["KAM"],"by":"Åsa","on":"2026-11-22","later":1},` +
		`"documents":[{"id":"d","kind":"opinion","sections":[],"checked":{"packs":"3f2a","program":"Yttra 0.1.0","on":"2026-11-22","later":2}}],"estimate":{"lines":[]},"answers":[]}`
	m, err := app.DecodeMatter([]byte(in))
	if err != nil {
		t.Fatal(err)
	}
	if c := m.Documents[0].Checked; c == nil || c.Packs != "3f2a" || string(c.Extra["later"]) != "2" || string(m.Screening.Extra["later"]) != "1" {
		t.Fatalf("%+v %+v", m.Screening, m.Documents[0])
	}
	out, err := app.EncodeMatter(m)
	if err != nil {
		t.Fatal(err)
	}
	again, err := app.DecodeMatter(out)
	if err != nil || again.Documents[0].Checked.Program != "Yttra 0.1.0" || string(again.Documents[0].Checked.Extra["later"]) != "2" {
		t.Errorf("%v %s", err, out)
	}
}
