package spelling

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// near looks through the whole dictionary for stems that the word is a form of,
// but for a slip or two. Stems with other letters are passed by at a glance.
func (s *suggesting) near() {
	most := 1
	if len(s.word) >= 5 {
		most = 2
	}
	letters := letterMask([]byte(string(s.word)))
	forms := map[uint16][]int32{}
	var buf [maxWord]rune
	for i, e := range s.entries {
		const longestEnd, longestStrip = 7, 3
		if int(e.runes) > len(s.word)+most+longestStrip || int(e.runes)+longestEnd+most < len(s.word) ||
			bits.OnesCount32(s.masks[i]&^letters) > most+1 {
			continue
		}
		stem := appendRunes(buf[:0], s.table.word(e))
		if len(stem) == 0 || opening(stem, s.word, most+1) > most+1 {
			continue
		}
		flags := s.sets[e.flags]
		if flags.has(s.forbidden) || flags.has(s.noSuggest) || flags.has(s.only) {
			continue
		}
		if !flags.has(s.needAffix) {
			s.putNear(stem, most)
		}
		rules, known := forms[e.flags]
		if !known {
			rules = s.rulesOf(flags)
			forms[e.flags] = rules
		}
		s.putForms(s.table.word(e), rules, most)
	}
}

// rulesOf lists the suffixes of a set of flags that make whole words.
func (s *suggesting) rulesOf(flags flagSet) []int32 {
	var out []int32
	for f, rules := range s.byFlag {
		if !flags.has(f) {
			continue
		}
		for _, i := range rules {
			if a := s.rules[i]; !a.cont.has(s.only) && !a.cont.has(s.needAffix) {
				out = append(out, i)
			}
		}
	}
	return out
}

func (s *suggesting) putForms(stem []byte, rules []int32, most int) {
	var bytesOf [2 * maxWord]byte
	var buf [2 * maxWord]rune
	for _, i := range rules {
		a := &s.rules[i]
		if len(stem) < len(a.strip) || string(stem[len(stem)-len(a.strip):]) != a.strip || !a.when.atEnd(stem) {
			continue
		}
		form := append(append(bytesOf[:0], stem[:len(stem)-len(a.strip)]...), a.add...)
		s.putNear(appendRunes(buf[:0], form), most)
	}
}

// putNear keeps a word that is at most so many slips away.
func (s *suggesting) putNear(w []rune, most int) {
	if diff := len(w) - len(s.word); diff > most || -diff > most || len(w) == 0 {
		return
	}
	first := w[0]
	w[0] = unicode.ToLower(first) // of a name too, since the word is small here
	if n := distance(s.word, w, most); n <= most {
		cost := weigh(s.word, w)
		w[0] = first
		s.close = s.close || n == 1
		s.put(string(w), cost)
	}
	w[0] = first
}

func appendRunes(to []rune, b []byte) []rune {
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		to = append(to, r)
		b = b[n:]
	}
	return to
}

// letterMask has a bit for each letter of a word.
func letterMask(b []byte) uint32 {
	var m uint32
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		m |= letterBit(r)
		b = b[n:]
	}
	return m
}

func letterBit(r rune) uint32 {
	switch {
	case r >= 'a' && r <= 'z':
		return 1 << (r - 'a')
	case r >= 'A' && r <= 'Z':
		return 1 << (r - 'A')
	case r == 'å' || r == 'Å':
		return 1 << 26
	case r == 'ä' || r == 'Ä':
		return 1 << 27
	case r == 'ö' || r == 'Ö':
		return 1 << 28
	}
	return 1 << 29
}
