package check

import (
	"strings"
	"testing"

	"yttra/app"
)

func TestDeclines(t *testing.T) {
	c := compiled(t)
	for name, tc := range map[string]struct {
		text   string
		claims []app.Decision
		want   bool
	}{
		"rejects":                   {text: "Nämnden föreslår kommunfullmäktige att avslå motionen.", want: true},
		"deems answered":            {text: "Förvaltningen föreslår att motionen anses besvarad.", want: true},
		"approves":                  {text: "Nämnden föreslår kommunfullmäktige att bifalla motionen.", want: false},
		"approves a part":           {text: "Nämnden föreslår att motionens första yrkande bifalls. Nämnden föreslår att motionen avslås i övrigt.", want: false},
		"says nothing":              {text: "Nämnden ser fördelar med förslaget.", want: false},
		"the movers' own rejection": {text: "Motionärerna föreslår att kommunen avslår förslaget.", want: false},
		"answers an inquiry":        {text: "Nämnden godkänner tjänsteutlåtandet som svar på skrivelsen.", want: true},
		"all claims are rejected":   {text: "Kamerorna köps in.", claims: []app.Decision{app.Reject, app.DeemedAnswered}, want: true},
		"a claim is undecided yet":  {text: "Kamerorna köps in.", claims: []app.Decision{app.Reject, app.Undecided}, want: true},
		"no claim is decided":       {text: "Nämnden föreslår att avslå motionen.", claims: []app.Decision{app.Undecided}, want: false},
		"a claim is approved":       {text: "Nämnden föreslår att avslå motionen.", claims: []app.Decision{app.Reject, app.Approve}, want: false},
	} {
		t.Run(name, func(t *testing.T) {
			m := &app.Matter{Documents: []app.Document{{Kind: "opinion", Level: app.Committee,
				Sections: []app.Section{{Role: app.RoleAssessment, Text: tc.text}}}}}
			for _, d := range tc.claims {
				m.Claims = append(m.Claims, app.Claim{Text: "att kommunen köper kameror", Decision: d})
			}
			r := c.newRun(m, &m.Documents[0])
			if got := c.factsOf(r).Declines; got != tc.want {
				t.Errorf("declines %v, want %v", got, tc.want)
			}
		})
	}
}

// A gap weighs less in a paper that declines the measure, in minutes that only
// record, and in a text that is no paper of ours. What the text gets wrong weighs
// the same everywhere.
func TestGravityOfAGap(t *testing.T) {
	c := compiled(t)
	for name, tc := range map[string]struct {
		kind, text, id string
		want           app.Severity
	}{
		"carried out":            {"opinion", "Nämnden föreslår att bifalla motionen.", "PROP-GRUND-01", app.Blocking},
		"declined":               {"opinion", "Nämnden föreslår att avslå motionen.", "PROP-GRUND-01", app.Serious},
		"declined, of execution": {"opinion", "Nämnden föreslår att avslå motionen.", "PROP-KBL-03", app.Note},
		"the test itself":        {"opinion", "Nämnden föreslår att avslå motionen.", "PROP-BAL-01", app.Blocking},
		"minutes":                {"minutes_extract", "Arbetsutskottet föreslår att bifalla motionen.", "PROP-BAL-01", app.Note},
		"no kind":                {"", "Kameror sätts upp vid stationen.", "PROP-BAL-01", app.Note},
		"wrong, though declined": {"opinion", "Kamerorna kräver tillstånd av Integritetsskyddsmyndigheten. Nämnden föreslår att avslå motionen.", "PROP-KBL-05", app.Serious},
	} {
		t.Run(name, func(t *testing.T) {
			m := &app.Matter{Measures: []app.Measure{app.Cameras}, Documents: []app.Document{{Kind: tc.kind, Level: app.Committee, Date: "2026-03-02",
				Sections: []app.Section{{Role: app.RoleAssessment, Text: tc.text}}}}}
			for _, res := range c.Run(m, 0).Criteria {
				if res.ID == tc.id {
					if res.Severity != tc.want {
						t.Errorf("%s is %s (%s), want %s", tc.id, res.Severity, res.State, tc.want)
					}
					return
				}
			}
			t.Errorf("%s does not apply", tc.id)
		})
	}
}

// The finding says why it weighs less than usual.
func TestLighterGapSaysWhy(t *testing.T) {
	c := compiled(t)
	m := &app.Matter{Measures: []app.Measure{app.Cameras}, Documents: []app.Document{{Kind: "opinion", Level: app.Committee,
		Sections: []app.Section{{Role: app.RoleAssessment, Text: "Nämnden föreslår att avslå motionen."}}}}}
	why := map[string]string{}
	for _, f := range c.Run(m, 0).Findings {
		why[f.ID] = f.Why
	}
	if lighter := c.packs.Decisions.Lighter.SV; !strings.HasSuffix(why["PROP-GRUND-01"], lighter) || strings.HasSuffix(why["PROP-BAL-01"], lighter) {
		t.Errorf("PROP-GRUND-01: %q, PROP-BAL-01: %q", why["PROP-GRUND-01"], why["PROP-BAL-01"])
	}
}
