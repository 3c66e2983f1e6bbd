package layout

import (
	"slices"
	"strings"
)

// fit cuts what is wider than the column and cannot be broken: at syllables when
// hyphenation is allowed, else between any two letters.
func (f *flow) fit(ps []piece, width float64, allowed hyphenation) []piece {
	var out []piece
	for from := 0; from < len(ps); {
		hy, to, w := allowed, from, 0.0
		for {
			w += ps[to].width
			to++
			if to == len(ps) || ps[to-1].after != noBreak {
				break
			}
		}
		if end := ps[to-1]; end.after == atHyphen {
			w += f.m.Width(end.face, "\u00ad", end.size)
		}
		if w-ps[to-1].trail <= width {
			out = append(out, ps[from:to]...)
		} else if parted := loosened(ps[from:to]); parted != nil {
			out = append(out, f.fit(parted, width, allowed)...)
		} else {
			if to-from > 1 { // parts of words in several styles: no telling where a syllable ends
				hy = hyphenNever
			}
			for i, p := range ps[from:to] {
				out = append(out, f.crumbs(p, width, hy, i+1 == to-from)...)
			}
		}
		from = to
	}
	return out
}

// loosened parts words that were only bound, with a space between that may end a
// line; nil when there are none.
func loosened(ps []piece) []piece {
	var out []piece
	for i, p := range ps[:len(ps)-1] {
		if p.after == noBreak && p.trail > 0 && len(p.text) > 1 && ps[i+1].note == nil {
			if out == nil {
				out = slices.Clone(ps)
			}
			out[i].after = atSpace
		}
	}
	return out
}

// crumbs cuts one piece; last tells that its own ending stands.
func (f *flow) crumbs(p piece, width float64, hy hyphenation, last bool) []piece {
	if !p.letters() {
		return []piece{p}
	}
	word := []rune(strings.TrimRight(p.text, " "))
	var at []int
	after := anywhere
	if hy != hyphenNever && allLetters(word) {
		at, after = syllables(word), atHyphen
	}
	hyphen := f.m.Width(p.face, "\u00ad", p.size)
	if parts := f.split(p, word, at, after); len(at) > 0 && widest(parts)+hyphen <= width {
		return parts
	}
	at = nil
	for i := 1; i < len(word); i++ {
		at = append(at, i)
	}
	parts := f.split(p, word, at, anywhere)
	if end := &parts[len(parts)-1]; !last && end.after == noBreak {
		end.after, end.cost = anywhere, costAnywhere
	}
	return parts
}

func (f *flow) split(p piece, word []rune, at []int, after gap) []piece {
	var out []piece
	from := 0
	for _, i := range at {
		q := p
		q.text, q.trail = string(word[from:i]), 0
		q.width = f.m.Width(q.face, q.text, q.size)
		q.after, q.cost = after, costAnywhere
		out = append(out, q)
		from = i
	}
	q := p
	q.text = string(word[from:]) + strings.Repeat(" ", strings.Count(p.text, " "))
	q.width = f.m.Width(q.face, q.text, q.size)
	return append(out, q)
}

func widest(ps []piece) float64 {
	w := 0.0
	for _, p := range ps {
		w = max(w, p.width-p.trail)
	}
	return w
}
