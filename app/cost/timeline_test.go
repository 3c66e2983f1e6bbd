package cost_test

import (
	"fmt"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/cost"
)

// steps writes a timeline: code, first and last day.
func steps(tl cost.Timeline) string {
	var out []string
	for _, s := range tl.Steps {
		out = append(out, fmt.Sprintf("%s %s %s", s.Code, s.From, s.To))
	}
	return strings.Join(append(out, fmt.Sprintf("%s: contract %s, use %s", tl.As, tl.EarliestContract, tl.EarliestUse)), "\n")
}

// A worked example per procedure, counted by hand in a calendar.
func TestTimelines(t *testing.T) {
	for name, c := range map[string]struct {
		e    app.Estimate
		want string
	}{
		// Ascension Day 29 May, the national day 6 June, Midsummer Eve 20 June; the
		// documentation would be complete on Sunday 3 August.
		"direct award over the early summer": {buy(app.Kronor(300_000), "", "", "2025-05-26"), `preparation 2025-05-26 2025-06-10
tenders 2025-06-11 2025-06-25
evaluation 2025-06-26 2025-07-02
award 2025-07-03 2025-07-03
contract 2025-07-04 2025-07-04
document 2025-07-05 2025-08-04
introduction 2025-07-07 2025-08-01
direct_award: contract 2025-07-04, use 2025-08-04`},
		// The tenders would be in on Sunday 30 November; Epiphany is 6 January.
		"advertised over Christmas": {buy(app.Kronor(800_000), "", "", "2025-10-13"), `preparation 2025-10-13 2025-11-07
notice 2025-11-10 2025-11-10
tenders 2025-11-11 2025-12-01
evaluation 2025-12-02 2025-12-22
award 2025-12-23 2025-12-23
standstill 2025-12-24 2026-01-02
contract 2026-01-05 2026-01-05
document 2026-01-06 2026-02-04
result 2026-01-06 2026-02-04
introduction 2026-01-07 2026-03-03
advertised: contract 2026-01-05, use 2026-03-04`},
		// 29 February is a working day of 2024; 1 May, Ascension Day 9 May; the
		// documentation would be complete on Sunday 23 June.
		"the directive in a leap year": {buy(app.Kronor(3_000_000), "", "", "2024-01-15"), `preparation 2024-01-15 2024-03-08
notice 2024-03-11 2024-03-11
tenders 2024-03-12 2024-04-10
evaluation 2024-04-11 2024-05-10
award 2024-05-13 2024-05-13
standstill 2024-05-14 2024-05-23
contract 2024-05-24 2024-05-24
document 2024-05-25 2024-06-24
result 2024-05-25 2024-06-24
introduction 2024-05-27 2024-08-20
eu_directive: contract 2024-05-24, use 2024-08-21`},
	} {
		t.Run(name, func(t *testing.T) {
			if got := steps(followed(t, c.e).Timeline); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
