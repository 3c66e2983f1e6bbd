package pdf

import (
	"cmp"
	"math"
	"slices"
)

// band is rows that have white stripes in common.
type band struct {
	start, end int
	strips     []strip
}

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
