package layout

import (
	"math"
	"slices"
)

const (
	numberWidth = 15.0 // of a column of numbers, at least
	numberShare = 0.7  // of the table, at most, for all such columns
)

// columns decides the columns' widths and places, and whether the table needs
// the margin column too.
func (g *grid) columns(heads []cell, rows [][]cell) {
	n := len(g.t.Columns)
	wish, least := make([]float64, n), make([]float64, n)
	for i := range n {
		if heads != nil {
			g.needs(heads[i], i, wish, least)
		}
		for _, r := range rows {
			g.needs(r[i], i, wish, least)
		}
	}
	gap := min(columnGap, measure/float64(3*n))
	room := func() float64 { return g.width - gap*float64(n-1) }
	g.even(wish, least, room())
	if g.t.Wide || sum(least) > room() {
		g.x, g.width = edgeLeft, edgeRight-edgeLeft
	}
	g.widths = share(wish, least, room(), g.stretch())
	x := g.x
	for _, w := range g.widths {
		g.lefts = append(g.lefts, x)
		x += w + gap
	}
}

// needs widens the wishes of column i to a cell: whole lines, or whole words.
func (g *grid) needs(c cell, i int, wish, least []float64) {
	if w := g.t.Columns[i].Width; w > 0 {
		wish[i], least[i] = w, w
		return
	}
	wish[i] = max(wish[i], natural(c.pieces))
	if g.t.Columns[i].Right {
		least[i] = wish[i]
	} else {
		least[i] = max(least[i], g.f.minimal(c.pieces))
	}
}

// even gives columns of numbers the same width, when there is room.
func (g *grid) even(wish, least []float64, room float64) {
	widest, count := numberWidth, 0
	for i, c := range g.t.Columns {
		if c.Right && c.Width == 0 {
			widest = max(widest, wish[i])
			count++
		}
	}
	if widest*float64(count) > room*numberShare {
		return
	}
	for i, c := range g.t.Columns {
		if c.Right && c.Width == 0 {
			wish[i], least[i] = widest, widest
		}
	}
}

// stretch tells which columns take room that is left over: the first before
// numbers, else all.
func (g *grid) stretch() func(i int) bool {
	numbers := false
	for _, c := range g.t.Columns {
		numbers = numbers || c.Right
	}
	return func(i int) bool { return !numbers || i == 0 }
}

// share divides the room: wishes if they fit, else at least whole words, else in
// proportion. The sum is the room.
func share(wish, least []float64, room float64, stretch func(int) bool) []float64 {
	out := make([]float64, len(wish))
	copy(out, wish)
	switch over := room - sum(wish); {
	case over >= 0:
		weight := 0.0
		for i, w := range wish {
			if stretch(i) {
				weight += w + 1
			}
		}
		for i, w := range wish {
			if stretch(i) {
				out[i] += over * (w + 1) / weight
			}
		}
	case sum(least) <= room:
		// What is over goes by the square root of the text that has to wrap, so
		// that a long column gets more but does not starve the others.
		weight := 0.0
		for i := range wish {
			weight += math.Sqrt(wish[i] - least[i])
		}
		for i := range wish {
			out[i] = least[i] + (room-sum(least))*math.Sqrt(wish[i]-least[i])/weight
		}
	default:
		most := ceiling(least, room)
		for i := range least {
			out[i] = min(least[i], most)
		}
	}
	return out
}

// ceiling gives the width that the widest columns are cut to when not even whole
// words fit: the narrow ones keep theirs.
func ceiling(least []float64, room float64) float64 {
	sorted := slices.Sorted(slices.Values(least))
	for i, w := range sorted {
		if each := room / float64(len(sorted)-i); w >= each {
			return each
		}
		room -= w
	}
	return room
}

func sum(xs []float64) float64 {
	t := 0.0
	for _, x := range xs {
		t += x
	}
	return t
}
