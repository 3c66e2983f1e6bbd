package intake

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"yttra/app/reading"
)

const (
	softHyphen = '\u00ad'
	noBreak    = '\u00a0'
)

// cleaned gives the text with one kind of space, one kind of hyphen, composed
// letters and no invisible marks, so that words can be compared.
func cleaned(s string) (string, reading.Trace) {
	var b strings.Builder
	var t reading.Trace
	b.Grow(len(s))
	put := func(made string, from, width int) {
		t.Add(b.Len(), from, len(made), width)
		b.WriteString(made)
	}
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf && (i+1 == len(s) || s[i+1] < 0xcc) { // no combining mark follows
			t.Add(b.Len(), i, 1, 1)
			b.WriteByte(s[i])
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if made, width := composed(r, s[i:], n); width > 0 {
			put(made, i, width)
			i += width
			continue
		}
		if made := plain(r, s[:i], s[i:i+n], s[i+n:]); made != "" {
			put(made, i, n)
		}
		i += n
	}
	return b.String(), t
}

// composed joins a letter and the combining mark after it when there is one
// letter for both: a and a ring are å. Width 0 when there is not.
func composed(r rune, s string, n int) (string, int) {
	mark, m := utf8.DecodeRuneInString(s[n:])
	if mark < 0x300 || mark > 0x36f || r < 'A' {
		return "", 0
	}
	both := norm.NFC.String(s[:n+m])
	if utf8.RuneCountInString(both) != 1 {
		return "", 0
	}
	return both, n + m
}

func isSuperscript(r rune) bool {
	return r == '\u00b9' || r == '\u00b2' || r == '\u00b3' || r >= '\u2070' && r <= '\u2079'
}

// plain gives the common form of a rune; empty for one that is left out.
func plain(r rune, before, as, rest string) string {
	switch {
	case isSuperscript(r): // of a footnote, unless it is of m²
		if strings.HasSuffix(before, "m") {
			return as
		}
		return ""
	case r == noBreak, r == '\u202f', r == '\u3000', r >= '\u2000' && r <= '\u200a':
		return " "
	case r == '\u2010', r == '\u2011':
		return "-"
	case r == softHyphen: // kept at the end of a line, where it joins
		if strings.HasPrefix(strings.TrimLeft(rest, " "), "\n") {
			return as
		}
		return ""
	case r == '\u200b', r == '\u200c', r == '\u2060', r == '\ufeff', r == '\u200e', r == '\u200f':
		return ""
	case r >= '\ufb00' && r <= '\ufb04': // ligatures of f
		return [...]string{"ff", "fi", "fl", "ffi", "ffl"}[r-'\ufb00']
	case r == utf8.RuneError && len(as) == 1:
		return "\ufffd"
	}
	return as
}
