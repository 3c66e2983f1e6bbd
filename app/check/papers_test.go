package check

import (
	"os"
	"path/filepath"
	"testing"

	"yttra/app"
	"yttra/app/packs"
)

// The invented paper of every kind can be made final: nothing stops it.
func TestSamplePapersAreFree(t *testing.T) {
	files, err := filepath.Glob("../sample/data/papers/*.json")
	if err != nil || len(files) < 4 {
		t.Fatalf("%d papers, %v", len(files), err)
	}
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	c, err := Compile(p, "sv")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		m, err := app.DecodeMatter(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for i, d := range m.Documents {
			if d.Status != app.Final {
				t.Errorf("%s: %s is no final paper", name, d.Kind)
			}
			for _, f := range c.Run(m, i).Findings {
				if f.Severity == app.Blocking && f.Waived == "" {
					t.Errorf("%s: %s stops it: %q", name, f.ID, f.Quote)
				}
			}
		}
	}
}

// An answer to a referral has no motion behind it, and a dissent proposes what the
// body does not: no rule about claims or decisions speaks of them, though the
// matter's claims have no decision.
func TestClaimsDoNotStopOtherPapers(t *testing.T) {
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	c, err := Compile(p, "sv")
	if err != nil {
		t.Fatal(err)
	}
	m := &app.Matter{Title: "Motion om bänkar", Claims: []app.Claim{{Text: "att bänkar sätts upp"}}, Measures: []app.Measure{app.Cameras}, Purchase: true}
	for _, kind := range []string{"referral_response", "reservation", "separate_statement", "opinions_summary"} {
		m.Documents = []app.Document{{Kind: kind, Level: app.Committee, Sections: []app.Section{{Role: "assessment", Text: "Vi föreslår att motionen bifalls. Kameror sätts upp."}}}}
		r := c.Run(m, 0)
		for _, f := range r.Findings {
			if k, _ := p.Kind(kind); k.Spares(f.ID) || f.Severity == app.Blocking {
				t.Errorf("%s: %s (%s)", kind, f.ID, f.Severity)
			}
		}
		if kind != "referral_response" && len(r.Criteria) > 0 {
			t.Errorf("%s has %d criteria to answer", kind, len(r.Criteria))
		}
	}
	m.Documents[0].Kind = "opinion"
	if r := c.Run(m, 0); app.TallyOf(r.Findings).Blocking == 0 || len(r.Criteria) == 0 {
		t.Error("an opinion is let off too")
	}
}
