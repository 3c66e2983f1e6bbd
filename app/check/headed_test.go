package check

import (
	"strings"
	"testing"

	"yttra/app"
)

// What stands under a heading of a look is about its question whatever the words.
func TestHeaded(t *testing.T) {
	c := withCriterion(t, `[[look]]
kind = "evidence"
phrases = ["barnets bästa"]
headings = ["barnets bästa", "barn och unga", "barnperspektiv*"]
`)
	for name, w := range map[string]struct {
		heading, text string
		state         app.CriterionState
		quote         string
	}{
		"under the heading":       {"Barnets bästa", "Eleverna får lugnare raster av det.", app.Indicated, "Eleverna får"},
		"its own och":             {"4.2 Barn och unga", "Eleverna får lugnare raster av det.", app.Indicated, "Eleverna får"},
		"a long question":         {"Har du några tips till andra om barnets bästa?", "Eleverna får lugnare raster av det.", app.NotAddressed, ""},
		"two subjects":            {"Jämställdhet och barnets bästa", "Eleverna får lugnare raster av det.", app.NotAddressed, ""},
		"another heading":         {"Ekonomi", "Eleverna får lugnare raster av det.", app.NotAddressed, ""},
		"no heading":              {"", "Eleverna får lugnare raster av det.", app.NotAddressed, ""},
		"a short sentence":        {"Barnets bästa", "Inte aktuellt.", app.NotAddressed, ""},
		"a question":              {"Barnets bästa", "Hur påverkas eleverna av det nya?", app.NotAddressed, ""},
		"the mover's":             {"Barnets bästa", "Motionären menar att eleverna får lugnare raster.", app.NotAddressed, ""},
		"a field is left":         {"Barnets bästa", "Eleverna får lugnare [antal] raster av det.", app.NotAddressed, "Eleverna får"},
		"told by its own words":   {"Barnets bästa", "Någon prövning av barnets bästa har inte gjorts.", app.NotAddressed, "Någon prövning"},
		"waived with a reason":    {"Barnperspektivet", "Eftersom svaret är formellt görs ingen egen analys.", app.Waived, "ingen egen"},
		"waived without":          {"Barnperspektivet", "Förvaltningen gör ingen egen analys här.", app.NotAddressed, "ingen egen"},
		"a heading in the text":   {"Bedömning", "Nej.\n\n## Barnets bästa\n\nEleverna får lugnare raster av det.\n\n## Ekonomi\n\nDet kostar en hel del pengar.", app.Indicated, "Eleverna får lugnare raster av det."},
		"a signature":             {"Barnets bästa", "På kulturnämndens vägnar i Exempelkommun", app.NotAddressed, ""},
		"a list":                  {"Barnets bästa", "- eleverna får lugnare raster av det", app.Indicated, "eleverna får"},
		"a table":                 {"Barnets bästa", "| eleverna | får | lugnare | raster | av |", app.NotAddressed, ""},
		"another part goes after": {"Barnets bästa", "Nej.\n\n## Ekonomi\n\nDet kostar en hel del pengar.", app.NotAddressed, ""},
	} {
		m := opinion("assessment: " + w.text)
		m.Documents[0].Sections[0].Heading = w.heading
		r := c.Run(m, 0)
		if got := resultOf(t, r, "TEST-01"); got.State != w.state || (w.quote == "") != (evidence(r, "TEST-01") == "") || !strings.Contains(evidence(r, "TEST-01"), w.quote) {
			t.Errorf("%s: %s with %q", name, got.State, evidence(r, "TEST-01"))
		}
	}
}

// A criterion that fails shows what fails it first, and then what answers it.
func TestFailedShowsAnswersToo(t *testing.T) {
	c := withCriterion(t, "[[look]]\nkind = \"evidence\"\nphrases = [\"samtyck*\", \"blankett*\"]\nred = [\"alla samtycker\"]\n")
	r := c.Run(opinion("assessment: En blankett finns. Alla samtycker till det."), 0)
	if got := evidence(r, "TEST-01"); got != "Alla samtycker till det.\nEn blankett finns." {
		t.Errorf("it points at %q", got)
	}
	if q := quotes(r, "TEST-01"); q != "Alla samtycker till det." {
		t.Errorf("the finding quotes %q", q)
	}
}
