package cli

import (
	"fmt"

	"yttra/app"
	"yttra/app/check"
	"yttra/reports"
)

// control checks a document for its protocol, in Swedish as all paper is. The day
// is the one given, or that of the document's last check; never the clock's.
func (f *face) control(l check.Laid, m *app.Matter, doc int, profile app.Profile, on string) (reports.Control, error) {
	today, err := day("--today", on)
	if err != nil {
		return reports.Control{}, err
	}
	checker := l.Checker
	if checker.Lang() != "sv" {
		if checker, err = check.Compile(l.Packs, "sv"); err != nil {
			return reports.Control{}, fmt.Errorf("check in Swedish: %w", err)
		}
	}
	checker.Know(profile)
	f.spell(checker)
	if c := m.Documents[doc].Checked; today == "" && c != nil {
		today = c.On
	}
	r := checker.RunOn(m, doc, today)
	return reports.Control{Criteria: r.Criteria, Findings: r.Findings, Silenced: r.Silenced, On: today}, nil
}

// day reads a day from the command line; an empty one is no day.
func day(flag, s string) (app.Date, error) {
	if s == "" {
		return "", nil
	}
	d, err := app.ParseDate(s)
	if err != nil {
		return "", usage("%s %s", flag, s)
	}
	return d, nil
}
