package check

import (
	"strings"
	"testing"

	"yttra/app"
)

// The kinds of look that find words, each with the texts that tell it apart.
func TestKindsOfLook(t *testing.T) {
	for _, kind := range []struct {
		name, look string
		cases      map[string]string // the assessment to what is pointed at
	}{
		{"phrase", "phrases = [\"åsna*\", \"åsnan öser\"]\nunless = [\"citat\"]\nneeds = [\"får användas\"]", map[string]string{
			"Åsnan öser.":                         "Åsnan öser",
			"Ett citat om åsnor. Inga åsnor.":     "",
			"En åsna här. En åsna där.":           "åsna|åsna",
			"En åsna. Ordet får användas.":        "",
			"Boken ”om en åsna som alla älskade”": "",
		}},
		{"phrase", "phrases = [\"åsna*\"]\nwith = [\"gul*\"]\ngiven = [\"stall*\"]\nmax = 2", map[string]string{
			"En gul åsna.":                 "",
			"En gul åsna. Ett stall.":      "åsna",
			"En grå åsna. Ett gult stall.": "",
			"En gul åsna. Gula åsnan. Gul åsna igen. Det är stall.": "åsna|åsnan",
		}},
		{"replace", "[look.replace]\n\"erhåll*\" = \"få\"\n\"i enlighet med\" = \"enligt\"", map[string]string{
			"De erhåller bidrag i enlighet med lagen.": "erhåller|i enlighet med",
			"De får bidrag enligt lagen.":              "",
			"De erhåller mer, hon erhåller mer.":       "erhåller +1",
		}},
		{"sentence", "max = 5", map[string]string{
			"En två tre fyra fem.":                "",
			"En två tre fyra fem sex. Kort.":      "En två tre fyra fem sex.",
			"| en | två | tre | fyra | fem | 6 |": "",
			"- en två tre fyra fem sex sju":       "",
		}},
		{"amount", "phrases = [\"kosta*\"]\nunless = [\"inget\"]", map[string]string{
			"Det kostar. Mycket.":           "Det kostar.",
			"Det kostar. Nämligen 500 kr.":  "",
			"Det kostar inget.":             "",
			"Priset är okänt.":              "",
			"Det kostar 35 000 kr per år.":  "",
			"Vi har 35 000 elever, kostar?": "Vi har 35 000 elever, kostar?",
		}},
		{"abbreviation", "phrases = [\"EU\"]", map[string]string{
			"Enligt IMY och EU.": "IMY",
			"Integritetsskyddsmyndigheten (IMY) säger. IMY menar.": "",
			"Vid IMY (Integritetsskyddsmyndigheten) finns råd.":    "",
			"Integritetsskyddsmyndigheten, IMY, säger.":            "",
			"IMY:s beslut. IMY säger.":                             "IMY",
			"Ett PUB-avtal krävs.":                                 "PUB",
			"Ärendet KS 2026/0123 och kapitel IV.":                 "",
			"Elsa Ek (SD) och ÅÄÖ.":                                "ÅÄÖ",
			"VIKTIGT ATT VETA":                                     "",
		}},
		{"typography", "phrases = [\"thousands\", \"decimal\", \"percent\", \"interval\", \"dash\", \"quotes\", \"hard_space\", \"million\"]", map[string]string{
			"Det blir 1.250.000 kr och 35.000 kr.":                           "1.250.000 +1",
			"Det blir 2.4 miljoner, 5% mer, 2024-2027.":                      "2.4|5%|2024-2027",
			"Ja - nej, \"kanske\", 5§, §5, 7 mkr.":                           "-|\"kanske\"|5§ +1|mkr",
			"Lag (2017:725), 2024-01-25, kl. 15.00, artikel 6.1, e-tjänst.":  "",
			"Den 25.10.2026 blev det 1\u00a0250\u00a0000 kr – 5\u00a0% mer.": "",
		}},
		{"lix", "max = 1", map[string]string{"Kort text som är lätt.": ""}},
	} {
		c := withRule(t, "[[look]]\nkind = \""+kind.name+"\"\n"+kind.look+"\n")
		for text, want := range kind.cases {
			if got := quotes(c.Run(opinion("assessment: "+text), 0), "TEST-01"); got != want {
				t.Errorf("%s in %q: got %q, want %q", kind.name, text, got, want)
			}
		}
	}
}

func TestRolesAndSkip(t *testing.T) {
	m := opinion("summary: åsna", "motion_content: åsna", "assessment: åsna", "proposal: åsna", "reservation: åsna")
	for look, want := range map[string][]int{
		"":                              {0, 2, 3},
		"roles = [\"motion_content\"]":  {1},
		"skip = [\"summary\"]":          {2, 3},
		"when = \"children\"":           nil,
		"when = \"kind == 'opinion'\"":  {0, 2, 3},
		"roles = [\"a\", \"proposal\"]": {3},
	} {
		c := withRule(t, "[[look]]\nkind = \"phrase\"\nphrases = [\"åsna\"]\n"+look+"\n")
		var got []int
		for _, f := range c.Run(m, 0).Findings {
			if f.ID == "TEST-01" {
				got = append(got, f.Place.Section)
			}
		}
		if len(got) != len(want) {
			t.Fatalf("%q: sections %v, want %v", look, got, want)
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%q: sections %v, want %v", look, got, want)
			}
		}
	}
}

func TestMissingSections(t *testing.T) {
	c := compiled(t)
	full := []string{"ingress: Kulturnämnden lämnar följande yttrande:", "summary: S.", "motion_content: M.", "assessment: B.", "proposal: P."}
	titles := func(m *app.Matter) (out string) {
		for _, f := range c.Run(m, 0).Findings {
			if strings.HasPrefix(f.ID, "FORM-SEC-01/") {
				out += f.Title + ";"
			}
		}
		return out
	}
	if got := titles(opinion(full...)); got != "" {
		t.Errorf("all are there, yet %s", got)
	}
	if got := titles(opinion(full[:4]...)); got != "Avsnittet ”Ställningstagande” saknas;" {
		t.Errorf("no proposal: %s", got)
	}
	m := opinion(append(full[:4:4], "proposal: ")...)
	if got := titles(m); got != "Avsnittet ”Ställningstagande” saknas;" {
		t.Errorf("an empty proposal without claims: %s", got)
	}
	m.Claims = claims(app.Reject)
	if got := titles(m); got != "" {
		t.Errorf("a proposal that follows from the claims: %s", got)
	}
	m.Affected = []app.Group{app.Children}
	if got := titles(m); got != "Avsnittet ”Barnets bästa” saknas;" {
		t.Errorf("children are affected: %s", got)
	}
	if got := titles(opinion(append([]string{"head: Kulturnämnden lämnar följande yttrande:"}, full[1:]...)...)); got != "" {
		t.Errorf("the opening line stands in the head: %s", got)
	}
	m = opinion("head: Kulturnämnden", "assessment: Motionären vill ha bänkar. Nämnden bedömer att de inte behövs och avstyrker motionen.")
	m.Affected = []app.Group{app.Children}
	if got := titles(m); got != "" {
		t.Errorf("a short paper from elsewhere says all of it: %s", got)
	}
	m.Documents[0].Sections[1].Text += strings.Repeat(" Det är kallt.", 40)
	if got := titles(m); got != "Avsnittet ”Sammanfattning” saknas;" {
		t.Errorf("a long paper from elsewhere: %s", got)
	}
	if got := titles(opinion("head: Kulturnämnden", "assessment: Det är kallt.")); !strings.Contains(got, "Ställningstagande") {
		t.Errorf("a paper from elsewhere that proposes nothing: %s", got)
	}
}

func TestHardSectionPointsAtItsWorstSentence(t *testing.T) {
	text := ""
	for range 30 {
		text += "Integritetsskyddsmyndighetens personuppgiftsbehandling förutsätter konsekvensbedömningar. "
	}
	worst := "Verksamhetsområdets integritetsskyddsmyndighetsutövning föranleder kompletterande utredningsåtgärder beträffande förutsättningarna."
	c := withRule(t, "[[look]]\nkind = \"lix\"\nmax = 1\n")
	if got := quotes(c.Run(opinion("assessment: "+text+worst), 0), "TEST-01"); got != worst {
		t.Errorf("points at %q", got)
	}
}

func TestCountsOnlyRunningText(t *testing.T) {
	r := compiled(t).Run(opinion("ingress: Nämnden svarar.", "head: Huvud huvud.", "assessment: ## Rubrik\n\nEn kort mening.\n\n| a | b |\n\n- punkt", "proposal: Punkt."), 0)
	if r.Words != 5 || r.Usual != 57 {
		t.Errorf("%d words, usual LIX %d", r.Words, r.Usual)
	}
}
