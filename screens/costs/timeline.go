package costs

import (
	"strings"

	"yttra/app"
	"yttra/app/cost"
	"yttra/i18n"
)

// Step is a step of the procurement in the picture of its time: where it lies, in
// per mille from the start to the end.
type Step struct {
	Name, Dates string
	From, To    int
	Waits       bool // days that only have to pass; otherwise there is work in them
	Beside      bool // nothing waits for it
	Says        string
}

// Plan is the procurement in time.
type Plan struct {
	Hint     string // the earliest day of the contract
	Says     string
	Late     string // it cannot be in use in time; empty: it can
	Notes    []string
	Steps    []Step
	Contract int // where the contract is made, in per mille
}

// Plan words the timeline; without steps there is none.
func (m *Model) Plan() Plan {
	t, w := m.sum.Procurement.Timeline, m.words
	if len(t.Steps) == 0 {
		return Plan{}
	}
	first, last := t.Steps[0].From, t.EarliestUse
	for _, s := range t.Steps {
		if last.Before(s.To) {
			last = s.To
		}
	}
	at := func(d app.Date) int { return 1000 * first.DaysTo(d) / max(1, first.DaysTo(last)+1) }
	p := Plan{Hint: w.T("costs.plan.contract", i18n.Vars{"Day": string(t.EarliestContract)}), Contract: at(t.EarliestContract)}
	p.Says = w.T("costs.plan.says", i18n.Vars{"Start": string(first), "Contract": string(t.EarliestContract), "Use": string(t.EarliestUse)})
	switch {
	case t.Late:
		key := "costs.plan.late"
		if t.LatestStart.Before(m.state.Today) {
			key = "costs.plan.too_late"
		}
		p.Late = w.T(key, i18n.Vars{"Needed": string(t.Needed), "Use": string(t.EarliestUse), "Start": string(t.LatestStart)})
	case t.Needed != "":
		p.Says += " " + w.T("costs.plan.in_time", i18n.Vars{"Needed": string(t.Needed), "Start": string(t.LatestStart)})
	}
	if t.As != m.sum.Procurement.Procedure {
		p.Notes = append(p.Notes, w.T("costs.plan.as", i18n.Vars{"Procedure": strings.ToLower(w.T("procedure." + procedureKey(t.As)))}))
	}
	if t.OtherLimits {
		p.Notes = append(p.Notes, w.T("costs.plan.other_limits"))
	}
	p.Notes = append(p.Notes, w.T("costs.plan.days"))
	for _, s := range t.Steps {
		p.Steps = append(p.Steps, Step{Name: s.In(w.Lang()).Title, Dates: span(s.From, s.To), From: at(s.From), To: at(s.To.AddDays(1)), Waits: !s.Working,
			Beside: s.Beside, Says: m.stepSays(s)})
	}
	return p
}

// stepSays tells a step: days, law, what it is.
func (m *Model) stepSays(s cost.Step) string {
	w := m.words
	key := "costs.plan.calendar_days"
	if s.Working {
		key = "costs.plan.working_days"
	}
	of := []string{w.N(key, s.Days)}
	if s.Under != "" {
		of = append(of, s.Under)
	}
	switch {
	case s.Check:
		of = append(of, w.T("duty.check"))
	case s.Sure == app.Practice:
		of = append(of, w.T("costs.plan.usual"))
	}
	words := s.In(w.Lang())
	return strings.TrimSpace(words.Title + ": " + strings.Join(of, ", ") + ". " + words.Text)
}

// span writes two days, the second without its year when it is the same.
func span(from, to app.Date) string {
	switch {
	case from == to:
		return string(from)
	case len(from) == 10 && len(to) == 10 && from[:4] == to[:4]:
		return string(from) + "–" + string(to)[5:]
	}
	return string(from) + "–" + string(to)
}
