package search

import (
	"strings"
	"unicode/utf8"
)

// near finds a root in the texts that is one letter off a word: one wrong, one too
// many or few, or two that have changed places. The one that most texts have.
func (l *layout) near(word string) (string, Set, error) {
	if utf8.RuneCountInString(word) < leastInside {
		return "", nil, nil
	}
	best, most := "", 0
	var where Set
	r := root(word)
	for _, s := range l.segs {
		var list []string
		for rest := s.roots.text; rest != ""; {
			term, after, _ := strings.Cut(rest, "\n")
			rest = after
			if oneOff(term, r) || r != word && oneOff(term, word) {
				list = append(list, term)
			}
		}
		for _, term := range list {
			in, err := l.with(sought{{text: term}})
			if err != nil {
				return "", nil, err
			}
			if n := in.Count(); n > most {
				best, most, where = term, n, in
			}
		}
	}
	return best, where, nil
}

// oneOff reports whether two words differ by one letter, or by two beside each other
// that have changed places.
func oneOff(a, b string) bool {
	if len(a) > len(b)+2 || len(b) > len(a)+2 || a == b || a == "" {
		return false
	}
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	a, b = a[head:], b[head:]
	for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) > 4 || len(b) > 4 {
		return false
	}
	// Letters of two bytes may have one of them alike.
	x, y := []rune(strings.ToValidUTF8(a, "¤")), []rune(strings.ToValidUTF8(b, "¤"))
	switch {
	case len(x) <= 1 && len(y) <= 1:
		return true
	case len(x) == 2 && len(y) == 2:
		return x[0] == y[1] && x[1] == y[0]
	}
	return false
}

// asWritten finds the word of a root as it is written in a text.
func asWritten(text, r string) string {
	for w := range wordsIn(Fold(text)) {
		if root(w) == r {
			return w
		}
	}
	return ""
}
