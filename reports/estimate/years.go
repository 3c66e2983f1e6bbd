package estimate

import (
	"yttra/app"
	"yttra/app/cost"
)

// yearTable has a row for each year; short leaves out what only the cost sheet has.
func (p *printer) yearTable(r cost.Result, short bool) grid {
	t := p.w.YearTable
	ranged, discounted, invested := r.Total.Low != r.Total.High, r.Terms.RealRate > 0 || r.Terms.Inflation > 0, r.Investment != 0
	g := grid{caption: t.Caption, heads: []string{t.Year}, whole: short}
	line := func(one, running, sum, low, high, present, off app.Money) []cell {
		out := []cell{some(one), some(running), amount(sum)}
		if ranged && !short {
			out = append(out, amount(low), amount(high))
		}
		if discounted {
			out = append(out, amount(present))
		}
		if invested && !short {
			out = append(out, some(off))
		}
		return out
	}
	g.heads = append(g.heads, t.OneOff, t.Running, t.Sum)
	if ranged && !short {
		g.heads = append(g.heads, t.Low, t.High)
	}
	if discounted {
		g.heads = append(g.heads, t.Present)
	}
	if invested && !short {
		g.heads = append(g.heads, t.Depreciation)
		g.note = say(t.Investment, "amount", written(r.Investment))
	}
	var off app.Money
	for _, y := range r.Years {
		off += y.Depreciation
		g.rows = append(g.rows, row{name: p.year(y.Number), cells: line(y.OneOff, y.Running, y.Likely, y.Low, y.High, y.Present, y.Depreciation)})
	}
	g.rows = append(g.rows, row{name: p.w.Sum, sum: true, cells: line(r.OneOff, r.Running, r.Total.Likely, r.Total.Low, r.Total.High, r.Present, off)})
	return g
}
