package intake

import (
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/sample"
)

// The motions of the demo are read as the matters they belong to.
func TestSampleMotions(t *testing.T) {
	for _, want := range sample.Register() {
		text := pasted(want.Motion.Text)
		p := Motion(text)
		checkSpans(t, text, p)
		got := p.Matter()
		if got.Title != want.Title || got.Received != want.Received {
			t.Errorf("%s: title %q, received %q", want.Title, got.Title, got.Received)
		}
		if len(got.References) > 0 && got.References[0] != want.References[0] {
			t.Errorf("%s: references %q", want.Title, got.References)
		}
		if a, b := moversOf(got), moversOf(&want); a != b {
			t.Errorf("%s: movers %q", want.Title, a)
		}
		if a, b := claimsOf(got), claimsOf(&want); a != b {
			t.Errorf("%s: claims\n%s\nwant\n%s", want.Title, a, b)
		}
		if got.Motion.Text != want.Motion.Text {
			t.Errorf("%s: the text is not kept", want.Title)
		}
	}
}

func TestSampleMotionToOpen(t *testing.T) {
	text := pasted(sample.Motion())
	p := Motion(text)
	checkSpans(t, text, p)
	if len(p.Claims) != 3 || len(p.Movers) != 2 || len(p.References) != 1 || p.Received.Value != "2026-10-19" || len(p.Doubts) != 0 {
		t.Errorf("%s", described(p))
	}
	for _, c := range p.Claims {
		if !c.Sure {
			t.Errorf("%q is not sure: %s", c.Value, c.Doubt)
		}
	}
}

func TestMatterClaimsBeginWithAtt(t *testing.T) {
	for in, want := range map[string]string{
		"att kommunen bygger":            "att kommunen bygger",
		"Kommunen bygger en bro":         "att kommunen bygger en bro",
		"Exempelstads kommun bygger":     "att Exempelstads kommun bygger",
		"IT-stödet byts ut":              "att IT-stödet byts ut",
		"Öppna gårdar inrättas":          "att öppna gårdar inrättas",
		"nya skyltar till badplatsen nu": "att nya skyltar till badplatsen nu",
	} {
		m := Proposal{Claims: []Field{{Value: in}}}.Matter()
		if m.Claims[0].Text != want {
			t.Errorf("%q becomes %q, want %q", in, m.Claims[0].Text, want)
		}
	}
}

func moversOf(m *app.Matter) string {
	var out []string
	for _, v := range m.Movers {
		out = append(out, v.Name+" "+v.Party)
	}
	return strings.Join(out, ", ")
}

func claimsOf(m *app.Matter) string {
	var out []string
	for _, c := range m.Claims {
		out = append(out, c.Text)
	}
	return strings.Join(out, "\n")
}
