package privacy

import (
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

// plain is a text in which what can hide a number is gone: every space is a
// space, every dash a hyphen, every digit one of ten, accents are part of their
// letter, and what cannot be seen is left out. Letters and line ends stay.
type plain struct {
	text string
	at   []int32 // where each byte of text comes from; nil: nothing was changed
	from string
}

// normalise makes the text plain. It reads the text once.
func normalise(s string) plain {
	i := 0
	for i < len(s) && !strange(s, i) {
		i++
	}
	if i == len(s) {
		return plain{text: s, from: s}
	}
	b := make([]byte, i, len(s))
	copy(b, s)
	at := make([]int32, i, len(s)+1)
	for j := range at {
		at[j] = int32(j)
	}
	for i < len(s) {
		if !strange(s, i) {
			b, at = append(b, s[i]), append(at, int32(i))
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if letter := composed(b, r); letter != "" {
			b, at = append(b[:len(b)-1], letter...), append(at, at[len(at)-1])
			i += n
			continue
		}
		if c := simple(r); c == keep {
			for k := range n {
				b, at = append(b, s[i+k]), append(at, int32(i+k))
			}
		} else if c != drop {
			b, at = append(b, byte(c)), append(at, int32(i))
		}
		i += n
	}
	return plain{string(b), append(at, int32(len(s))), s}
}

// span gives the bytes of the original text that a range of the plain one comes
// from, with any hidden signs inside it.
func (p plain) span(start, end int) app.Span {
	if p.at == nil || start >= end {
		return app.Span{Start: start, End: end}
	}
	last := int(p.at[end-1])
	n := 1
	if utf8.RuneStart(p.from[last]) {
		_, n = utf8.DecodeRuneInString(p.from[last:])
	}
	stop := last + n
	for stop < len(p.from) { // an accent that follows belongs to its letter
		r, n := utf8.DecodeRuneInString(p.from[stop:])
		if !unicode.Is(unicode.Mn, r) {
			break
		}
		stop += n
	}
	return app.Span{Start: int(p.at[start]), End: stop}
}

// strange tells whether the byte at i begins something that normalise changes;
// the letters of Western European languages are left alone.
func strange(s string, i int) bool {
	switch c := s[i]; {
	case c < utf8.RuneSelf:
		return c == '*' || c == '\\' || c == '\t' || c == '\r'
	case c == 0xC3, c < 0xC0:
		return false
	}
	return true
}

// What simple may say besides a sign.
const (
	keep = -1
	drop = -2
)

// simple gives the plain sign for a rune.
func simple(r rune) int {
	switch {
	case r == '*' || r == '\\' || r == '\r':
		return drop // emphasis and escapes of the markup
	case r == '\t':
		return ' '
	case r < utf8.RuneSelf:
		return keep
	case r == '\u00ad' || r == '\ufeff' || '\u200b' <= r && r <= '\u200f' || '\u2060' <= r && r <= '\u2064' || '\u202a' <= r && r <= '\u202e':
		return drop
	case r == '\u2028' || r == '\u2029' || r == '\u0085':
		return '\n'
	case '\u2010' <= r && r <= '\u2015', r == '\u2212', r == '\ufe58', r == '\ufe63', r == '\uff0d', r == '\u2043', r == '\u207b':
		return '-'
	case r == '\uff0b', r == '\u207a', r == '\ufe62':
		return '+'
	case '\uff01' <= r && r <= '\uff5e':
		plain := r - '\uff01' + '!' // full-width forms
		if c := simple(plain); c != keep {
			return c
		}
		return int(plain)
	case unicode.Is(unicode.Zs, r):
		return ' '
	case unicode.IsDigit(r):
		return '0' + digitOf(r)
	}
	return keep
}

// digitOf gives the value of a decimal digit in any script: they stand in runs of
// ten, from zero.
func digitOf(r rune) int {
	zero := r
	for r-zero < 9 && unicode.IsDigit(zero-1) {
		zero--
	}
	return int(r-zero) % 10
}

// composed gives the letter that an accent makes of the one before it, as Swedish
// writes them; empty when it makes none.
func composed(b []byte, accent rune) string {
	if accent < '\u0300' || accent > '\u036f' || len(b) == 0 {
		return ""
	}
	switch last := b[len(b)-1]; {
	case accent == '\u030a' && last == 'a':
		return "å"
	case accent == '\u0308' && last == 'a':
		return "ä"
	case accent == '\u0308' && last == 'o':
		return "ö"
	case accent == '\u0301' && last == 'e':
		return "é"
	case accent == '\u030a' && last == 'A':
		return "Å"
	case accent == '\u0308' && last == 'A':
		return "Ä"
	case accent == '\u0308' && last == 'O':
		return "Ö"
	}
	return ""
}

// isDigit and isLetter speak of bytes of a plain text. Every byte of a letter
// beyond ASCII counts as a letter.
func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf
}

// upperAt tells whether a capital letter stands at i.
func upperAt(s string, i int) bool {
	if c := s[i]; c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(r)
}

// leadingDigits counts the digits that a word begins with.
func leadingDigits(w string) int {
	n := 0
	for n < len(w) && isDigit(w[n]) {
		n++
	}
	return n
}

func allDigits(w string) bool { return leadingDigits(w) == len(w) }
