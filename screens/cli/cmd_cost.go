package cli

import (
	"bufio"
	"fmt"
	"io"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"yttra/app"
	"yttra/app/cost"
	"yttra/i18n"
)

func (f *face) costCommand() *cobra.Command {
	var day, profile, rules string
	c := &cobra.Command{
		Use:   "cost matter.json",
		Short: "Sums the cost lines over their life and hints at the procurement",
		Args:  oneFile,
		RunE: func(_ *cobra.Command, args []string) error {
			today := app.DateOf(time.Now())
			if day != "" {
				d, err := app.ParseDate(day)
				if err != nil {
					return usage("--day %s", day)
				}
				today = d
			}
			return f.cost(args[0], profile, rules, today)
		},
	}
	c.Flags().StringVar(&day, "day", "", "the day whose limits apply when the matter names none; today without it")
	c.Flags().StringVar(&profile, "profile", "", "the municipality's profile as a JSON file, with the limits it has confirmed")
	c.Flags().StringVar(&rules, "rules", "", "folder of a municipality's own rules, with limits of its own")
	return c
}

func (f *face) cost(path, profilePath, rules string, today app.Date) error {
	l, err := f.rules(rules)
	if err != nil {
		return err
	}
	profile, err := readProfile(profilePath)
	if err != nil {
		return err
	}
	m, _, err := readMatter(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(f.term.Out)
	f.printCost(out, m.Estimate, cost.Sum(m.Estimate, profile.Limits(l.Packs.Thresholds), today).Follow(l.Packs.Buying))
	return out.Flush()
}

func (f *face) printCost(out io.Writer, e app.Estimate, r cost.Result) {
	w := f.words()
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, k := range r.Kinds {
		fmt.Fprintf(t, "%s\t%s\t\n", w.T("cost_kind."+string(k.Kind)), w.Kronor(int64(k.Total.Likely)))
	}
	for _, row := range []struct {
		key    string
		amount app.Money
	}{{"cli.total", r.Total.Likely}, {"cli.low", r.Total.Low}, {"cli.high", r.Total.High}, {"cli.present", r.Present}, {"cli.one_off", r.OneOff}, {"cli.running", r.Running}} {
		fmt.Fprintf(t, "%s\t%s\t\n", w.T(row.key), w.Kronor(int64(row.amount)))
	}
	if e.Units > 0 {
		fmt.Fprintf(t, "%s\t%s\t\n", w.T("cli.per_unit", i18n.Vars{"Unit": e.UnitName}), w.Kronor(int64(r.PerUnit)))
	}
	t.Flush()
	f.printRemarks(out, r)
	f.printProcurement(out, r.Procurement)
}

func (f *face) printRemarks(out io.Writer, r cost.Result) {
	w := f.words()
	for _, x := range append(append([]cost.Remark{}, r.Faults...), r.Notes...) {
		if x.Part != cost.InLines {
			fmt.Fprintf(out, "%s, ", x.Part)
		}
		if x.Line >= 0 {
			fmt.Fprintf(out, "%s, %s: ", w.T("cli.line", i18n.Vars{"N": x.Line + 1}), x.Field)
		} else {
			fmt.Fprintf(out, "%s: ", x.Field)
		}
		fmt.Fprintln(out, w.T("cost_fault."+string(x.Code)))
	}
}

func (f *face) printProcurement(out io.Writer, p cost.Procurement) {
	w := f.words()
	procedure := string(p.Procedure)
	if p.Procedure == cost.NoPurchase {
		procedure = "none"
	}
	fmt.Fprintf(out, "\n%s: %s\n", w.T("cli.value"), w.Kronor(int64(p.Value)))
	f.printValue(out, p)
	fmt.Fprintf(out, "%s: %s", p.Law, w.T("procedure."+procedure))
	if p.Limit > 0 {
		fmt.Fprintf(out, " (%s)", w.T("cli.limit", i18n.Vars{"Limit": w.Kronor(int64(p.Limit)), "Day": string(p.Day)}))
	}
	if p.Check {
		fmt.Fprintf(out, " – %s", w.T("duty.check"))
	}
	fmt.Fprintln(out)
	if p.Why != "" {
		fmt.Fprintln(out, w.T("procedure_why."+string(p.Why), i18n.Vars{"EUR": w.Int(p.EUR)}))
	}
	f.printRisks(out, p)
	for _, d := range p.Duties {
		s := d.In(w.Lang()).Title
		if d.Check {
			s += " – " + w.T("duty.check")
		}
		fmt.Fprintf(out, "· %s (%s)\n", s, d.Under)
	}
	if p.Source != "" {
		fmt.Fprintf(out, "%s: %s\n", w.T("cli.source"), p.Source)
	}
	f.printTimeline(out, p.Timeline)
}
