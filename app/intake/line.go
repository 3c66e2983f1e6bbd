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
	level      int // of a Markdown heading
	gap        bool
	furniture  bool // page numbers and rules: not part of the text
}

// linesOf cuts the text into lines that hold something; gap tells that an empty
// line stood before. What heads every page is furniture from the second page on.
func linesOf(s string) []line {
	var out []line
	gap := true
	seen := map[string]bool{}
	for i := 0; i < len(s); {
		j := strings.IndexByte(s[i:], '\n')
		if j < 0 {
			j = len(s) - i
		}
		l := lineAt(s, i, i+j)
		i += j + 1
		if l.start == l.end && l.mark == noMark {
			gap = true
			continue
		}
		l.gap = gap
		gap = false
		if text := s[l.start:l.end]; l.mark == noMark && len(text) < 120 {
			l.furniture = l.furniture || seen[text] && len(out) > 0 && out[len(out)-1].furniture
			seen[text] = true
		}
		out = append(out, l)
	}
	return out
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
// 0 when each line is a paragraph.
func wrapWidth(lines []line) int {
	const longest = 140
	long, all := 0, 0
	var count [longest + 1]int
	for _, l := range lines {
		all += l.width
		if l.width > longest {
			long += l.width
			continue
		}
		count[l.width]++
	}
	if long*2 > all {
		return 0
	}
	left := 1 + len(lines)/25
	for w := longest; w > 0; w-- {
		if left -= count[w]; left <= 0 {
			return w
		}
	}
	return 0
}
