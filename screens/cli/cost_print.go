package cli

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"yttra/app"
	"yttra/app/cost"
	"yttra/i18n"
)

// costPrinter writes an estimate for a person.
type costPrinter struct {
	w   i18n.Words
	out io.Writer
	x   estimated
}

func (p *costPrinter) print(workings bool) {
	if p.x.matter.Title != "" {
		p.line(p.x.matter.Title)
	}
	p.years()
	p.totals()
	p.ways()
	p.paid()
	p.missing()
	if workings {
		p.workings()
	}
	p.procurement()
	p.timeline()
	p.exposure()
	p.remarks()
}

func (p *costPrinter) line(s string) { fmt.Fprintln(p.out, s) }

func (p *costPrinter) heading(key string) { fmt.Fprintf(p.out, "\n%s\n", p.w.T(key)) }

func (p *costPrinter) kr(m app.Money) string { return p.w.Kronor(int64(m)) }

// table writes rows with their columns to the right.
func (p *costPrinter) table(rows [][]string) {
	t := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, row := range rows {
		fmt.Fprintln(t, strings.Join(row, "\t")+"\t")
	}
	t.Flush()
}

// yearsInRow is how many years stand beside each other in a terminal.
const yearsInRow = 6

// years writes the table of the life cycle: kinds by year, and their sums.
func (p *costPrinter) years() {
	r := p.x.proposal()
	for from := 0; from < len(r.Years); from += yearsInRow {
		part := r.Years[from:min(from+yearsInRow, len(r.Years))]
		last := from+yearsInRow >= len(r.Years)
		head := []string{""}
		for _, y := range part {
			head = append(head, p.year(y.Number))
		}
		rows := [][]string{head}
		add := func(label string, of func(n int) app.Money, total app.Money) {
			row := []string{label}
			for _, y := range part {
				row = append(row, p.w.Amount(int64(of(y.Number-1))))
			}
			if last {
				row = append(row, p.w.Amount(int64(total)))
			}
			rows = append(rows, row)
		}
		if last {
			rows[0] = append(rows[0], p.w.T("cli.all_years"))
		}
		for _, k := range r.Kinds {
			add(p.w.T("cost_kind."+string(k.Kind)), func(n int) app.Money { return k.Years[n].Likely }, k.Total.Likely)
		}
		add(p.w.T("cli.total"), func(n int) app.Money { return r.Years[n].Likely }, r.Total.Likely)
		if r.Total.Low != r.Total.Likely || r.Total.High != r.Total.Likely {
			add(p.w.T("cli.low"), func(n int) app.Money { return r.Years[n].Low }, r.Total.Low)
			add(p.w.T("cli.high"), func(n int) app.Money { return r.Years[n].High }, r.Total.High)
		}
		add(p.w.T("cli.present"), func(n int) app.Money { return r.Years[n].Present }, r.Present)
		if len(p.x.matter.Estimate.Funding) > 0 {
			add(p.w.T("sheet.book.sum_funded"), func(n int) app.Money { return r.Years[n].Funded }, r.Funding.Given)
			add(p.w.T("sheet.book.sum_gap"), func(n int) app.Money { return r.Years[n].Gap }, r.Funding.Gap)
		}
		p.table(rows)
		p.line("")
	}
}

// year is what a year of the estimate is called.
func (p *costPrinter) year(n int) string {
	if first := p.x.proposal().Terms.First; first > 0 {
		return strconv.Itoa(first + n - 1)
	}
	return p.w.T("costs.year_no", i18n.Vars{"N": strconv.Itoa(n)})
}

// totals writes the sums of all years, and the terms they rest on.
func (p *costPrinter) totals() {
	r, e := p.x.proposal(), p.x.matter.Estimate
	rows := [][]string{{p.w.T("cli.total"), p.kr(r.Total.Likely)}, {p.w.T("cli.low"), p.kr(r.Total.Low)}, {p.w.T("cli.high"), p.kr(r.Total.High)},
		{p.w.T("cli.present"), p.kr(r.Present)}, {p.w.T("cli.one_off"), p.kr(r.OneOff)}, {p.w.T("cli.running"), p.kr(r.Running)}}
	if r.Investment != 0 {
		rows = append(rows, []string{p.w.T("sheet.book.sum_investment"), p.kr(r.Investment)})
	}
	if e.Units > 0 {
		unit := i18n.Vars{"Unit": e.UnitName}
		if e.UnitName == "" {
			unit["Unit"] = p.w.T("costs.unit")
		}
		rows = append(rows, []string{p.w.T("cli.per_unit", unit), p.kr(r.PerUnit)}, []string{p.w.T("costs.per_unit_year", unit), p.kr(r.PerUnitYear)})
	}
	p.table(rows)
	p.line(p.terms(r.Terms))
	for i, s := range r.Swings {
		if i == 3 {
			break
		}
		p.line(p.swing(s))
	}
}

// terms says what the sums rest on.
func (p *costPrinter) terms(t cost.Terms) string {
	out := []string{p.w.N("costs.years", t.Years)}
	if t.RealRate > 0 {
		out = append(out, p.w.T("costs.rate", i18n.Vars{"Rate": p.w.Percent(t.RealRate)}))
	} else {
		out = append(out, p.w.T("costs.no_rate"))
	}
	if t.Inflation > 0 {
		out = append(out, p.w.T("costs.inflation", i18n.Vars{"Rate": p.w.Percent(t.Inflation)}))
	}
	return strings.Join(out, " · ")
}

func (p *costPrinter) swing(s cost.Swing) string {
	vars := i18n.Vars{"Low": p.kr(s.Low), "High": p.kr(s.High)}
	if s.Line < 0 {
		vars["Name"] = fieldWord(p.w, s.Term)
		return p.w.T("costs.swing_says_rate", vars)
	}
	vars["Name"] = p.named(s.Line)
	return p.w.T("costs.swing_says", vars)
}

// named is what a line of the proposal is called.
func (p *costPrinter) named(line int) string {
	if what := flat(p.x.matter.Estimate.Lines[line].What); what != "" {
		return what
	}
	return p.w.T("cli.line", i18n.Vars{"N": line + 1})
}

// wayName is the name of a way, as app.Estimate.View counts them.
func (p *costPrinter) wayName(w int) string {
	if name := p.x.matter.Estimate.View(w).Name; name != "" || w > 0 {
		return name
	}
	return p.w.T("costs.proposal")
}

// ways compares the ways, and tells where two cost the same.
func (p *costPrinter) ways() {
	c := p.x.sums
	if len(c.Ways) < 2 {
		return
	}
	p.heading("costs.ways")
	rows := [][]string{{"", p.w.T("cli.total"), p.w.T("cli.low"), p.w.T("cli.high"), p.w.T("cli.present"), p.w.T("sheet.book.per_unit"), p.w.T("sheet.book.difference")}}
	for i, r := range c.Ways {
		name := p.wayName(i)
		if role := p.role(i); role != "" {
			name += " (" + role + ")"
		}
		unit := "–"
		if r.Units > 0 {
			unit = p.kr(r.PerUnit)
		}
		rows = append(rows, []string{name, p.kr(r.Total.Likely), p.kr(r.Total.Low), p.kr(r.Total.High), p.kr(r.Present), unit, p.kr(c.Difference(i, 0).Nominal.Likely)})
	}
	p.table(rows)
	for _, t := range c.Tips {
		p.line(p.tip(t))
	}
	if c.Today == 0 {
		p.line(p.w.T("costs.compare.no_today"))
	}
}

func (p *costPrinter) role(w int) string {
	switch {
	case w == 0:
		return p.w.T("costs.is_proposal")
	case w == p.x.sums.Today:
		return p.w.T("costs.role.today")
	case w == p.x.sums.Full:
		return p.w.T("costs.role.full")
	}
	return ""
}

func (p *costPrinter) tip(t cost.Tip) string {
	vars := i18n.Vars{"Proposal": p.wayName(0), "Name": p.wayName(t.Way)}
	if t.Line >= 0 {
		vars["Line"], vars["At"], vars["Now"] = p.named(t.Line), p.kr(t.At), p.kr(t.Now)
		return p.w.T("costs.compare.tip_line", vars)
	}
	vars["Year"] = p.year(t.Year)
	if t.More {
		return p.w.T("costs.compare.tip_dearer", vars)
	}
	return p.w.T("costs.compare.tip_cheaper", vars)
}

// paid says what is spent already, and who pays.
func (p *costPrinter) paid() {
	r := p.x.proposal()
	if r.Sunk.Paid > 0 {
		p.line("\n" + p.w.T("cli.sunk", i18n.Vars{"Paid": p.kr(r.Sunk.Paid), "Back": p.kr(r.Sunk.Back), "Lost": p.kr(r.Sunk.Lost())}))
	}
	p.heading("costs.table.funding")
	if s := p.x.matter.Estimate.Financing; s != "" {
		p.line(flat(s))
	}
	p.table([][]string{{p.w.T("costs.given"), p.kr(r.Funding.Given)}, {p.w.T("sheet.book.sum_decided"), p.kr(r.Funding.Decided)}})
	if r.Funding.Gap > 0 {
		p.line(p.w.T("cli.unfunded", i18n.Vars{"Gap": p.kr(r.Funding.Gap)}))
		for _, y := range r.Years {
			if y.Gap > 0 {
				p.line("    " + p.year(y.Number) + ": " + p.kr(y.Gap))
			}
		}
	}
}

// missing says which lines such a measure always has.
func (p *costPrinter) missing() {
	e := p.x.matter.Estimate
	if len(p.x.missing) == 0 || len(e.Lines)+len(e.Spent) == 0 {
		return
	}
	p.heading("cli.missing_lines")
	for _, x := range p.x.missing {
		p.line("    " + p.w.T("cost_kind."+string(x.Kind)) + ": " + x.Why.In(p.w.Lang()))
	}
}

// remarks says what is wrong with the lines, and what is worth knowing.
func (p *costPrinter) remarks() {
	r := p.x.proposal()
	all := append(slices.Clone(r.Faults), r.Notes...)
	if len(all) > 0 {
		p.line("")
	}
	for _, x := range all {
		place := fieldWord(p.w, x.Field)
		if x.Line >= 0 {
			place = p.w.T("cli.line", i18n.Vars{"N": x.Line + 1}) + ", " + place
		}
		if x.Part != cost.InLines {
			place = p.part(x.Part) + ", " + place
		}
		p.line(place + ": " + p.w.T("cost_fault."+string(x.Code)))
	}
}

// part is what a list of rows is called.
func (p *costPrinter) part(part cost.Part) string {
	switch part {
	case cost.InSpent, cost.InFunding:
		return p.w.T("costs.table." + string(part))
	case cost.InAlternatives:
		return p.w.T("costs.ways")
	}
	return p.w.T("costs.table.bought")
}
