package pdf

import (
	"cmp"
	"math"
	"slices"
)

// strip is a white stripe from the top to the bottom of a part of a page.
type strip struct{ from, to float32 }

func (s strip) width() float32 { return s.to - s.from }

// mostStrips is how many white stripes of a band are looked at, the widest first.
const mostStrips = 48

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

// gapsOf gives the wide gaps of a row.
func gapsOf(r row) []strip {
	if stretched(r) {
		return nil
	}
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

// stretched tells a line of three words or more that was set out to the margin: its gaps
// are all the same. Word does so with a line that a person broke in justified text.
func stretched(r row) bool {
	if len(r.words) < 3 {
		return false
	}
	least, most := float32(math.MaxFloat32), float32(0)
	for i, w := range r.words[1:] {
		gap := w.x0 - r.words[i].x1
		least, most = min(least, gap), max(most, gap)
	}
	return least > 0.3*r.size && most-least < 0.12*r.size+0.03*least
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
