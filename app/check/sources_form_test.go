package check

import (
	"slices"
	"strings"
	"testing"

	"yttra/app"
)

// formFindings are the rules of form, of contradiction and of abbreviations that
// speak of a paper, each once.
func formFindings(r Result) []string {
	var out []string
	for _, f := range r.Findings {
		id, _, _ := strings.Cut(f.ID, "/")
		if (strings.HasPrefix(id, "FORM-") || id == "LANG-FORK-01") && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

// What the catalogue (0.4) says must be found of form, and nothing that it says
// is good or does not mention.
func TestFormOfTheSources(t *testing.T) {
	for name, want := range map[string]string{
		// the summary and the ending; draft voice twice; no amount; GVN; the misspelt term
		"001-malmo-yttrande.txt": "FORM-BEL-01 FORM-CHAIN-01 FORM-DRAFT-01 FORM-TERM-01 LANG-FORK-01",
		// no day of approval; rejected in order to wait; dissents and undated papers in the list
		"002-malmo-protokollsutdrag.txt": "FORM-AVSL-02 FORM-PROT-01 FORM-RES-02 FORM-UND-01",
		// no reference; the permit rules of its time. The proposal that stands twice in the same words is good
		"003-stockholm-tjansteutlatande.txt": "FORM-AKT-01 FORM-DNR-02",
	} {
		_, _, r := checkedSource(t, name)
		if got := strings.Join(formFindings(r), " "); got != want {
			t.Errorf("%s: %s\nwant %s", name, got, want)
		}
	}
}

func TestPressWordsOfTheArticle(t *testing.T) {
	_, _, r := checkedSource(t, "000-norrkoping-armband.txt")
	wantFinding(t, r, "FORM-PRESS-01", "en dom")
	wantFinding(t, r, "FORM-PRESS-01", "i böter")
	wantFinding(t, r, "FORM-PRESS-01", "domen från Datainspektionen")
}

// The opinion and the minutes of one matter tell the motion differently: who is
// to get the task.
func TestSourcesOfOneMatter(t *testing.T) {
	c := compiled(t)
	m := &app.Matter{}
	for _, name := range []string{"001-malmo-yttrande.txt", "002-malmo-protokollsutdrag.txt"} {
		d, _ := SplitPaper(c.packs, sourceText(t, name), "")
		d.ID = name
		m.Documents = append(m.Documents, d)
	}
	wantFinding(t, c.Run(m, 0), "FORM-UPPD-01", "grundskolenämnden")
	wantFinding(t, c.Run(m, 1), "FORM-UPPD-01", "grundskolenämnden")
	for i := range m.Documents {
		for _, f := range c.Run(m, i).Findings {
			if slices.Contains([]string{"FORM-NAMN-01", "FORM-DNR-01", "FORM-DAT-01", "FORM-CHAIN-03"}, f.ID) {
				t.Errorf("%s: %s speaks of %q", m.Documents[i].ID, f.ID, f.Quote)
			}
		}
	}
	i := m.Documents[1].Section(app.RoleSummary)
	m.Documents[1].Sections[i].Text = strings.Replace(m.Documents[1].Sections[i].Text, "Magnus Olsson (SD)", "Magnus Ohlsson (SD)", 1)
	wantFinding(t, c.Run(m, 1), "FORM-NAMN-01", "Ohlsson")
}
