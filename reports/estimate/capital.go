package estimate

import (
	"slices"

	"yttra/app/cost"
)

// capital is what the investments burden each year's budget with, when the
// municipality's interest on capital is known.
func (p *printer) capital(r cost.Result) {
	if p.Interest <= 0 || !slices.ContainsFunc(r.Years, func(y cost.Year) bool { return y.Depreciation != 0 }) {
		return
	}
	w := p.w.Capital
	g := grid{caption: w.Caption, heads: []string{p.w.YearTable.Year, w.Rest, p.w.YearTable.Depreciation, w.Interest, w.Sum}, note: say(w.Note, "rate", percent(p.Interest))}
	var all cost.Capital
	for i, c := range r.Capital(p.Interest) {
		g.rows = append(g.rows, row{name: p.year(i + 1), cells: []cell{some(c.Rest), some(c.WriteOff), some(c.Interest), some(c.Sum())}})
		all.WriteOff += c.WriteOff
		all.Interest += c.Interest
	}
	g.rows = append(g.rows, row{name: p.w.Sum, sum: true, cells: []cell{{}, amount(all.WriteOff), amount(all.Interest), amount(all.Sum())}})
	p.add(g.block(p))
}
