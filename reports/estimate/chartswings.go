package estimate

import (
	"slices"

	"yttra/app"
	"yttra/app/cost"
	"yttra/reports/layout"
)

const (
	swingLabel = 46.0 // mm
	swingRow   = 9.2
	swingText  = 24.0 // mm at most, on each side of the bars
	swingsMost = 10
)

// swings are those that move something, the widest first.
func (p *printer) swings() []cost.Swing {
	return slices.DeleteFunc(slices.Clone(p.sum().Swings), func(s cost.Swing) bool { return s.Width() <= 0 })
}

// base is what a swing is held against: the total, or the present value for a term
// that only discounts.
func (p *printer) base(s cost.Swing) app.Money {
	if s.Line < 0 {
		return p.sum().Present
	}
	return p.sum().Total.Likely
}

// swingFigure is the tornado: how far each line moves the sum from where it is,
// the widest on top.
func (p *printer) swingFigure() []layout.Block {
	all := p.swings()
	all = all[:min(len(all), swingsMost)]
	if len(all) == 0 {
		return nil
	}
	d := &drawing{faces: p.faces}
	texts := func(u unit) []string {
		var out []string
		for _, s := range all {
			out = append(out, p.change(s, s.Low, u), p.change(s, s.High, u))
		}
		return out
	}
	u := d.fitting(swingText, texts)
	side := d.widest(texts(u)) + 3
	var deltas []app.Money
	rate := false
	for _, s := range all {
		deltas = append(deltas, s.Low-p.base(s), s.High-p.base(s))
		rate = rate || s.Line < 0
	}
	at := scaleOf(swingLabel+side, figureWidth-swingLabel-2*side, deltas...)
	d.legend(swingLabel+side, key{layout.White, p.w.Figures.Lower}, key{layout.Black, p.w.Figures.Higher})
	for i, s := range all {
		mid := legendRoom + swingRow*(float64(i)+0.5)
		low, high := at.at(s.Low-p.base(s)), at.at(s.High-p.base(s))
		d.label(mid, swingLabel-2, p.swing(s))
		d.bar(low, at.at(0), mid, layout.White)
		d.bar(at.at(0), high, mid, layout.Black)
		d.ending(min(low, at.at(0))-1.8, mid, texts(u)[2*i])
		d.text(max(high, at.at(0))+1.8, mid, texts(u)[2*i+1])
	}
	height := legendRoom + swingRow*float64(len(all))
	d.line(at.at(0), legendRoom-1, at.at(0), height, baseLine)
	caption := p.w.Figures.SwingsCaption
	if rate {
		caption = p.w.Figures.SwingsCaptionRate
	}
	return []layout.Block{d.figure(height, say(caption, "unit", p.w.Units[u], "sum", written(p.sum().Total.Likely), "present", written(p.sum().Present)), p.swingAlt(all, u))}
}

// change is how far one end of a swing is from the base, with its sign.
func (p *printer) change(s cost.Swing, end app.Money, u unit) string {
	by := end - p.base(s)
	if by > 0 {
		return "+" + u.in(by)
	}
	return u.in(by)
}

// swing names what is moved.
func (p *printer) swing(s cost.Swing) string {
	if s.Line < 0 {
		if name := p.w.Sensitivity.Terms[s.Term]; name != "" {
			return say(name, "points", percent(cost.RateSwing))
		}
		return s.Term
	}
	return p.line(s.Line)
}

// line names a line of the proposal.
func (p *printer) line(i int) string {
	if i >= 0 && i < len(p.e.Lines) {
		return p.what(p.e.Lines[i])
	}
	return p.w.LineTable.Unnamed
}

// what is a line's own words, or its kind when it has none.
func (p *printer) what(l app.CostLine) string {
	if l.What != "" {
		return l.What
	}
	return p.kind(l.Kind)
}

// kind names a kind of cost; one this version does not know by its own code.
func (p *printer) kind(k app.CostKind) string {
	if name := p.w.Kinds[k]; name != "" {
		return name
	}
	if k == "" {
		return p.w.LineTable.Unnamed
	}
	return string(k)
}

func (p *printer) swingAlt(all []cost.Swing, u unit) string {
	w := p.w.Figures
	out := []string{say(w.SwingsAlt, "unit", p.w.Units[u], "line", p.swing(all[0]))}
	for _, s := range all {
		out = append(out, say(w.SwingsAltRow, "line", p.swing(s), "low", p.change(s, s.Low, u), "high", p.change(s, s.High, u)))
	}
	return joined(out...)
}
