package check

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yttra/app"
)

// sourceText reads a real paper that lies beside the repository. Its sentences
// never enter the repository; what must be found in it does.
func sourceText(t *testing.T, name string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the package")
		}
		dir = filepath.Dir(dir)
	}
	data, err := os.ReadFile(filepath.Join(dir, "..", "shared", "sources", name))
	if err != nil {
		if os.Getenv("YTTRA_DEMAND_SHARED") == "1" {
			t.Fatal(err)
		}
		t.Skip("sources: ../shared is absent")
	}
	return string(data)
}

// checkedSource splits a paper and runs every rule over it.
func checkedSource(t *testing.T, name string) (app.Document, *app.Matter, Result) {
	t.Helper()
	text := sourceText(t, name)
	c := compiled(t)
	d, offsets := SplitPaper(c.packs, text, "")
	for i, s := range d.Sections {
		if !strings.HasPrefix(text[offsets[i]:], s.Text) {
			t.Errorf("section %d does not lie at byte %d", i, offsets[i])
		}
	}
	m := &app.Matter{Documents: []app.Document{d}}
	m.Measures, m.Affected, m.Purchase = Propose(c.packs, text)
	return d, m, c.Run(m, 0)
}

func wantSections(t *testing.T, d app.Document, kind string, want string) {
	t.Helper()
	if got := roles(d); d.Kind != kind || got != want {
		t.Errorf("%s with %s, want %s with %s", d.Kind, got, kind, want)
	}
}

func wantStates(t *testing.T, r Result, want map[string]app.CriterionState) {
	t.Helper()
	got := map[string]app.CriterionState{}
	for _, c := range r.Criteria {
		got[c.ID] = c.State
	}
	for id, state := range want {
		if got[id] != state {
			t.Errorf("%s is %q, want %q", id, got[id], state)
		}
	}
}

// wantFinding demands a finding of the rule whose quote holds the words.
func wantFinding(t *testing.T, r Result, id, words string) {
	t.Helper()
	if !slices.ContainsFunc(r.Findings, func(f app.Finding) bool { return f.ID == id && strings.Contains(f.Quote, words) }) {
		t.Errorf("%s does not speak of %q", id, words)
	}
}

func evidence(r Result, id string) string {
	for _, c := range r.Criteria {
		if c.ID == id {
			var all []string
			for _, e := range c.Evidence {
				all = append(all, e.Text)
			}
			return strings.Join(all, "\n")
		}
	}
	return ""
}

func TestSourceOpinion(t *testing.T) {
	d, m, r := checkedSource(t, "001-malmo-yttrande.txt")
	wantSections(t, d, "opinion", "head summary background motion_content assessment reservation")
	if d.Date != "2019-04-26" || !m.Has(app.Biometrics) || !m.Touches(app.Children) || !m.Purchase {
		t.Errorf("dated %s, about %v, touching %v, purchase %v", d.Date, m.Measures, m.Affected, m.Purchase)
	}
	wantStates(t, r, map[string]app.CriterionState{
		"PROP-SAMT-01": app.Failed, "PROP-ANSV-01": app.Failed,
		"PROP-BARN-01": app.NotAddressed, "PROP-DPIA-01": app.NotAddressed, "PROP-GALL-01": app.NotAddressed,
		"PROP-ALT-01": app.Indicated, "PROP-SKYDD-01": app.Indicated, "PROP-RATTSL-01": app.Indicated, "PROP-BAL-01": app.Indicated,
	})
	wantFinding(t, r, "FORM-CHAIN-01", "kommunfullmäktige")
	wantFinding(t, r, "FORM-DRAFT-01", "föreslås att föreslå")
	wantFinding(t, r, "FORM-DRAFT-01", "föreslås GVN föreslå")
	wantFinding(t, r, "FORM-BEL-01", "ekonomiska aspekten")
	wantFinding(t, r, "LANG-FORK-01", "GVN")
	for id, words := range map[string]string{"PROP-SAMT-01": "samtycke", "PROP-ANSV-01": "leverantörerna har ansvaret",
		"PROP-ALT-01": "taggar", "PROP-SKYDD-01": "skyddad identitet", "PROP-BAL-01": "proportion"} {
		if !strings.Contains(evidence(r, id), words) {
			t.Errorf("%s does not point at %q", id, words)
		}
	}
}

// The paper misspells its own subject; the misspelt word alone must tell what it
// is about.
func TestSourceOpinionMisspelt(t *testing.T) {
	text := sourceText(t, "001-malmo-yttrande.txt")
	var misspelt []string
	for _, line := range strings.Split(text, "\n") {
		if strings.Contains(line, "nsiktsgenkänning") && !strings.Contains(line, "nsiktsigenkänning") {
			misspelt = append(misspelt, line)
		}
	}
	if len(misspelt) == 0 {
		t.Fatal("no line has only the misspelt word")
	}
	if measures, _, _ := Propose(loadPacks(t), strings.Join(misspelt, "\n")); !slices.Contains(measures, app.Biometrics) {
		t.Errorf("proposed %v", measures)
	}
}

func TestSourceMinutes(t *testing.T) {
	d, _, r := checkedSource(t, "002-malmo-protokollsutdrag.txt")
	wantSections(t, d, "minutes_extract", "head signatures item summary proposal documents")
	wantStates(t, r, map[string]app.CriterionState{"PROP-RATTSL-01": app.Indicated, "COST-FIN-01": app.NotAddressed, "COST-TCO-01": app.NotAddressed})
	if !strings.Contains(evidence(r, "PROP-RATTSL-01"), "avvakta") {
		t.Error("PROP-RATTSL-01 does not point at the waiting")
	}
	for _, f := range r.Findings {
		if strings.HasPrefix(f.ID, "FORM-CHAIN") {
			t.Errorf("the chain holds, yet %s speaks of %q", f.ID, f.Quote)
		}
	}
}

func TestSourceOfficialReport(t *testing.T) {
	d, m, r := checkedSource(t, "003-stockholm-tjansteutlatande.txt")
	wantSections(t, d, "official_report", "head proposal summary background preparation assessment children proposal annexes attest")
	if d.Date != "2024-01-25" || !slices.Equal(m.Measures, []app.Measure{app.Cameras}) {
		t.Errorf("dated %s, about %v", d.Date, m.Measures)
	}
	wantStates(t, r, map[string]app.CriterionState{"PROP-BARN-01": app.Waived, "PROP-JAM-01": app.Waived,
		"PROP-OMPR-01": app.Indicated, "PROP-ALT-01": app.Indicated})
	wantFinding(t, r, "FORM-AKT-01", "tillstånd för kamerabevakning") // right in 2024, out of date since 1 April 2025

	m.Documents[0].Date = "2026-01-25"
	wantStates(t, compiled(t).Run(m, 0), map[string]app.CriterionState{"PROP-KBL-05": app.Failed})
	if !strings.Contains(evidence(r, "PROP-BARN-01"), "ingen egen analys") {
		t.Error("PROP-BARN-01 does not point at the waiver")
	}
	for _, f := range r.Findings {
		if f.ID == "PROP-BARN-01" {
			t.Error("a reasoned waiver in the text is not a finding")
		}
	}
}
