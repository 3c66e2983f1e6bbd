package cli

import (
	"bufio"
	"encoding/json"
	"time"

	"github.com/spf13/cobra"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
)

// costHelp is the long help of the command, with the schema of its JSON.
const costHelp = `Sums the cost lines over their life and says how what is bought may be bought.

With --export the estimate is written as a workbook with formulas (.xlsx), or its
lines as CSV. With --import a workbook, a CSV file or a text copied from a spreadsheet
takes the place of the lines, and -o names the matter file that is written: a
workbook that --export has written gives the whole estimate back. What cannot be
read stays in the lines and is told, cell by cell.

--format json is one object. Amounts are whole ören without VAT:
  matter, day           title, and the day the sums are for
  terms                 years, first_year, real_rate and inflation (hundredths of a per cent)
  ways[]                the proposal first: name, role (proposal, today, full or empty),
                        total {low, likely, high}, present, one_off, running, investment,
                        units, per_unit, per_unit_year,
                        years[] {number, calendar, low, likely, high, present, one_off, running,
                          investment, depreciation, funded, decided, gap},
                        lines[] {row, kind, what, summed, each, total, present, years[] of likely}
  swings[]              row or term, low and high of the total (of the present value for a term)
  tips[]                way, row and at: the amount a year where both cost the same; or year
  sunk {paid, back, lost}, funding {given, decided, gap}
  procurement           value, highest, alone, beside, parts[] {code, row, what, amount, highest, counted},
                        law, subject, day, procedure, why, at_highest, limit, eur, check, under, source,
                        risks[] {code, value, limit, procedure}, duties[] {code, title, under, check, risk, done},
                        timeline {steps[] {title, from, to, days, working, check}, contract, use, needed, latest_start, late}
  missing[]             kind and why: lines such a measure always has
  exposure              caps[] and cases[] {amount, name, text, outcome, day, sources[]}
  faults[], notes[]     part, row (0: the whole), field, code`

// costOptions are what was asked for on the command line.
type costOptions struct {
	day, profile, rules, format, export, in, out string
	workings                                     bool
}

func (f *face) costCommand() *cobra.Command {
	var o costOptions
	c := &cobra.Command{
		Use:   "cost matter.json",
		Short: "Sums the cost over its life, compares the ways and says how it may be bought",
		Long:  costHelp,
		Args:  oneFile,
		RunE:  func(_ *cobra.Command, args []string) error { return f.cost(args[0], o) },
	}
	c.Flags().StringVar(&o.day, "day", "", "the day whose limits apply when the matter names none; today without it")
	c.Flags().StringVar(&o.profile, "profile", "", "the municipality's profile as a JSON file, with the limits it has confirmed")
	c.Flags().StringVar(&o.rules, "rules", "", "folder of a municipality's own rules, with limits of its own")
	c.Flags().StringVar(&o.format, "format", "text", "text, or json for machines")
	c.Flags().BoolVar(&o.workings, "workings", false, "also show what every amount is made of")
	c.Flags().StringVar(&o.export, "export", "", "write the estimate to this file instead: .xlsx or .csv")
	c.Flags().StringVar(&o.in, "import", "", "read lines from this file: a workbook, CSV or a copied table; needs -o")
	c.Flags().StringVarP(&o.out, "output", "o", "", "the matter file to write after --import")
	return c
}

// estimated is an estimate with everything that is known of it.
type estimated struct {
	matter  *app.Matter
	day     app.Date
	sums    cost.Comparison
	risk    packs.Exposure
	missing []packs.Expected
}

// proposal is the sum of the proposal.
func (x estimated) proposal() cost.Result { return x.sums.Ways[0] }

func (f *face) cost(path string, o costOptions) error {
	if err := o.sound(); err != nil {
		return err
	}
	today := app.DateOf(time.Now())
	if o.day != "" {
		d, err := app.ParseDate(o.day)
		if err != nil {
			return usage("--day %s", o.day)
		}
		today = d
	}
	l, err := f.rules(o.rules)
	if err != nil {
		return err
	}
	profile, err := readProfile(o.profile)
	if err != nil {
		return err
	}
	m, _, err := readMatter(path)
	if err != nil {
		return err
	}
	if o.in != "" {
		return f.importLines(m, o.in, o.out)
	}
	x := estimated{m, today, cost.Compare(m.Estimate, profile.Limits(l.Packs.Thresholds), today).Follow(l.Packs.Buying), l.Packs.Exposure(m), l.Packs.Missing(m)}
	switch {
	case o.export != "":
		return f.exportSheet(x, o.export)
	case o.format == "json":
		e := json.NewEncoder(f.term.Out)
		e.SetIndent("", "  ")
		return e.Encode(costReport(x, f.words()))
	}
	out := bufio.NewWriter(f.term.Out)
	(&costPrinter{f.words(), out, x}).print(o.workings)
	return out.Flush()
}

// sound refuses what cannot be asked for together.
func (o costOptions) sound() error {
	switch {
	case o.format != "text" && o.format != "json":
		return usage("--format %s", o.format)
	case o.in != "" && o.out == "":
		return usage("--import %s: -o", o.in)
	case o.out != "" && o.in == "":
		return usage("-o %s: --import", o.out)
	case o.in != "" && o.export != "":
		return usage("--import, --export")
	case o.export != "" && sheetKind(o.export) == "":
		return usage("--export %s: .xlsx, .csv", o.export)
	}
	return nil
}
