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

// UnlikeCapital takes the capital off s when it only has one because old did, and
// other, in whose place s shall stand, has none.
func UnlikeCapital(old, other, s string) string {
	first, _ := utf8.DecodeRuneInString(old)
	now, _ := utf8.DecodeRuneInString(other)
	r, n := utf8.DecodeRuneInString(s)
	if !unicode.IsUpper(first) || !unicode.IsLower(now) || n == 0 {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}
