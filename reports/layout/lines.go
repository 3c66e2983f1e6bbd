package layout

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// textLine is one line of pieces.
type textLine struct {
	pieces []piece
	width  float64 // mm, without the space at its end
}

// The rest of what an ugly line costs, in mm².
const (
	costLine      = 4    // fewer lines are better
	costOneLetter = 64   // a line that ends in i, å or ö
	costShortLast = 1200 // a last line under 14 % of the measure
	costTwoHyphen = 1500 // two lines in a row that end in a hyphen
	costTail      = 900  // a last line that is the tail of a word
	costOverfull  = 1e7
	shortLast     = 0.14
)

// breakLines finds the lines of a whole paragraph that together are least
// ragged: the least sum of squared shortfall and costs. The pieces are unchanged.
func (f *flow) breakLines(ps []piece, width float64) []textLine {
	n := len(ps)
	if n == 0 {
		return nil
	}
	best, from := make([]float64, n+1), make([]int, n+1)
	for i := range best[1:] {
		best[i+1] = math.Inf(1)
	}
	for i := range n {
		if math.IsInf(best[i], 1) {
			continue
		}
		w := 0.0
		for j := i; j < n; j++ {
			w += ps[j].width
			seen := w - ps[j].trail
			if seen > width+0.001 && j > i && f.breakable(ps, i, j) {
				break
			}
			if ps[j].after == noBreak && j+1 < n {
				continue
			}
			c := best[i] + f.cost(ps, i, j, seen, width)
			if c < best[j+1] {
				best[j+1], from[j+1] = c, i
			}
			if ps[j].after == forced {
				break
			}
		}
	}
	return f.collect(ps, from)
}

// breakable reports whether a line from i can end before j.
func (f *flow) breakable(ps []piece, i, j int) bool {
	for k := i; k < j; k++ {
		if ps[k].after != noBreak {
			return true
		}
	}
	return false
}

// cost of a line of the pieces i to j that is seen wide.
func (f *flow) cost(ps []piece, i, j int, seen, width float64) float64 {
	p, last := ps[j], j+1 == len(ps)
	hyphened := i > 0 && ps[i-1].after == atHyphen
	if p.after == atHyphen && !last {
		seen += f.m.Width(p.face, "\u00ad", p.size)
	}
	short := width - seen
	c := float64(costLine)
	if short < -0.001 {
		c += costOverfull * -short
		short = 0
	}
	if last || p.after == forced {
		if i > 0 && last && seen < width*shortLast {
			c += costShortLast
		}
		if hyphened && last {
			c += costTail
		}
		return c
	}
	c += short*short + p.cost
	if hyphened && p.after == atHyphen {
		c += costTwoHyphen
	}
	if p.after == atSpace && oneLetter(p.text) {
		c += costOneLetter
	}
	return c
}

func oneLetter(s string) bool {
	s = strings.TrimRight(s, " ")
	r, size := utf8.DecodeRuneInString(s)
	return size > 0 && size == len(s) && unicode.IsLetter(r)
}

// collect walks back through the best line starts.
func (f *flow) collect(ps []piece, from []int) []textLine {
	count := 0
	for k := len(ps); k > 0; k = from[k] {
		count++
	}
	out := make([]textLine, count)
	for k := len(ps); k > 0; k = from[k] {
		count--
		l := textLine{pieces: append([]piece(nil), ps[from[k]:k]...)}
		end := &l.pieces[len(l.pieces)-1]
		if end.after == atHyphen && k < len(ps) {
			end.text += "\u00ad"
		}
		l.pieces = f.merge(l.pieces)
		for _, p := range l.pieces {
			l.width += p.width
		}
		l.width -= l.pieces[len(l.pieces)-1].trail
		out[count] = l
	}
	return out
}

// merge joins neighbours that are drawn alike, and measures them as drawn.
func (f *flow) merge(ps []piece) []piece {
	var out []piece
	for _, p := range ps {
		if k := len(out) - 1; k >= 0 && p.letters() && out[k].letters() &&
			out[k].elem == p.elem && out[k].face == p.face && out[k].size == p.size {
			out[k].text += p.text
			out[k].trail, out[k].after = p.trail, p.after
			continue
		}
		out = append(out, p)
	}
	for i := range out {
		if out[i].letters() {
			out[i].width = f.m.Width(out[i].face, out[i].text, out[i].size)
		}
	}
	return out
}

// balanced keeps the number of lines and makes them as even as it can.
func (f *flow) balanced(ps []piece, width float64) []textLine {
	lines := f.breakLines(ps, width)
	if len(lines) < 2 {
		return lines
	}
	low, high := max(width/2, f.minimal(ps)), width
	for high-low > 0.5 {
		mid := (low + high) / 2
		if try := f.breakLines(ps, mid); len(try) == len(lines) {
			lines, high = try, mid
		} else {
			low = mid
		}
	}
	return lines
}

// natural is how wide the pieces are on one line, or their longest line.
func natural(ps []piece) float64 {
	longest, w, trail := 0.0, 0.0, 0.0
	for _, p := range ps {
		w, trail = w+p.width, p.trail
		longest = max(longest, w-trail)
		if p.after == forced {
			w = 0
		}
	}
	return longest
}

// minimal is the widest thing that is better not broken: a whole word.
func (f *flow) minimal(ps []piece) float64 {
	widest, w := 0.0, 0.0
	for _, p := range ps {
		w += p.width
		widest = max(widest, w-p.trail)
		if p.after == atSpace || p.after == atMark || p.after == forced {
			w = 0
		}
	}
	return widest
}
