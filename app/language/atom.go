package language

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// atomIndex holds the single words of phrases and finds all that match a word.
type atomIndex struct {
	ids    map[atom]int
	exact  map[string]int
	prefix map[string]int
	long   []longAtom
	heads  map[string][]int // first half of a long literal to indexes in long
	tails  map[string][]int // second half, the same
	cuts   map[int]bool     // lengths of halves in use, in runes
	reach  int              // bytes of the longest prefix
}

type atom struct {
	literal string
	prefix  bool
}

// longAtom is a literal of at least tenLetters, which matches inside compounds
// and with one letter wrong.
type longAtom struct {
	id      int
	literal []rune
	prefix  bool
}

const (
	tenLetters    = 10
	longestWord   = 120 // bytes; a longer word is no Swedish compound
	compoundStart = 3   // letters before a literal inside a compound: "o-" does not make one
)

func newAtomIndex() atomIndex {
	return atomIndex{ids: map[atom]int{}, exact: map[string]int{}, prefix: map[string]int{},
		heads: map[string][]int{}, tails: map[string][]int{}, cuts: map[int]bool{}}
}

func (x *atomIndex) add(literal string, prefix bool) int {
	a := atom{literal, prefix}
	if id, ok := x.ids[a]; ok {
		return id
	}
	id := len(x.ids)
	x.ids[a] = id
	if prefix {
		x.prefix[literal] = id
		x.reach = max(x.reach, len(literal))
	} else {
		x.exact[literal] = id
	}
	if letters(literal) >= tenLetters && letters(literal) == utf8.RuneCountInString(literal) {
		runes := []rune(literal)
		half := len(runes) / 2
		n := len(x.long)
		x.long = append(x.long, longAtom{id, runes, prefix})
		x.heads[string(runes[:half])] = append(x.heads[string(runes[:half])], n)
		x.tails[string(runes[half:])] = append(x.tails[string(runes[half:])], n)
		x.cuts[half], x.cuts[len(runes)-half] = true, true
	}
	return id
}

// match gives the atoms that match a folded word, each once.
func (x *atomIndex) match(word string) []int {
	var out []int
	if id, ok := x.exact[word]; ok {
		out = append(out, id)
	}
	for i := range word {
		if i > x.reach {
			break
		}
		if id, ok := x.prefix[word[:i]]; ok {
			out = append(out, id)
		}
	}
	if id, ok := x.prefix[word]; ok {
		out = append(out, id)
	}
	if len(word) >= tenLetters-1 && len(word) <= longestWord {
		out = x.matchLong(out, []rune(word))
	}
	return out
}

// matchLong uses that one wrong letter leaves one half of a literal whole: every
// literal with a half somewhere in the word is looked at closely.
func (x *atomIndex) matchLong(out []int, word []rune) []int {
	text := string(word)
	starts := make([]int, 0, len(word)+1) // byte of each rune
	for i := range text {
		starts = append(starts, i)
	}
	starts = append(starts, len(text))
	for cut := range x.cuts {
		for i := 0; i+cut <= len(word); i++ {
			part := text[starts[i]:starts[i+cut]]
			for _, n := range x.heads[part] {
				out = x.tryLong(out, n, text, word)
			}
			for _, n := range x.tails[part] {
				out = x.tryLong(out, n, text, word)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (x *atomIndex) tryLong(out []int, n int, text string, word []rune) []int {
	a := x.long[n]
	if slices.Contains(out, a.id) {
		return out
	}
	if i := strings.Index(text, string(a.literal)); i >= 0 && (i == 0 || utf8.RuneCountInString(text[:i]) >= compoundStart) {
		return append(out, a.id)
	}
	if nearly(word, a.literal, a.prefix) {
		return append(out, a.id)
	}
	return out
}

// nearly reports whether word, or its beginning when open, is literal with one
// letter left out, put in, changed, or two neighbours swapped.
func nearly(word, literal []rune, open bool) bool {
	i := 0
	for i < len(word) && i < len(literal) && word[i] == literal[i] {
		i++
	}
	if i == 0 {
		return false // a wrong first letter makes another word more often than a slip
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
