package word

import (
	"strings"

	"yttra/reports/layout"
)

const (
	cellPad     = 0.9 // mm above and below the lines of a cell
	mostColumns = 63  // of a table in Word
	mostInRow   = 2500
	belowTable  = 5.5 // mm
)

// frame is how a table stands on the page.
type frame struct {
	style       string
	left        float64   // mm from the text; less than nought: in the margin
	widths      []float64 // mm, the gap after a column included
	gap         float64
	title       string // what it is called, for a screen reader
	description string
	rowHeads    bool // the first column heads the rows
	colHeads    bool // the first row heads the columns
}

// grid writes a table of the frame with its rows.
func (w *writer) grid(f frame, rows func()) {
	w.apart()
	p := w.p
	p.el("w:tbl", func() {
		p.el("w:tblPr", func() {
			if f.style != "" {
				p.val("w:tblStyle", f.style)
			}
			p.leaf("w:tblW", "w:w", twips(total(f.widths)), "w:type", "dxa")
			p.leaf("w:tblInd", "w:w", twips(f.left), "w:type", "dxa")
			p.leaf("w:tblLayout", "w:type", "fixed")
			if f.style == "" {
				noMargins(p)
			}
			p.leaf("w:tblLook", "w:val", lookBits(f), "w:firstRow", bit(f.colHeads), "w:lastRow", "0", "w:firstColumn", bit(f.rowHeads),
				"w:lastColumn", "0", "w:noHBand", "1", "w:noVBand", "1")
			if f.title != "" {
				p.val("w:tblCaption", f.title)
			}
			if f.description != "" {
				p.val("w:tblDescription", f.description)
			}
		})
		p.el("w:tblGrid", func() {
			for _, width := range f.widths {
				p.leaf("w:gridCol", "w:w", twips(width))
			}
		})
		rows()
	})
	w.gap, w.ended = belowTable, true
}

// lookBits says the same as the words beside it, for older readers.
func lookBits(f frame) string {
	switch {
	case f.colHeads && f.rowHeads:
		return "06A0"
	case f.colHeads:
		return "0620"
	case f.rowHeads:
		return "0680"
	}
	return "0600"
}

func bit(b bool) string {
	if b {
		return "1"
	}
	return "0"
}

func total(widths []float64) float64 {
	t := 0.0
	for _, w := range widths {
		t += w
	}
	return t
}

// cell writes a cell with its paragraphs; lines are its own, besides the table's.
func (w *writer) cell(f frame, i int, lines, inside func()) {
	p := w.p
	p.el("w:tc", func() {
		p.el("w:tcPr", func() {
			p.leaf("w:tcW", "w:w", twips(f.widths[i]), "w:type", "dxa")
			if lines != nil {
				p.el("w:tcBorders", lines)
			}
			if i < len(f.widths)-1 && f.gap > 0 {
				p.el("w:tcMar", func() { p.leaf("w:right", "w:w", twips(f.gap), "w:type", "dxa") })
			}
		})
		w.gap = 0
		inside()
	})
}

// table writes a table with its caption above and its note below.
func (w *writer) table(t layout.Table) {
	t = narrowed(t)
	widths, gap, wide := layout.Columns(t, w.doc.Look, w.m)
	f := frame{style: "HouseTable", gap: max(0, gap-slack), widths: loosened(widths, gap, t.Columns), title: strings.TrimSpace(t.Label + " " + plain(t.Caption)), description: t.Summary, rowHeads: true}
	if wide {
		f.left = -margin
	}
	if label := w.captionOf(t); label != nil {
		w.para("TableCaption", props{bare: true, placed: wide, left: f.left}, label)
	}
	for _, c := range t.Columns {
		f.colHeads = f.colHeads || !nothing(c.Head)
	}
	noted, held := !nothing(t.Note), w.glued
	w.glued = false // not every row stays with what follows
	w.grid(f, func() {
		if f.colHeads {
			w.headRow(f, t)
		}
		for i := range t.Rows {
			w.row(f, t, i, noted || held)
		}
		if len(t.Rows) == 0 && !f.colHeads {
			w.row(f, layout.Table{Columns: t.Columns, Rows: []layout.TableRow{{}}}, 0, false) // a table has a row
		}
	})
	if w.glued = held; noted {
		w.gap = 0
		w.para("TableNote", props{bare: true, placed: wide, left: f.left}, func() { w.runs(t.Note) })
	}
}

// slack is the room in mm that a column has beyond its words, since Word measures
// letters its own way, and other letters where it lacks the fonts.
const slack = 1.0

// loosened gives the columns' widths with their gaps. The last, which has no gap to
// take slack from, gets it from the widest column of words.
func loosened(widths []float64, gap float64, columns []layout.TableColumn) []float64 {
	out := append([]float64(nil), widths...)
	last, widest := len(out)-1, -1
	for i := range out {
		if i < last {
			out[i] += gap
		}
		if i < last && !columns[i].Right && (widest < 0 || out[i] > out[widest]) {
			widest = i
		}
	}
	if widest >= 0 && out[widest] > 20*slack {
		out[widest] -= slack
		out[last] += slack
	}
	return out
}

// captionOf gives what writes the caption, its number counted by Word; nil without one.
func (w *writer) captionOf(t layout.Table) func() {
	if t.Label != "" {
		return func() { w.runs(append([]layout.Run{{Text: t.Label + " ", Bold: true}}, t.Caption...)) }
	}
	if nothing(t.Caption) {
		return nil
	}
	w.tables++
	n := w.tables
	return func() {
		w.counted(w.doc.Words.Table, n)
		w.runs(t.Caption)
	}
}

// counted writes "Tabell 1. ", the number as a field.
func (w *writer) counted(words string, n int) {
	before, after, ok := strings.Cut(words, "{n}")
	if !ok {
		return
	}
	bold := layout.Run{Bold: true}
	bold.Text = before
	w.run(bold, false)
	name := strings.TrimFunc(before, func(r rune) bool { return strings.ContainsRune(" \u00a0.:", r) })
	w.field("SEQ "+name+` \* ARABIC`, itoa(n), true)
	bold.Text = after + " "
	w.run(bold, false)
}

// headRow writes the columns' heads, which Word repeats on every page.
func (w *writer) headRow(f frame, t layout.Table) {
	p := w.p
	p.el("w:tr", func() {
		p.el("w:trPr", func() {
			p.leaf("w:cantSplit")
			p.leaf("w:tblHeader")
		})
		for i, c := range t.Columns {
			w.cell(f, i, func() { w.line(p, "w:bottom", 0.5) }, func() {
				w.para("TableHead", props{right: c.Right, bare: true}, func() { w.runs(c.Head) })
			})
		}
	})
}

// row writes row n. It is not split between pages unless it is longer than one; the
// last two stay together, sums with the row before them, and the last with what more
// there is.
func (w *writer) row(f frame, t layout.Table, n int, more bool) {
	p, r := w.p, t.Rows[n]
	style, sums := "TableText", 0
	if r.Sum {
		style = "TableSum"
	}
	for sums < len(t.Rows) && t.Rows[len(t.Rows)-1-sums].Sum {
		sums++
	}
	last := n == len(t.Rows)-1
	keep := !last && n >= len(t.Rows)-1-max(sums, 1) || last && more
	var lines func()
	if r.Sum && n > 0 && !t.Rows[n-1].Sum {
		lines = func() { w.line(p, "w:top", 0.7) }
	}
	p.el("w:tr", func() {
		if length(r) <= mostInRow {
			p.el("w:trPr", func() { p.leaf("w:cantSplit") })
		}
		for i, c := range t.Columns {
			var runs []layout.Run
			if i < len(r.Cells) {
				runs = r.Cells[i]
			}
			w.cell(f, i, lines, func() {
				w.para(style, props{right: c.Right, keep: keep, bare: true}, func() { w.runs(runs) })
			})
		}
	})
}

// length is the number of bytes in a row's longest cell.
func length(r layout.TableRow) int {
	n := 0
	for _, c := range r.Cells {
		n = max(n, len(plain(c)))
	}
	return n
}

// narrowed gives a table that Word can hold: what stands in columns after the last
// it takes is said in that one.
func narrowed(t layout.Table) layout.Table {
	if len(t.Columns) <= mostColumns {
		return t
	}
	join := func(cells [][]layout.Run) []layout.Run {
		var out []layout.Run
		for _, c := range cells {
			if len(out) > 0 && !nothing(c) {
				out = append(out, layout.Run{Text: "; "})
			}
			out = append(out, c...)
		}
		return out
	}
	out := t
	out.Columns = append([]layout.TableColumn(nil), t.Columns[:mostColumns]...)
	var heads [][]layout.Run
	for _, c := range t.Columns[mostColumns-1:] {
		heads = append(heads, c.Head)
	}
	out.Columns[mostColumns-1].Head = join(heads)
	out.Rows = nil
	for _, r := range t.Rows {
		if len(r.Cells) > mostColumns {
			r.Cells = append(append([][]layout.Run(nil), r.Cells[:mostColumns-1]...), join(r.Cells[mostColumns-1:]))
		}
		out.Rows = append(out.Rows, r)
	}
	return out
}
