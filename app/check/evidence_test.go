package check

import (
	"fmt"
	"strings"
	"testing"

	"yttra/app"
)

func TestEvidence(t *testing.T) {
	const look = `[[look]]
kind = "evidence"
phrases = ["åtgärdsalternativ*", "belysning*"]
red = ["alternativ saknas"]
unless = ["eftersom"]
needs = ["ändå prövat"]
waiver = ["prövar inte alternativ"]
`
	c := withCriterion(t, look)
	for name, w := range map[string]struct {
		sections []string
		state    app.CriterionState
		quote    string
	}{
		"found":                     {[]string{"assessment: Vi valde bort belysningen."}, app.Indicated, "belysningen"},
		"misspelt":                  {[]string{"assessment: Vi har tre åtgärdsaltenativ."}, app.Indicated, "åtgärdsaltenativ"},
		"not there":                 {[]string{"assessment: Vi valde kameror."}, app.NotAddressed, ""},
		"denied":                    {[]string{"assessment: Belysning har inte övervägts."}, app.NotAddressed, "Belysning"},
		"denied, and then said":     {[]string{"assessment: Belysning har inte övervägts. Ny belysning köps nu."}, app.Indicated, "Ny belysning"},
		"red":                       {[]string{"assessment: Belysning köps. Andra alternativ saknas."}, app.Failed, "alternativ saknas"},
		"red with a reason":         {[]string{"assessment: Alternativ saknas eftersom huset rivs."}, app.NotAddressed, ""},
		"red but met elsewhere":     {[]string{"assessment: Alternativ saknas.", "children: Vi har ändå prövat."}, app.NotAddressed, ""},
		"waived":                    {[]string{"assessment: Nämnden prövar inte alternativ i ett svar på en fråga."}, app.Waived, "prövar inte"},
		"only in the motion":        {[]string{"motion_content: Motionären vill ha belysning.", "assessment: Nej."}, app.NotAddressed, ""},
		"only in a quotation":       {[]string{"assessment: Rektor säger: ”vi vill helst ha mer belysning här”."}, app.NotAddressed, ""},
		"a field is left":           {[]string{"assessment: Belysningen kostar [belopp] kronor."}, app.NotAddressed, "Belysningen"},
		"a field in another":        {[]string{"assessment: Belysning köps. Den kostar [belopp] kronor."}, app.Indicated, "Belysning köps"},
		"waived with a field left":  {[]string{"assessment: Nämnden prövar inte alternativ eftersom [skäl]."}, app.NotAddressed, ""},
		"red, excused by a field":   {[]string{"assessment: Alternativ saknas.", "children: Vi har ändå prövat [vad]."}, app.Failed, "Alternativ saknas"},
		"a quoted term":             {[]string{"assessment: Det kallas ”belysning”."}, app.Indicated, "belysning"},
		"only in a block quotation": {[]string{"assessment: > Mer belysning behövs."}, app.NotAddressed, ""},
		"the mover says it":         {[]string{"assessment: Motionären vill ha bättre belysning."}, app.NotAddressed, ""},
		"the mover has it red":      {[]string{"assessment: Enligt motionären är det så att alternativ saknas. Belysning prövas."}, app.Indicated, "Belysning prövas"},
		"said against the mover":    {[]string{"assessment: Motionären vill ha kameror, men förvaltningen föreslår belysning."}, app.Indicated, "belysning"},
		"a list of the motion's":    {[]string{"assessment: I motionen yrkas:\n\n- att belysningen byts\n- att kameror köps\n\nNämnden säger nej."}, app.NotAddressed, ""},
		"after the motion's list":   {[]string{"assessment: I motionen yrkas:\n\n- att kameror köps\n\nNy belysning räcker."}, app.Indicated, "Ny belysning"},
		"below the motion's own":    {[]string{"assessment: ## Motionens innehåll\n\nMer belysning.\n\n## Svar på motionen\n\nNej."}, app.NotAddressed, ""},
		"below the answer":          {[]string{"assessment: ## Bedömning av motionen\n\nMer belysning."}, app.Indicated, "belysning"},
		"asked":                     {[]string{"assessment: Kan belysning räcka?"}, app.NotAddressed, "Kan belysning"},
		"red, asked":                {[]string{"assessment: Är det sant att alternativ saknas?"}, app.NotAddressed, ""},
		"own words waived":          {[]string{"assessment: Då ärendet är ett svar görs ingen egen analys av belysningen."}, app.Waived, "ingen egen analys"},
		"own words, no reason":      {[]string{"assessment: Förvaltningen gör ingen egen analys av belysningen."}, app.NotAddressed, "ingen egen analys"},
		"not needed, with a reason": {[]string{"assessment: Någon analys av belysningen har inte bedömts nödvändig eftersom huset rivs."}, app.Waived, "huset rivs"},
		"not needed, no reason":     {[]string{"assessment: Någon analys av belysningen har inte bedömts nödvändig."}, app.NotAddressed, "inte bedömts"},
		"not the matter's":          {[]string{"assessment: Ärendet bedöms inte påverka belysningen eftersom det gäller priset."}, app.Waived, "priset"},
		"not the matter's, bare":    {[]string{"assessment: Ärendet bedöms inte påverka belysningen."}, app.NotAddressed, "inte påverka"},
		"a judgement is no waiver":  {[]string{"assessment: Kameror är inte nödvändiga eftersom belysningen räcker."}, app.Indicated, "belysningen räcker"},
		"answered and waived":       {[]string{"assessment: Ny belysning prövas. Eftersom huset rivs görs ingen egen analys av belysningen."}, app.Indicated, "Ny belysning"},
		"only in a heading":         {[]string{"assessment: ## Belysning\n\nNej."}, app.NotAddressed, ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := c.Run(opinion(w.sections...), 0)
			got := resultOf(t, r, "TEST-01")
			if got.State != w.state || !strings.Contains(evidence(r, "TEST-01"), w.quote) {
				t.Errorf("%s with %q", got.State, evidence(r, "TEST-01"))
			}
			speaks := quotes(r, "TEST-01") != ""
			if open := w.state == app.Failed || w.state == app.NotAddressed; speaks != open {
				t.Errorf("state %s, finding %v", w.state, speaks)
			}
		})
	}
}

func resultOf(t *testing.T, r Result, id string) app.CriterionResult {
	t.Helper()
	for _, c := range r.Criteria {
		if c.ID == id {
			return c
		}
	}
	t.Fatalf("%s does not apply", id)
	return app.CriterionResult{}
}

// A criterion holds every sentence that answers it, from all looks, in order.
func TestAllSentencesAreKept(t *testing.T) {
	c := withCriterion(t, "[[look]]\nkind = \"evidence\"\nphrases = [\"lampa~\"]\n[[look]]\nkind = \"evidence\"\nphrases = [\"stolpe~\"]\n")
	var text, want string
	for i := range 12 {
		word := []string{"Lampan", "Stolpen"}[i%2]
		text += fmt.Sprintf("%s står i nummer %d. ", word, i)
		want += fmt.Sprintf("%s står i nummer %d.\n", word, i)
	}
	if got := evidence(c.Run(opinion("assessment: "+text), 0), "TEST-01"); got+"\n" != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestLooksSpeakTogether(t *testing.T) {
	c := withCriterion(t, "[[look]]\nkind = \"evidence\"\nphrases = [\"ja\"]\n[[look]]\nkind = \"evidence\"\nred = [\"nej\"]\n[[look]]\nkind = \"evidence\"\nred = [\"kanske\"]\nroles = [\"summary\"]\n[[look]]\nkind = \"phrase\"\nphrases = [\"aldrig\"]\n")
	for text, want := range map[string]app.CriterionState{"Ja.": app.Indicated, "Ja. Nej.": app.Failed, "Nej.": app.Failed, "Hm.": app.NotAddressed,
		"Ja, kanske.": app.Indicated, "Ja, aldrig.": app.Failed} {
		if got := resultOf(t, c.Run(opinion("assessment: "+text), 0), "TEST-01").State; got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
	only := withCriterion(t, "[[look]]\nkind = \"evidence\"\nred = [\"nej\"]\n")
	if got := resultOf(t, only.Run(opinion("assessment: Hm."), 0), "TEST-01").State; got != app.Indicated {
		t.Errorf("nothing but red phrases, none found: %s", got)
	}
}

func TestCriterionFinding(t *testing.T) {
	c := withCriterion(t, "[[severity_when]]\nwhen = \"measure.BIO\"\nseverity = \"blocking\"\n[[severity_when]]\nwhen = \"children\"\nseverity = \"note\"\n[[look]]\nkind = \"evidence\"\nphrases = [\"ja\"]\nred = [\"nej\"]\n")
	m := opinion("assessment: Först detta. Nej!")
	m.Measures, m.Affected = []app.Measure{app.Biometrics}, []app.Group{app.Children}
	var f app.Finding
	for _, f = range c.Run(m, 0).Findings {
		if f.ID == "TEST-01" {
			break
		}
	}
	if f.Severity != app.Blocking || f.Quote != "Nej!" || f.Why != "underkänt" || f.Wording != "Skriv så." || f.Cost ||
		f.Source != "5 § påhittade lagen (kontrollera)" || f.Place != (app.Place{Section: 0, Span: app.Span{Start: 14, End: 18}}) {
		t.Errorf("%+v", f)
	}
	m.Documents[0].Sections[0].Text = "Först detta."
	for _, f = range c.Run(m, 0).Findings {
		if f.ID == "TEST-01" {
			break
		}
	}
	if f.Why != "saknas" || f.Place != (app.Place{Section: 0}) || f.Quote != "" {
		t.Errorf("%+v", f)
	}
}
