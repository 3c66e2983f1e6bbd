package language

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Abbreviated tells whether a word is an abbreviation that is written with a
// point: "kl.", "t.ex.".
func (t *Text) Abbreviated(n int) bool {
	w := t.Words[n]
	if !strings.HasPrefix(t.Source[w.Span.End:], ".") {
		return false
	}
	_, known := abbreviations[spelled(t.Source, w)]
	return known
}

// LikeCapital gives s a capital when old begins with one.
func LikeCapital(old, s string) string {
	first, _ := utf8.DecodeRuneInString(old)
	r, n := utf8.DecodeRuneInString(s)
	if !unicode.IsUpper(first) || n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
