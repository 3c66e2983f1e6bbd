package check

import (
	"strings"
	"testing"

	"yttra/app"
)

func claims(ds ...app.Decision) []app.Claim {
	var out []app.Claim
	for _, d := range ds {
		out = append(out, app.Claim{Text: "att något görs", Decision: d})
	}
	return out
}

func TestUndecidedClaims(t *testing.T) {
	m := opinion("assessment: Text.", "proposal: ")
	m.Claims = claims(app.Reject, app.Undecided, app.Undecided)
	var got []string
	for _, f := range compiled(t).Run(m, 0).Findings {
		if strings.HasPrefix(f.ID, "FORM-DEC-01/") {
			got = append(got, f.Title)
			if f.Place.Section != 1 || f.Severity != app.Blocking {
				t.Errorf("%+v", f)
			}
		}
	}
	if strings.Join(got, "|") != "Yrkande 2 har inget förslag|Yrkande 3 har inget förslag" {
		t.Errorf("%q", got)
	}
}

func TestTextProposesSomethingElse(t *testing.T) {
	c := compiled(t)
	for name, w := range map[string]struct {
		claims []app.Claim
		text   string
		want   string
	}{
		"same":            {claims(app.Reject), "Nämnden föreslår att motionen avslås.", ""},
		"other":           {claims(app.Approve), "Nämnden föreslår att motionen avslås.", "Nämnden föreslår att motionen avslås."},
		"one of two":      {claims(app.Approve, app.Reject), "Nämnden föreslår att yrkande 2 avslås.", ""},
		"the other claim": {claims(app.Approve, app.Reject), "Nämnden föreslår att yrkande 1 avslås.", "Nämnden föreslår att yrkande 1 avslås."},
		"no such claim":   {claims(app.Approve), "Nämnden föreslår att yrkande 3 avslås.", ""},
		"part":            {claims(app.PartialApprove), "Nämnden föreslår att motionen avslås i övrigt.", ""},
		"undecided":       {claims(app.Approve, app.Undecided), "Nämnden föreslår att motionen avslås.", ""},
		"not a proposal":  {claims(app.Approve), "En liknande motion avslogs 2019 och avslås ofta.", ""},
		"answered":        {claims(app.Reject), "Nämnden föreslår att motionen anses besvarad.", "Nämnden föreslår att motionen anses besvarad."},
		"supports or not": {claims(app.Reject), "Nämnden bör tillstyrka motionen.", "Nämnden bör tillstyrka motionen."},
	} {
		t.Run(name, func(t *testing.T) {
			m := opinion("assessment: "+w.text, "proposal: ")
			m.Claims = w.claims
			if got := quotes(c.Run(m, 0), "FORM-DEC-02"); got != w.want {
				t.Errorf("got %q, want %q", got, w.want)
			}
		})
	}
}

func TestSummaryAgainstEnding(t *testing.T) {
	c := compiled(t)
	const summary = "summary: Behovet är litet. Nämnden föreslår kommunfullmäktige att avslå motionen."
	for name, w := range map[string]struct {
		sections []string
		claims   []app.Claim
		broken   bool
	}{
		"the claims say the same":       {[]string{summary, "assessment: Skäl.", "proposal: "}, claims(app.Reject), false},
		"the claims say something else": {[]string{summary, "assessment: Skäl.", "proposal: "}, claims(app.Approve), true},
		"the claims are a part":         {[]string{summary, "proposal: "}, claims(app.PartialApprove), false},
		"the written proposal differs":  {[]string{summary, "proposal: Nämnden föreslår kommunstyrelsen att bifalla motionen."}, nil, true},
		"an ending without a heading":   {[]string{summary, "assessment: Skäl. Nämnden föreslår kommunstyrelsen att avslå motionen."}, nil, true},
		"the whole way":                 {[]string{summary, "assessment: Nämnden föreslår kommunstyrelsen att föreslå kommunfullmäktige att avslå motionen."}, nil, false},
		"no ending":                     {[]string{summary, "assessment: Skäl."}, nil, false},
		"no summary":                    {[]string{"assessment: Nämnden föreslår att motionen bifalls."}, nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			m := opinion(w.sections...)
			m.Claims = w.claims
			if got := quotes(c.Run(m, 0), "FORM-CHAIN-01"); (got != "") != w.broken {
				t.Errorf("speaks of %q", got)
			}
		})
	}
}

func TestBodiesClimb(t *testing.T) {
	for _, w := range []struct {
		from  app.Level
		chain []app.Level
		want  bool
	}{
		{app.Committee, []app.Level{app.ExecutiveBoard, app.Council}, true},
		{app.Committee, []app.Level{app.Council}, true},
		{app.ExecutiveCommittee, []app.Level{app.ExecutiveBoard, app.Council}, true},
		{app.ExecutiveCommittee, []app.Level{app.Council}, false},
		{app.ExecutiveBoard, []app.Level{app.Council}, true},
		{app.ExecutiveBoard, []app.Level{app.ExecutiveBoard}, false},
		{app.Council, []app.Level{app.ExecutiveBoard}, false},
		{app.Committee, []app.Level{app.Council, app.ExecutiveBoard}, false},
		{"", []app.Level{app.Council}, true},
	} {
		if got := climbs(w.from, w.chain); got != w.want {
			t.Errorf("%s to %v: %v", w.from, w.chain, got)
		}
	}
}
