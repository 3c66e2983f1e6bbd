package costs

import "yttra/screens/parts"

// numberWidth is the room for the row's number.
const numberWidth = 32

// leastWidths are those of the columns when there is room; What takes the rest.
func leastWidths() [VATColumn + 1]float32 {
	return [...]float32{116, 96, 60, 76, 72, 70, 76, 70, 106, 70}
}

// roomy is the width from which VAT has a column of its own and years are whole.
const roomy = 1000

// columns gives the widths of number and columns in a grid of a width. Numbers
// are never cut: a column is as wide as the widest of them.
func (g *grid) columns(width float32) []float32 {
	if g.made == width && g.widths != nil {
		return g.widths
	}
	g.m.Tighten(width < roomy)
	w := leastWidths()
	if g.m.tight {
		w[YearsColumn] = 58
	}
	if g.m.last() < VATColumn {
		w[VATColumn] = 0
	}
	for c := QuantityColumn; c <= HighColumn; c++ {
		for row := range min(g.m.Len(), 500) {
			w[c] = max(w[c], measured(g.m.Cell(At{row, c}))+14)
		}
	}
	rest := width - numberWidth
	for c, v := range w {
		if Column(c) != WhatColumn {
			rest -= v
		}
	}
	for _, c := range []Column{KindColumn, SourceColumn} { // words can be cut
		if short := w[WhatColumn] - rest; short > 0 {
			cut := min(short, w[c]-72)
			w[c] -= cut
			rest += cut
		}
	}
	w[WhatColumn] = max(40, rest)
	g.widths, g.made = append([]float32{numberWidth}, w[:]...), width
	return g.widths
}

func measured(c Cell) float32 {
	if c.Bad {
		return 40 // what was typed may be anything, and can be cut
	}
	return parts.Measure(c.Text, parts.TextSecond, parts.Bold).Width
}

// cellSpan is a column's left edge and width.
func cellSpan(widths []float32, c Column) (x, w float32) {
	for _, v := range widths[:c+1] {
		x += v
	}
	return x, widths[c+1]
}

// columnUnder is the column at a distance from the left; the number belongs to
// the first.
func columnUnder(widths []float32, x float32) Column {
	for _, c := range Columns {
		if left, w := cellSpan(widths, c); x < left+w {
			return c
		}
	}
	return VATColumn
}
