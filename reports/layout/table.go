package layout

import "strconv"

const (
	cellPad   = 0.9
	columnGap = 3.0
	rowLimit  = 150.0 // mm; a taller row may be split between its lines
	headLimit = 60.0  // mm; a taller head is not repeated

	weightOuter = 0.9
	weightHead  = 0.5
	weightSum   = 0.7
	weightRow   = 0.25
)

// grid is a table being set.
type grid struct {
	f       *flow
	t       Table
	x       float64
	width   float64
	lefts   []float64 // of each column's text
	widths  []float64
	title   []piece // the caption; nil without one
	headRow *strip  // to be repeated
}

// table adds the Table element with its caption, and the note after it.
func (f *flow) table(parent *Elem, t Table) {
	g := &grid{f: f, t: t, x: textLeft, width: measure}
	if t.Signs {
		f.keepLast(3)
	}
	e := parent.Add("Table")
	e.Summary = t.Summary
	heads, rows := g.pieces(e)
	g.columns(heads, rows)
	if g.title != nil {
		g.drawCaption()
	} else {
		f.space(4.4)
	}
	g.drawHead(heads)
	for i := range rows {
		g.row(rows[i], i)
	}
	if !isEmpty(t.Note) {
		f.keepLast(1)
		s := setting{x: g.x, width: g.width, style: g.f.look.note, before: 1.1, together: true, kind: rowStrip}
		f.paragraph(parent, t.Note, s)
	}
	f.space(f.look.line)
}

// cell is a cell before and after its lines are broken.
type cell struct {
	pieces []piece
	lines  []textLine
}

// pieces makes the elements and pieces of all cells; the caption comes first
// among the kids.
func (g *grid) pieces(e *Elem) (heads []cell, rows [][]cell) {
	if !isEmpty(g.t.Caption) || g.t.Label != "" {
		g.title = g.caption(e.Add("Caption"))
	}
	var titles [][]Run
	any := false
	for _, c := range g.t.Columns {
		titles = append(titles, c.Head)
		any = any || !isEmpty(c.Head)
	}
	if any {
		tr := e.Add("THead").Add("TR")
		for _, runs := range titles {
			heads = append(heads, g.cell(tr, runs, g.f.look.cellHead, "Column"))
		}
	}
	body := e.Add("TBody")
	for _, r := range g.t.Rows {
		tr := body.Add("TR")
		st := g.f.look.cell
		if r.Sum {
			st = g.f.look.cellSum
		}
		var cells []cell
		for i := range g.t.Columns {
			var runs []Run
			if i < len(r.Cells) {
				runs = r.Cells[i]
			}
			scope := ""
			if i == 0 && !isEmpty(runs) {
				scope = "Row"
			}
			cells = append(cells, g.cell(tr, runs, st, scope))
		}
		rows = append(rows, cells)
	}
	return heads, rows
}

func (g *grid) cell(tr *Elem, runs []Run, st style, scope string) cell {
	role := "TD"
	if scope != "" {
		role = "TH"
	}
	e := tr.Add(role)
	e.Scope = scope
	text, home := leaf(e, runs)
	return cell{pieces: g.f.pieces(text, home, runs, st, hyphenCell)}
}

// leaf gives the element for the text of e, and where its footnotes go: an
// element has text or kids, not both.
func leaf(e *Elem, runs []Run) (text, home *Elem) {
	if hasNote(runs) {
		return e.Add("P"), e
	}
	return e, e
}

// caption makes the pieces of the caption, "Tabell 1." first.
func (g *grid) caption(e *Elem) []piece {
	f := g.f
	runs, label := append([]Run{}, g.t.Caption...), g.t.Label
	if label == "" {
		f.tables++
		label = fill(f.doc.Words.Table, "n", strconv.Itoa(f.tables))
	}
	if label != "" {
		runs = append([]Run{{Text: label + " ", Bold: true}}, runs...)
	}
	text, home := leaf(e, runs)
	return f.pieces(text, home, runs, g.f.look.caption, hyphenNever)
}

func (g *grid) drawCaption() {
	s := setting{x: g.x, width: g.width, style: g.f.look.caption, before: g.f.look.line, together: true, keep: true, kind: rowStrip}
	g.f.setLines(g.title, s)
	g.f.space(1.1)
}

// drawHead draws the column heads, aligned at the bottom.
func (g *grid) drawHead(heads []cell) {
	f := g.f
	if heads == nil {
		s := &strip{height: 0, kind: rowStrip, keep: true, items: []Item{rule(g.x, 0, g.x+g.width, weightOuter)}}
		f.add(s)
		return
	}
	g.set(heads)
	n := most(heads)
	h := float64(n)*g.f.look.cellHead.lead + 2*cellPad
	s := &strip{height: h, kind: rowStrip, keep: true}
	s.items = append(s.items, rule(g.x, 0, g.x+g.width, weightOuter))
	for i, c := range heads {
		for k, l := range c.lines {
			g.put(s, i, l, cellPad+g.f.look.cellHead.lead*(float64(n-len(c.lines)+k)+0.74))
			s.notes = append(s.notes, marks(l)...)
		}
	}
	s.items = append(s.items, rule(g.x, h, g.x+g.width, weightHead))
	f.add(s)
	if h <= headLimit {
		g.headRow = &strip{height: h, items: unread(s.items)}
	}
}

// unread gives the same ink as an artifact.
func unread(items []Item) []Item {
	out := append([]Item(nil), items...)
	for i := range out {
		if out[i].Elem != nil {
			out[i].Elem, out[i].Artifact = nil, HeaderArtifact
		}
	}
	return out
}

// row draws a row as one strip, or line by line when it is too tall for a page.
func (g *grid) row(cells []cell, i int) {
	g.set(cells)
	n := most(cells)
	h := float64(n)*g.f.look.cell.lead + 2*cellPad
	if h <= rowLimit {
		s := g.strip(cells, 0, n)
		s.height, s.keep = h, g.keeps(i)
		s.items = append(s.items, g.lower(i, h))
		g.f.add(s)
		return
	}
	for k := range n {
		s := g.strip(cells, k, k+1)
		s.height = g.f.look.cell.lead + cellPad
		if k > 0 {
			s.items = shift(s.items, -cellPad)
			shiftLinks(s.links, -cellPad)
			s.height = g.f.look.cell.lead
		}
		s.keep = k == 0 || k == n-2
		if k == n-1 {
			s.height += cellPad
			s.items = append(s.items, g.lower(i, s.height))
			s.keep = g.keeps(i)
		}
		g.f.add(s)
	}
}

// strip draws the lines from–to of a row's cells.
func (g *grid) strip(cells []cell, from, to int) *strip {
	s := &strip{kind: rowStrip, again: g.headRow}
	for i, c := range cells {
		for k := from; k < min(to, len(c.lines)); k++ {
			g.put(s, i, c.lines[k], cellPad+g.f.look.cell.lead*(float64(k-from)+0.74))
			s.notes = append(s.notes, marks(c.lines[k])...)
		}
	}
	return s
}

// put draws a line of column i.
func (g *grid) put(s *strip, i int, l textLine, base float64) {
	x := g.lefts[i]
	if g.t.Columns[i].Right {
		x += g.widths[i] - l.width
	}
	items, links := g.f.draw(l, x, base)
	s.items, s.links = append(s.items, items...), append(s.links, links...)
}

// keeps tells whether row i stays with the next: the last two rows, and the row
// before the sums with all of them.
func (g *grid) keeps(i int) bool {
	n := len(g.t.Rows)
	sums := 0
	for sums < n && g.t.Rows[n-1-sums].Sum {
		sums++
	}
	return i < n-1 && i >= n-1-max(sums, 1)
}

// lower is the line under row i.
func (g *grid) lower(i int, y float64) Item {
	weight := weightRow
	switch {
	case i == len(g.t.Rows)-1:
		weight = weightOuter
	case g.t.Rows[i+1].Sum && !g.t.Rows[i].Sum:
		weight = weightSum
	}
	return rule(g.x, y, g.x+g.width, weight)
}

// set breaks the cells' lines for the columns.
func (g *grid) set(cells []cell) {
	for i := range cells {
		ps := g.f.fit(cells[i].pieces, g.widths[i], hyphenCell)
		cells[i].lines = g.f.balanced(ps, g.widths[i])
	}
}

func most(cells []cell) int {
	n := 1
	for _, c := range cells {
		n = max(n, len(c.lines))
	}
	return n
}

func shiftLinks(links []link, dy float64) {
	for i := range links {
		links[i].Y += dy
		links[i].Y2 += dy
	}
}
