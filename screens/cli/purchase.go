package cli

import (
	"fmt"
	"io"
	"text/tabwriter"

	"yttra/app/cost"
	"yttra/i18n"
)

// printValue unfolds the value of a procurement: what is in it, and what was left out.
func (f *face) printValue(out io.Writer, p cost.Procurement) {
	w := f.words()
	if len(p.Parts) < 2 {
		return
	}
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, part := range p.Parts {
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
		fmt.Fprintf(t, "%s %s\t%s\t%s\n", mark, w.Kronor(int64(part.Amount)), name, what)
	}
	t.Flush()
}

// printRisks tells how the purchase may come to be seen as another than it seems.
func (f *face) printRisks(out io.Writer, p cost.Procurement) {
	w := f.words()
	for _, r := range p.Risks {
		fmt.Fprintln(out, w.T("costs.risk."+string(r.Code), i18n.Vars{"Value": w.Kronor(int64(r.Value)), "Limit": w.Kronor(int64(r.Limit)), "Procedure": w.T("procedure." + string(r.Procedure))}))
	}
}

// printTimeline gives the steps with their days, and whether it is in time.
func (f *face) printTimeline(out io.Writer, line cost.Timeline) {
	w := f.words()
	if len(line.Steps) == 0 {
		return
	}
	fmt.Fprintf(out, "\n%s\n", w.T("costs.plan.title"))
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	for _, s := range line.Steps {
		under := s.Under
		if s.Check {
			under += " – " + w.T("duty.check")
		}
		fmt.Fprintf(t, "%s – %s\t%s\t%s\n", s.From, s.To, s.In(w.Lang()).Title, under)
	}
	t.Flush()
	fmt.Fprintln(out, w.T("costs.plan.says", i18n.Vars{"Start": string(line.Steps[0].From), "Contract": string(line.EarliestContract), "Use": string(line.EarliestUse)}))
	switch needed := (i18n.Vars{"Needed": string(line.Needed), "Use": string(line.EarliestUse), "Start": string(line.LatestStart)}); {
	case line.Late:
		fmt.Fprintln(out, w.T("costs.plan.late", needed))
	case line.LatestStart != "":
		fmt.Fprintln(out, w.T("costs.plan.in_time", needed))
	}
	if line.OtherLimits {
		fmt.Fprintln(out, w.T("costs.plan.other_limits"))
	}
}
