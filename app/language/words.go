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
	out := make([]Word, 0, len(s)/6+1)
	lower := lowered(s)
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf && !asciiWord[c] {
			i += max(1, noteMark(s[i:]))
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '§':
			out = append(out, Word{Span: app.Span{Start: i, End: i + n}, Fold: "§"})
			i += n
		case !inWord(r):
			i += n
		default:
			end, plain := wordEnd(s, i)
			fold := lower[i:end]
			if !plain {
				fold = Fold(s[i:end])
			}
			if next := brokenAt(s, end); next > 0 {
				more, _ := wordEnd(s, next)
				if rest := Fold(s[next:more]); !joining[rest] {
					fold, end = fold+rest, more
				}
			}
			if fold != "" {
				out = append(out, Word{Span: app.Span{Start: i, End: end}, Fold: fold, class: classes.of(fold)})
			}
			i = end
		}
	}
	return out
}

// joining are words before which a hyphen stands for what follows: "barn- och".
var joining = map[string]bool{"och": true, "eller": true, "samt": true, "respektive": true, "som": true, "till": true, "in": true, "ut": true}

// brokenAt gives where a word goes on that is divided over a line, "förvalt-" and
// "ningen"; 0 when it is not.
func brokenAt(s string, end int) int {
	rest, ok := strings.CutPrefix(s[end:], "-")
	if !ok {
		return 0
	}
	trimmed := strings.TrimLeft(strings.TrimLeft(rest, " \r"), "\n")
	between := len(rest) - len(trimmed)
	if between == 0 || between > 4 || strings.Count(rest[:between], "\n") != 1 {
		return 0
	}
	if r, _ := utf8.DecodeRuneInString(trimmed); !unicode.IsLower(r) {
		return 0
	}
	return end + 1 + between
}

// asciiWord tells which bytes are letters and digits.
var asciiWord = func() (out [utf8.RuneSelf]bool) {
	for c := range out {
		out[c] = '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
	}
	return out
}()

// lowered gives s with the letters A to Z and À to Þ made small, which keeps
// every byte in its place.
func lowered(s string) string {
	var out []byte
	for i := range len(s) {
		c := s[i]
		if !('A' <= c && c <= 'Z' || 0x80 <= c && c <= 0x9e && c != 0x97 && i > 0 && s[i-1] == 0xc3) {
			continue
		}
		if out == nil {
			out = []byte(s)
		}
		out[i] = c + 'a' - 'A'
	}
	if out == nil {
		return s
	}
	return string(out)
}

// noteMark is the length of a footnote's mark, "[^1]", at the beginning of s; it
// is no word. 0 when there is none.
func noteMark(s string) int {
	const longest = 40
	if !strings.HasPrefix(s, "[^") {
		return 0
	}
	end := strings.IndexAny(s[:min(len(s), longest)], "]\n ")
	if end < 0 || s[end] != ']' {
		return 0
	}
	return end + 1
}

// wordEnd finds where the word that begins at i ends. plain says that it holds
// only ASCII and the letters À to ÿ.
func wordEnd(s string, i int) (end int, plain bool) {
	plain = true
	prev := rune(0)
	for i < len(s) {
		c := s[i]
		if c < utf8.RuneSelf && asciiWord[c] {
			prev = rune(c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !inWord(r) {
			next, _ := utf8.DecodeRuneInString(s[i+n:])
			if !joins(prev, r, next) {
				return i, plain
			}
		}
		plain = plain && (c < utf8.RuneSelf || c == 0xc3)
		prev = r
		i += n
	}
	return i, plain
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

func inWordBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return inWord(r)
}

func inWordAfter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return inWord(r)
}
