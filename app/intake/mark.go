package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markKind is the kind of list mark before an item.
type markKind byte

const (
	noMark     markKind = 0
	bulletMark markKind = '-'
	numberMark markKind = '1'
	letterMark markKind = 'a'
	romanMark  markKind = 'i'
	labelMark  markKind = 'y' // "Yrkande 1:"
)

const bulletRunes = "»›«–—−-•·●○▪■□◦‣►▶➢➤✓✔→⇒*+∙⁃❖◆◇¤"

// listMark reads the mark at the head of a line: its kind and width, with the
// space after it. Width 0 when there is none.
func listMark(s string) (markKind, int) {
	if k, n := numbered(s); n > 0 {
		return k, n
	}
	if n := labelled(s); n > 0 {
		return labelMark, n
	}
	r, n := utf8.DecodeRuneInString(s)
	rest := s[n:]
	space := len(rest) - len(strings.TrimLeft(rest, " \t"))
	switch {
	case r == 'o' && space > 0 && len(rest) > space, r == '+' && space > 0:
		return bulletMark, n + space
	case r >= 0xe000 && r <= 0xf8ff: // bullets of symbol fonts
		return bulletMark, n + space
	case r >= 0x2190 && r != utf8.RuneError && unicode.Is(unicode.So, r): // and signs: "✅ att …"
		tail := strings.TrimLeft(strings.TrimPrefix(rest, "\ufe0f"), " \t")
		return bulletMark, len(s) - len(tail)
	case r == 'o' || r == '+' || !strings.ContainsRune(bulletRunes, r):
		return noMark, 0
	case rest == "":
		return bulletMark, n
	case space == 0 && (r == '-' || r == '*' || r == '–' || r == '—' || r == '−' || r == '→') && !startsAtt(rest):
		return noMark, 0
	case strings.HasPrefix(s, "**"):
		return noMark, 0
	}
	return bulletMark, n + space
}

// numbered reads "1.", "1)", "(1)", "1:", "a)", "(a)", "ii." and "1 att".
func numbered(s string) (markKind, int) {
	i := 0
	open := strings.HasPrefix(s, "(")
	if open {
		i = 1
	}
	j := i
	for j < len(s) && j < i+4 && (isDigit(s[j]) || isASCIILetter(s[j])) {
		j++
	}
	kind := ordinal(s[i:j])
	if kind == noMark {
		return noMark, 0
	}
	after := s[j:]
	switch {
	case open && !strings.HasPrefix(after, ")"):
		return noMark, 0
	case strings.HasPrefix(after, ")"), strings.HasPrefix(after, "."), kind == numberMark && strings.HasPrefix(after, ":"):
		if unicode.IsUpper(firstRune(s[i:])) && after[0] == '.' && !startsAtt(strings.TrimLeft(after[1:], " \t")) { // an initial, not a mark
			return noMark, 0
		}
		after = strings.TrimPrefix(after[1:], ")")
	case kind != numberMark || !startsAtt(strings.TrimLeft(after, " \t")) && !isBareNumber(s[i:j], after):
		return noMark, 0
	}
	body := strings.TrimLeft(after, " \t")
	if open && body == "" && unicode.IsUpper(firstRune(s[i:])) { // "(S)"
		return noMark, 0
	}
	if body == after && body != "" && !(kind == numberMark && unicode.IsLetter(firstRune(body))) {
		return noMark, 0
	}
	return kind, len(s) - len(body)
}

// isBareNumber recognises "1 Kommunen utreder": one figure and a capital.
func isBareNumber(number, after string) bool {
	body := strings.TrimLeft(after, " \t")
	return len(number) == 1 && body != after && unicode.IsUpper(firstRune(body)) && len(body) > 25
}

func ordinal(s string) markKind {
	switch {
	case s == "":
		return noMark
	case strings.Trim(s, "0123456789") == "":
		if len(s) <= 2 {
			return numberMark
		}
	case len(s) == 1 && isASCIILetter(s[0]):
		return letterMark
	case (strings.Trim(s, "ivx") == "" || strings.Trim(s, "IVX") == "") && len(s) <= 4:
		return romanMark
	}
	return noMark
}

// labelled reads "Yrkande 1:", "Att-sats 2." and the like.
func labelled(s string) int {
	w, ok := nextWord(s, 0, min(len(s), 24))
	if n := numberedAtt(s); n > 0 {
		return n
	}
	if !ok || w.start != 0 || !itemLabels[w.lower] {
		return 0
	}
	i := w.end
	for i < len(s) && s[i] == ' ' {
		i++
	}
	j := i
	for j < len(s) && isDigit(s[j]) {
		j++
	}
	if j == i || j-i > 2 || j < len(s) && strings.IndexByte(":.) ", s[j]) < 0 {
		return 0
	}
	for j < len(s) && strings.IndexByte(":.) \t", s[j]) >= 0 {
		j++
	}
	return j
}

// numberedAtt reads "att1", "Att 2:".
func numberedAtt(s string) int {
	if len(s) < 5 || !strings.EqualFold(s[:3], "att") {
		return 0
	}
	i := 3 + len(s[3:]) - len(strings.TrimLeft(s[3:], " -"))
	j := i
	for j < len(s) && isDigit(s[j]) {
		j++
	}
	if j == i || j-i > 2 || j == len(s) {
		return 0
	}
	body := strings.TrimLeft(s[j:], ":.) \t")
	if glued := i == 3 && s[j] == ' '; body == "" || !glued && strings.IndexByte(":.)", s[j]) < 0 || isDigit(body[0]) {
		return 0
	}
	return len(s) - len(body)
}

func isDigit(b byte) bool       { return b >= '0' && b <= '9' }
func isASCIILetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }

// startsAtt reports whether s begins with the word "att", as claims do, perhaps
// after quotes, emphasis or a joining word: "samt att", "dels att".
func startsAtt(s string) bool { return attAt(s) >= 0 }

// rankAt gives the width of "i första hand", "för det andra" and the like at the head
// of s.
func rankAt(s string) int {
	ws := wordsOf(s[:min(len(s), 40)], 3)
	if len(ws) < 3 || ws[0].start != 0 {
		return 0
	}
	if ws[0].lower == "i" && ranks[ws[1].lower] && ws[2].lower == "hand" || ws[0].lower == "för" && ws[1].lower == "det" && ranks[ws[2].lower] {
		return ws[2].end
	}
	return 0
}

var ranks = setOf(`första andra tredje fjärde sista`)

// attAt gives the offset of the "att" that s begins with, or -1.
func attAt(s string) int {
	i := 0
	for range 4 {
		for i < len(s) && strings.IndexByte(" \t*_\"',;.", s[i]) >= 0 || strings.HasPrefix(s[i:], "”") || strings.HasPrefix(s[i:], "…") {
			_, n := utf8.DecodeRuneInString(s[i:])
			i += n
		}
		w, ok := nextWord(s, i, min(len(s), i+12))
		if !ok || w.start != i {
			return -1
		}
		if n := rankAt(s[i:]); n > 0 {
			i += n
			continue
		}
		switch w.lower {
		case "att":
			return i
		case "samt", "och", "dels", "men", "sedan", "därefter", "vidare", "dessutom", "även":
			i = w.end
		default:
			return -1
		}
	}
	return -1
}
