package estimate

import (
	"slices"

	"yttra/app"
	"yttra/app/cost"
)

// swedish is the language of every paper.
const swedish = "sv"

// duties lists what the law asks, and what of it is done.
func (p *printer) duties(x cost.Procurement) {
	if len(x.Duties) == 0 {
		return
	}
	w := p.w.Purchase
	g := grid{caption: w.DutyCaption, heads: []string{w.Duty, w.DutyUnder, w.DutyState}, words: []int{1, 2}, tight: []int{2}, wide: true}
	for _, d := range x.Duties {
		state := w.Open
		switch {
		case d.Risk:
			state = w.Risk
		case slices.Contains(p.e.Done, d.Code):
			state = w.Done
		}
		words := d.In(swedish)
		g.rows = append(g.rows, row{name: joined(stopped(words.Title, words.Text), words.Text), cells: []cell{word(p.under(d.Under, d.Check)), word(state)}})
	}
	p.add(g.block(p))
}

// stopped ends a title with a stop when a sentence follows.
func stopped(title, text string) string {
	if text == "" {
		return title
	}
	return title + "."
}

// under is where something stands; what nobody has verified is to be checked.
func (p *printer) under(section string, check bool) string {
	w := p.w.Purchase
	switch {
	case section == "" && check:
		return w.CheckWord
	case section == "":
		return w.Practice
	case check:
		return say(w.ToCheck, "section", bound(section))
	}
	return bound(section)
}

// timeline places the steps in time.
func (p *printer) timeline(x cost.Procurement) {
	t, w := x.Timeline, p.w.Purchase
	if len(t.Steps) == 0 {
		return
	}
	g := grid{caption: w.StepCaption, heads: []string{w.Step, w.From, w.To, w.Days, w.StepUnder}, words: []int{1, 2, 3, 4}, tight: []int{1, 2, 3}, wide: true}
	working := false
	for _, s := range t.Steps {
		working = working || s.Working
		g.rows = append(g.rows, row{name: s.In(swedish).Title, cells: []cell{word(string(s.From)), word(string(s.To)), word(p.days(s)), word(p.under(s.Under, s.Check))}})
	}
	if working {
		g.note = w.StepNote
	}
	p.add(g.block(p))
	var out []string
	if x.Procedure == cost.NotKnown {
		out = append(out, say(w.As, "procedure", w.Procedures[t.As]))
	}
	if t.EarliestContract != "" {
		out = append(out, say(w.Earliest, "contract", p.day(t.EarliestContract), "use", p.day(t.EarliestUse)))
	} else {
		out = append(out, say(w.EarliestUse, "use", p.day(t.EarliestUse)))
	}
	if t.Needed != "" && t.LatestStart != "" {
		s := w.Needed
		if t.Late {
			s = w.Late
		}
		out = append(out, say(s, "needed", p.day(t.Needed), "start", p.day(t.LatestStart)))
	}
	if t.OtherLimits {
		out = append(out, w.OtherLimits)
	}
	p.say(out...)
}

func (p *printer) days(s cost.Step) string {
	w := p.w.Purchase
	one, many := w.CalendarOne, w.Calendar
	if s.Working {
		one, many = w.WorkingOne, w.Working
	}
	if s.Days == 1 {
		return one
	}
	return say(many, "n", bare(app.Kronor(int64(s.Days)), app.InKr))
}
