package check

import "testing"

// An abbreviation that the paper explains answers to the phrases of its words
// from then on.
func TestExplainedAbbreviations(t *testing.T) {
	c := withRule(t, "[[look]]\nkind = \"phrase\"\nphrases = [\"trygghetsvärd*\", \"allmän* prövning\"]\n")
	for text, want := range map[string]string{
		"Trygghetsvärdar (TV) anställs. TV ska gå runt.":                "Trygghetsvärdar|TV",
		"TV finns. Trygghetsvärdar (TV) anställs.\n\nTV:s timmar ökar.": "Trygghetsvärdar|TV:s",
		"Trygghetsvärdar (XY) anställs. XY ska gå runt.":                "Trygghetsvärdar",
		"Trygghetsvärdar anställs. TV ska gå runt.":                     "Trygghetsvärdar",
		"En allmän prövning (AP) görs. Efter AP beslutas.":              "allmän prövning|AP",
		"Inga trygghetsvärdar (TV). ”Vi har TV varje dag här.”":         "trygghetsvärdar",
	} {
		if got := quotes(c.Run(opinion("assessment: "+text), 0), "TEST-01"); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	across := opinion("summary: Trygghetsvärdar (TV) anställs.", "assessment: TV ska gå runt.")
	if got := quotes(c.Run(across, 0), "TEST-01"); got != "Trygghetsvärdar|TV" {
		t.Errorf("in another section: %q", got)
	}
}
