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

// A letter makes the standstill fifteen days; the day it is needed tells whether it
// is late, and when it has to begin.
func TestTimelineOfTheClerk(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*app.Estimate)
		want   string // end of the standstill, contract, use, latest start, late, other limits
	}{
		"as it is":        {func(*app.Estimate) {}, "2025-07-25 2025-07-28 2025-09-23  false false"},
		"by letter":       {func(e *app.Estimate) { e.Purchase.Letter = true }, "2025-07-30 2025-07-31 2025-09-26  false false"},
		"in time":         {func(e *app.Estimate) { e.Purchase.Needed = "2025-09-23" }, "2025-07-25 2025-07-28 2025-09-23 2025-05-05 false false"},
		"a day late":      {func(e *app.Estimate) { e.Purchase.Needed = "2025-09-22" }, "2025-07-25 2025-07-28 2025-09-23 2025-04-30 true false"},
		"long before":     {func(e *app.Estimate) { e.Purchase.Needed = "2027-01-11" }, "2025-07-25 2025-07-28 2025-09-23 2026-08-14 false false"},
		"on Christmas":    {func(e *app.Estimate) { e.Purchase.Needed = "2025-12-25" }, "2025-07-25 2025-07-28 2025-09-23 2025-08-05 false false"},
		"a day in vain":   {func(e *app.Estimate) { e.Purchase.Needed = "i höst" }, "2025-07-25 2025-07-28 2025-09-23  false false"},
		"over New Year":   {func(e *app.Estimate) { e.Start = "2025-12-15" }, "2026-03-13 2026-03-16 2026-05-18  false true"},
		"a row that goes": {func(e *app.Estimate) { e.Start = "2025-11-03" }, "2026-02-02 2026-02-03 2026-04-01  false false"},
	} {
		t.Run(name, func(t *testing.T) {
			e := buy(app.Kronor(800_000), "", "", "2025-05-05")
			c.change(&e)
			tl, end := followed(t, e).Timeline, app.Date("")
			for _, s := range tl.Steps {
				if s.Code == "standstill" {
					end = s.To
				}
			}
			if got := fmt.Sprintf("%s %s %s %s %t %t", end, tl.EarliestContract, tl.EarliestUse, tl.LatestStart, tl.Late, tl.OtherLimits); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// What is not known is counted as the longest it can be; each step says what it
// rests on.
func TestTimelineOfTheUnknown(t *testing.T) {
	for name, c := range map[string]struct {
		e    app.Estimate
		as   cost.Procedure
		want string // of the time for tenders
	}{
		"in euro":              {buy(app.Kronor(800_000), "", "", "2026-05-04"), cost.EUDirective, "30 11 kap. 2 och 6 §§ LOU V false"},
		"special, in euro":     {buy(app.Kronor(800_000), "", app.SocialServices, "2026-05-04"), cost.Advertised, "20 19 kap. 11 § LOU P false"},
		"special, however big": {buy(app.Kronor(80_000_000), "", app.SocialServices, "2025-05-05"), cost.Advertised, "20 19 kap. 11 § LOU P false"},
		"no row":               {buy(app.Kronor(800_000), "", "", "2031-05-05"), cost.EUDirective, "30 11 kap. 2 och 6 §§ LOU V false"},
		"utilities":            {buy(app.Kronor(9_000_000), app.LUF, "", "2025-05-05"), cost.EUDirective, "30 11 kap. LUF K true"},
		"below the threshold":  {buy(app.Kronor(650_000), "", "", "2022-01-15"), cost.Advertised, "20  P false"},
		"before the chapter":   {buy(app.Kronor(800_000), "", "", "2015-05-05"), cost.Advertised, "20  P false"},
		"nothing is bought":    {app.Estimate{}, cost.NoPurchase, ""},
	} {
		t.Run(name, func(t *testing.T) {
			tl, got := followed(t, c.e).Timeline, ""
			for _, s := range tl.Steps {
				if s.Code == "tenders" {
					got = fmt.Sprintf("%d %s %s %t", s.Days, s.Under, s.Sure, s.Check)
				}
				if s.In("sv").Title == "" || s.In("en").Title == "" || s.In("sv") == s.In("en") {
					t.Errorf("%s has no words", s.Code)
				}
			}
			if got != c.want || tl.As != c.as {
				t.Errorf("as %s: %s, want %s", tl.As, got, c.want)
			}
		})
	}
}

// Every procedure has all its steps on every first and last day of the table.
func TestEveryRowHasItsTimeline(t *testing.T) {
	want := map[cost.Procedure]string{
		cost.DirectAward: "preparation tenders evaluation award contract introduction",
		cost.Advertised:  "preparation notice tenders evaluation award standstill contract introduction",
		cost.EUDirective: "preparation notice tenders evaluation award standstill contract introduction",
	}
	for _, r := range rowsB0(t) {
		for _, day := range []app.Date{r.From, r.To} {
			for _, value := range []app.Money{app.Kronor(1000), app.Kronor(3_000_000), app.Kronor(90_000_000)} {
				tl := followed(t, buy(value, r.Law, r.Subject, day)).Timeline
				var codes []string
				for _, s := range tl.Steps {
					if !s.Beside {
						codes = append(codes, s.Code)
					}
				}
				if got := strings.Join(codes, " "); got != want[tl.As] || !day.Before(tl.EarliestContract) {
					t.Errorf("%s %s %s %s: %s", r.Law, r.Subject, day, tl.As, got)
				}
			}
		}
	}
}
