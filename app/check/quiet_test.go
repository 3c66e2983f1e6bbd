package check

import (
	"slices"
	"strings"
	"testing"

	"yttra/app"
)

const plainer = "[[look]]\nkind = \"replace\"\n[look.replace]\n\"knorrar\" = \"får\"\n\"i hopp om att\" = \"för att\"\n" +
	"\"av det skälet att\" = \"därför att, eftersom\"\n\"snickrande av\" = \"att bedriva …\"\n\"sammanblandar\" = \"ger\"\n"

func TestSilencedAdviceIsCountedAndNotShown(t *testing.T) {
	for name, c := range map[string]struct {
		matter, profile []app.Quiet
		want            string
		silenced        int
	}{
		"nothing":               {want: "knorrar +1|I hopp om att"},
		"empty":                 {matter: []app.Quiet{{}}, profile: []app.Quiet{{}}, want: "knorrar +1|I hopp om att"},
		"a word":                {profile: []app.Quiet{{Word: "Knorrar"}}, want: "I hopp om att", silenced: 1},
		"a word of the rule":    {profile: []app.Quiet{{Rule: "TEST-01", Word: "i hopp om att"}}, want: "knorrar +1", silenced: 1},
		"a word of another":     {profile: []app.Quiet{{Rule: "TEST-02", Word: "i hopp om att"}}, want: "knorrar +1|I hopp om att"},
		"the rule":              {profile: []app.Quiet{{Rule: "TEST-01"}}, silenced: 2},
		"the rule here":         {matter: []app.Quiet{{Rule: "TEST-01", Document: "d1"}}, silenced: 2},
		"the rule in another":   {matter: []app.Quiet{{Rule: "TEST-01", Document: "d2"}}, want: "knorrar +1|I hopp om att"},
		"everything in another": {matter: []app.Quiet{{Document: "d2"}}, want: "knorrar +1|I hopp om att"},
	} {
		checker := withRule(t, plainer)
		checker.Know(app.Profile{Quiet: c.profile})
		m := opinion("assessment: De knorrar stöd. I hopp om att hon knorrar mer.")
		m.Quiet = c.matter
		r := checker.Run(m, 0)
		if got := quotes(r, "TEST-01"); got != c.want || r.Silenced != c.silenced {
			t.Errorf("%s: %q with %d silenced, want %q with %d", name, got, r.Silenced, c.want, c.silenced)
		}
	}
}

func TestOnlyAdviceIsSilenced(t *testing.T) {
	m := opinion("assessment: Nämnden bedömer att inget behövs.")
	m.Claims = []app.Claim{{Text: "att kameror sätts upp"}}
	m.Quiet = []app.Quiet{{Document: "d1"}}
	c := compiled(t)
	r := c.Run(m, 0)
	if i := slices.IndexFunc(r.Findings, func(f app.Finding) bool { return f.Severity == app.Note }); i >= 0 {
		t.Errorf("%s is advice and is shown", r.Findings[i].ID)
	}
	if !slices.ContainsFunc(r.Findings, func(f app.Finding) bool { return f.Severity == app.Blocking }) {
		t.Error("what stops the paper was silenced")
	}
	f := app.Finding{ID: "FORM-SEC-01/economy", Severity: app.Note}
	if !(app.Quiet{Rule: "FORM-SEC-01"}).Silences(f, "") || !(app.Quiet{Rule: "FORM-SEC-01/economy"}).Silences(f, "") || (app.Quiet{Rule: "FORM-SEC-01/summary"}).Silences(f, "") {
		t.Error("a part of a rule is not told from the others")
	}
}

func TestWhatIsAcceptedWithAReasonIsNotSilenced(t *testing.T) {
	c := withRule(t, plainer)
	m := opinion("assessment: De knorrar stöd. De knorrar mer.")
	m.Answers = []app.Answer{{Criterion: "TEST-01", State: app.Waived, Sentence: "De knorrar stöd.", Words: "knorrar", Reason: "lagens ord"}}
	m.Quiet = []app.Quiet{{Rule: "TEST-01", Document: "d1"}}
	if r := c.Run(m, 0); len(findings(r, "TEST-01")) != 1 || findings(r, "TEST-01")[0].Waived == "" || r.Silenced != 1 {
		t.Errorf("%+v", findings(r, "TEST-01"))
	}
}

func findings(r Result, id string) (out []app.Finding) {
	for _, f := range r.Findings {
		if f.Rule() == id {
			out = append(out, f)
		}
	}
	return out
}

func TestMendsFitTheirPlace(t *testing.T) {
	c := withRule(t, plainer)
	for text, want := range map[string]string{
		"I hopp om att nå dit.":             "För att",
		"Vi gör det i hopp\nom att nå dit.": "för att",
		"Av det skälet att det regnar":      "Därför att|Eftersom",
		"Det är snickrande av skola.":       "",
	} {
		fs := findings(c.Run(opinion("assessment: "+text), 0), "TEST-01")
		if len(fs) != 1 || strings.Join(fs[0].Mends(), "|") != want {
			t.Errorf("%q: %+v, want %q", text, fs, want)
		}
	}
	if fs := findings(c.Run(opinion("assessment: Hon sammanblandat ett rum."), 0), "TEST-01"); len(fs) > 0 {
		t.Errorf("another inflection is mended: %+v", fs)
	}
}

func TestPlacesGivesEveryPlace(t *testing.T) {
	c := withRule(t, plainer)
	m := opinion("summary: De knorrar stöd.", "assessment: De knorrar mer. Snickrande av skola. De knorrar allt.")
	m.Answers = []app.Answer{{Criterion: "TEST-01", State: app.Waived, Sentence: "De knorrar allt.", Words: "knorrar", Reason: "så"}}
	fs := c.Places(m, 0, "TEST-01")
	if len(fs) != 3 || fs[0].Place.Section != 0 || fs[1].Place.Section != 1 || fs[1].Mend != "får" || fs[2].Mend != "" {
		t.Errorf("%+v", fs)
	}
	for _, none := range [][]app.Finding{c.Places(m, 7, "TEST-01"), c.Places(m, 0, "TEST-99"), c.Places(m, 0, "PROP-ALT-01")} {
		if len(none) > 0 {
			t.Errorf("%+v", none)
		}
	}
	m.Quiet = []app.Quiet{{Word: "knorrar", Document: "d1"}}
	if fs := c.Places(m, 0, "TEST-01"); len(fs) != 1 || fs[0].Word != "snickrande av" {
		t.Errorf("silenced, and yet %+v", fs)
	}
}
