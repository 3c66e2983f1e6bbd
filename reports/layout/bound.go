package layout

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

// boundList holds the words that stay on the line of a figure beside them.
//
//go:embed bound_sv.txt
var boundList string

// swedish is what the layout knows of the language: where compounds are joined, and
// which words stay together.
type swedish struct {
	joints []joint
	bound  binder
}

func readSwedish() swedish { return swedish{readJoints(jointList), readBinder(boundList)} }

// binder knows between which words a line never ends, whatever space the clerk
// wrote: the paper changes no character, only where lines end.
type binder struct {
	afterFigure, beforeFigure map[string]bool
}

func readBinder(list string) binder {
	b := binder{map[string]bool{}, map[string]bool{}}
	for l := range strings.Lines(list) {
		kind, words, _ := strings.Cut(l, ":")
		into := map[string]map[string]bool{"after a figure": b.afterFigure, "before a figure": b.beforeFigure}[kind]
		if into == nil {
			continue
		}
		for w := range strings.FieldsSeq(words) {
			into[w] = true
		}
	}
	return b
}

// binds reports whether two words with a space between stay on one line: § 27, 5 §,
// 3 kap., 1 240, 28 %, 12 mars, kl. 13.00, UBN 2026/0123. And no line begins with a
// dash.
func (b binder) binds(before, after string) bool {
	if before == "" || after == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(after)
	if first == '§' || after == "–" {
		return true
	}
	before = strings.TrimLeft(before, "(”[")
	if isDigit(first) {
		return b.beforeFigure[strings.ToLower(before)] || grouped(before, after) || numbered(before, after)
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	if !isDigit(last) {
		return false
	}
	word := strings.TrimRight(after, ",;:)”]!?")
	return b.afterFigure[word] || b.afterFigure[strings.TrimSuffix(word, ".")] || len(word) == 1 && word[0] >= 'a' && word[0] <= 'h'
}

// mayBind tells most pairs of words apart from those that binds would bind by a letter
// of each: none has a figure, a § or a dash.
func mayBind(before, after string) bool {
	if before == "" || after == "" {
		return false
	}
	first := after[0]
	return first == "§"[0] || first == "–"[0] || isDigit(rune(first)) || isDigit(rune(before[len(before)-1]))
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// grouped tells parts of one number: thousands, and the two of a postcode.
func grouped(before, after string) bool {
	n := digitsIn(after)
	return digitsIn(before) == len(before) && len(before) <= 3 && (n == 3 || n == 2 && len(before) == 3)
}

// digitsIn counts the digits that a word begins with, when nothing but a sign ends it.
func digitsIn(s string) int {
	s = strings.TrimRight(s, ".,;:)”!?")
	for i, r := range s {
		if !isDigit(r) {
			return -i - 1
		}
	}
	return len(s)
}

// numbered tells a body's letters before a number of the register: UBN 2026/0123.
func numbered(before, after string) bool {
	n := 0
	for _, r := range before {
		if !unicode.IsUpper(r) {
			return false
		}
		n++
	}
	return n >= 2 && n <= 5 && strings.ContainsRune(after, '/')
}
