package spelling

import (
	"bytes"
	"unicode/utf8"
)

// splitting is the search for the parts of one word. What was tried in vain is
// remembered, so that no word takes more than the square of its length.
type splitting struct {
	*Dictionary
	casing casing
	failed [maxWord * 2]bool // by how many bytes are left after a part
	open   bool              // the last part is elsewhere: its place may hold a middle one
	tries  int
	parts  int // of the compound that was found
	least  int // letters of its shortest part
}

// maxTries bounds the search in a word that no Swede would write; such a word is
// taken to be right.
const maxTries = 20000

// compound tells whether a word is put together of others.
func (s *splitting) compound(word []byte) bool {
	if len(word) >= len(s.failed) {
		return false
	}
	s.least = len(word)
	return s.from(word, begin, 1) || s.ordered(word)
}

// from splits a word whose first part stands in a place.
func (s *splitting) from(word []byte, p place, depth int) bool {
	if s.most > 0 && depth >= s.most {
		return false
	}
	letters := 0
	for i := range len(word) {
		if i == 0 || !utf8.RuneStart(word[i]) {
			continue
		}
		letters++
		rest := word[i:]
		if letters < s.min || utf8.RuneCount(rest) < s.min || s.checkTriple && tripled(word, i) {
			continue
		}
		if s.tries++; s.tries > maxTries {
			return true
		}
		if !s.part(word[:i], p, s.casing) {
			continue
		}
		if s.last(word, i, rest, depth) || s.goesOn(rest, depth) {
			s.least = min(s.least, letters)
			return true
		}
		if s.drop && i > 2 && word[i-1] == word[i-2] && word[i-1] < utf8.RuneSelf && rest[0] != word[i-1] { // fall|ucka
			whole := append([]byte{word[i-1]}, rest...)
			if s.last(word, i, whole, depth) || s.from(whole, middle, depth+1) {
				return true
			}
		}
	}
	return false
}

// last tells whether the rest is the last part.
func (s *splitting) last(word []byte, at int, rest []byte, depth int) bool {
	if s.open && !s.part(rest, middle, s.casing) && !s.part(rest, begin, s.casing) || !s.open && !s.part(rest, end, s.casing) || s.checkDup && bytes.Equal(word[:at], rest) || s.faulty(word) {
		return false
	}
	s.parts, s.least = depth+1, min(s.least, utf8.RuneCount(rest))
	return true
}

// goesOn tells whether the rest is put together in its turn.
func (s *splitting) goesOn(rest []byte, depth int) bool {
	if s.failed[len(rest)] {
		return false
	}
	if s.from(rest, middle, depth+1) {
		return true
	}
	s.failed[len(rest)] = true
	return false
}

// tripled tells whether three letters in a row are the same where a word is split.
func tripled(word []byte, at int) bool {
	a, b := word[at-1], word[at]
	return a == b && (at >= 2 && word[at-2] == a || at+1 < len(word) && word[at+1] == a)
}

// faulty tells whether a compound is more likely a slip for a word of its own:
// something often written for something else, or two words that belong apart.
func (s *splitting) faulty(word []byte) bool {
	if !s.checkFault {
		return false
	}
	var buf [2 * maxWord]byte
	for _, f := range s.faults {
		for at := 0; at < len(word); at++ {
			i := bytes.Index(word[at:], []byte(f.from))
			if i < 0 {
				break
			}
			at += i
			if f.head && at > 0 || f.tail && at+len(f.from) < len(word) || len(word)+len(f.to) > len(buf) {
				continue
			}
			other := append(append(append(buf[:0], word[:at]...), f.to...), word[at+len(f.from):]...)
			if s.whole(other, s.casing) == right {
				return true
			}
		}
	}
	for i := 1; i < len(word) && len(word)+1 < len(buf); i++ {
		if utf8.RuneStart(word[i]) && s.listed(append(append(append(buf[:0], word[:i]...), ' '), word[i:]...)) {
			return true
		}
	}
	return false
}

// ordered tells whether the parts of a word follow one of the orders that the
// dictionary gives, as the parts of a number do.
func (s *splitting) ordered(word []byte) bool {
	if len(s.orders) == 0 || !s.opens(word) {
		return false
	}
	for _, o := range s.orders {
		if s.follows(o, word, 0) {
			return true
		}
	}
	return false
}

// opens tells whether any part at the beginning may begin an order.
func (s *splitting) opens(word []byte) bool {
	for i := 1; i < len(word); i++ {
		entries := s.find(word[:i])
		for {
			flags, more := entries.next()
			if !more {
				break
			}
			if flags.meets(s.first) {
				return true
			}
		}
	}
	return false
}

func (s *splitting) follows(order []element, word []byte, parts int) bool {
	if len(word) == 0 {
		s.parts = parts
		return parts > 1 && skippable(order)
	}
	if len(order) == 0 || parts > maxBreaks*2 {
		return false
	}
	e := order[0]
	if e.optional && s.follows(order[1:], word, parts) {
		return true
	}
	for i := 1; i <= len(word); i++ {
		if s.tries++; s.tries > maxTries {
			return true
		}
		if i < len(word) && !utf8.RuneStart(word[i]) || !s.flagged(word[:i], e.flag, i == len(word)) {
			continue
		}
		after := order[1:]
		if e.repeat {
			after = order
		}
		if s.follows(after, word[i:], parts+1) {
			return true
		}
	}
	return false
}

func skippable(order []element) bool {
	for _, e := range order {
		if !e.optional {
			return false
		}
	}
	return true
}

// flagged tells whether a part has the flag; the last may be inflected.
func (s *splitting) flagged(word []byte, f flag, last bool) bool {
	entries := s.find(word)
	for {
		flags, more := entries.next()
		if !more {
			break
		}
		if flags.has(f) && !flags.has(s.forbidden) {
			return true
		}
	}
	return last && s.inflected(word, f)
}

// inflected tells whether the word is a form of a stem with the flag.
func (d *Dictionary) inflected(word []byte, f flag) bool {
	var buf [2 * maxWord]byte
	for k, at := 0, int32(0); at >= 0 && k < len(word) && len(d.suffixes) > 0; k++ {
		for i := range d.suffixes[at].groups {
			g := &d.suffixes[at].groups[i]
			stem := append(append(buf[:0], word[:len(word)-k]...), g.strip...)
			entries := d.find(stem)
			for flags, more := entries.next(); more; flags, more = entries.next() {
				if flags.has(f) && flags.meets(g.flags) && d.anyFits(g, flags, stem) {
					return true
				}
			}
		}
		at = d.suffixes.step(at, word[len(word)-1-k])
	}
	return false
}

// anyFits tells whether a suffix of the group makes a word of the stem.
func (d *Dictionary) anyFits(g *group, flags flagSet, stem []byte) bool {
	for _, i := range g.rules {
		if a := &d.rules[i]; flags.has(a.flag) && !a.cont.has(d.only) && a.when.atEnd(stem) {
			return true
		}
	}
	return false
}
