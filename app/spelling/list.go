package spelling

import (
	"strings"
	"unicode/utf8"
)

// List is words that a dictionary lacks: names of bodies, terms of a trade, a
// person's own. The zero List has none.
type List struct {
	words  map[string]bool
	models map[string]string // what a word begins with, to what its model begins with
}

// NewList makes a list of lines with one word each. A second word on the line is
// one that is inflected in the same way: "chatbot robot".
func NewList(lines []string) List {
	l := List{map[string]bool{}, map[string]string{}}
	for _, line := range lines {
		f := strings.Fields(strings.ToLower(line))
		if len(f) == 0 || strings.HasPrefix(f[0], "#") {
			continue
		}
		l.words[f[0]] = true
		if len(f) > 1 {
			word, model := apart(f[0], f[1])
			l.models[word] = model
		}
	}
	return l
}

// apart takes the ending that two words share, three letters at most, off both.
func apart(a, b string) (string, string) {
	for range 3 {
		x, n := utf8.DecodeLastRuneInString(a)
		if y, _ := utf8.DecodeLastRuneInString(b); x != y || len(a) <= n || len(b) <= n {
			break
		}
		a, b = a[:len(a)-n], b[:len(b)-n]
	}
	return a, b
}

// Has tells whether the list has a word, in any inflection of its model, in the
// genitive, or in a compound with words of the dictionary.
func (l List) Has(d *Dictionary, word string) bool {
	if len(l.words) == 0 || len(word) > maxWord || !utf8.ValidString(word) {
		return false
	}
	small := strings.ToLower(word)
	if l.inflected(d, small) {
		return true
	}
	const least = 3 // letters of what a listed word is put together with
	for i := range small {
		left, right := small[:i], small[i:]
		if utf8.RuneCountInString(left) < least || utf8.RuneCountInString(right) < least {
			continue
		}
		if l.inflected(d, right) && d.Begins(left) ||
			(l.words[left] || l.words[strings.TrimSuffix(left, "s")]) && (d.Knows(right) || l.inflected(d, right)) {
			return true
		}
	}
	return false
}

func (l List) inflected(d *Dictionary, small string) bool {
	if l.words[small] || l.words[strings.TrimSuffix(small, "s")] {
		return true
	}
	for i := range small {
		if model, ok := l.models[small[:i]]; ok && d.Knows(model+small[i:]) {
			return true
		}
	}
	return false
}
