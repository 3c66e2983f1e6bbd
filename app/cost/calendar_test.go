package cost

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"yttra/app"
)

// Days that are free, and days beside them that are not.
func TestWorkingDays(t *testing.T) {
	c := newCalendar()
	for _, x := range []struct {
		day   app.Date
		works bool
	}{
		{"2025-12-31", false}, {"2026-01-01", false}, {"2026-01-02", true}, {"2026-01-05", true}, {"2026-01-06", false}, {"2026-01-07", true},
		{"2026-04-02", true}, {"2026-04-03", false}, {"2026-04-06", false}, {"2026-04-07", true}, // Maundy Thursday to the day after Easter
		{"2026-04-30", true}, {"2026-05-01", false}, {"2026-05-14", false}, {"2026-05-15", true}, // Walpurgis Eve, May Day, Ascension Day
		{"2026-05-25", true},                                                                     // Whit Monday has been no holiday since 2005
		{"2025-06-06", false}, {"2025-06-05", true}, {"2026-06-06", false}, {"2026-06-05", true}, // the national day
		{"2026-06-18", true}, {"2026-06-19", false}, {"2026-06-20", false}, {"2026-06-22", true}, // Midsummer
		{"2025-06-20", false}, {"2027-06-25", false}, // Midsummer Eve at its earliest and latest
		{"2026-10-30", true}, {"2026-10-31", false}, {"2026-11-02", true}, // All Saints' Day is a Saturday
		{"2026-12-23", true}, {"2026-12-24", false}, {"2026-12-25", false}, {"2026-12-28", true},
		{"2024-02-29", true}, {"2028-02-29", true}, {"2023-02-28", true},
	} {
		d, _ := x.day.Time()
		if got := c.works(c.day(d)); got != x.works {
			t.Errorf("%s works: %t", x.day, got)
		}
	}
}

// A period that ends on a free day ends on the next working day (lagen 1930:173, 2 §).
func TestEndOfAPeriod(t *testing.T) {
	c := newCalendar()
	for _, x := range []struct {
		before app.Date // the day the period is counted from
		days   int
		want   app.Date
		why    string
	}{
		{"2026-03-09", 10, "2026-03-19", "ten days, on a Thursday"},
		{"2026-03-10", 10, "2026-03-20", "on a Friday"},
		{"2026-03-11", 10, "2026-03-23", "on a Saturday"},
		{"2026-03-12", 10, "2026-03-23", "on a Sunday"},
		{"2026-03-24", 10, "2026-04-07", "on Good Friday: past Easter Monday"},
		{"2026-03-27", 10, "2026-04-07", "on Easter Monday"},
		{"2026-06-09", 10, "2026-06-22", "on Midsummer Eve"},
		{"2025-05-27", 10, "2025-06-09", "on the national day, a Friday"},
		{"2024-05-27", 10, "2024-06-07", "on the national day, a Thursday"},
		{"2026-12-14", 10, "2026-12-28", "on Christmas Eve"},
		{"2026-12-21", 10, "2027-01-04", "on New Year's Eve"},
		{"2026-12-22", 15, "2027-01-07", "fifteen days, on Epiphany"},
		{"2024-02-19", 10, "2024-02-29", "on a leap day"},
		{"2026-05-04", 10, "2026-05-15", "on Ascension Day"},
		{"2026-04-21", 10, "2026-05-04", "on May Day"},
	} {
		d, _ := x.before.Time()
		if got := c.date(c.end(c.day(d), x.days, false)); got != x.want {
			t.Errorf("%s: %s, want %s", x.why, got, x.want)
		}
	}
	for _, x := range []struct {
		before app.Date
		days   int
		want   app.Date
	}{
		{"2026-03-13", 1, "2026-03-16"}, {"2026-04-01", 3, "2026-04-08"}, {"2026-12-22", 5, "2027-01-04"}, {"2026-06-17", 2, "2026-06-22"}, {"2024-02-28", 2, "2024-03-01"},
	} {
		d, _ := x.before.Time()
		if got := c.date(c.end(c.day(d), x.days, true)); got != x.want {
			t.Errorf("%d working days from %s: %s, want %s", x.days, x.before, got, x.want)
		}
	}
}

// plans are steps as any municipality could write them.
func plans(t *rapid.T) []app.StepRule {
	var out []app.StepRule
	for i := range rapid.IntRange(1, 8).Draw(t, "steps") {
		r := app.StepRule{Code: string(rune('a' + i)), Procedures: []string{"advertised"}, Days: rapid.IntRange(1, 70).Draw(t, "days"),
			Letter: rapid.IntRange(0, 40).Draw(t, "letter"), Working: rapid.Bool().Draw(t, "working"), Cites: []app.Citation{{Sure: app.Practice}}}
		if i > 0 && rapid.IntRange(0, 3).Draw(t, "beside") == 0 {
			r.After = string(rune('a' + rapid.IntRange(0, i-1).Draw(t, "after")))
		}
		out = append(out, r)
	}
	return out
}

func anyDay(t *rapid.T) app.Date {
	return app.Date("2014-01-01").AddDays(rapid.IntRange(0, 366*20).Draw(t, "day"))
}

// No step ends on a free day; each takes at least its days; what begins later is
// through no earlier; and the latest start is the last from which all is through.
func TestTimelineHoldsForAnyPlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plan, start, c := plans(t), anyDay(t), newCalendar()
		at := func(d app.Date) int { x, _ := d.Time(); return c.day(x) }
		p := Procurement{Day: start, Law: app.LOU, Value: app.Kronor(800_000), letter: rapid.Bool().Draw(t, "letters")}
		p.needed = start.AddDays(rapid.IntRange(-400, 1500).Draw(t, "needed"))
		tl := p.timeline(plan, Advertised, newCalendar())
		var last app.Date
		for i, s := range tl.Steps {
			if !c.works(at(s.To)) || s.To.Before(s.From) {
				t.Fatalf("%s ends on %s", s.Code, s.To)
			}
			if s.From.DaysTo(s.To)+1 < s.Days {
				t.Fatalf("%s has %d days from %s to %s", s.Code, s.Days, s.From, s.To)
			}
			if s.Working {
				n := 0
				for d := at(s.From); d <= at(s.To); d++ {
					if c.works(d) {
						n++
					}
				}
				if n != s.Days || !c.works(at(s.From)) {
					t.Fatalf("%s has %d working days, want %d", s.Code, n, s.Days)
				}
			}
			if want := plan[i].Letter; p.letter && want > 0 && s.Days != want {
				t.Fatalf("%s is not counted for a letter", s.Code)
			}
			if !s.Beside {
				if last != "" && !last.Before(s.From) {
					t.Fatalf("%s begins on %s, before %s", s.Code, s.From, last)
				}
				last = s.To
			}
		}
		if !c.works(at(tl.EarliestUse)) || !last.Before(tl.EarliestUse) || tl.Late != p.needed.Before(tl.EarliestUse) {
			t.Fatalf("use %s, last %s, needed %s, late %t", tl.EarliestUse, last, tl.Needed, tl.Late)
		}
		later := p
		later.Day = start.AddDays(rapid.IntRange(1, 60).Draw(t, "later"))
		if then := later.timeline(plan, Advertised, newCalendar()); then.EarliestUse.Before(tl.EarliestUse) {
			t.Fatalf("begun %s it is in use %s, begun %s already %s", start, tl.EarliestUse, later.Day, then.EarliestUse)
		}
		from := func(d app.Date) app.Date {
			q := p
			q.Day = d
			return q.timeline(plan, Advertised, newCalendar()).EarliestUse
		}
		after := c.date(c.next(at(tl.LatestStart) + 1))
		if !c.works(at(tl.LatestStart)) || p.needed.Before(from(tl.LatestStart)) || !p.needed.Before(from(after)) {
			t.Fatalf("latest %s gives %s, the day after %s, needed %s", tl.LatestStart, from(tl.LatestStart), from(after), p.needed)
		}
		if tl.Late != tl.LatestStart.Before(c.date(c.next(at(start)))) {
			t.Fatalf("late is %t, though it can begin %s, not %s", tl.Late, tl.LatestStart, start)
		}
	})
}

// Whatever stands in a file, there is an answer.
func TestTimelineOfAnything(t *testing.T) {
	plan := []app.StepRule{{Code: "contract", Procedures: []string{"advertised"}, Days: 1, Working: true, Cites: []app.Citation{{}}}}
	for _, day := range []app.Date{"", "x", "2026-02-30", "0001-01-01", "2004-12-31", "9999-12-31"} {
		p := Procurement{Day: day, Law: app.LOU, needed: "2026-01-01"}
		if tl := p.timeline(plan, Advertised, newCalendar()); len(tl.Steps) != 0 || tl.EarliestUse != "" {
			t.Errorf("%s: %+v", day, tl)
		}
		p = Procurement{Day: "2026-01-07", Law: app.LOU, needed: day}
		if tl := p.timeline(plan, Advertised, newCalendar()); len(tl.Steps) != 1 || tl.LatestStart != "" || tl.Late {
			t.Errorf("needed %s: %+v", day, tl)
		}
	}
	lost := append(plan, app.StepRule{Code: "b", Procedures: plan[0].Procedures, Days: 3, After: "nothing", Cites: plan[0].Cites})
	if tl := (Procurement{Day: "2026-01-07"}).timeline(lost, Advertised, newCalendar()); tl.Steps[1].To != "2026-01-12" || tl.EarliestUse != "2026-01-08" {
		t.Errorf("%+v", tl)
	}
	if tl := (Procurement{Day: "2026-01-07"}).timeline(plan, DirectAward, newCalendar()); !slices.Equal(tl.Steps, nil) {
		t.Errorf("%+v", tl)
	}
}

// Four ways, as after every key.
func BenchmarkFollow(b *testing.B) {
	rules := app.Buying{}
	for i := range 12 {
		rules.Steps = append(rules.Steps, app.StepRule{Code: string(rune('a' + i)), Procedures: []string{"eu_directive"}, Days: 25, Working: i%3 > 0, Cites: []app.Citation{{Sure: app.Practice}}})
	}
	p := Procurement{Day: "2026-01-07", Law: app.LOU, Procedure: EUDirective, Value: 1e9, needed: "2028-01-01"}
	c := Comparison{Ways: make([]Result, 4)}
	for i := range c.Ways {
		c.Ways[i].Procurement = p
	}
	for b.Loop() {
		c = c.Follow(rules)
	}
}
