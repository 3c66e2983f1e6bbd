package pdf

import (
	"yttra/app/reading"
)

// column is a part of a page that is read from its top to its bottom: the whole width
// of the page, or a column of it, as long as its lines stand under each other.
type column struct {
	rows        []row
	left, right float32 // where lines may begin and end
	cells       bool    // its rows are rows of a table: tabs stand in them
	table       []tableRow
	page        int
	set         int // columns of one part of the page, side by side, have the same number
}

// cutter finds the columns of a page.
type cutter struct {
	rules []reading.Box
	page  int
	sets  int
	looks int // that are left: on a page made to take long, columns are not looked for without end
	out   []column
}

// mostLooks is far more than a page of a paper takes.
const mostLooks = 400_000

// deepest is how many times columns are looked for inside columns.
const deepest = 5

// cut finds the columns in a part of the page, in the order they are read.
func (c *cutter) cut(ws []word, left, right float32, depth int) {
	rows := rowsOf(ws)
	if len(rows) == 0 {
		return
	}
	from := 0
	for i := 0; i < len(rows) && depth < deepest; {
		b := c.bandAt(rows, i, left, right)
		if b.end == 0 {
			i++
			continue
		}
		c.plain(rows[from:b.start], left, right)
		c.split(rows[b.start:b.end], b.strips, left, right, depth)
		from, i = b.end, b.end
	}
	c.plain(rows[from:], left, right)
}

func (c *cutter) plain(rows []row, left, right float32) {
	if len(rows) == 0 {
		return
	}
	if n := len(c.out); n > 0 && !c.out[n-1].cells && c.out[n-1].left == left && c.out[n-1].right == right && c.out[n-1].set == 0 &&
		c.out[n-1].rows[len(c.out[n-1].rows)-1].base < rows[0].base {
		c.out[n-1].rows = append(c.out[n-1].rows, rows...)
		return
	}
	c.out = append(c.out, column{rows: rows, left: left, right: right, page: c.page})
}

func wordsText(ws []word) string { return row{words: ws}.text() }

// split reads the columns of a band, or its rows where it is a table.
func (c *cutter) split(rows []row, strips []strip, left, right float32, depth int) {
	cols := make([][]word, len(strips)+1)
	for _, r := range rows {
		k := 0
		for _, w := range r.words {
			for k < len(strips) && (w.x0+w.x1)/2 > strips[k].from && w.x0 >= strips[k].to-0.01 {
				k++
			}
			cols[k] = append(cols[k], w)
		}
	}
	g := gridOf(rows, strips, c.rules)
	if g.rowwise() {
		c.out = append(c.out, column{rows: rows, table: g.tableRows(), left: left, right: right, cells: true, page: c.page, set: -1})
		return
	}
	c.sets++
	set := c.sets
	for k, ws := range cols {
		l, r := left, right
		if k > 0 {
			l = strips[k-1].to
		}
		if k < len(strips) {
			r = strips[k].from
			if !g.prose(k) { // its lines could have gone on to the next column
				r = strips[k].to - 0.5*rows[0].size
			}
		}
		from := len(c.out)
		c.apart(ws, l, r, depth+1)
		for i := from; i < len(c.out); i++ {
			if c.out[i].set == 0 {
				c.out[i].set = set
			}
		}
	}
}

// apart cuts a column so that it is not taken for the going on of what stands before.
func (c *cutter) apart(ws []word, left, right float32, depth int) {
	inner := cutter{rules: c.rules, page: c.page, sets: c.sets, looks: c.looks}
	inner.cut(ws, left, right, depth)
	c.sets, c.looks = inner.sets, inner.looks
	c.out = append(c.out, inner.out...)
}
