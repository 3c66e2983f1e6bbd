package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a row of letters without a space. raised marks stand in it as ¹²³.
type word struct {
	text       string
	x0, x1     float32
	base, size float32
	bold       bool
	italic     bool
	hyphen     bool // ends with a hyphen that breaks it
}

func (w word) top() float32    { return w.base - 0.75*w.size }
func (w word) bottom() float32 { return w.base + 0.22*w.size }

// apartMost is how far apart two letters stand at most that are told words by each other, in
// their size.
const apartMost = 1.6

// strand is letters on one baseline, each near the one before.
type strand struct {
	letters []char
	end     float32 // of the last letter
	base    float32 // of the last letter that is not raised
	size    float32
}

// wordsOf makes words of the letters of a page, which come from left to right.
func wordsOf(ls []char) []word {
	var out []word
	for _, s := range strandsOf(ls) {
		if s.spaced(); len(s.letters) > 0 {
			out = s.words(out)
		}
	}
	return out
}

// strandsOf puts each letter after the one that it stands beside.
func strandsOf(ls []char) []*strand {
	const step = 6 // points of baselines that are looked at together
	open := map[int][]*strand{}
	var all []*strand
	for _, l := range ls {
		at := int(math.Floor(float64(l.base / step)))
		reach := 1 + int(min(l.size, 60)*0.5/step)
		var best *strand
		least := float32(math.MaxFloat32)
		for k := at - reach; k <= at+reach; k++ {
			near := open[k]
			for i := 0; i < len(near); {
				s := near[i]
				if l.x0-s.end > apartMost*s.size { // nothing comes after it any more
					near[i] = near[len(near)-1]
					near = near[:len(near)-1]
					continue
				}
				if d := s.beside(l); d < least {
					best, least = s, d
				}
				i++
			}
			open[k] = near
		}
		if best == nil {
			best = &strand{base: l.base, size: l.size, end: l.x1}
			open[at] = append(open[at], best)
			all = append(all, best)
		}
		best.add(l)
	}
	return all
}

// beside tells how well a letter goes on with a strand: less is better, and the largest
// number is not at all.
func (s *strand) beside(l char) float32 {
	const no = math.MaxFloat32
	size := max(s.size, l.size)
	d := (s.base - l.base) / size // above is more
	gap := (l.x0 - s.end) / size
	ratio := min(s.size, l.size) / size
	switch {
	case ratio < 0.45 || gap > apartMost:
		return no
	case abs(d) <= 0.22:
		return abs(d) + max(gap, 0)*0.05
	case ratio > 0.85 || gap > 0.35:
		return no
	case l.size < s.size && d > 0 && d <= 0.55, l.size > s.size && d < 0 && d >= -0.55: // raised
		return 0.5 + abs(d)
	case l.size < s.size && d < 0 && d >= -0.3: // lowered
		return 0.7 + abs(d)
	}
	return no
}

func (s *strand) add(l char) {
	if len(s.letters) > 0 && l.size < 0.85*s.size && s.base-l.base > 0.12*s.size {
		l.raised = true
	} else if l.size > s.size/0.85 && l.base-s.base > 0.12*l.size { // what stands so far was raised
		for i := range s.letters {
			s.letters[i].raised = true
		}
		s.base, s.size = l.base, l.size
	} else {
		s.base, s.size = l.base, max(s.size, l.size)
		if l.size < 0.85*s.size {
			s.size = max(l.size, s.size*0.98)
		}
	}
	s.letters = append(s.letters, l)
	s.end = max(s.end, l.x1)
}

// spaced takes the spaces out of a strand; the letters after them know of it.
func (s *strand) spaced() {
	kept, space := s.letters[:0], false
	for _, l := range s.letters {
		if l.text == " " { // one that lies on a letter is no space: some programs draw them into ligatures
			space = space || len(kept) == 0 || l.x0 > kept[len(kept)-1].x1-0.12*l.size
			continue
		}
		l.space, space = space, false
		kept = append(kept, l)
	}
	s.letters = kept
}

// words cuts a strand into words: where the file has a space, and where letters stand
// farther apart than letters of that strand do.
func (s *strand) words(out []word) []word {
	apart := s.apart()
	var cuts []int
	for i := 1; i < len(s.letters); i++ {
		a, b := s.letters[i-1], s.letters[i]
		gap := b.x0 - a.x1
		size := max(a.size, b.size)
		if b.space && gap > apart.letters-0.3*size || gap > apart.words*size+apart.letters || (b.made || endsStop(a.text)) && gap > 0.09*size+apart.letters {
			cuts = append(cuts, i)
		}
	}
	cuts = s.wide(cuts)
	from := 0
	for _, c := range append(cuts, len(s.letters)) {
		if c > from {
			out = append(out, wordOf(s.letters[from:c]))
		}
		from = c
	}
	return out
}

// endsStop tells a stop, after which words stand nearer.
func endsStop(s string) bool { return s == "." || s == "," || s == ":" || s == ";" }

// spacing is how a strand is set.
type spacing struct {
	letters float32 // how far its letters usually stand apart, in points
	words   float32 // how much more parts words, in their size
}

func (s *strand) apart() spacing {
	var gaps []float32
	spaces := 0
	for i := 1; i < len(s.letters); i++ {
		if s.letters[i].space {
			spaces++
			continue
		}
		gaps = append(gaps, s.letters[i].x0-s.letters[i-1].x1)
	}
	if len(gaps) < 3 {
		return spacing{0, 0.22}
	}
	slices.Sort(gaps)
	usual := gaps[len(gaps)/2]
	switch {
	case len(gaps) < 8:
		usual = gaps[len(gaps)/3]
	}
	if usual < 0.06*s.size {
		usual = min(max(usual, -0.05*s.size), 0)
	}
	if spaces > 0 && len(gaps) > 2*spaces {
		return spacing{usual, 0.14} // the file has spaces of its own
	}
	return spacing{usual, 0.14}
}

// wide takes away the spaces inside a heading that is typed with them: "M O T I O N".
// Words of it are parted by more than one.
func (s *strand) wide(cuts []int) []int {
	var out []int
	for i := 0; i < len(cuts); {
		// a run of cuts after which single letters stand
		j := i
		for j+1 < len(cuts) && cuts[j+1] == cuts[j]+1 && single(s.letters[cuts[j]]) {
			j++
		}
		first := 0
		if i > 0 {
			first = cuts[i-1]
		}
		if cuts[i]-first == 1 && single(s.letters[first]) && j-i+2 >= 4 {
			last := len(s.letters)
			if j+1 < len(cuts) {
				last = cuts[j+1]
			}
			end := j
			if last-cuts[j] != 1 || !single(s.letters[cuts[j]]) {
				end = j - 1 // a word follows
			}
			out = append(out, s.gaps(cuts[i:end+1])...)
			out = append(out, cuts[end+1:j+1]...)
		} else {
			out = append(out, cuts[i:j+1]...)
		}
		i = j + 1
	}
	return out
}

// gaps keeps the cuts that are wider than the least by half.
func (s *strand) gaps(cuts []int) []int {
	wide := func(c int) float32 { return s.letters[c].x0 - s.letters[c-1].x1 }
	var all []float32
	for _, c := range cuts {
		all = append(all, wide(c))
	}
	slices.Sort(all)
	usual := all[len(all)/3]
	var out []int
	for _, c := range cuts {
		if wide(c) > 1.6*usual+0.1*s.size {
			out = append(out, c)
		}
	}
	return out
}

func single(l char) bool {
	r, n := utf8.DecodeRuneInString(l.text)
	return n == len(l.text) && unicode.IsLetter(r)
}

var raisedDigits = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

func wordOf(ls []char) word {
	w := word{x0: ls[0].x0, x1: ls[0].x1, hyphen: ls[len(ls)-1].hyphen}
	var b strings.Builder
	bold, italic := 0, 0
	for _, l := range ls {
		t := l.text
		if l.raised && strings.Trim(t, "0123456789") == "" {
			t = raisedDigits.Replace(t)
		}
		b.WriteString(t)
		w.x0, w.x1 = min(w.x0, l.x0), max(w.x1, l.x1)
		if !l.raised && l.size > 0.9*w.size {
			w.base, w.size = l.base, max(w.size, l.size)
		}
		if l.bold {
			bold++
		}
		if l.italic {
			italic++
		}
	}
	if w.size == 0 { // all of it is raised
		w.base, w.size = ls[0].base, ls[0].size
	}
	w.bold, w.italic = bold*2 > len(ls), italic*2 > len(ls)
	w.text = b.String()
	return w
}
