package spelling

import "unicode/utf8"

// place is where in a word a part stands.
type place int

const (
	alone  place = iota // the whole word
	begin               // of a compound
	middle              //
	end                 //
)

// query is what is asked of a stem.
type query struct {
	place  place
	casing casing
	prefix flag    // of the prefix that was taken off; none when there is none
	outer  flag    // of the suffix that was taken off before; none when there is none
	cont   flagSet // of that suffix
}

// whole looks a word up by itself and with its affixes.
func (d *Dictionary) whole(word []byte, c casing) verdict {
	entries := d.find(word)
	for {
		flags, more := entries.next()
		if !more {
			break
		}
		if flags.has(d.forbidden) {
			return forbidden
		}
		if !flags.has(d.only) && !flags.has(d.needAffix) && !(c == lowered && flags.has(d.keepCase)) {
			return right
		}
	}
	return d.affixed(word, query{place: alone, casing: c, prefix: none, outer: none})
}

// part tells whether a word can stand in a place of a compound.
func (d *Dictionary) part(word []byte, p place, c casing) bool {
	entries := d.find(word)
	for {
		flags, more := entries.next()
		if !more {
			break
		}
		if !flags.has(d.forbidden) && !flags.has(d.needAffix) && d.stands(flags, p, c) {
			return true
		}
	}
	return d.affixed(word, query{place: p, casing: c, prefix: none, outer: none}) == right
}

// Begins tells whether a word may begin a compound whose rest stands elsewhere,
// as in "utbildnings- och kulturfrågor".
func (d *Dictionary) Begins(word string) bool {
	if len(word) > maxWord || !utf8.ValidString(word) {
		return true
	}
	var buf [2 * maxWord]byte
	small := appendLower(buf[:0], []byte(word))
	if d.part(small, begin, lowered) {
		return true
	}
	s := splitting{Dictionary: d, casing: lowered, open: true}
	return s.compound(small)
}

// stands tells whether the flags allow a place in a compound.
func (d *Dictionary) stands(flags flagSet, p place, c casing) bool {
	switch {
	case flags.has(d.not):
		return false
	case p == begin:
		return flags.has(d.compounds.begin) || flags.has(d.any)
	case p == middle:
		return flags.has(d.compounds.middle) || flags.has(d.any)
	}
	return (flags.has(d.compounds.end) || flags.has(d.any)) && (c == lowered || !flags.has(d.capital))
}

// affixed takes the affixes off a word and looks at what is left.
func (d *Dictionary) affixed(word []byte, q query) verdict {
	if v := d.suffixed(word, q); v != unknown {
		return v
	}
	var buf [2 * maxWord]byte
	for k, at := 0, int32(0); at >= 0 && len(d.prefixes) > 0; k++ {
		for i := range d.prefixes[at].groups {
			g := &d.prefixes[at].groups[i]
			stem := append(append(buf[:0], g.strip...), word[k:]...)
			if v := d.stem(stem, g, q, true); v != unknown {
				return v
			}
			if v := d.both(stem, g, q); v != unknown {
				return v
			}
		}
		if k == len(word) {
			break
		}
		at = d.prefixes.step(at, word[k])
	}
	return unknown
}

// both takes a suffix off what a prefix has been taken off.
func (d *Dictionary) both(stem []byte, g *group, q query) verdict {
	for _, i := range g.rules {
		if a := &d.rules[i]; a.cross && a.when.atStart(stem) {
			q.prefix = a.flag
			if v := d.suffixed(stem, q); v != unknown {
				return v
			}
		}
	}
	return unknown
}

func (d *Dictionary) suffixed(word []byte, q query) verdict {
	var buf [2 * maxWord]byte
	reach := d.reach(word)
	for k, at := 0, int32(0); at >= 0 && len(d.suffixes) > 0; k++ {
		if k == len(word) && !d.fullStem {
			break
		}
		for i := range d.suffixes[at].groups {
			g := &d.suffixes[at].groups[i]
			single := len(word)-k <= reach // else no entry begins so
			if !single && (q.outer != none || !g.flags.meets(d.twofold)) {
				continue
			}
			stem := append(append(buf[:0], word[:len(word)-k]...), g.strip...)
			if single {
				if v := d.stem(stem, g, q, false); v != unknown {
					return v
				}
			}
			if q.outer != none || !g.flags.meets(d.twofold) {
				continue
			}
			if v := d.twice(stem, g, q); v != unknown {
				return v
			}
		}
		if k == len(word) {
			break
		}
		at = d.suffixes.step(at, word[len(word)-1-k])
	}
	return unknown
}

// twice takes another suffix off, one that lets this one follow.
func (d *Dictionary) twice(stem []byte, g *group, q query) verdict {
	for _, i := range g.rules {
		if a := &d.rules[i]; d.twofold.has(a.flag) && a.when.atEnd(stem) {
			q.outer, q.cont = a.flag, a.cont
			if v := d.suffixed(stem, q); v != unknown {
				return v
			}
		}
	}
	return unknown
}

// stem tells whether an entry takes an affix of the group, and the word that
// comes of it can stand where it is asked for.
func (d *Dictionary) stem(stem []byte, g *group, q query, head bool) verdict {
	if len(stem) == 0 {
		return unknown
	}
	entries := d.find(stem)
	for {
		flags, more := entries.next()
		if !more {
			return unknown
		}
		if !flags.meets(g.flags) || q.prefix != none && !flags.has(q.prefix) || q.casing == lowered && flags.has(d.keepCase) {
			continue
		}
		for _, i := range g.rules {
			a := &d.rules[i]
			if !flags.has(a.flag) || q.outer != none && !a.cont.has(q.outer) || q.prefix != none && !a.cross || !a.when.fits(stem, head) {
				continue
			}
			if flags.has(d.forbidden) {
				return forbidden
			}
			cont := a.cont
			if q.outer != none {
				cont = q.cont
			}
			if !cont.has(d.needAffix) && d.takes(flags, cont, q) {
				return right
			}
		}
	}
}

func (d *Dictionary) takes(flags, cont flagSet, q query) bool {
	switch q.place {
	case alone:
		return !cont.has(d.only) && !flags.has(d.only)
	case end:
		return !cont.has(d.only) && (d.stands(flags, end, q.casing) || d.stands(cont, end, q.casing))
	}
	return cont.has(d.permit) && (d.stands(cont, q.place, q.casing) || d.stands(flags, q.place, q.casing))
}

// listed tells whether the word stands in the dictionary as it is.
func (d *Dictionary) listed(word []byte) bool {
	entries := d.find(word)
	_, ok := entries.next()
	return ok
}
