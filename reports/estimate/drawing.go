package estimate

import (
	"math"
	"strings"

	"yttra/app"
	"yttra/reports/layout"
)

const (
	figureWidth = 132.0 // mm, as the text
	figureSize  = 9.0   // points
	outline     = 0.5   // points, around white and hatched bars
	baseLine    = 0.7   // points
	barHeight   = 4.2   // mm
	capHalf     = 1.1   // mm: half the height of a capital
	legendRoom  = 8.5   // mm above the bars
	labelLead   = 4.1   // mm between the lines of a label
)

// drawing gathers the ink of a figure, in mm from its top left corner.
type drawing struct {
	faces layout.Measurer
	items []layout.Item
}

func (d *drawing) wide(s string) float64 { return d.faces.Width(layout.Sans, s, figureSize) }

// text sets a line from x, its middle at the height y.
func (d *drawing) text(x, y float64, s string) {
	d.items = append(d.items, layout.Item{Kind: layout.Text, X: x, Y: y + capHalf, S: s, Face: layout.Sans, Size: figureSize})
}

// ending sets a line that ends at x.
func (d *drawing) ending(x, y float64, s string) { d.text(x-d.wide(s), y, s) }

// label sets words from the left edge, on at most two lines around the height y.
func (d *drawing) label(y, room float64, s string) {
	lines := d.wrapped(s, room)
	for i, l := range lines {
		d.text(0, y+labelLead*(float64(i)-float64(len(lines)-1)/2), l)
	}
}

// wrapped breaks words over at most two lines; what there is no room for becomes
// an ellipsis, and stands in the alternative text.
func (d *drawing) wrapped(s string, room float64) []string {
	var lines []string
	line := ""
	words := strings.Fields(strings.ReplaceAll(s, "\u00ad", ""))
	for _, w := range words {
		switch next := strings.TrimSpace(line + " " + w); {
		case line == "" || d.wide(next) <= room || len(lines) == 1:
			line = next
		default:
			lines, line = append(lines, line), w
		}
	}
	lines = append(lines, line)
	for i, l := range lines {
		lines[i] = d.cut(l, room)
	}
	return lines
}

func (d *drawing) cut(s string, room float64) string {
	if d.wide(s) <= room {
		return s
	}
	letters := []rune(s)
	for len(letters) > 0 && d.wide(string(letters)+"…") > room {
		letters = letters[:len(letters)-1]
	}
	return strings.TrimRight(string(letters), " ,(") + "…"
}

// bar fills from x to x2 around the height y; one without length leaves no ink.
func (d *drawing) bar(x, x2, y float64, ink layout.Ink) {
	if math.Abs(x2-x) < 0.05 {
		return
	}
	it := layout.Item{Kind: layout.Box, X: min(x, x2), Y: y - barHeight/2, X2: max(x, x2), Y2: y + barHeight/2, Fill: ink}
	if ink != layout.Black {
		it.Weight = outline
	}
	d.items = append(d.items, it)
}

func (d *drawing) line(x, y, x2, y2, weight float64) {
	d.items = append(d.items, layout.Item{Kind: layout.Rule, X: x, Y: y, X2: x2, Y2: y2, Weight: weight})
}

// key is an entry of a legend.
type key struct {
	ink  layout.Ink
	text string
}

// legend stands above the bars, in the order they are drawn.
func (d *drawing) legend(x float64, keys ...key) {
	for _, k := range keys {
		it := layout.Item{Kind: layout.Box, X: x, Y: 0.6, X2: x + 4, Y2: 3.6, Fill: k.ink}
		if k.ink != layout.Black {
			it.Weight = outline
		}
		d.items = append(d.items, it)
		d.text(x+5.5, 2.1, k.text)
		x += 5.5 + d.wide(k.text) + 7
	}
}

// scale turns amounts into places along the bars.
type scale struct {
	low, high float64
	left      float64
	width     float64
}

// scaleOf covers nought and every amount.
func scaleOf(left, width float64, ms ...app.Money) scale {
	s := scale{left: left, width: width}
	for _, m := range ms {
		s.low, s.high = min(s.low, float64(m)), max(s.high, float64(m))
	}
	if s.high == s.low {
		s.high = s.low + 1
	}
	return s
}

func (s scale) at(m app.Money) float64 {
	return s.left + (float64(m)-s.low)/(s.high-s.low)*s.width
}

// fitting is the finest unit, kronor or coarser, in which no text is wider than the
// room.
func (d *drawing) fitting(room float64, texts func(unit) []string) unit {
	for _, u := range units[place(kronor):] {
		fits := true
		for _, s := range texts(u) {
			fits = fits && d.wide(s) <= room
		}
		if fits {
			return u
		}
	}
	return millions
}

func (d *drawing) widest(texts []string) float64 {
	w := 0.0
	for _, s := range texts {
		w = max(w, d.wide(s))
	}
	return w
}

func (d *drawing) figure(height float64, caption, alt string) layout.Block {
	return layout.Block{Role: layout.FigureBlock, Figure: layout.Figure{Items: d.items, Width: figureWidth, Height: height, Caption: layout.Plain(caption), Alt: alt}}
}
