package compare

import (
	"unicode"
	"unicode/utf8"
)

// Words compares two texts word by word. Punctuation belongs to the word it
// stands at; white space is no word. Texts with the same words give no changes.
func Words(old, new string) []Edit { return newLexicon().words(old, new) }

// lexicon numbers words, and knows how many letters each has.
type lexicon struct {
	numbers map[string]int32
	letters []int
}

func newLexicon() *lexicon { return &lexicon{numbers: map[string]int32{}} }

func (l *lexicon) number(word string) int32 {
	n, ok := l.numbers[word]
	if !ok {
		n = int32(len(l.letters))
		l.numbers[word] = n
		l.letters = append(l.letters, utf8.RuneCountInString(word))
	}
	return n
}

// tokens is a text cut into words, each with the white space after it; the first
// also with that before it. ends are bytes.
type tokens struct {
	text string
	ids  []int32
	ends []int
}

// piece is the text of the words from one to another.
func (t tokens) piece(from, to int) string {
	if from == to {
		return ""
	}
	start := 0
	if from > 0 {
		start = t.ends[from-1]
	}
	return t.text[start:t.ends[to-1]]
}

func (l *lexicon) tokens(s string) tokens {
	t := tokens{text: s}
	for at := spaceEnd(s, 0); at < len(s); {
		end := wordEnd(s, at)
		t.ids = append(t.ids, l.number(s[at:end]))
		at = spaceEnd(s, end)
		t.ends = append(t.ends, at)
	}
	return t
}

func spaceEnd(s string, at int) int {
	for at < len(s) {
		r, n := utf8.DecodeRuneInString(s[at:])
		if !unicode.IsSpace(r) {
			break
		}
		at += n
	}
	return at
}

func wordEnd(s string, at int) int {
	for at < len(s) {
		r, n := utf8.DecodeRuneInString(s[at:])
		if unicode.IsSpace(r) {
			break
		}
		at += n
	}
	return at
}

// stretch is a run of words that are the same, or that stand in each other's
// place.
type stretch struct {
	same           bool
	a0, a1, b0, b1 int
}

func (l *lexicon) words(old, new string) []Edit {
	a, b := l.tokens(old), l.tokens(new)
	if len(a.ids) == 0 && len(b.ids) == 0 {
		if old == "" && new == "" {
			return nil
		}
		return []Edit{{Same, old, new}}
	}
	c := calm{l.sums(a.ids), l.sums(b.ids)}
	var out []Edit
	for _, s := range c.quiet(stretches(align(a.ids, b.ids), len(b.ids))) {
		before, after := a.piece(s.a0, s.a1), b.piece(s.b0, s.b1)
		if s.same {
			out = append(out, Edit{Same, before, after})
			continue
		}
		if before != "" {
			out = append(out, Edit{Op: Removed, Old: before})
		}
		if after != "" {
			out = append(out, Edit{Op: Added, New: after})
		}
	}
	// A side without a word is white space alone; it is on nobody's mind.
	if len(a.ids) == 0 && old != "" {
		out = append([]Edit{{Same, old, ""}}, out...)
	}
	if len(b.ids) == 0 && new != "" {
		out = append(out, Edit{Same, "", new})
	}
	return out
}

// stretches makes runs of a match.
func stretches(match []int32, lenB int) []stretch {
	var out []stretch
	i, j := 0, 0
	for i < len(match) || j < lenB {
		s := stretch{a0: i, b0: j}
		for i < len(match) && match[i] == int32(j) {
			i, j = i+1, j+1
		}
		if i > s.a0 {
			s.same = true
		} else {
			for i < len(match) && match[i] < 0 {
				i++
			}
			j = lenB
			if i < len(match) {
				j = int(match[i])
			}
		}
		s.a1, s.b1 = i, j
		out = append(out, s)
	}
	return out
}

// calm keeps a comparison readable: no confetti of small words that happen to
// stand in both texts. a and b are the letters before each word, and in all.
type calm struct{ a, b []int }

func (l *lexicon) sums(ids []int32) []int {
	out := make([]int, len(ids)+1)
	for i, id := range ids {
		out[i+1] = out[i] + l.letters[id]
	}
	return out
}

// Words that stand between two changes and are so few and short are part of them.
const (
	fewWords     = 2
	fewLetters   = 6
	someWords    = 3
	leastInShare = 4 // a text with less than a quarter in common was written anew
)

func (c calm) quiet(all []stretch) []stretch {
	for {
		var out []stretch
		for _, s := range all {
			out = append(out, s)
			for n := len(out); n >= 3 && !s.same && out[n-2].same && c.small(out[n-3], out[n-2], out[n-1]); n = len(out) {
				out[n-3].a1, out[n-3].b1 = out[n-1].a1, out[n-1].b1
				out = out[:n-2]
			}
		}
		if len(out) == len(all) {
			return c.anew(out)
		}
		all = out
	}
}

// small reports whether same words between two changes are lost in them.
func (c calm) small(before, same, after stretch) bool {
	words, letters := same.b1-same.b0, c.b[same.b1]-c.b[same.b0]
	return words <= fewWords && letters <= fewLetters ||
		words <= someWords && letters <= min(c.size(before), c.size(after))
}

func (c calm) size(s stretch) int { return max(c.a[s.a1]-c.a[s.a0], c.b[s.b1]-c.b[s.b0]) }

// anew makes one change of a text that has next to nothing in common with the
// other.
func (c calm) anew(all []stretch) []stretch {
	common := 0
	for _, s := range all {
		if s.same {
			common += c.b[s.b1] - c.b[s.b0]
		}
	}
	lastA, lastB := len(c.a)-1, len(c.b)-1
	if len(all) < 2 || common*leastInShare >= min(c.a[lastA], c.b[lastB]) {
		return all
	}
	return []stretch{{a1: lastA, b1: lastB}}
}
