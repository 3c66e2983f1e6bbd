package spelling

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// condition is what the end or beginning of a stem must look like: one class for
// each letter.
type condition []class

type class struct {
	not bool
	set string // letters; with not and nothing here: any letter
}

var errClass = errors.New("a bracket is not closed")

func readCondition(s string) (condition, error) {
	if s == "." || s == "" {
		return nil, nil
	}
	var out condition
	for s != "" {
		switch s[0] {
		case '.':
			out, s = append(out, class{not: true}), s[1:]
		case '[':
			inside, rest, closed := strings.Cut(s[1:], "]")
			if !closed {
				return nil, errClass
			}
			set, not := strings.CutPrefix(inside, "^")
			out, s = append(out, class{not, set}), rest
		default:
			_, n := utf8.DecodeRuneInString(s)
			out, s = append(out, class{set: s[:n]}), s[n:]
		}
	}
	return out, nil
}

func (c class) takes(r rune) bool { return strings.ContainsRune(c.set, r) != c.not }

// atEnd tells whether a stem ends so.
func (c condition) atEnd(stem []byte) bool {
	for i := len(c) - 1; i >= 0; i-- {
		r, n := utf8.DecodeLastRune(stem)
		if n == 0 || !c[i].takes(r) {
			return false
		}
		stem = stem[:len(stem)-n]
	}
	return true
}

// atStart tells whether a stem begins so.
func (c condition) atStart(stem []byte) bool {
	for _, class := range c {
		r, n := utf8.DecodeRune(stem)
		if n == 0 || !class.takes(r) {
			return false
		}
		stem = stem[n:]
	}
	return true
}

// fits tells whether a stem looks so where the affix goes.
func (c condition) fits(stem []byte, head bool) bool {
	if head {
		return c.atStart(stem)
	}
	return c.atEnd(stem)
}
