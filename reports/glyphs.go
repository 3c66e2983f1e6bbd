package reports

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"yttra/app"
	"yttra/reports/layout"
)

// Missing is a stretch of characters that the paper's fonts lack, and where it stands:
// the heading above it, and the words around it.
type Missing struct {
	Chars string
	Where string
}

// MissingError lists everything in a paper that its fonts lack, in reading order.
// Nothing was drawn.
type MissingError []Missing

func (e MissingError) Error() string {
	var out []string
	for _, m := range e {
		out = append(out, m.Where)
	}
	return strings.Join(out, "; ")
}

// mostNamed is how many characters and places a problem names; the error in it has
// them all.
const mostNamed = 12

// problem names the characters, each once, and the places.
func (e MissingError) problem() *app.Problem {
	var chars, places []string
	for _, m := range e {
		for _, r := range m.Chars {
			if c := fmt.Sprintf("%c U+%04X", r, r); !slices.Contains(chars, c) {
				chars = append(chars, c)
			}
		}
		if !slices.Contains(places, m.Where) {
			places = append(places, m.Where)
		}
	}
	return &app.Problem{Code: app.CodeGlyph, What: some(chars, ", "), Where: some(places, "; "), Err: e}
}

// some joins the first of a list, and says how many more there are.
func some(list []string, between string) string {
	if over := len(list) - mostNamed; over > 0 {
		return strings.Join(list[:mostNamed], between) + fmt.Sprintf("%s… +%d", between, over)
	}
	return strings.Join(list, between)
}

// lacking gives the stretches of s that cannot be drawn, as bytes from and to.
func (c *checker) lacking(s string, family []layout.Face) [][2]int {
	var out [][2]int
	for at, r := range s {
		if c.drawn(r, family) {
			continue
		}
		end := at + utf8.RuneLen(r)
		if last := len(out) - 1; last >= 0 && out[last][1] == at {
			out[last][1] = end
		} else {
			out = append(out, [2]int{at, end})
		}
	}
	return out
}

const (
	wordsAround   = 3  // on each side of what is named
	lettersAround = 40 // of them, at most
)

// around gives a stretch of a text with some words on both sides.
func around(s string, from, to int) string {
	left, right := from, to
	for n, k := 0, 0; left > 0 && k < lettersAround; k++ {
		r, size := utf8.DecodeLastRuneInString(s[:left])
		if r == ' ' {
			if n++; n == wordsAround {
				break
			}
		}
		left -= size
	}
	for n, k := 0, 0; right < len(s) && k < lettersAround; k++ {
		r, size := utf8.DecodeRuneInString(s[right:])
		if r == ' ' {
			if n++; n == wordsAround {
				break
			}
		}
		right += size
	}
	stretch := s[from:to]
	if r := []rune(stretch); len(r) > lettersAround {
		stretch = string(r[:lettersAround]) + "…"
	}
	out := strings.TrimSpace(s[left:from] + stretch + s[to:right])
	if left > 0 {
		out = "… " + out
	}
	if right < len(s) {
		out += " …"
	}
	return strings.ReplaceAll(out, "\n", " ")
}
