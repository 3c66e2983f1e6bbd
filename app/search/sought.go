package search

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// sought is one word that is looked for, as patterns that roots are held against.
type sought []pattern

// pattern is met by a root that it is all of, or, as allowed, one that begins or
// ends with it, or has it inside.
type pattern struct {
	text               string
	head, tail, inside bool
}

// A word of fewer letters than these must be the whole word, or its beginning, or
// also its end, and from then on may stand anywhere: ett is not looked for inside
// förstärkt, kamera is found in övervakningskameror.
const (
	leastHead   = 2
	leastTail   = 3
	leastInside = 4
)

// newSought makes the patterns of a folded word of letters and digits: the word as
// far as it is typed, and its root, which has lost its ending.
func newSought(w string) sought {
	n := utf8.RuneCountInString(w)
	s := sought{{w, n >= leastHead, n >= leastTail, n >= leastInside}}
	if w == "" || '0' <= w[0] && w[0] <= '9' { // a number begins where it begins
		return sought{{w, n >= leastHead, false, false}}
	}
	r := root(w)
	free, close := variants(r)
	for _, x := range append([]string{r}, free...) {
		n := utf8.RuneCountInString(x)
		s = s.with(pattern{x, false, n >= leastTail, n >= leastInside})
	}
	for _, x := range close {
		s = s.with(pattern{x, false, utf8.RuneCountInString(x) >= leastTail, false})
	}
	return s
}

// with takes a pattern in, unless one does as much, in place of those that do less:
// what has nämnden inside has nämnd.
func (s sought) with(p pattern) sought {
	if p.inside {
		s = slices.DeleteFunc(s, func(o pattern) bool { return strings.Contains(o.text, p.text) })
	}
	for _, o := range s {
		if o == p || o.text == p.text && o.inside || o.inside && strings.Contains(p.text, o.text) {
			return s
		}
	}
	return append(s, p)
}

func (s sought) matches(root string) bool {
	return slices.ContainsFunc(s, func(p pattern) bool { return p.matches(root) })
}

func (p pattern) matches(root string) bool {
	return p.text == root || p.inside && strings.Contains(root, p.text) ||
		p.head && strings.HasPrefix(root, p.text) || p.tail && strings.HasSuffix(root, p.text)
}

// partial are the beginnings of endings: skolo is on its way to skolor.
var partial = beginnings()

func beginnings() []string {
	var out []string
	for _, list := range endings {
		for _, e := range list {
			for i := 1; i < len(e); i++ {
				if !slices.Contains(out, e[:i]) {
					out = append(out, e[:i])
				}
			}
		}
	}
	return out
}

// typing is what a word may be on its way to, when nothing has it as it stands.
func typing(w string) sought {
	var s sought
	for i := len(w) - 1; i > 0; i-- {
		if slices.Contains(partial, w[i:]) && rooted(w[:i]) {
			s = s.with(pattern{w[:i], false, utf8.RuneCountInString(w[:i]) >= leastInside, false})
		}
	}
	return s
}
