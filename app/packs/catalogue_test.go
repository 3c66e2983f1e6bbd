package packs

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"yttra/app"
)

// catalogue lists the criteria by area: parts A and B of the catalogue. A missing file,
// or one too many, changes what every paper is asked.
var catalogue = map[Area]string{
	Proportionality: `PROP-AI-01 PROP-AI-02 PROP-AI-03 PROP-ALT-01 PROP-ANDA-01 PROP-ANSV-01 PROP-BAL-01 PROP-BARN-01
		PROP-BARN-02 PROP-BEHOV-01 PROP-DISK-01 PROP-DPIA-01 PROP-DPIA-02 PROP-DSO-01 PROP-GALL-01 PROP-GRL-01
		PROP-GRUND-01 PROP-INFO-01 PROP-JAM-01 PROP-KANS-01 PROP-KBL-01 PROP-KBL-02 PROP-KBL-03 PROP-KBL-04 PROP-KBL-05
		PROP-KL-01 PROP-KL-02 PROP-LAMP-01 PROP-LEGAL-01 PROP-MIN-01 PROP-NEC-01 PROP-NYTTA-01 PROP-OMF-01 PROP-OMPR-01
		PROP-OSL-01 PROP-PILOT-01 PROP-PRAX-01 PROP-RATTSL-01 PROP-REG-01 PROP-SAK-01 PROP-SAMRAD-01 PROP-SAMT-01
		PROP-SANK-01 PROP-SKYDD-01 PROP-SKYDD-02 PROP-TILL-01 PROP-TRED-01`,
	Cost: `COST-ANN-01 COST-AVV-01 COST-BUD-01 COST-DEL-01 COST-DELA-01 COST-DOK-01 COST-DRIFT-01 COST-ENH-01 COST-FIN-01 COST-GRANS-01 COST-INDEX-01 COST-INT-01 COST-INV-01 COST-JAV-01 COST-JUR-01 COST-KRING-01 COST-LIC-01
		COST-LOCK-01 COST-MILJ-01 COST-MOMS-01 COST-NOLL-01 COST-OPT-01 COST-PILOT-01 COST-PUB-01 COST-RAM-01 COST-RISK-01 COST-SAMMA-01 COST-SANK-01 COST-SKAD-01 COST-SPARR-01 COST-SUNK-01 COST-TCO-01 COST-TROSK-01 COST-UPPF-01 COST-UTB-01 COST-VARDE-01`,
}

func TestCatalogueIsWhole(t *testing.T) {
	p := embeddedPacks(t)
	for area, ids := range catalogue {
		var got []string
		for _, r := range p.Rules {
			if r.Area == area {
				got = append(got, r.ID)
			}
		}
		want := strings.Fields(ids)
		for _, id := range want {
			if !slices.Contains(got, id) {
				t.Errorf("%s is not among the packs", id)
			}
		}
		for _, id := range got {
			if !slices.Contains(want, id) {
				t.Errorf("%s is not in the catalogue", id)
			}
		}
	}
}

// A criterion that a clerk can trust has words in both languages, a wording to
// insert, somewhere for its answer to stand, a source that tells how sure it is,
// and examples of both outcomes.
func TestCriteriaAreComplete(t *testing.T) {
	p := embeddedPacks(t)
	roles := map[string]bool{}
	for _, k := range p.Kinds {
		for _, s := range k.Sections {
			roles[s.Role] = true
		}
	}
	for _, r := range p.Rules {
		if _, ok := catalogue[r.Area]; !ok {
			continue
		}
		for _, fault := range incomplete(r, roles) {
			t.Errorf("%s: %s", r.ID, fault)
		}
	}
}

func TestIncompleteSeesWhatIsMissing(t *testing.T) {
	full := Words{Title: "a", Question: "b", Accept: "c", Fail: "d", Missing: "e", Wording: "f"}
	whole := Rule{ID: "X-1", Area: Proportionality, Section: "assessment", SV: full, EN: full,
		Sources: []Source{{SV: "g", EN: "g", Sure: app.Verified, Checked: "2026-11-22"}},
		Examples: []Example{{Text: "1", State: app.Indicated}, {Text: "2", State: app.Waived}, {Text: "3", State: app.Failed},
			{Text: "4", State: app.NotAddressed}}}
	roles := map[string]bool{"assessment": true}
	if got := incomplete(&whole, roles); len(got) != 0 {
		t.Errorf("a whole rule: %v", got)
	}
	for name, spoil := range map[string]func(*Rule){
		"wording":         func(r *Rule) { r.SV.Wording = " " },
		"English":         func(r *Rule) { r.EN.Question = "" },
		"section":         func(r *Rule) { r.Section = "attic" },
		"source":          func(r *Rule) { r.Sources = nil },
		"day":             func(r *Rule) { r.Sources = []Source{{SV: "g", EN: "g", Sure: app.Known}} },
		"English source":  func(r *Rule) { r.Sources = []Source{{SV: "g", Sure: app.Known, Checked: "2026-11-22"}} },
		"passing example": func(r *Rule) { r.Examples = r.Examples[1:] },
		"failing example": func(r *Rule) { r.Examples = r.Examples[:3] },
		"same text twice": func(r *Rule) { r.Examples[1].Text = "1" },
	} {
		r := whole
		r.Examples = slices.Clone(whole.Examples)
		spoil(&r)
		if got := incomplete(&r, roles); len(got) != 1 {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// incomplete lists what a criterion lacks.
func incomplete(r *Rule, roles map[string]bool) (out []string) {
	for lang, w := range map[string]Words{"sv": r.SV, "en": r.EN} {
		for _, text := range []string{w.Title, w.Question, w.Accept, w.Fail, w.Missing} {
			if strings.TrimSpace(text) == "" {
				out = append(out, "words are missing in "+lang)
			}
		}
	}
	if strings.TrimSpace(r.SV.Wording) == "" {
		out = append(out, "no wording to insert")
	}
	if !roles[r.Section] {
		out = append(out, "no kind of document has the section "+r.Section)
	}
	if len(r.Sources) == 0 {
		out = append(out, "no source")
	}
	for _, s := range r.Sources {
		if s.Sure == "" || s.EN == "" || !s.Checked.Valid() {
			out = append(out, "a source lacks surety, English or day: "+s.SV)
		}
	}
	return append(out, lackingExamples(r)...)
}

func lackingExamples(r *Rule) (out []string) {
	passing, failing, seen := 0, 0, map[string]bool{}
	for _, e := range r.Examples {
		same := fmt.Sprint(e.Text, e.Facts, e.Measures, e.Document)
		if seen[same] {
			out = append(out, "an example stands twice: "+e.Text)
		}
		seen[same] = true
		switch e.State {
		case app.Indicated, app.Waived:
			passing++
		case app.Failed, app.NotAddressed:
			failing++
		}
	}
	if passing < 2 || failing < 2 {
		out = append(out, "fewer than two examples of an outcome")
	}
	return out
}
