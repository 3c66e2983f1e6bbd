package cost

import (
	"slices"

	"yttra/app"
)

// Timeline is a procedure in time, from the day the procurement starts.
type Timeline struct {
	As    Procedure // the procedure it is counted for: the longest possible one when it is not known
	Steps []Step    // in the order they are taken

	EarliestContract app.Date // the day the contract can be made
	EarliestUse      app.Date // the first working day after the introduction
	Needed           app.Date // the day it is to be in use; empty when not given
	LatestStart      app.Date // the last working day to start on for that; empty without Needed
	Late             bool     // it cannot be in use by then

	// OtherLimits says that the notice falls after the last day of the row of
	// limits that was used: the value is to be held against those that hold when
	// the notice is sent (LOU 5 kap. 5 §).
	OtherLimits bool
}

// Step is one step, both days included.
type Step struct {
	Code     string
	From, To app.Date
	Days     int        // as the rule says; a period that ends on a free day ends later
	Working  bool       // the days are working days
	Beside   bool       // a last day, and nothing waits for it
	Under    string     // the section; empty for a practice
	Sure     app.Surety // P: how long it usually takes
	Check    bool       // to be shown as "kontrollera"

	sv, en app.BuyingWords
}

// In words the step in a language, sv or en.
func (s Step) In(lang string) app.BuyingWords {
	if lang == "en" {
		return s.en
	}
	return s.sv
}

// timeline places the steps of a procedure, and looks for the last day to start on.
func (p Procurement) timeline(rules []app.StepRule, as Procedure, c *calendar) Timeline {
	var plan []app.StepRule
	for _, r := range rules {
		if cite, ok := p.cited(r.Cites); ok && slices.Contains(r.Procedures, string(as)) {
			if p.letter && r.Letter > 0 {
				r.Days = r.Letter
			}
			r.Cites = []app.Citation{cite}
			plan = append(plan, r)
		}
	}
	start, ok := p.Day.Time()
	if len(plan) == 0 || !ok || !countable(p.Day) {
		return Timeline{}
	}
	t := place(plan, c.day(start), c)
	t.As = as
	if p.Row.To != "" && as != DirectAward {
		t.OtherLimits = slices.ContainsFunc(t.Steps, func(s Step) bool { return s.Code == noticeStep && p.Row.To.Before(s.From) })
	}
	if t.Needed = p.needed; countable(t.Needed) {
		t.Late = t.Needed.Before(t.EarliestUse)
		t.LatestStart = latestStart(plan, t.Needed, p.Day.DaysTo(t.EarliestUse), c)
	}
	return t
}

// Codes of the steps that mean something to the sums of days.
const (
	noticeStep   = "notice"
	contractStep = "contract"
)

// countable keeps to days whose holidays are known: the national day has been one
// since 2005.
func countable(d app.Date) bool { return d.Valid() && d >= "2005-01-01" && d < "2200-01-01" }

// place counts the steps one after another. One that is counted from an earlier
// step runs beside the rest.
func place(plan []app.StepRule, start int, c *calendar) Timeline {
	var t Timeline
	ends, last := make([]int, len(plan)), start-1
	for i, r := range plan {
		before, to, beside := ending(plan, ends, i, last, c)
		from := before + 1
		if r.Working {
			from = c.next(from)
		}
		if !beside {
			last = to
		}
		cite := r.Cites[0]
		t.Steps = append(t.Steps, Step{Code: r.Code, From: c.date(from), To: c.date(to), Days: r.Days, Working: r.Working, Beside: beside,
			Under: cite.Section, Sure: cite.Sure, Check: unsure(cite.Sure), sv: r.SV, en: r.EN})
		if r.Code == contractStep {
			t.EarliestContract = c.date(to)
		}
	}
	t.EarliestUse = c.date(c.next(last + 1))
	return t
}

// ending finds the day a step is counted from and the day it ends, and keeps the
// end. last is the end of the one before; from it, too, is counted what follows a step
// that is not taken.
func ending(plan []app.StepRule, ends []int, i, last int, c *calendar) (before, to int, beside bool) {
	r := &plan[i]
	before, beside = last, r.After != ""
	if j := slices.IndexFunc(plan[:i], func(o app.StepRule) bool { return o.Code == r.After }); beside && j >= 0 {
		before = ends[j]
	}
	ends[i] = c.end(before, r.Days, r.Working)
	return before, ends[i], beside
}

// through is the first working day after a plan.
func through(plan []app.StepRule, start int, c *calendar) int {
	last := start - 1
	for _, r := range plan {
		if r.After == "" {
			last = c.end(last, r.Days, r.Working)
		}
	}
	return c.next(last + 1)
}

// latestStart finds the last working day from which a plan is through by a day.
// First it guesses, as long before as the plan took, and then it walks.
func latestStart(plan []app.StepRule, needed app.Date, took int, c *calendar) app.Date {
	at, _ := needed.Time()
	end := c.day(at)
	start := c.previous(end - took)
	for through(plan, start, c) > end {
		start = c.previous(start - 1)
	}
	for next := c.next(start + 1); through(plan, next, c) <= end; next = c.next(next + 1) {
		start = next
	}
	return c.date(start)
}
