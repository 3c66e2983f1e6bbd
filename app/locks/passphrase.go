package locks

import (
	_ "embed" // words that everybody tries first
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Normal is a passphrase in the form that keys are made of: an å is the same letter
// whether a keyboard sends one character for it or two. Spaces are the person's own,
// also the first and last.
func Normal(passphrase []byte) []byte { return norm.NFC.Bytes(passphrase) }

// Judgement is what there is to say of a passphrase before it is set.
type Judgement string

const (
	Short   Judgement = "short"   // shorter than Shortest; it is not taken
	Guessed Judgement = "guessed" // what everybody tries first; it is not taken
	Weak    Judgement = "weak"    // it is taken, and something better is suggested
	Good    Judgement = "good"
	Strong  Judgement = "strong"
)

// Shortest is how many characters a passphrase has at least.
const Shortest = 12

// Taken reports whether a passphrase with this judgement may be set.
func (j Judgement) Taken() bool { return j != Short && j != Guessed }

// What a passphrase may come to, in guesses as a power of two.
const (
	hardly = 34
	well   = 50
	very   = 66
)

// Judge estimates a passphrase with common sense: words that everybody tries, the same
// again, rows of a keyboard, years and what is already known of the municipality (own)
// count as one choice each, not as letters.
func Judge(passphrase []byte, own ...string) Judgement {
	text := string(Normal(passphrase))
	if utf8.RuneCountInString(text) < Shortest {
		return Short
	}
	switch bits := worth(strings.ToLower(text), own); {
	case bits < hardly:
		return Guessed
	case bits < well:
		return Weak
	case bits < very:
		return Good
	}
	return Strong
}

// Edges reports whether a passphrase begins or ends with a space, which is hard to see
// and to remember.
func Edges(passphrase []byte) bool {
	text := string(passphrase)
	return text != strings.TrimSpace(text)
}

//go:embed common.txt
var commonWords string

// rows are letters and figures that follow each other on a keyboard or in a count.
const rows = "qwertyuiopå asdfghjklöä zxcvbnm 1234567890 abcdefghijklmnopqrstuvwxyzåäö"

// worth counts what must be guessed, in bits: of a word that is known two or three
// characters' worth, of a stretch in a row or of the same character one, of any other
// character four (a word of one's own is no random letters).
func worth(text string, own []string) float64 {
	known := strings.Fields(commonWords)
	for _, o := range own {
		known = append(known, strings.Fields(strings.ToLower(o))...)
	}
	bits, seen := 0.0, map[string]bool{}
	for len(text) > 0 {
		if n := longestOf(text, known); n > 0 {
			bits += once(seen, text[:n], 8)
			text = text[n:]
			continue
		}
		if n := stretch(text); n > 0 {
			bits += once(seen, text[:n], 6)
			text = text[n:]
			continue
		}
		r, n := utf8.DecodeRuneInString(text)
		switch {
		case r == ' ' || r == '-':
			bits++
		case unicode.IsDigit(r):
			bits += 3
		case unicode.IsLetter(r):
			bits += 3
		default:
			bits += 4
		}
		text = text[n:]
	}
	return bits
}

// once is what a part is worth, the first time.
func once(seen map[string]bool, part string, bits float64) float64 {
	if seen[part] {
		return 1
	}
	seen[part] = true
	return bits
}

// longestOf is the length of the longest known word that text begins with.
func longestOf(text string, known []string) int {
	n := 0
	for _, w := range known {
		if len(w) > n && len(w) > 2 && strings.HasPrefix(text, w) {
			n = len(w)
		}
	}
	return n
}

// stretch is the length of what text begins with when that is the same character three
// times or more, or three that follow each other in a row, either way.
func stretch(text string) int {
	same, up, down := 0, 0, 0
	last := rune(-1)
	runs := [3]bool{true, true, true}
	at := 0
	for i, r := range text {
		if last >= 0 {
			runs[0] = runs[0] && r == last
			runs[1] = runs[1] && strings.Contains(rows, string([]rune{last, r}))
			runs[2] = runs[2] && strings.Contains(rows, string([]rune{r, last}))
			if !runs[0] && !runs[1] && !runs[2] {
				break
			}
		}
		last, at = r, i+utf8.RuneLen(r)
		for j, count := range []*int{&same, &up, &down} {
			if runs[j] {
				*count++
			}
		}
	}
	if max(same, up, down) < 3 {
		return 0
	}
	return at
}
