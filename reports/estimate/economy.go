package estimate

import (
	"strconv"

	"yttra/app"
	"yttra/app/cost"
	"yttra/reports/layout"
)

// Economy is what stands last in the document's section on the economy: the costs,
// the ways beside each other, what is spent already, and who pays. annex is where
// the rest is to be found ("bilaga 1"); empty: nowhere, so the years follow here
// when they are many.
func (s Sheet) Economy(faces layout.Measurer, annex string) ([]layout.Block, error) {
	if !s.Has() {
		return nil, nil
	}
	p, err := s.printer(faces)
	if err != nil {
		return nil, err
	}
	r := p.sum()
	if len(r.Kinds) > 0 {
		p.add(p.kindTable(r, annex))
	}
	if annex == "" && len(r.Years) > yearColumns && len(r.Kinds) > 0 {
		p.add(p.yearTable(r, true).block(p))
	}
	if len(p.compared()) > 1 {
		p.add(p.wayTable(true).block(p))
	}
	p.spent(true)
	p.funding(true, annex == "" || len(r.Years) <= yearColumns)
	return p.out, nil
}

// yearColumns is how many years have a column each. With more, the first year has
// one, and the others share at most periodColumns.
const (
	yearColumns   = 4
	periodColumns = 3
)

// period is a column: years from 0, both included.
type period struct{ from, to int }

// periods divides the years: one each while they are few, else the first alone and
// the others in parts that are as even as they can be.
func periods(years int) []period {
	var out []period
	if years <= yearColumns {
		for i := range years {
			out = append(out, period{i, i})
		}
		return out
	}
	out = append(out, period{0, 0})
	each := (years - 2 + periodColumns) / periodColumns
	for from := 1; from < years; from += each {
		out = append(out, period{from, min(from+each, years) - 1})
	}
	return out
}

// kindTable has a row for each kind of cost and a column for each year or period,
// the sum last.
func (p *printer) kindTable(r cost.Result, annex string) layout.Block {
	t := p.w.KindsTable
	ps := periods(len(r.Years))
	g := grid{caption: t.Caption, heads: []string{t.Kind}, whole: true, note: p.terms(r, annex), summary: say(t.Summary, "sum", written(r.Total.Likely))}
	switch {
	case len(ps) == 1:
		g.caption, ps = t.CaptionOne, nil
	case len(r.Years) > yearColumns:
		g.caption = say(t.CaptionPeriods, "years", strconv.Itoa(len(r.Years)))
	}
	for _, q := range ps {
		g.heads = append(g.heads, p.span(q.from+1, q.to+1))
	}
	g.heads = append(g.heads, p.w.Sum)
	cells := func(years []cost.Span, total app.Money) []cell {
		var out []cell
		for _, q := range ps {
			sum := app.Money(0)
			for _, y := range years[q.from : q.to+1] {
				sum += y.Likely
			}
			out = append(out, some(sum))
		}
		return append(out, some(total))
	}
	for _, k := range r.Kinds {
		g.rows = append(g.rows, row{name: p.kind(k.Kind), cells: cells(k.Years, k.Total.Likely)})
	}
	all := make([]cost.Span, len(r.Years))
	for i, y := range r.Years {
		all[i] = y.Span
	}
	last := row{name: p.w.Sum, cells: cells(all, r.Total.Likely), sum: true}
	for i, c := range last.cells {
		last.cells[i] = amount(c.money)
	}
	g.rows = append(g.rows, last)
	return g.block(p)
}

// terms are the sentences below the table of costs: prices, present value, range,
// and where the rest is.
func (p *printer) terms(r cost.Result, annex string) string {
	w := p.w.Notes
	var out []string
	if len(r.Years) > 1 {
		out = append(out, p.prices(), p.indexed(), p.presentValue(r))
	}
	if r.Total.Low != r.Total.High {
		out = append(out, say(w.Range, "low", kronor.in(r.Total.Low), "high", kronor.in(r.Total.High)))
	}
	if annex != "" {
		out = append(out, say(w.Annex, "annex", annex))
	}
	return joined(out...)
}

func (p *printer) prices() string {
	if p.first() > 0 {
		return say(p.w.Notes.Prices, "year", p.year(1))
	}
	return p.w.Notes.PricesFirst
}

// indexed says that some line's price rises; empty when none does.
func (p *printer) indexed() string {
	for _, l := range p.e.Lines {
		if l.Index != 0 {
			return p.w.Notes.Index
		}
	}
	return ""
}

// presentValue is empty when nothing is discounted.
func (p *printer) presentValue(r cost.Result) string {
	t := r.Terms
	if t.RealRate == 0 && t.Inflation == 0 || len(r.Years) < 2 {
		return ""
	}
	s := p.w.Notes.Present
	if t.Inflation > 0 {
		s = p.w.Notes.PresentInflation
	}
	return say(s, "present", kronor.in(r.Present)+"\u00a0kronor", "rate", percent(t.RealRate), "inflation", percent(t.Inflation), "years", strconv.Itoa(len(r.Years)))
}

// rounded says that ören are left out of a table.
func (p *printer) rounded(u unit) string {
	if u == kronor {
		return p.w.Notes.Rounded
	}
	return say(p.w.Notes.RoundedUnit, "unit", p.w.Units[u])
}
