// Package spelling knows which Swedish words are spelt right, and what a word
// that is not was meant to be. It reads the dictionary that Hunspell reads: a
// file of affixes and a file of words.
//
// The dictionary lies beside the program, never inside it: it has a licence of
// its own. Nothing here reads a text, knows a rule or starts a goroutine; a
// Dictionary never changes once read and is safe for use by several.
package spelling

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// Dictionary is a list of words with the rules for their inflections and
// compounds.
type Dictionary struct {
	table
	affixes
}

// maxWord is the longest word that is looked at, in bytes; what is longer is
// taken to be right.
const maxWord = 120

// maxBreaks bounds how often a word is broken at its hyphens.
const maxBreaks = 8

// Knows tells whether a word is spelt right. A capital at the beginning, or all
// of it in capitals, makes no difference where the dictionary has it small; parts
// held together by a hyphen are looked up one by one.
func (d *Dictionary) Knows(word string) bool {
	if len(word) > maxWord || !utf8.ValidString(word) {
		return true
	}
	var buf [maxWord]byte
	return d.known(append(buf[:0], word...), maxBreaks)
}

func (d *Dictionary) known(word []byte, breaks int) bool {
	switch {
	case len(word) == 0 || !hasLetter(word):
		return true
	case d.inAnyCase(word):
		return true
	case breaks == 0:
		return false
	}
	for _, b := range d.breaks {
		if left, right, ok := b.cut(word); ok && d.known(left, breaks-1) && d.known(right, breaks-1) {
			return true
		}
	}
	return false
}

// cut breaks a word in two; at an edge one of them is empty.
func (b breaking) cut(word []byte) (left, right []byte, ok bool) {
	switch {
	case b.head:
		right, ok = bytes.CutPrefix(word, []byte(b.text))
	case b.tail:
		left, ok = bytes.CutSuffix(word, []byte(b.text))
	default:
		left, right, ok = bytes.Cut(word, []byte(b.text))
		ok = ok && len(left) > 0 && len(right) > 0
	}
	return left, right, ok
}

// inAnyCase looks a word up as it is written, and small when it has a capital at
// its beginning or capitals only.
func (d *Dictionary) inAnyCase(word []byte) bool {
	if v := d.verdict(word, asWritten); v != unknown {
		return v == right
	}
	first, n := utf8.DecodeRune(word)
	if !unicode.IsUpper(first) {
		return false
	}
	rest := word[n:]
	var buf [2 * maxWord]byte
	small := appendLower(buf[:0], word)
	switch {
	case !hasUpper(rest):
		return d.verdict(small, lowered) == right
	case bytes.IndexFunc(rest, unicode.IsLower) >= 0:
		return false
	}
	var title [2 * maxWord]byte
	return d.verdict(small, lowered) == right || d.verdict(appendTitle(title[:0], small), lowered) == right
}

// verdict is what the dictionary says of a word.
type verdict int

const (
	unknown   verdict = iota
	right             // it is a word
	forbidden         // it looks like a word and is none
)

// casing tells how a word came to be looked up.
type casing int

const (
	asWritten casing = iota
	lowered          // an entry that keeps its case does not count
)

// verdict looks a word up by itself, with affixes and as a compound.
func (d *Dictionary) verdict(word []byte, c casing) verdict {
	if v := d.whole(word, c); v != unknown {
		return v
	}
	if s := (splitting{Dictionary: d, casing: c}); s.compound(word) {
		return right
	}
	return unknown
}

func hasLetter(b []byte) bool { return bytes.IndexFunc(b, unicode.IsLetter) >= 0 }
func hasUpper(b []byte) bool  { return bytes.IndexFunc(b, unicode.IsUpper) >= 0 }

func appendLower(to, b []byte) []byte {
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		to = utf8.AppendRune(to, unicode.ToLower(r))
		b = b[n:]
	}
	return to
}

// appendTitle gives the first letter a capital.
func appendTitle(to, b []byte) []byte {
	r, n := utf8.DecodeRune(b)
	if n == 0 {
		return to
	}
	return append(utf8.AppendRune(to, unicode.ToUpper(r)), b[n:]...)
}
