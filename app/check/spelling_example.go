package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app/language"
	"yttra/app/packs"
	"yttra/app/spelling"
)

// exampleDictionary has the Swedish words of a rule's own examples but those they
// point at, so that an example of spelling says what it shows on any computer,
// with or without a dictionary; nil for a rule that does not look at spelling.
func (rule *rule) exampleDictionary() *spelling.Dictionary {
	if !slices.ContainsFunc(rule.looks, func(l *look) bool { return l.name == "spelling" }) {
		return nil
	}
	words := []string{""} // the first line says how many there are
	for _, e := range rule.Examples {
		words = append(words, plainWords(e)...)
	}
	words[0] = fmt.Sprint(len(words) - 1)
	d, err := spelling.Read([]byte("SET UTF-8\n"), []byte(strings.Join(words, "\n")))
	if err != nil {
		return nil // a rule without examples, or without a word in them
	}
	return d
}

// plainWords gives the words of an example that are neither names, nor somebody
// else's, nor what it points at.
func plainWords(e packs.Example) (out []string) {
	t, others := language.Read(e.Text), foreign(e.Text)
	for _, s := range t.Sentences {
		for n := s.First; n < s.Last; n++ {
			w := t.Words[n]
			r, _ := utf8.DecodeRuneInString(t.Of(w.Span))
			name := unicode.IsUpper(r) && n > s.First
			if !name && w.Fold != language.Fold(e.Quote) && !overlaps(others, w.Span) {
				out = append(out, w.Fold)
			}
		}
	}
	return out
}
