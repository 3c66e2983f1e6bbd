package costs

import (
	"slices"

	"yttra/screens/parts"
)

// numberWidth is the room for the row's number.
const numberWidth = 32

// leastText is the room that is kept for the text of a line: with less, the columns
// are shown in two sets.
const leastText = 110

// columns gives the widths of number and columns in a grid of a width. Numbers
// are never cut: a column is as wide as the widest of them.
func (g *grid) columns(width float32) []float32 {
	if made := (widthsFor{width, g.m.Tab(), g.m.Set()}); g.made == made && g.widths != nil {
		return g.widths
	}
	if len(g.m.shown().sets()) > 0 {
		g.m.Widen(true)
		if w := g.spread(width); w[1+g.grows()] >= leastText {
			return g.keep(w, width)
		}
		g.m.Widen(false)
	}
	return g.keep(g.spread(width), width)
}

func (g *grid) keep(widths []float32, width float32) []float32 {
	g.widths, g.made = widths, widthsFor{width, g.m.Tab(), g.m.Set()}
	return widths
}

// widthsFor is what widths were made for.
type widthsFor struct {
	width float32
	tab   Tab
	set   int
}

// grows is where the column stands that takes the room that is left.
func (g *grid) grows() int {
	heads := g.m.heads()
	return slices.IndexFunc(g.m.columns(), func(c Column) bool { return heads[c].Grows })
}

// spread shares a width among the columns that are shown.
func (g *grid) spread(width float32) []float32 {
	heads, columns := g.m.heads(), g.m.columns()
	w := make([]float32, len(columns))
	rest := width - numberWidth
	for p, c := range columns {
		w[p] = max(heads[c].Least, g.headWidth(heads[c]))
		if heads[c].Right {
			for row := range min(g.m.Len(), 500) {
				w[p] = max(w[p], measured(g.m.Cell(At{row, c}))+14)
			}
		}
		if !heads[c].Grows {
			rest -= w[p]
		}
	}
	grows := g.grows()
	for p, c := range columns { // words can be cut
		if short := w[grows] - rest; heads[c].Gives && short > 0 {
			cut := min(short, w[p]-72)
			w[p] -= cut
			rest += cut
		}
	}
	w[grows] = max(40, rest)
	return append([]float32{numberWidth}, w...)
}

// headWidth is the room a head needs.
func (g *grid) headWidth(h Head) float32 {
	return parts.Measure(g.m.words.T("costs.column."+h.Key), parts.TextHint, parts.Bold).Width + 14
}

func measured(c Cell) float32 {
	if c.Bad {
		return 40 // what was typed may be anything, and can be cut
	}
	return parts.Measure(c.Text, parts.TextSecond, parts.Bold).Width
}

// cellSpan is the left edge and width of the column at a place.
func cellSpan(widths []float32, place int) (x, w float32) {
	for _, v := range widths[:place+1] {
		x += v
	}
	return x, widths[place+1]
}

// placeUnder is where the column stands at a distance from the left; the number
// belongs to the first.
func placeUnder(widths []float32, x float32) int {
	for p := range len(widths) - 1 {
		if left, w := cellSpan(widths, p); x < left+w {
			return p
		}
	}
	return len(widths) - 2
}
