package estimate

import (
	"slices"
	"strconv"

	"yttra/app"
	"yttra/app/cost"
)

// wayTable has a row for each way; short leaves out what only the cost sheet has.
// Money spent already is no part of it.
func (p *printer) wayTable(short bool) grid {
	t := p.w.WayTable
	r := p.sum()
	g := grid{caption: say(t.Caption, "years", strconv.Itoa(len(r.Years))), heads: []string{t.Way}, whole: short, note: t.Note}
	discounted, ranged := r.Terms.RealRate > 0 || r.Terms.Inflation > 0, false
	ways := p.compared()
	for _, i := range ways {
		ranged = ranged || p.Compared.Ways[i].Total.Low != p.Compared.Ways[i].Total.High
	}
	if !short {
		g.heads = append(g.heads, t.OneOff, t.Running)
	}
	g.heads = append(g.heads, t.Sum)
	if ranged {
		g.heads = append(g.heads, t.Low, t.High)
	}
	if discounted {
		g.heads = append(g.heads, t.Present)
	}
	for _, i := range ways {
		w := p.Compared.Ways[i]
		var cells []cell
		if !short {
			cells = append(cells, some(w.OneOff), some(w.Running))
		}
		cells = append(cells, amount(w.Total.Likely))
		if ranged {
			cells = append(cells, amount(w.Total.Low), amount(w.Total.High))
		}
		if discounted {
			cells = append(cells, amount(w.Present))
		}
		g.rows = append(g.rows, row{name: p.way(i), cells: cells})
	}
	return g
}

// differences say what each other way costs against the proposal, and by unit.
func (p *printer) differences() []string {
	w := p.w.Annex
	var out []string
	for _, i := range p.compared()[1:] {
		r := p.Compared.Ways[i]
		by, s := p.Compared.Difference(i, 0).Nominal.Likely, w.Same
		switch {
		case by < 0:
			s = w.Cheaper
		case by > 0:
			s = w.Dearer
		}
		s = say(s, "way", p.way(i), "amount", written(max(by, -by)))
		if r.PerUnit != 0 {
			s = joined(s, say(w.WayPer, "per", written(r.PerUnit), "unit", p.unitName()))
		}
		out = append(out, s)
	}
	return out
}

func (p *printer) unitName() string {
	if p.e.UnitName != "" {
		return p.e.UnitName
	}
	return p.w.UnitName
}

// comparison is the part of the cost sheet that holds the ways against each other.
func (p *printer) comparison() {
	if len(p.compared()) > 1 {
		p.head(p.w.Annex.Ways)
		p.add(p.wayTable(false).block(p))
		p.add(p.wayFigure()...)
		p.list("", p.differences())
		p.tipping()
	}
	if p.Compared.Today == 0 && len(p.e.Lines) > 0 {
		p.say(p.w.Annex.NoToday)
	}
}

// tipping tells where the proposal and another way cost the same.
func (p *printer) tipping() {
	w := p.w.Sensitivity
	var out []string
	ways := p.compared()
	if !slices.ContainsFunc(ways, p.Compared.Rivals) {
		return
	}
	for _, t := range p.Compared.Tips {
		if slices.Contains(ways, t.Way) {
			out = append(out, p.tip(t))
		}
	}
	if len(out) == 0 {
		p.say(w.NoTip)
		return
	}
	p.list(w.Tips, out)
}

func (p *printer) tip(t cost.Tip) string {
	w := p.w.Sensitivity
	if t.Line < 0 {
		s := w.TipYearCheaper
		if t.More {
			s = w.TipYearDearer
		}
		return say(s, "year", lower(p.year(t.Year)), "way", p.wayIn(t.Way))
	}
	s := w.TipCheaper
	if t.More {
		s = w.TipDearer
	}
	s = say(s, "way", p.wayIn(t.Way), "line", quoted(p.line(t.Line)), "at", p.yearly(t.Line, t.At), "now", written(t.Now))
	if t.Within {
		return joined(s, w.TipWithin)
	}
	return s
}

// yearly is an amount of a line, with "a year" when it comes back.
func (p *printer) yearly(line int, m app.Money) string {
	if line < len(p.e.Lines) && p.e.Lines[line].To > max(p.e.Lines[line].From, 1) {
		return say(p.w.Sensitivity.AYear, "amount", written(m))
	}
	return written(m)
}

// spent tells what has been paid already, apart from everything else.
func (p *printer) spent(short bool) {
	if len(p.e.Spent) == 0 {
		return
	}
	t := p.w.SunkTable
	if !short {
		p.head(p.w.Annex.Sunk)
	}
	g := grid{caption: t.Caption, heads: []string{t.What, t.Year, t.Paid, t.Back, t.Lost}, words: []int{1}, whole: short, note: t.Note}
	for _, s := range p.e.Spent {
		year := ""
		if s.Year > 0 {
			year = strconv.Itoa(s.Year)
		}
		g.rows = append(g.rows, row{name: named(s.What, t.Unnamed), cells: []cell{word(year), amount(s.Amount), some(s.Back), amount(s.Amount - s.Back)}})
	}
	if sunk := p.sum().Sunk; len(p.e.Spent) > 1 {
		g.rows = append(g.rows, row{name: p.w.Sum, sum: true, cells: []cell{word("\u00a0"), amount(sunk.Paid), some(sunk.Back), amount(sunk.Lost())}})
	}
	p.add(g.block(p))
}

func named(s, unnamed string) string {
	if s != "" {
		return s
	}
	return unnamed
}

// funding tells who pays and what is missing, and with years how it stands each year.
func (p *printer) funding(short, years bool) {
	r, t := p.sum(), p.w.FundingTable
	if r.Total.Likely <= 0 && len(p.e.Funding) == 0 {
		return
	}
	if !short {
		p.head(p.w.Annex.Funding)
		p.say(p.e.Financing)
		p.say(p.paid(r)...)
	}
	if len(p.e.Funding) == 0 {
		return
	}
	g := grid{caption: t.Caption, heads: []string{t.Who, t.Budget, t.Years, t.Amount, t.State}, words: []int{1, 2, 4}, tight: []int{2, 4}, whole: short}
	for _, f := range p.e.Funding {
		state := t.Proposed
		if f.Decided {
			state = t.Decided
		}
		from := max(f.From, 1)
		g.rows = append(g.rows, row{name: named(f.Who, t.Unnamed), cells: []cell{word(f.Budget), word(p.span(from, max(f.To, from))), amount(f.Amount), word(state)}})
	}
	if short {
		g.note = joined(p.paid(r)...)
	}
	p.add(g.block(p))
	if years && len(r.Years) > 1 && (!short || r.Funding.Gap > 0) {
		p.add(p.gapTable(r, short).block(p))
	}
}

// gapTable holds the cost of each year against what is set aside for it.
func (p *printer) gapTable(r cost.Result, short bool) grid {
	t := p.w.FundingTable
	g := grid{caption: t.YearCaption, heads: []string{t.Year, t.Cost, t.Funded, t.Gap}, whole: short, note: t.Note}
	for _, y := range r.Years {
		g.rows = append(g.rows, row{name: p.year(y.Number), cells: []cell{amount(y.Likely), some(y.Funded), some(y.Gap)}})
	}
	f := r.Funding
	g.rows = append(g.rows, row{name: p.w.Sum, sum: true, cells: []cell{amount(r.Total.Likely), some(f.Given), amount(f.Gap)}})
	return g
}

// paid says how much of the cost somebody pays.
func (p *printer) paid(r cost.Result) []string {
	t, f := p.w.FundingTable, r.Funding
	sum := written(r.Total.Likely)
	var out []string
	switch {
	case len(p.e.Funding) == 0 && p.e.Financing != "":
		return []string{say(t.NoneTold, "sum", sum)}
	case len(p.e.Funding) == 0:
		return []string{say(t.None, "sum", sum)}
	case f.Gap == 0:
		out = append(out, say(t.Whole, "sum", sum))
	default:
		out = append(out, say(t.Part, "given", written(f.Given), "sum", sum, "gap", written(f.Gap)))
	}
	if f.Decided < f.Given {
		out = append(out, say(t.Undecided, "decided", written(f.Decided), "open", written(f.Open)))
	}
	return out
}
