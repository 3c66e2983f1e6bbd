package estimate

import (
	"strconv"

	"yttra/app"
	"yttra/app/cost"
)

// method lists the terms and says how the sums are made, and how they are rounded.
func (p *printer) method(r cost.Result) {
	w, t := p.w.Method, r.Terms
	p.head(p.w.Annex.Method)
	years := strconv.Itoa(len(r.Years))
	g := grid{caption: w.Caption, heads: []string{w.Term, w.Value}, words: []int{1}}
	add := func(name, value string) { g.rows = append(g.rows, row{name: name, cells: []cell{word(value)}}) }
	horizon, prices := say(w.HorizonValue, "years", years), w.PricesFirst
	if p.first() > 0 {
		prices = say(w.PricesValue, "year", p.year(1))
		if len(r.Years) > 1 {
			horizon = say(w.HorizonSpan, "years", years, "from", p.year(1), "to", p.year(len(r.Years)))
		}
	}
	add(w.Horizon, horizon)
	add(w.Prices, prices)
	add(w.Rate, p.rate(t.RealRate))
	add(w.Inflation, p.rate(t.Inflation))
	if p.e.Units > 0 {
		add(say(w.Unit, "unit", p.unitName()), kronor.in(app.Kronor(p.e.Units)))
	}
	add(w.VAT, w.VATValue)
	p.add(g.block(p))
	p.say(w.Amounts, p.taken())
	switch {
	case t.Inflation > 0:
		p.say(w.PresentInflation)
	case t.RealRate > 0:
		p.say(w.Present)
	}
	if r.Total.Low != r.Total.High {
		p.say(w.Range)
	}
}

func (p *printer) rate(n int) string {
	if n == 0 {
		return p.w.Method.None
	}
	return say(p.w.Method.Percent, "rate", percent(n))
}

// taken says of how many lines VAT was taken off; empty when of none.
func (p *printer) taken() string {
	n := 0
	for i := range p.Compared.Ways {
		for _, l := range p.e.View(i).Lines {
			if l.VAT > 0 {
				n++
			}
		}
	}
	switch n {
	case 0:
		return ""
	case 1:
		return say(p.w.Method.VATTaken, "lines", p.w.Method.LineOne)
	}
	return say(p.w.Method.VATTaken, "lines", say(p.w.Method.LineMany, "n", strconv.Itoa(n)))
}
