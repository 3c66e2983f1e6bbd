package pdf

import (
	"cmp"
	"math"
	"slices"

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

// strip is a white stripe from the top to the bottom of a part of a page.
type strip struct{ from, to float32 }

func (s strip) width() float32 { return s.to - s.from }

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

// band is rows that have white stripes in common.
type band struct {
	start, end int
	strips     []strip
}

// mostStrips is how many white stripes of a band are looked at, the widest first.
const mostStrips = 48

// bandAt finds the longest run of rows from row i on through which a white stripe runs
// that parts words on both sides. Its end is 0 when there is none.
func (c *cutter) bandAt(rows []row, i int, left, right float32) band {
	if len(gapsOf(rows[i])) == 0 && !(i+1 < len(rows) && abreast(rows[i], rows[i+1])) {
		return band{}
	}
	free := freeOf(rows[i])
	type reach struct {
		end    int
		strips []strip
	}
	var reached []reach // how far each number of stripes goes
	for j := i; j < len(rows) && c.looks > 0; j++ {
		c.looks -= len(free)
		if j > i {
			free = common(free, freeOf(rows[j]), 0.6*rows[i].size)
			if rows[j].base-rows[j-1].base > 12*max(rows[j].size, rows[j-1].size) {
				break
			}
		}
		inner := between(free)
		if len(inner) == 0 && j > i {
			break
		}
		if n := len(reached); n > 0 && len(inner) < len(reached[n-1].strips) && rows[j].base-rows[j-1].base > 3*max(rows[j].size, rows[j-1].size) {
			break // something else begins
		}
		if len(gapsOf(rows[j])) == 0 && !(j > i && abreast(rows[j-1], rows[j])) { // one that stands at one side alone ends no band
			continue
		}
		if n := len(reached); n > 0 && len(reached[n-1].strips) == len(inner) {
			reached[n-1] = reach{j + 1, inner}
			continue
		}
		reached = append(reached, reach{j + 1, inner})
	}
	for _, r := range slices.Backward(reached) {
		c.looks -= (r.end - i) * len(r.strips)
		if c.looks < 0 {
			break
		}
		if s := c.valid(rows[i:r.end], r.strips, left, right); len(s) > 0 {
			return c.trailing(rows, band{i, r.end, s})
		}
	}
	return band{}
}

// abreast tells whether two rows stand side by side, on baselines that are not quite one.
func abreast(a, b row) bool {
	return b.base-a.base < 1.05*min(a.size, b.size) && (a.x1() < b.x0() || b.x1() < a.x0())
}

// between leaves out the stripes at the sides.
func between(all []strip) []strip {
	var out []strip
	for _, s := range all {
		if !math.IsInf(float64(s.from), 0) && !math.IsInf(float64(s.to), 0) {
			out = append(out, s)
		}
	}
	return out
}

// trailing takes in the rows after a band that go on with one of its columns.
func (c *cutter) trailing(rows []row, b band) band {
	long, all := 0, b.end-b.start
	for _, r := range rows[b.start:b.end] {
		if len(r.words) > 6 {
			long++
		}
	}
	short := long < 4 && all < 3 && !toTheEnd(rows[b.end:], rows[b.end-1], b.strips)
	lead := float32(0)
	if all > 1 {
		lead = rows[b.end-1].base - rows[b.end-2].base
	}
	for j := b.end; j < len(rows); j++ {
		if d := rows[j].base - rows[j-1].base; d > 2.5*max(lead, rows[j].size) || long < 4 && d > 1.5*rows[j].size {
			break
		}
		if short && !c.under(rows[b.start:b.end], rows[j], b.strips) {
			break
		}
		narrowed := common(b.strips, freeOf(rows[j]), 0.6*rows[j].size)
		if len(narrowed) < len(b.strips) {
			return b
		}
		b.end, b.strips = j+1, narrowed
	}
	return b
}

// toTheEnd tells whether the rows after a band, as far as they stand together, keep to
// its columns, and fill one of them: it is the band that goes on.
func toTheEnd(rows []row, last row, strips []strip) bool {
	fills := 0
	for i, r := range rows {
		if r.base-last.base > 2.5*max(r.size, last.size) {
			break
		}
		narrowed := common(strips, freeOf(r), 0.6*r.size)
		if len(narrowed) < len(strips) {
			return false
		}
		strips = narrowed
		for _, s := range strips {
			if x1 := r.x1(); x1 < s.to && x1 > s.from-3*r.size && x1-r.x0() > 12*r.size && i > 0 {
				fills++
			}
		}
		last = r
	}
	return fills > 0
}

// under tells whether a row begins where a column after the first does, so that it is
// the going on of what stands there.
func (c *cutter) under(rows []row, r row, strips []strip) bool {
	for _, s := range strips {
		for _, above := range rows {
			for _, w := range above.words {
				if w.x0 >= s.to-0.01 && abs(w.x0-r.x0()) < 2.5*r.size && s.from < r.x0() && abs(w.size-r.size) < 0.15*r.size {
					return true
				}
				if w.x0 >= s.to-0.01 {
					break
				}
			}
		}
	}
	return false
}

// gapsOf gives the wide gaps of a row.
func gapsOf(r row) []strip {
	var gaps []strip
	end := r.words[0].x1
	for _, w := range r.words[1:] {
		if w.x0-end > 0.65*r.size {
			gaps = append(gaps, strip{end, w.x0})
		}
		end = max(end, w.x1)
	}
	if len(gaps) > mostStrips {
		slices.SortFunc(gaps, func(a, b strip) int { return cmp.Compare(b.width(), a.width()) })
		gaps = gaps[:mostStrips]
		slices.SortFunc(gaps, func(a, b strip) int { return cmp.Compare(a.from, b.from) })
	}
	return gaps
}

// freeOf gives the white stripes of a row: its wide gaps, and what is left and right of it.
func freeOf(r row) []strip {
	out := append([]strip{{float32(math.Inf(-1)), r.x0()}}, gapsOf(r)...)
	end := r.x0()
	for _, w := range r.words {
		end = max(end, w.x1)
	}
	return append(out, strip{end, float32(math.Inf(1))})
}

// common gives what two rows' stripes have in common, where it is wide enough.
func common(a, b []strip, least float32) []strip {
	var out []strip
	for i, j := 0, 0; i < len(a) && j < len(b); {
		s := strip{max(a[i].from, b[j].from), min(a[i].to, b[j].to)}
		if s.width() >= least {
			out = append(out, s)
		}
		if a[i].to < b[j].to {
			i++
		} else {
			j++
		}
	}
	if len(out) > mostStrips {
		out = out[:mostStrips]
	}
	return out
}

// valid gives the stripes that part columns: words stand on both sides of them in enough
// rows for their width, and what they part is more than list marks.
func (c *cutter) valid(rows []row, free []strip, left, right float32) []strip {
	var out []strip
	wide := len(rows) == 1 && slices.ContainsFunc(free, func(s strip) bool { return s.width() >= 4*rows[0].size })
	for _, s := range free {
		after := float32(math.Inf(-1))
		if len(out) > 0 {
			after = out[len(out)-1].to - 0.01
		}
		both, marks, texts, prose := 0, 0, 0, 0
		size := float32(0)
		for k, r := range rows {
			i := r.from(s.to - 0.01)
			if between := r.words[min(r.from(after), i):i]; len(between) > 0 && (i < len(r.words) || k+1 < len(rows) && abreast(r, rows[k+1]) && rows[k+1].x0() >= s.to-0.01) {
				texts++
				if isMark(wordsText(between)) || len(between) == 1 && isHangingAtt(between[0].text) {
					marks++
				}
			}
			beside := i > 0 && i < len(r.words)
			if beside || k > 0 && abreast(rows[k-1], r) && (i == 0) != (rows[k-1].x0() >= s.to-0.01) {
				both++
				size += r.size
			}
			if beside && full(r, left, right) && r.words[i].x0-r.words[i-1].x1 < 3.5*r.size && (k > 0 && full(rows[k-1], left, right) || k+1 < len(rows) && len(rows[k+1].words) > 0 && rows[k+1].x0() <= left+r.size) {
				prose++
			}
		}
		if both == 0 || marks == texts || both < 4 && prose == both && s.width() < 3.5*size/float32(both) {
			continue
		}
		if need := needed(both); s.width() >= need*size/float32(both) || wide && s.width() >= 0.9*size/float32(both) {
			out = append(out, s)
		}
	}
	return out
}

// from gives the first word of a row that begins at a place or after it.
func (r row) from(x float32) int {
	i, _ := slices.BinarySearchFunc(r.words, x, func(w word, x float32) int { return cmp.Compare(w.x0, x) })
	return i
}

// full tells whether a row reaches from side to side.
func full(r row, left, right float32) bool {
	return r.x0() <= left+1.5*r.size && r.x1() >= right-1.5*r.size
}

// needed is how wide a stripe must be, in the size of its letters, for so many rows that
// have words on both sides: by chance the gaps of many do not stand under each other.
func needed(rows int) float32 {
	switch {
	case rows == 1:
		return 2.2
	case rows == 2:
		return 1.5
	case rows == 3:
		return 1.2
	case rows < 8:
		return 0.95
	}
	return 0.7
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
