package estimate

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/reports/layout"
)

// grid is a table whose amounts are all counted in one unit: the finest that lets
// each of them stand on one line.
type grid struct {
	caption string // {unit} is filled in
	summary string
	heads   []string
	words   []int // columns of words besides the first; the others are numbers
	tight   []int // columns as wide as their widest text; the others share the rest
	rows    []row
	wide    bool
	whole   bool // kronor at the finest, and the note says so when ören are left out
	note    string
}

// row is a name and its cells.
type row struct {
	name  string
	cells []cell
	sum   bool
}

// cell is an amount, words, or nothing.
type cell struct {
	text  string
	money app.Money
	is    bool // an amount, nought too
}

func amount(m app.Money) cell { return cell{money: m, is: true} }
func word(s string) cell      { return cell{text: s} }

// some is an amount where nought means nothing.
func some(m app.Money) cell { return cell{money: m, is: m != 0} }

const (
	narrow    = 132.0 // mm, as the text
	broad     = 155.0 // from the margin
	tableGap  = 3.0   // mm between columns
	tableSize = 9.5   // points
	nameLeast = 34.0  // mm for the names of rows
	nameEasy  = 48.0  // mm that they have when the table need not begin in the margin
	wordLeast = 17.0  // mm for a column of words
)

// block sets the table.
func (g grid) block(p *printer) layout.Block {
	u := g.unit(p.faces)
	note := g.note
	if g.finest() < place(u) {
		note = strings.TrimSpace(note + " " + p.rounded(u))
	}
	t := layout.Table{Caption: layout.Plain(say(g.caption, "unit", p.w.Units[u])), Note: layout.Plain(note), Wide: g.wide || g.width(u, nameEasy, p.faces) > narrow, Summary: g.summary}
	for i, h := range g.heads {
		t.Columns = append(t.Columns, layout.TableColumn{Head: layout.Plain(h), Right: i > 0 && !slices.Contains(g.words, i)})
		if slices.Contains(g.tight, i) {
			t.Columns[i].Width = g.widest(i, u, p.faces) + 0.1
		}
	}
	for _, r := range g.rows {
		cells := [][]layout.Run{layout.Plain(r.name)}
		for _, c := range r.cells {
			cells = append(cells, layout.Plain(c.in(u)))
		}
		t.Rows = append(t.Rows, layout.TableRow{Cells: cells, Sum: r.sum})
	}
	return layout.Block{Role: layout.TableBlock, Table: t}
}

// in writes the cell; nothing is a dash.
func (c cell) in(u unit) string {
	switch {
	case c.is:
		return u.in(c.money)
	case c.text == "":
		return "–"
	}
	return c.text
}

// finest is the place in units of the unit that shows every amount whole.
func (g grid) finest() int {
	for _, r := range g.rows {
		for _, c := range r.cells {
			if c.is && c.money%100 != 0 {
				return place(oren)
			}
		}
	}
	return place(kronor)
}

func place(u unit) int { return slices.Index(units, u) }

// unit is the finest that fits.
func (g grid) unit(faces layout.Measurer) unit {
	from := g.finest()
	if g.whole {
		from = place(kronor)
	}
	for _, u := range units[from:] {
		if g.width(u, nameLeast, faces) <= broad {
			return u
		}
	}
	return millions
}

// width is what the columns need with amounts in a unit and the names of rows in
// a room.
func (g grid) width(u unit, room float64, faces layout.Measurer) float64 {
	names := 0.0
	for _, r := range g.rows {
		names = max(names, faces.Width(layout.SansBold, r.name, tableSize))
	}
	total := min(names, room) + tableGap*float64(len(g.heads)-1)
	for i := 1; i < len(g.heads); i++ {
		if slices.Contains(g.words, i) {
			if !slices.Contains(g.tight, i) {
				total += wordLeast
				continue
			}
		}
		total += g.widest(i, u, faces)
	}
	return total
}

// widest is how wide a column must be for its texts to stand on one line.
func (g grid) widest(i int, u unit, faces layout.Measurer) float64 {
	widest := faces.Width(layout.SansBold, g.heads[i], tableSize)
	for _, r := range g.rows {
		if i > len(r.cells) {
			continue
		}
		face := layout.Sans
		if r.sum {
			face = layout.SansBold
		}
		widest = max(widest, faces.Width(face, strings.ReplaceAll(r.cells[i-1].in(u), "\u00ad", ""), tableSize))
	}
	return widest
}
