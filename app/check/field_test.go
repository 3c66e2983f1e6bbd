package check

import (
	"strings"
	"testing"

	"yttra/app"
)

func TestFieldsThatAreLeft(t *testing.T) {
	for text, want := range map[string]string{
		"Det kostar [belopp] kronor på [n] år.":                    "[belopp]|[n]",
		"Åtgärden [ÅÄÖ åtgärd] räcker.":                            "[ÅÄÖ åtgärd]",
		"Se noten[^1] och [länken](https://exempel.se) samt [12].": "",
		"[^1]: En fotnot.": "",
		"Rektor säger ”vi vill att [nämnden] ger oss mer” i dag.": "",
		"Utelämnat […] och [ ] är inget.":                         "",
		"Halv [ hake, och ] åter.":                                "[ hake, och ]",
		"[a [b] c]":                                               "[b]",
		"[öppen\nrad]":                                            "",
		"[" + strings.Repeat("å", 100) + "]":                      "",
		"":                                                        "",
	} {
		var got []string
		for _, s := range fieldsIn(text) {
			got = append(got, text[s.Start:s.End])
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestFieldsAreFoundWhereTheyStand(t *testing.T) {
	m := opinion("head: [logotyp]", "motion_content: Av [namn] (FE).", "assessment: Först.\n\n> Enligt [någon] annan.\n\nDet är [skäl].")
	var got []string
	for _, f := range compiled(t).Run(m, 0).Findings {
		if f.ID == "FORM-FALT-01" {
			got = append(got, f.Quote+" "+f.Title)
			if text := m.Documents[0].Sections[f.Place.Section].Text; text[f.Place.Span.Start:f.Place.Span.End] != f.Quote {
				t.Errorf("place %+v is not %q", f.Place, f.Quote)
			}
		}
	}
	want := "[namn] Fältet ”namn” är inte ifyllt|[skäl] Fältet ”skäl” är inte ifyllt"
	if strings.Join(got, "|") != want {
		t.Errorf("got %q", got)
	}
}

// Model wording answers nothing before it is filled in; when it is, it does.
func TestModelWordingIsNoAnswer(t *testing.T) {
	c := compiled(t)
	for _, r := range loadPacks(t).Rules {
		if !r.Criterion() || !strings.Contains(r.SV.Wording, "[") {
			continue
		}
		t.Run(r.ID, func(t *testing.T) {
			for _, s := range strings.SplitAfter(r.SV.Wording, ". ") {
				if !strings.Contains(s, "[") {
					return // a sentence without a field is an answer of its own
				}
			}
			m := opinion("assessment: " + r.SV.Wording)
			m.Measures, m.Affected, m.Purchase = app.Measures, []app.Group{app.Children, app.Employees, app.Public}, true
			for _, res := range c.Run(m, 0).Criteria {
				if res.ID == r.ID && res.State == app.Indicated && len(res.Evidence) > 0 {
					t.Errorf("indicated by %q", res.Evidence[0].Text)
				}
			}
		})
	}
}

func TestCriteriaHaveAHome(t *testing.T) {
	p := loadPacks(t)
	for _, r := range p.Rules {
		if !r.Criterion() {
			continue
		}
		known := false
		for _, k := range p.Kinds {
			_, ok := k.Section(r.Section)
			known = known || ok && k.Drafted
		}
		if !known {
			t.Errorf("%s belongs in %q, which no kind has", r.ID, r.Section)
		}
	}
	for name, w := range map[string]struct {
		sections []string
		id, want string
	}{
		"its own":          {[]string{"assessment: Å.", "privacy: ", "children: "}, "PROP-GRUND-01", "privacy"},
		"cost":             {[]string{"assessment: Å.", "economy: "}, "COST-TCO-01", "economy"},
		"not in the paper": {[]string{"summary: S.", "assessment: Å."}, "PROP-GRUND-01", "assessment"},
		"nowhere":          {[]string{"summary: S."}, "PROP-GRUND-01", ""},
	} {
		m := opinion(w.sections...)
		m.Measures, m.Purchase = app.Measures, true
		seen := false
		for _, f := range compiled(t).Run(m, 0).Findings {
			if f.ID != w.id || f.Quote != "" {
				continue
			}
			seen = true
			got := ""
			if f.Place.Section >= 0 {
				got = m.Documents[0].Sections[f.Place.Section].Role
			}
			if got != w.want || !f.Place.Span.Empty() {
				t.Errorf("%s: %+v in %q", name, f.Place, got)
			}
		}
		if !seen {
			t.Errorf("%s: %s does not speak", name, w.id)
		}
	}
}
