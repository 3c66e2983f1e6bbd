package cli

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
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
	r := cost.Sum(m.Estimate, profile.Limits(l.Packs.Thresholds), today).Follow(l.Packs.Buying)
	f.printCost(out, m.Estimate, r)
	f.printBeside(out, m, l.Packs, r)
	f.printRemarks(out, r)
	f.printProcurement(out, r.Procurement)
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
}

// printBeside tells what stands beside the sums: what has been paid already, what
// nobody pays, which lines such a measure always has, and what breaking the rules
// on personal data can cost.
func (f *face) printBeside(out io.Writer, m *app.Matter, p *packs.Packs, r cost.Result) {
	w := f.words()
	kr := func(m app.Money) string { return w.Kronor(int64(m)) }
	if r.Sunk.Paid > 0 {
		fmt.Fprintf(out, "\n%s\n", w.T("cli.sunk", i18n.Vars{"Paid": kr(r.Sunk.Paid), "Back": kr(r.Sunk.Back), "Lost": kr(r.Sunk.Lost())}))
	}
	if r.Funding.Gap > 0 {
		fmt.Fprintf(out, "\n%s\n", w.T("cli.unfunded", i18n.Vars{"Gap": kr(r.Funding.Gap)}))
		for _, y := range r.Years {
			if y.Gap > 0 {
				fmt.Fprintf(out, "    %d: %s\n", cmp.Or(y.Calendar, y.Number), kr(y.Gap))
			}
		}
	}
	if missing := p.Missing(m); len(missing) > 0 && len(m.Estimate.Lines)+len(m.Estimate.Spent) > 0 {
		fmt.Fprintf(out, "\n%s\n", w.T("cli.missing_lines"))
		for _, e := range missing {
			fmt.Fprintf(out, "    %s: %s\n", w.T("cost_kind."+string(e.Kind)), e.Why.In(f.lang))
		}
	}
	if x := p.Exposure(m); len(x.Caps) > 0 {
		fmt.Fprintf(out, "\n%s\n", w.T("cli.exposure"))
		for _, c := range x.Caps {
			fmt.Fprintf(out, "    %s: %s\n", kr(c.Amount), c.Words.In(f.lang))
		}
		for _, c := range x.Cases {
			if c.Amount > 0 {
				fmt.Fprintf(out, "    %s, %s: %s. %s\n", c.Name.In(f.lang), c.Day, kr(c.Amount), c.Outcome.In(f.lang))
			}
		}
	}
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
