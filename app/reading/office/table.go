package office

import (
	"strings"
	"unicode/utf8"

	"yttra/app/reading"
)

// table writes a table row by row. One with a single column, and rows that only place
// words on a page, are read as paragraphs, cell by cell; the others as one line each,
// with tabs between the cells.
func (w *writer) table(t *table) {
	var rows []row
	for _, r := range t.rows {
		if r.out != nil {
			w.lost(r.taken())
		} else if !r.empty() {
			rows = append(rows, r)
		}
	}
	single := singleColumn(rows)
	for i := 0; i < len(rows); i++ {
		if n := w.signatureRows(rows[i:]); n > 0 {
			i += n - 1
			continue
		}
		if single || rows[i].places(t.lines) {
			for _, c := range rows[i].cells {
				w.blocks(c.blocks)
				w.gap = true
			}
			continue
		}
		w.row(rows[i])
	}
}

// row writes the cells of a row on one line.
func (w *writer) row(r row) {
	if w.gap {
		w.b.Gap()
	}
	w.gap, w.last = false, nil
	last := len(r.cells) - 1
	for last > 0 && r.cells[last].empty() {
		last--
	}
	for i, c := range r.cells[:last+1] {
		if i == 0 {
			w.start(reading.Cell, c.column)
		} else {
			w.b.Next(c.column)
			w.space, w.bare = "", true
		}
		w.cell(c.blocks)
	}
	w.b.End()
}

// cell writes what is in a cell without ending its line.
func (w *writer) cell(bs []block) {
	for _, p := range paras(bs) {
		if p.empty() {
			w.lost(p.runs)
			continue
		}
		if !w.bare {
			w.space = " "
		}
		if p.label != "" {
			w.put(p.label, nil)
			w.space = " "
		}
		for _, r := range p.runs {
			if r.kind == newLine && r.out == nil {
				w.space = " "
				continue
			}
			w.runs([]run{r})
		}
	}
}

// paras gives the paragraphs of blocks, those in tables and text boxes too.
func paras(bs []block) []*para {
	var out []*para
	for _, b := range bs {
		if b.para != nil {
			out = append(append(out, b.para), paras(b.para.boxes)...)
		}
		if b.table != nil {
			for _, r := range b.table.rows {
				for _, c := range r.cells {
					out = append(out, paras(c.blocks)...)
				}
			}
		}
	}
	return out
}

func (c *cell) empty() bool {
	for _, p := range paras(c.blocks) {
		if !p.empty() {
			return false
		}
	}
	return true
}

// empty tells that nothing is in the row, and nothing was.
func (r *row) empty() bool {
	for i := range r.cells {
		for _, p := range paras(r.cells[i].blocks) {
			if !p.empty() || len(p.runs) > 0 {
				return false
			}
		}
	}
	return true
}

// taken gives the words of a row that is marked as taken away.
func (r *row) taken() []run {
	var out []run
	for _, c := range r.cells {
		for _, p := range paras(c.blocks) {
			for _, x := range p.runs {
				x.out = r.out
				out = append(out, x)
			}
			out = append(out, run{kind: newLine, out: r.out})
		}
	}
	return out
}

// singleColumn tells that no two cells with words stand beside each other under the
// same columns: a frame around text, not a table.
func singleColumn(rows []row) bool {
	column := 0
	for _, r := range rows {
		for i := range r.cells {
			if r.cells[i].empty() {
				continue
			}
			if column != 0 && column != r.cells[i].column {
				return false
			}
			column = r.cells[i].column
		}
	}
	return true
}

// longCell is how many letters of a cell still read as part of a line.
const longCell = 200

// places tells that a row is there to place paragraphs beside each other: it has
// lists, claims, tables or long texts in its cells, or no drawn lines and more than one
// line in a cell.
func (r *row) places(lines bool) bool {
	for _, c := range r.cells {
		n, size := 0, 0
		for _, b := range c.blocks {
			if b.table != nil {
				return true
			}
			p := b.para
			if p.empty() {
				continue
			}
			if p.kind == reading.Item && len(c.blocks) > 1 {
				return true
			}
			if n++; beginsAtt(p) && (n > 1 || !r.marked()) {
				return true
			}
			for _, x := range p.runs {
				if x.out == nil {
					size += utf8.RuneCountInString(x.text)
				}
				if x.kind == newLine {
					n++
				}
			}
		}
		if n > 1 && !lines || size > longCell && (n > 1 || !lines) {
			return true
		}
	}
	return false
}

// beginsAtt tells that a paragraph is a claim, as they are written: "att kommunen …".
func beginsAtt(p *para) bool {
	w := strings.ToLower(strings.TrimSpace(plain(p.runs)))
	return strings.HasPrefix(w, "att ")
}

// marked tells that the first words of a row are the number or mark of what follows.
func (r *row) marked() bool {
	for i := range r.cells {
		if !r.cells[i].empty() {
			ps := paras(r.cells[i].blocks)
			return len(ps) == 1 && markTyped.MatchString(strings.TrimSpace(plain(ps[0].runs))+"\t")
		}
	}
	return false
}
