package estimate

import (
	"slices"

	"yttra/app"
	"yttra/app/cost"
	"yttra/reports/layout"
)

const (
	yearLabel = 16.0 // mm
	yearRow   = 6.2
	yearText  = 62.0 // mm at most, beside the bars
)

// yearFigure draws a bar for each year: what is paid once, and what runs. It is
// nothing with a single year.
func (p *printer) yearFigure(r cost.Result) []layout.Block {
	if len(r.Years) < 2 || !slices.ContainsFunc(r.Years, func(y cost.Year) bool { return y.OneOff != 0 || y.Running != 0 }) {
		return nil
	}
	d := &drawing{faces: p.faces}
	texts := func(u unit) []string {
		var out []string
		for _, y := range r.Years {
			out = append(out, p.yearParts(y, u))
		}
		return out
	}
	u := d.fitting(yearText, texts)
	at := scaleOf(yearLabel, figureWidth-yearLabel-2-d.widest(texts(u)), ends(r.Years)...)
	d.legend(yearLabel, key{layout.Black, p.w.Figures.OneOff}, key{layout.White, p.w.Figures.Running})
	for i, y := range r.Years {
		mid := legendRoom + yearRow*(float64(i)+0.5)
		d.text(0, mid, p.year(y.Number))
		up, down := app.Money(0), app.Money(0)
		for _, part := range []struct {
			m   app.Money
			ink layout.Ink
		}{{y.OneOff, layout.Black}, {y.Running, layout.White}} {
			if part.m >= 0 {
				d.bar(at.at(up), at.at(up+part.m), mid, part.ink)
				up += part.m
			} else {
				d.bar(at.at(down+part.m), at.at(down), mid, part.ink)
				down += part.m
			}
		}
		d.text(at.at(up)+1.5, mid, texts(u)[i])
	}
	height := legendRoom + yearRow*float64(len(r.Years))
	d.line(at.at(0), legendRoom-0.8, at.at(0), height, baseLine)
	return []layout.Block{d.figure(height, say(p.w.Figures.YearsCaption, "unit", p.w.Units[u]), p.yearAlt(r.Years, u))}
}

// ends are the sums of what raises and what lowers each year.
func ends(years []cost.Year) []app.Money {
	var out []app.Money
	for _, y := range years {
		out = append(out, max(y.OneOff, 0)+max(y.Running, 0), min(y.OneOff, 0)+min(y.Running, 0))
	}
	return out
}

// yearParts is what stands at the end of a bar.
func (p *printer) yearParts(y cost.Year, u unit) string {
	if y.OneOff == 0 || y.Running == 0 {
		return u.in(y.Likely)
	}
	return say(p.w.Figures.Parts, "amount", u.in(y.Likely), "one_off", u.in(y.OneOff), "running", u.in(y.Running))
}

func (p *printer) yearAlt(years []cost.Year, u unit) string {
	w := p.w.Figures
	top := slices.MaxFunc(years, func(a, b cost.Year) int { return compare(a.Likely, b.Likely) })
	out := []string{say(w.YearsAlt, "unit", p.w.Units[u], "year", p.year(top.Number), "amount", u.in(top.Likely))}
	for _, y := range years {
		row := w.YearsAltRow
		if y.OneOff == 0 || y.Running == 0 {
			row = w.YearsAltRowOne
		}
		out = append(out, say(row, "year", p.year(y.Number), "amount", u.in(y.Likely), "one_off", u.in(y.OneOff), "running", u.in(y.Running)))
	}
	return joined(out...)
}
