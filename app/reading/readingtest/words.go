package readingtest

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Words cuts a text into its words as they are compared: between spaces, with their
// stops; composed, without soft hyphens and the marks of footnotes. List marks and
// rules are no words.
func Words(s string) []string {
	s = norm.NFC.String(s)
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\u00ad' || r == '\ufeff' || r == '\u200b':
			return -1
		case strings.ContainsRune("¹²³⁴⁵⁶⁷⁸⁹⁰", r):
			return -1
		case r == '|' || r == '*':
			return ' '
		}
		return r
	}, s)
	var out []string
	for _, w := range strings.Fields(s) {
		if strings.IndexFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
			out = append(out, w)
		}
	}
	return out
}

// Measure is how much of a text came through.
type Measure struct {
	Words   int      // that should
	Same    int      // of them, in order
	Missing []string // that did not, each with the word before it
	Extra   []string // that were not asked for
}

// Share is the share of the words that came through, in order: 0 to 1.
func (m Measure) Share() float64 {
	if m.Words == 0 {
		return 1
	}
	return float64(m.Same) / float64(m.Words)
}

// Compare measures got against want.
func Compare(want, got []string) Measure {
	m := Measure{Words: len(want)}
	for len(want) > 0 && len(got) > 0 && want[0] == got[0] {
		want, got = want[1:], got[1:]
		m.Same++
	}
	width := len(got) + 1
	best := make([]int32, (len(want)+1)*width) // the longest row of words both have from here
	for i := len(want) - 1; i >= 0; i-- {
		for j := len(got) - 1; j >= 0; j-- {
			if want[i] == got[j] {
				best[i*width+j] = best[(i+1)*width+j+1] + 1
			} else {
				best[i*width+j] = max(best[(i+1)*width+j], best[i*width+j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(want) && j < len(got) {
		switch {
		case want[i] == got[j]:
			m.Same++
			i++
			j++
		case best[(i+1)*width+j] >= best[i*width+j+1]:
			m.Missing = append(m.Missing, want[i])
			i++
		default:
			m.Extra = append(m.Extra, got[j])
			j++
		}
	}
	m.Missing = append(m.Missing, want[i:]...)
	m.Extra = append(m.Extra, got[j:]...)
	return m
}
