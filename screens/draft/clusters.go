package draft

import (
	"unicode"
	"unicode/utf8"
)

// What a person takes for one letter may be several runes: a base with marks, an
// emoji with a skin tone, a family joined by zero-width joiners, a flag of two
// letters. The caret never stops inside one.

// clusterBefore gives the offset where the letter before at begins.
func clusterBefore(text string, at int) int {
	start := 0
	for start < at {
		next := clusterAfter(text, start)
		if next >= at {
			return start
		}
		start = next
	}
	return at
}

// clusterAfter gives the offset after the letter at an offset.
func clusterAfter(text string, at int) int {
	r, n := utf8.DecodeRuneInString(text[at:])
	end := at + n
	flag := isFlagHalf(r)
	for end < len(text) {
		next, size := utf8.DecodeRuneInString(text[end:])
		switch {
		case extends(next):
		case r == joiner && unicode.IsOneOf(pictures, next):
		case flag && isFlagHalf(next):
			flag = false
		default:
			return end
		}
		r, end = next, end+size
	}
	return end
}

const joiner = '\u200d'

// pictures are the symbols that joiners bind together.
var pictures = []*unicode.RangeTable{unicode.So, unicode.Sk}

func isFlagHalf(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// extends tells whether a rune belongs to the letter before it.
func extends(r rune) bool {
	return r == joiner || unicode.Is(unicode.M, r) || r >= 0x1F3FB && r <= 0x1F3FF || r >= 0xE0020 && r <= 0xE007F
}

// wordBefore gives where the word before an offset begins, over what parts them.
func wordBefore(text string, at int) int {
	seen := false
	for at > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:at])
		if !inWord(r) && seen {
			break
		}
		seen = seen || inWord(r)
		at -= n
	}
	return at
}

// wordAfter gives where the word after an offset ends.
func wordAfter(text string, at int) int {
	seen := false
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) && seen {
			break
		}
		seen = seen || inWord(r)
		at += n
	}
	return at
}
