package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"yttra/app"
)

// words finds the words of s. A hyphen, point, comma or colon belongs to a word
// when letters or digits stand close on both sides as in "AI-system", "6.1",
// "2,4" and "IMY:s".
func words(s string) []Word {
	out := make([]Word, 0, len(s)/6)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '§':
			out = append(out, Word{app.Span{Start: i, End: i + n}, "§"})
			i += n
		case !inWord(r):
			i += n
		default:
			end := wordEnd(s, i)
			if fold := Fold(s[i:end]); fold != "" {
				out = append(out, Word{app.Span{Start: i, End: end}, fold})
			}
			i = end
		}
	}
	return out
}

func wordEnd(s string, i int) int {
	prev := rune(0)
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !inWord(r) {
			next, _ := utf8.DecodeRuneInString(s[i+n:])
			if !joins(prev, r, next) {
				return i
			}
		}
		prev = r
		i += n
	}
	return i
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == softHyphen
}

const softHyphen = '\u00ad'

// joins reports whether r holds two parts of one word together.
func joins(prev, r, next rune) bool {
	switch r {
	case '-', '\u2010', '\u2011':
		return unicode.IsLetter(next) || unicode.IsDigit(next)
	case '.', ',':
		return unicode.IsDigit(prev) && unicode.IsDigit(next)
	case ':':
		return unicode.IsLetter(prev) && unicode.IsLetter(next) || unicode.IsDigit(prev) && unicode.IsDigit(next)
	}
	return false
}

// Fold makes words that differ only in case, composition, soft hyphens or the
// kind of hyphen alike. Å, Ä and Ö stay letters of their own.
func Fold(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case softHyphen:
			return -1
		case '\u2010', '\u2011':
			return '-'
		}
		return unicode.ToLower(r)
	}, s)
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
