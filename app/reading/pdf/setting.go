package pdf

import (
	"slices"
	"unicode/utf8"
)

// setting is how the text of a paper is set.
type setting struct {
	size  float32 // of most letters
	bold  bool    // most of it is bold
	leads map[int]float32
	right map[int]float32 // where lines are broken, by where they begin
	in    int             // how many paragraphs have their first line set in
	full  bool            // its lines are set out to the same right edge
}

// settingOf measures the text.
func settingOf(ls []line) setting {
	s := setting{leads: map[int]float32{}, right: map[int]float32{}}
	sizes, best, bold, all := map[int]int{}, 0, 0, 0
	leads := map[int]map[int]int{}
	for i, l := range ls {
		n := utf8.RuneCountInString(l.text)
		k := tenths(l.size)
		sizes[k] += n
		if sizes[k] > sizes[best] || sizes[k] == sizes[best] && k < best {
			best = k
		}
		all += n
		if l.bold {
			bold += n
		}
		if i > 0 && l.lead > 0.5*l.size && l.lead < 3*l.size && runsOver(ls[i-1], l) {
			if leads[k] == nil {
				leads[k] = map[int]int{}
			}
			leads[k][int(l.lead*2+0.5)]++
		}
	}
	s.size, s.bold = float32(best)/5, bold*2 > all
	for i := 1; i < len(ls); i++ { // where no words tell it, full lines do
		a, b := ls[i-1], ls[i]
		k := tenths(b.size)
		if _, ok := s.leads[k]; !ok && a.column == b.column && b.lead > 0.5*b.size && b.lead < 2.2*b.size && len(a.words) > 4 && abs(a.size-b.size) < 0.6 &&
			b.mark == "" && !endsClause(a.text) && !(startsAtt(b.text) && (startsAtt(a.text) || !governs(a.text))) && !beginAlike(a, b) && !s.fits(a, b) {
			s.leads[k] = b.lead
		}
	}
	for k, count := range leads {
		s.leads[k] = usualLead(count)
	}
	for i := 1; i < len(ls); i++ {
		if a, b := ls[i-1], ls[i]; a.column == b.column && a.cells == nil && s.breaks(a, b) {
			for _, k := range places(a) {
				s.right[k] = max(s.right[k], a.x1)
			}
			if d := a.x0 - b.x0; a.mark == "" && d > 0.4*a.size && d < 4*a.size && b.x0 < b.left+0.3*b.size {
				s.in++
			}
		}
	}
	s.full = s.justified(ls)
	return s
}

// justified tells whether nearly all lines that sentences run over end at one edge.
func (s setting) justified(ls []line) bool {
	even, all := 0, 0
	for i := 1; i < len(ls); i++ {
		if a := ls[i-1]; s.breaks(a, ls[i]) {
			all++
			if s.edge(a)-a.x1 < 0.15*a.size {
				even++
			}
		}
	}
	return all >= 3 && even*10 >= all*8
}

func tenths(size float32) int { return int(size*5 + 0.5) }

// usualLead is the least distance of lines that is common.
func usualLead(count map[int]int) float32 {
	all, keys := 0, []int{}
	for k, n := range count {
		all += n
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for i, k := range keys {
		n := count[k]
		if i+1 < len(keys) && keys[i+1] == k+1 {
			n += count[k+1]
		}
		if n*5 >= all {
			return float32(k) / 2
		}
	}
	return float32(keys[0]) / 2
}

// breaks tells that a sentence runs from one line over to the next.
func (s setting) breaks(a, b line) bool {
	return runsOver(a, b) && b.lead < 1.5*s.lead(b)
}

// runsOver tells that by their words a sentence runs over from one line to another.
func runsOver(a, b line) bool {
	return a.column == b.column && a.cells == nil && b.cells == nil && b.mark == "" && abs(a.size-b.size) < 0.6 &&
		(startsSmall(b.text) && !startsAtt(b.text) && !endsClause(a.text) && len(a.text) > 20 && a.x1-a.left > 0.6*(a.right-a.left) && !beginAlike(a, b) || endsHyphen(a.text) && startsSmall(b.text))
}

// lead is how far apart lines of a size stand.
func (s setting) lead(l line) float32 {
	if v := s.leads[tenths(l.size)]; v > 0 {
		return v
	}
	return 1.3 * l.size
}

// places are the keys of the columns that begin where a line begins.
func places(l line) []int {
	k := int(l.left / 4)
	return []int{k - 1, k, k + 1}
}

// edge is where lines of a line's column are broken.
func (s setting) edge(l line) float32 {
	if v, ok := s.right[int(l.left/4)]; ok && v > l.x1-1 && v <= l.right+2*l.size {
		return v
	}
	return max(l.right, l.x1)
}
