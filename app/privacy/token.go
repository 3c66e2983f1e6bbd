package privacy

import (
	"strings"
	"unicode/utf8"
)

// token is a word of a plain text: letters and digits, with the hyphens, points
// and apostrophes inside it.
type token struct {
	start, end int32
	capital    bool
	class      class // looked up when it is asked for
}

// reader reads one paragraph.
type reader struct {
	plain
	tokens []token
}

func newReader(s string) *reader {
	r := &reader{plain: normalise(s)}
	r.tokens = tokens(r.text)
	return r
}

func tokens(s string) []token {
	out := make([]token, 0, len(s)/6+1)
	for i := 0; i < len(s); {
		if !isLetter(s[i]) && !isDigit(s[i]) || bullet(s, i) > 0 {
			i += max(1, bullet(s, i))
			continue
		}
		j := i + 1
		for j < len(s) && (isLetter(s[j]) && bullet(s, j) == 0 || isDigit(s[j]) || inner(s, i, j)) {
			j++
		}
		out = append(out, token{start: int32(i), end: int32(j), capital: upperAt(s, i)})
		i = j
	}
	return out
}

// bullet gives the length of a sign beyond ASCII that is no letter: quotation
// marks, dots and the paragraph sign.
func bullet(s string, i int) int {
	c := s[i]
	if c < utf8.RuneSelf || c == 0xC3 || !utf8.RuneStart(c) {
		return 0
	}
	if c == 0xC2 {
		return 2
	}
	if c == 0xE2 && i+2 < len(s) {
		if s[i+1] == 0x80 && s[i+2] == 0x99 && i > 0 && isLetter(s[i-1]) {
			return 0 // an apostrophe inside a word
		}
		return 3
	}
	return 0
}

// inner tells whether a sign at j holds two parts of one word together.
func inner(s string, i, j int) bool {
	if j+1 >= len(s) {
		return false
	}
	before, after := s[j-1], s[j+1]
	switch s[j] {
	case '-':
		return isLetter(before) && (isLetter(after) || isDigit(after)) && bullet(s, j+1) == 0 || isDigit(before) && isLetter(after)
	case '\'', ':':
		return isLetter(before) && isLetter(after) && bullet(s, j+1) == 0
	case '.':
		return isLetter(before) && isLetter(after) && j-i <= 2 && s[j+1] >= 'a' // t.f, s.k
	}
	return false
}

func (r *reader) word(i int) string { return r.text[r.tokens[i].start:r.tokens[i].end] }

func (r *reader) classOf(i int) class {
	if i < 0 || i >= len(r.tokens) {
		return 0
	}
	t := &r.tokens[i]
	if t.class == 0 {
		t.class = lex.classOf(r.word(i))
	}
	return t.class
}

// is tells whether token i is a word of the class.
func (r *reader) is(i int, c class) bool { return r.classOf(i)&c != 0 }

// gap is what stands between token i and the next.
func (r *reader) gap(i int) string {
	if i < 0 || i+1 >= len(r.tokens) {
		return "."
	}
	return r.text[r.tokens[i].end:r.tokens[i+1].start]
}

// ends tells whether a sentence ends after token i: a stop and a space, unless
// the token is an initial or a short form.
func (r *reader) ends(i int) bool {
	g := r.gap(i)
	if g == " " {
		return false
	}
	stop := strings.IndexAny(g, ".!?")
	if stop < 0 {
		return strings.Contains(g, "\n\n")
	}
	if i+1 >= len(r.tokens) {
		return true
	}
	if !strings.ContainsAny(g[stop:], " \n") {
		return false
	}
	return !(r.tokens[i].end-r.tokens[i].start <= 2 && g[stop] == '.' && !isDigit(r.text[r.tokens[i].start])) && r.tokens[i+1].capital || strings.ContainsAny(g, "!?")
}

// same tells whether tokens i and j stand in one sentence, at most most bytes
// from each other.
func (r *reader) same(i, j, most int) bool {
	if i > j {
		i, j = j, i
	}
	if i < 0 || j >= len(r.tokens) || int(r.tokens[j].start)-int(r.tokens[i].end) > most {
		return false
	}
	for ; i < j; i++ {
		if r.ends(i) {
			return false
		}
	}
	return true
}

// around calls each for the tokens within most bytes of tokens first to last, in
// their sentence, nearest first on each side, until it returns true.
func (r *reader) around(first, last, most int, each func(i int) bool) bool {
	from, to := int(r.tokens[first].start), int(r.tokens[last].end)
	for i := first - 1; i >= 0 && from-int(r.tokens[i].end) <= most && !r.ends(i); i-- {
		if each(i) {
			return true
		}
	}
	for i := last + 1; i < len(r.tokens) && int(r.tokens[i].start)-to <= most && !r.ends(i-1); i++ {
		if each(i) {
			return true
		}
	}
	return false
}

// tokenAt gives the token that holds byte at, or the first after it.
func (r *reader) tokenAt(at int) int {
	lo, hi := 0, len(r.tokens)
	for lo < hi {
		if mid := (lo + hi) / 2; int(r.tokens[mid].end) <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
