package check

import (
	"strings"
	"testing"

	"yttra/app"
)

// Minutes record; the criteria speak in the paper that was decided on, when the matter
// has one that is held against them. What the minutes' own words fail is told.
func TestCriteriaSpeakInTheOtherPaper(t *testing.T) {
	p := loadPacks(t)
	c, err := Compile(p, "sv")
	if err != nil {
		t.Fatal(err)
	}
	minutes := app.Document{ID: "m", Kind: "minutes_extract", Sections: []app.Section{
		{Role: "summary", Heading: "Sammanfattning", Text: "Motionen vill ha kameror vid skolan."}, {Role: app.RoleProposal, Heading: "Beslut", Text: "Motionen avslås."}}}
	others := func(kinds ...string) *app.Matter {
		m := &app.Matter{Title: "Motion om kameror", Measures: []app.Measure{app.Cameras}, Documents: []app.Document{minutes}}
		for _, k := range kinds {
			m.Documents = append(m.Documents, app.Document{ID: k, Kind: k, Sections: []app.Section{{Role: app.RoleAssessment, Heading: "Bedömning", Text: "Kameror är dyra."}}})
		}
		return m
	}
	count := func(r Result, area string) (criteria, findings int) {
		for _, x := range r.Criteria {
			if strings.HasPrefix(x.ID, area) {
				criteria++
			}
		}
		for _, f := range r.Findings {
			if strings.HasPrefix(f.ID, area) {
				findings++
			}
		}
		return criteria, findings
	}
	for name, want := range map[string]struct {
		kinds      []string
		prop, cost bool // whether they speak in the minutes
	}{
		"imported, with nothing beside":      {nil, true, true},
		"with an opinion":                    {[]string{"opinion"}, false, false},
		"with an official report":            {[]string{"official_report"}, false, false},
		"with a reservation, that is spared": {[]string{"reservation"}, true, true},
		"with other minutes":                 {[]string{"minutes_extract"}, true, true},
		"with an answer that spares costs":   {[]string{"referral_response"}, false, true},
		"with a kind that nobody knows":      {[]string{"brev"}, true, true},
	} {
		m := others(want.kinds...)
		r := c.Run(m, 0)
		for area, speaks := range map[string]bool{"PROP-": want.prop, "COST-": want.cost} {
			if criteria, findings := count(r, area); (criteria > 5) != speaks || !speaks && criteria+findings > 0 {
				t.Errorf("%s: %d criteria %s, %d findings", name, criteria, area, findings)
			}
		}
		if len(want.kinds) == 1 && want.kinds[0] == "opinion" {
			if criteria, findings := count(c.Run(m, 1), "PROP-"); criteria < 5 || findings < 5 {
				t.Errorf("%s: the opinion itself has %d criteria, %d findings", name, criteria, findings)
			}
		}
	}
	m := others("opinion")
	m.Documents[0].Sections[0].Text = "Nämnden bedömer att syftet med kamerorna är att öka tryggheten."
	failed := false
	for _, x := range c.Run(m, 0).Criteria {
		failed = failed || x.ID == "PROP-ANDA-01" && x.State == app.Failed
	}
	if !failed {
		t.Error("what the minutes' own words fail is not told")
	}
}
