package pdf

import (
	"cmp"
	"slices"
	"strings"
)

// row is words on one baseline, from left to right.
type row struct {
	words []word
	base  float32
	size  float32 // of most of it
}

func (r row) x0() float32 { return r.words[0].x0 }
func (r row) x1() float32 { return r.words[len(r.words)-1].x1 }

func (r row) text() string {
	var b strings.Builder
	for i, w := range r.words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}

// rowsOf puts words on their baselines, from the top.
func rowsOf(ws []word) []row {
	ws = slices.Clone(ws)
	slices.SortStableFunc(ws, func(a, b word) int { return cmp.Compare(a.base, b.base) })
	var out []row
	for i := 0; i < len(ws); {
		j := i
		for j < len(ws) && ws[j].base-ws[i].base <= 0.3*max(ws[i].size, min(ws[j].size, 2*ws[i].size)) {
			j++
		}
		r := row{words: slices.Clone(ws[i:j])}
		slices.SortStableFunc(r.words, func(a, b word) int { return cmp.Compare(a.x0, b.x0) })
		r.measure()
		out = append(out, r)
		i = j
	}
	return out
}

// measure finds the size and the baseline that most letters of a row have.
func (r *row) measure() {
	most := 0
	for _, w := range r.words {
		n := 0
		for _, v := range r.words[:min(len(r.words), 60)] {
			if abs(v.size-w.size) < 0.3 {
				n += len(v.text)
			}
		}
		if n > most {
			most, r.size, r.base = n, w.size, w.base
		}
		if len(r.words) > 200 { // no line of a paper
			break
		}
	}
}
