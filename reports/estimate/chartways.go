package estimate

import (
	"cmp"
	"slices"
	"strconv"

	"yttra/app"
	"yttra/app/cost"
	"yttra/reports/layout"
)

const (
	wayLabel = 42.0 // mm
	wayRow   = 11.5
	wayText  = 44.0 // mm at most, beside the bars
	tick     = 0.9  // mm: half an end of the line from lowest to highest
)

// compare orders amounts.
func compare(a, b app.Money) int { return cmp.Compare(a, b) }

// compared lists the ways that have lines to compare. The proposal is always there.
func (p *printer) compared() []int {
	out := []int{0}
	for i, a := range p.e.Alternatives {
		if len(a.Lines) > 0 && i+1 < len(p.Compared.Ways) {
			out = append(out, i+1)
		}
	}
	return out
}

// wayFigure draws a bar for each way, and under it the range. It is nothing
// without another way.
func (p *printer) wayFigure() []layout.Block {
	ways := p.compared()
	if len(ways) < 2 {
		return nil
	}
	d := &drawing{faces: p.faces}
	texts := func(u unit) []string {
		var out []string
		for _, i := range ways {
			t := p.Compared.Ways[i].Total
			out = append(out, u.in(t.Likely), rangeIn(t, u))
		}
		return out
	}
	u := d.fitting(wayText, texts)
	at := scaleOf(wayLabel, figureWidth-wayLabel-2-d.widest(texts(u)), p.totals(ways)...)
	d.legend(0, p.wayKeys(ways)...)
	for n, i := range ways {
		mid := legendRoom + wayRow*float64(n) + barHeight/2
		t := p.Compared.Ways[i].Total
		middle := mid
		if t.Low < t.High {
			middle += 1.3 // of bar and range together
		}
		d.label(middle, wayLabel-3, p.way(i))
		d.bar(at.at(0), at.at(t.Likely), mid, p.wayInk(i))
		d.text(at.at(max(t.Likely, 0))+1.5, mid, u.in(t.Likely))
		if t.Low < t.High {
			y := mid + barHeight/2 + 2
			d.line(at.at(t.Low), y, at.at(t.High), y, baseLine)
			d.line(at.at(t.Low), y-tick, at.at(t.Low), y+tick, baseLine)
			d.line(at.at(t.High), y-tick, at.at(t.High), y+tick, baseLine)
			d.text(at.at(max(t.High, 0))+1.5, y+0.3, rangeIn(t, u))
		}
	}
	height := legendRoom + wayRow*float64(len(ways)) - 2
	d.line(at.at(0), legendRoom-1.2, at.at(0), height, baseLine)
	caption := p.w.Figures.WaysCaptionPlain
	if slices.ContainsFunc(ways, func(i int) bool { return p.Compared.Ways[i].Total.Low < p.Compared.Ways[i].Total.High }) {
		caption = p.w.Figures.WaysCaption
	}
	return []layout.Block{d.figure(height, say(caption, "unit", p.w.Units[u], "years", strconv.Itoa(len(p.sum().Years))), p.wayAlt(ways, u))}
}

// totals are the ends of every bar and range.
func (p *printer) totals(ways []int) []app.Money {
	var out []app.Money
	for _, i := range ways {
		t := p.Compared.Ways[i].Total
		out = append(out, t.Low, t.Likely, t.High)
	}
	return out
}

func rangeIn(t cost.Span, u unit) string { return u.in(t.Low) + "–" + u.in(t.High) }

// wayInk is the ink of a way's bar.
func (p *printer) wayInk(i int) layout.Ink {
	switch i {
	case 0:
		return layout.Black
	case p.Compared.Today:
		return layout.Hatched
	}
	return layout.White
}

// wayKeys explains the inks that are used.
func (p *printer) wayKeys(ways []int) []key {
	w := p.w.Figures
	all := []key{{layout.Black, w.LegendProposal}, {layout.White, w.LegendOther}, {layout.Hatched, w.LegendToday}}
	return slices.DeleteFunc(all, func(k key) bool {
		return !slices.ContainsFunc(ways, func(i int) bool { return p.wayInk(i) == k.ink })
	})
}

func (p *printer) wayAlt(ways []int, u unit) string {
	w := p.w.Figures
	least := slices.MinFunc(ways, func(a, b int) int {
		return compare(p.Compared.Ways[a].Total.Likely, p.Compared.Ways[b].Total.Likely)
	})
	out := []string{say(w.WaysAlt, "unit", p.w.Units[u], "way", p.way(least), "amount", u.in(p.Compared.Ways[least].Total.Likely))}
	for _, i := range ways {
		t := p.Compared.Ways[i].Total
		row := w.WaysAltRow
		if t.Low < t.High {
			row = w.WaysAltRowRange
		}
		out = append(out, say(row, "way", p.way(i), "amount", u.in(t.Likely), "low", u.in(t.Low), "high", u.in(t.High)))
	}
	return joined(out...)
}
