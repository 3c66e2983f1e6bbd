package language

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// atom is a word of a phrase: "samtyck*", "plan~", "*kostnad~".
type atom struct {
	literal string
	inside  bool // "*" before: it may end a compound, "driftskostnad"
	alone   bool // "=" before: no compound and no slip, however long it is
	after   ending
}

// number is the atom of every word that begins with a digit.
const number = "#"

// atomIndex holds the words of phrases and finds all that match a word of a text.
type atomIndex struct {
	ids    map[atom]int
	whole  map[string][]tail // literals that begin a word
	wholes filter
	parts  map[uint32][]inner // literals inside compounds, by their first four bytes
	inners filter
	second map[pair][]slip // long literals by their first letter and the second
	third  map[pair][]slip // and by the third
	reach  int             // bytes of the longest literal
}

// tail is what may follow a literal for an atom to match.
type tail struct {
	id    int
	after ending
}

type inner struct {
	literal string
	tail
}

// slip is a literal of at least tenLetters, which matches with one letter wrong.
type slip struct {
	id      int
	literal []rune
	open    bool
}

const (
	tenLetters    = 10
	longestWord   = 120 // bytes; a longer word is no Swedish compound
	compoundStart = 3   // letters before a literal inside a compound: "o-" does not make one
	shortestInner = 4   // bytes of a literal that is looked for inside compounds
)

// filter tells at once, for most words, that nothing begins so.
type filter [1 << 10]uint64

func (f *filter) put(h uint32)      { f[h>>6&1023] |= 1 << (h & 63) }
func (f *filter) has(h uint32) bool { return f[h>>6&1023]>>(h&63)&1 == 1 }

func mix(h uint32, c byte) uint32 { return (h ^ uint32(c)) * 0x9E3779B1 }

func hashOf(s string) uint32 {
	h := uint32(1)
	for i := range len(s) {
		h = mix(h, s[i])
	}
	return h
}

// four packs the first four bytes of a word.
func four(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// pair is two letters of a word.
type pair [2]rune

func newAtomIndex(room int) *atomIndex {
	return &atomIndex{ids: make(map[atom]int, room), whole: make(map[string][]tail, room), parts: map[uint32][]inner{}, second: map[pair][]slip{}, third: map[pair][]slip{}}
}

func (x *atomIndex) add(a atom) int {
	if id, ok := x.ids[a]; ok {
		return id
	}
	id := len(x.ids)
	x.ids[a] = id
	for _, s := range a.after.stems(a.literal) {
		t := tail{id, s.after}
		x.whole[s.literal] = append(x.whole[s.literal], t)
		x.wholes.put(hashOf(s.literal))
		x.reach = max(x.reach, len(s.literal))
		if a.inside && len(s.literal) >= shortestInner { // "gata" has the stem "gat", which is too little to be known by
			x.addInside(s.literal, t)
		}
	}
	if n := letters(a.literal); !a.alone && n >= tenLetters && n == utf8.RuneCountInString(a.literal) {
		runes := []rune(a.literal)
		s := slip{id, runes, a.after != nothing}
		x.second[pair{runes[0], runes[1]}] = append(x.second[pair{runes[0], runes[1]}], s)
		x.third[pair{runes[0], runes[2]}] = append(x.third[pair{runes[0], runes[2]}], s)
		x.addInside(a.literal, tail{id, anything})
	}
	return id
}

func (x *atomIndex) addInside(literal string, t tail) {
	k := four(literal)
	x.parts[k] = append(x.parts[k], inner{literal, t})
	x.inners.put(k * 0x9E3779B1 >> 16)
}

// match gives the atoms that match a folded word, each once, in order.
func (x *atomIndex) match(word string) []int {
	var out []int
	if id, ok := x.ids[atom{literal: number}]; ok && word != "" && '0' <= word[0] && word[0] <= '9' {
		out = append(out, id)
	}
	h := uint32(1)
	for i := 0; i < len(word) && i < x.reach; i++ {
		h = mix(h, word[i])
		if !x.wholes.has(h) {
			continue
		}
		for _, t := range x.whole[word[:i+1]] {
			if t.after.fits(word[i+1:]) {
				out = append(out, t.id)
			}
		}
	}
	if len(word) <= longestWord {
		out = x.matchInside(out, word)
		out = x.matchSlips(out, word)
	}
	if len(out) > 1 {
		slices.Sort(out)
		out = slices.Compact(out)
	}
	return out
}

func (x *atomIndex) matchInside(out []int, word string) []int {
	for i := 0; i+shortestInner <= len(word); i++ {
		k := four(word[i:])
		if !x.inners.has(k * 0x9E3779B1 >> 16) {
			continue
		}
		for _, p := range x.parts[k] {
			rest, ok := strings.CutPrefix(word[i:], p.literal)
			if ok && p.after.fits(rest) && (i == 0 || utf8.RuneCountInString(word[:i]) >= compoundStart) {
				out = append(out, p.id)
			}
		}
	}
	return out
}

// matchSlips compares with the long literals that begin with the same letter: a
// wrong first letter makes another word more often than a slip. When the second
// letter is not the same either, the slip is there: the word has one letter more,
// one less, or another in its place.
func (x *atomIndex) matchSlips(out []int, word string) []int {
	if len(word) < tenLetters-1 {
		return out
	}
	var room [longestWord]rune
	runes := room[:0]
	for _, r := range word {
		runes = append(runes, r)
	}
	if len(runes) < tenLetters-1 {
		return out
	}
	a, b, c := runes[0], runes[1], runes[2]
	out = tryAll(out, x.second[pair{a, b}], runes)
	if b != c {
		out = tryAll(out, x.second[pair{a, c}], runes)
		out = tryAll(out, x.third[pair{a, b}], runes)
	}
	return tryAll(out, x.third[pair{a, c}], runes)
}

func tryAll(out []int, slips []slip, word []rune) []int {
	for _, s := range slips {
		if len(word) >= len(s.literal)-1 && (s.open || len(word) <= len(s.literal)+1) && nearly(word, s.literal, s.open) {
			out = append(out, s.id)
		}
	}
	return out
}

// nearly reports whether word, or its beginning when open, is literal with one
// letter left out, put in, changed, or two neighbours swapped. Their first
// letters are the same.
func nearly(word, literal []rune, open bool) bool {
	i := 0
	for i < len(word) && i < len(literal) && word[i] == literal[i] {
		i++
	}
	w, l := word[i:], literal[i:]
	same := func(w, l []rune) bool {
		if len(w) < len(l) || !open && len(w) > len(l) {
			return false
		}
		return slices.Equal(w[:len(l)], l)
	}
	switch {
	case len(l) == 0:
		return open || len(w) <= 1
	case same(w, l[1:]): // left out
		return true
	case len(w) > 0 && (same(w[1:], l) || same(w[1:], l[1:])): // put in, changed
		return true
	}
	return len(w) > 1 && len(l) > 1 && w[0] == l[1] && w[1] == l[0] && same(w[2:], l[2:])
}

// letters counts the letters and digits of a folded word.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}
