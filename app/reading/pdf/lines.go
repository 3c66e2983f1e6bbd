package pdf

import (
	"strings"
	"unicode/utf8"
)

// line is a printed line, or the part of one that stands in a column.
type line struct {
	words       []word
	text        string // without its mark
	mark        string // of a list
	x0, x1      float32
	textX       float32 // where its text begins after a mark, or after an "att" in the margin
	base, size  float32
	bold        bool
	left, right float32 // of its column
	page        int
	column      int     // counted through the paper
	lead        float32 // from the line before it in its column; 0 for the first
	cells       *tableRow
}

func lineOf(r row, c column, number int) line {
	ws := glued(r.words)
	l := line{words: ws, x0: r.x0(), base: r.base, size: r.size, left: c.left, right: c.right, page: c.page, column: number}
	bold, all := 0, 0
	for _, w := range ws {
		l.x1 = max(l.x1, w.x1)
		n := utf8.RuneCountInString(w.text)
		all += n
		if w.bold {
			bold += n
		}
	}
	l.bold = bold*10 > all*9
	mark, n := markOf(ws)
	l.mark = legible(mark)
	l.text = legible(wordsText(ws[n:]))
	l.textX = ws[n].x0
	if n == 0 && len(ws) > 1 && isHangingAtt(strings.TrimRight(ws[0].text, ":")) && ws[1].x0-ws[0].x1 > max(0.5*l.size, 1.4*space(ws[1:])) {
		l.textX = ws[1].x0
	}
	return l
}

// space is how wide the spaces between words are: in a line that is set out to the
// margin, or in letters of one width, all are wide. 0: there are none.
func space(ws []word) float32 {
	if len(ws) < 2 {
		return 0
	}
	var sum float32
	for i := 1; i < len(ws); i++ {
		sum += ws[i].x0 - ws[i-1].x1
	}
	return sum / float32(len(ws)-1)
}

// linesOf gives the lines of the columns in the order they are read.
func linesOf(cols []column) []line {
	var out []line
	for k, c := range cols {
		before := float32(0)
		if c.cells {
			for i := range c.table {
				out = append(out, cellsLine(c, i, k, before))
				before = out[len(out)-1].base
			}
			continue
		}
		for i, r := range c.rows {
			l := lineOf(r, c, k)
			if i > 0 {
				l.lead = l.base - before
			}
			before = l.base
			out = append(out, l)
		}
	}
	return out
}

func cellsLine(c column, i, number int, before float32) line {
	t := c.table[i]
	l := line{left: c.left, right: c.right, page: c.page, column: number, cells: &t}
	for _, cell := range t.cells {
		for _, r := range cell {
			if l.words == nil {
				l.x0, l.base, l.size = r.x0(), r.base, r.size
			}
			l.words = append(l.words, r.words...)
			l.base = max(l.base, r.base)
			l.x1 = max(l.x1, r.x1())
		}
	}
	if i > 0 {
		l.lead = l.base - before
	}
	return l
}

// hanging tells that a line begins with an "att" that stands in the margin of its claim.
func (l line) hanging() bool { return l.mark == "" && l.textX > l.x0+1 }
