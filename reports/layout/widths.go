package layout

// Columns gives the widths of a table's columns in mm as Flow sets them, the gap
// between two, and whether the table begins in the margin.
func Columns(t Table, l Look, m Measurer) (widths []float64, gap float64, wide bool) {
	f := &flow{doc: &Doc{}, m: m, look: newLook(l), root: &Elem{Role: "Document"}, swedish: readSwedish(), notes: map[*Footnote]*note{}, last: -1}
	g := &grid{f: f, t: t, x: textLeft, width: measure}
	heads, rows := g.pieces(f.root.Add("Table"))
	g.columns(heads, rows)
	if n := len(g.lefts); n > 1 {
		gap = g.lefts[1] - g.lefts[0] - g.widths[0]
	}
	return g.widths, gap, g.x == edgeLeft
}
