package cli

import (
	"fmt"
	"text/tabwriter"

	"yttra/app/cost"
	"yttra/i18n"
)

// parts unfolds the value of a procurement: what is in it, and what was left out.
func (p *costPrinter) parts(b cost.Procurement) {
	w := p.w
	if len(b.Parts) < 2 {
		return
	}
	t := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', 0)
	for _, part := range b.Parts {
		mark, name := "+", part.What
		if !part.Counted {
			mark = "–"
		}
		if name == "" {
			name = w.T("cli.line", i18n.Vars{"N": part.Line + 1})
		}
		what := ""
		if part.Code != cost.PartLine {
			what = w.T("costs.working.part." + string(part.Code))
		}
		fmt.Fprintf(t, "%s %s\t%s\t%s\n", mark, p.kr(part.Amount), flat(name), what)
	}
	t.Flush()
}

// timeline gives the steps with their days, and whether it is in time.
func (p *costPrinter) timeline() {
	w, line := p.w, p.x.proposal().Procurement.Timeline
	if len(line.Steps) == 0 {
		return
	}
	p.heading("costs.plan.title")
	t := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', 0)
	for _, s := range line.Steps {
		under := s.Under
		if s.Check {
			under += " – " + w.T("duty.check")
		}
		fmt.Fprintf(t, "%s – %s\t%s\t%s\n", s.From, s.To, s.In(w.Lang()).Title, under)
	}
	t.Flush()
	p.line(w.T("costs.plan.says", i18n.Vars{"Start": string(line.Steps[0].From), "Contract": string(line.EarliestContract), "Use": string(line.EarliestUse)}))
	switch needed := (i18n.Vars{"Needed": string(line.Needed), "Use": string(line.EarliestUse), "Start": string(line.LatestStart)}); {
	case line.Late:
		p.line(w.T("costs.plan.late", needed))
	case line.LatestStart != "":
		p.line(w.T("costs.plan.in_time", needed))
	}
	if line.OtherLimits {
		p.line(w.T("costs.plan.other_limits"))
	}
}
