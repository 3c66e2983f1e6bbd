package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one line of the cleaned text.
type line struct {
	start, end int // without spaces at the ends, and without the mark
	indent     int
	width      int // in runes, as printed
	mark       markKind
	glyph      rune // the mark of a bullet
	level      int  // of a heading
	depth      int  // of a list item, where its file says so
	goesOn     bool // the file says that it is the rest of the line before
	blanks     int  // empty lines before it
	gap        bool // so many that a paragraph ends
	furniture  bool // page numbers and rules: not part of the text
}

// linesOf cuts a text without paragraphs into lines that hold something; gap tells that
// an empty line stood before. What heads every page is furniture from the second page on.
func linesOf(s string) []line {
	out := cutLines(s)
	dropHeads(s, out)
	enough := 1
	if isDoubleSpaced(s, out) {
		enough = 2
	}
	for i := range out {
		out[i].gap = out[i].blanks >= enough
	}
	return out
}

// dropHeads makes furniture of what stands under a page number and was said before.
func dropHeads(s string, lines []line) {
	seen := map[string]bool{}
	for i := range lines {
		l := &lines[i]
		if text := s[l.start:l.end]; l.mark == noMark && len(text) < 120 {
			l.furniture = l.furniture || seen[text] && i > 0 && lines[i-1].furniture
			seen[text] = true
		}
	}
}

// cutLines gives the lines that hold something, and how many empty ones stood before.
func cutLines(s string) []line {
	var out []line
	blanks := 1
	for i := 0; i < len(s); {
		j := strings.IndexByte(s[i:], '\n')
		if j < 0 {
			j = len(s) - i
		}
		l := lineAt(s, i, i+j)
		i += j + 1
		if l.start == l.end && l.mark == noMark {
			blanks++
			continue
		}
		l.blanks, blanks = blanks, 0
		out = append(out, l)
	}
	return out
}

// isDoubleSpaced recognises a text with an empty line after every line, as some
// programs write it: most such gaps then stand inside sentences.
func isDoubleSpaced(s string, lines []line) bool {
	gaps, inside := 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].blanks > 0 {
			gaps++
			if isBroken(s, lines[i-1], lines[i]) {
				inside++
			}
		}
	}
	return inside > 2 && gaps*100 > len(lines)*80 && inside*100 > len(lines)*25
}

// isBroken reports whether a sentence runs over from one line to the next.
func isBroken(s string, l, next line) bool {
	if next.mark != noMark || next.furniture || l.furniture || next.start == next.end || l.start == l.end {
		return false
	}
	after := s[next.start:next.end]
	return startsLower(after) && !startsAtt(after) && !strings.ContainsRune(".:;!?", lastRune(s[l.start:l.end]))
}

func lineAt(s string, start, end int) line {
	text := strings.TrimRight(s[start:end], " \t|")
	body := strings.TrimLeft(text, " \t|>")
	l := line{start: start + len(text) - len(body), end: start + len(text)}
	l.indent = l.start - start
	l.width = l.indent + utf8.RuneCountInString(body[:min(len(body), 1000)])
	if l.furniture = isFurniture(body); l.furniture {
		return l
	}
	for l.level < 6 && strings.HasPrefix(body[l.level:], "#") {
		l.level++
	}
	if l.level > 0 {
		l.start += l.level
		l.start += len(s[l.start:l.end]) - len(strings.TrimLeft(s[l.start:l.end], " "))
	}
	kind, n := listMark(s[l.start:l.end])
	l.mark = kind
	if kind == bulletMark {
		l.glyph = firstRune(s[l.start:l.end])
	}
	l.start += n
	return l
}

// isFurniture recognises what belongs to the page and not to the text: page
// numbers, rules and rows of dots to sign on.
func isFurniture(s string) bool {
	if s == "" || len(s) > 60 {
		return len(s) > 60 && strings.Trim(s, "_-=.*… ") == ""
	}
	if letters := strings.IndexFunc(s, unicode.IsLetter); letters < 0 {
		digits := strings.IndexFunc(s, unicode.IsDigit)
		return digits < 0 && len(s) >= 3 && strings.Trim(s, "_-–—=.*…~/ ") == "" || digits >= 0 && isPageNumber(s)
	}
	w, _ := nextWord(s, 0, len(s))
	switch w.lower {
	case "sida", "sid", "sidan", "page", "s":
		return w.start == 0 && isPageNumber(strings.TrimLeft(s[w.end:], " .:"))
	}
	return false
}

// isPageNumber recognises "1", "1 (2)", "1/2", "1 av 2", "- 1 -".
func isPageNumber(s string) bool {
	s = strings.Trim(s, " -–()")
	rest := strings.TrimLeft(s, "0123456789")
	if n := len(s) - len(rest); n < 1 || n > 3 {
		return false
	}
	rest = strings.TrimLeft(rest, " (/")
	rest = strings.TrimPrefix(rest, "av ")
	return len(rest) <= 3 && strings.Trim(rest, "0123456789") == ""
}

// wrapWidth gives the width at which the text was broken into lines, in runes;
// 0 when each line is a paragraph. A line was broken by a margin when it ends
// without a stop and the next begins with a small letter.
func wrapWidth(s string, lines []line) int {
	const longest = 160
	var count [longest + 1]int
	broken := 0
	for i := 1; i < len(lines); i++ {
		l, next := lines[i-1], lines[i]
		if !next.gap && l.width <= longest && l.width >= 35 && isBroken(s, l, next) {
			count[l.width]++
			broken++
		}
	}
	left := 1 + broken/20 // a few lines may be longer than the rest
	for w := longest; w > 0 && broken > 0; w-- {
		if left -= count[w]; left <= 0 {
			return w
		}
	}
	return 0
}
