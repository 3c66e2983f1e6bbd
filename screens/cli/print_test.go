package cli

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"yttra/app"
)

// Notes are told in short only when they are many; one that has been accepted is
// no open note, and keeps its reason.
func TestWhenNotesAreFolded(t *testing.T) {
	for name, c := range map[string]struct {
		notes int
		all   bool
		lines int // findings told in full
	}{"few": {notesFrom, false, notesFrom + 2}, "many": {notesFrom + 1, false, 2}, "all": {notesFrom + 1, true, notesFrom + 3}} {
		var out bytes.Buffer
		r := Report{Findings: []ReportFinding{{ID: "COST-FIN-01", Severity: app.Blocking, Message: "Finansieringen"},
			{ID: "LANG-ORD-01", Severity: app.Note, Message: "Ordet", Waived: "Det är ett namn."}}}
		for i := range c.notes {
			r.Findings = append(r.Findings, ReportFinding{ID: fmt.Sprintf("FORM-SEC-01/%d", i%2), Severity: app.Note, Message: "Avsnittet", repeats: i % 2})
		}
		f := &face{term: Terminal{Out: &out}, lang: "sv"}
		if err := f.printReport(r, c.all); err != nil {
			t.Fatal(err)
		}
		if got := strings.Count("\n"+out.String(), "\nAnmärkning · ") + strings.Count(out.String(), "Stoppande · ") + strings.Count(out.String(), "Godkänt med skäl · "); got != c.lines {
			t.Errorf("%s: %d in full, want %d:\n%s", name, got, c.lines, &out)
		}
		if folded := strings.Contains(out.String(), "    FORM-SEC-01      Avsnittet · 31 ställen\n"); folded != (name == "many") {
			t.Errorf("%s: folded %v:\n%s", name, folded, &out)
		}
	}
}
