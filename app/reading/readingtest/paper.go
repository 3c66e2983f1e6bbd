package readingtest

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// para is one paragraph of a plain paper.
type para struct {
	text    string
	mark    string // of a list: "1.", "–"
	level   int    // of a list, from 1
	cells   []string
	gap     bool // an empty line stood before
	page    bool // a page began before
	heading int
	note    string // a footnote at its end
}

var (
	markRE  = regexp.MustCompile(`^(\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):]|[-–—•·●»*])[ \t]+(\S)`)
	wideRE  = regexp.MustCompile(`(?: {3,}|\t+)`)
	pageRE  = regexp.MustCompile(`^Sida \d+ \(\d+\)$`)
	rulesRE = regexp.MustCompile(`^[-_=.|: ]{5,}$`)
)

// parasOf reads a plain paper as a person would who types it into a word processor:
// lines that were broken by a margin are one paragraph.
func parasOf(s string) []para {
	var out []para
	gap, page, width := false, false, wrapped(s)
	prev, indent := "", 0
	for raw := range strings.SplitSeq(s, "\n") {
		if strings.Contains(raw, "\f") {
			page = true
			raw = strings.ReplaceAll(raw, "\f", "")
		}
		line := strings.TrimRight(raw, " \t\r\u00a0")
		body := strings.TrimLeft(line, " \t")
		if body == "" || pageRE.MatchString(body) || page && slices.ContainsFunc(out, func(p para) bool { return p.text == body }) {
			gap = true // numbers and heads of pages are the layout's own
			continue
		}
		in := utf8.RuneCountInString(line) - utf8.RuneCountInString(body)
		if n := len(out); n > 0 && !gap && !page && out[n-1].cells == nil && goesOn(prev, line, body, in, indent, width, out[n-1].mark != "") {
			out[n-1].text = joined(out[n-1].text, body)
			prev = line
			continue
		}
		p := para{text: body, gap: gap, page: page}
		if m := markRE.FindStringSubmatchIndex(body); m != nil {
			p.mark, p.text, p.level = body[m[2]:m[3]], body[m[4]:], 1
			if in > 1 && len(out) > 0 && out[len(out)-1].mark != "" && in > indent {
				p.level = 2
			}
		}
		if strings.HasPrefix(body, "|") && strings.HasSuffix(body, "|") {
			p.cells = strings.Split(strings.Trim(body, "|"), "|")
		} else if p.mark == "" && (wideRE.MatchString(body) || strings.Contains(raw, "\t")) && !rulesRE.MatchString(body) {
			p.cells = wideRE.Split(body, -1)
		}
		if rulesRE.MatchString(body) && strings.Contains(body, "-") {
			continue
		}
		out = append(out, p)
		gap, page, prev, indent = false, false, line, in
	}
	headings(out)
	return out
}

// goesOn tells whether a line was begun by the margin.
func goesOn(prev, line, body string, in, indent, width int, item bool) bool {
	first, _ := utf8.DecodeRuneInString(body)
	word, _, _ := strings.Cut(body, " ")
	switch {
	case markRE.MatchString(body), strings.HasPrefix(strings.ToLower(body), "att ") && in <= indent:
		return false
	case strings.HasSuffix(prev, "-") && (unicode.IsLower(first) || unicode.IsDigit(first)):
		return true
	case item && in > indent:
		return true
	case width == 0 || strings.HasSuffix(prev, ":"):
		return false
	}
	n := utf8.RuneCountInString(prev)
	return n >= 40 && (unicode.IsLower(first) || n+1+utf8.RuneCountInString(word) > width)
}

// wrapped gives the width at which a text was broken into lines; 0 when it was not.
func wrapped(s string) int {
	width, broken := 0, 0
	lines := strings.Split(s, "\n")
	for i := 1; i < len(lines); i++ {
		first, _ := utf8.DecodeRuneInString(strings.TrimSpace(lines[i]))
		if n := utf8.RuneCountInString(lines[i-1]); n >= 50 && n <= 110 && unicode.IsLower(first) && !strings.HasPrefix(lines[i], "att ") {
			width, broken = max(width, n), broken+1
		}
	}
	if broken == 0 {
		return 0
	}
	return width
}

func joined(a, b string) string {
	if strings.HasSuffix(a, "-") {
		r, _ := utf8.DecodeRuneInString(b)
		word, _, _ := strings.Cut(b, " ")
		stem := []rune(strings.TrimSuffix(a, "-"))
		switch {
		case unicode.IsDigit(r):
			return a + b
		case word == "och" || word == "eller":
			return a + " " + b
		case len(stem) > 1 && unicode.IsUpper(stem[len(stem)-1]):
			return a + b
		}
		return string(stem) + b
	}
	return a + " " + b
}

// headings marks what stands alone and is short as a heading.
func headings(ps []para) {
	seen := false
	for i := range ps {
		p := &ps[i]
		n := utf8.RuneCountInString(p.text)
		if p.mark != "" || p.cells != nil || n > 90 || strings.ContainsAny(p.text[len(p.text)-1:], ".,:;!") || i+1 == len(ps) {
			continue
		}
		next := ps[i+1]
		switch {
		case !seen && strings.HasPrefix(strings.ToLower(p.text), "motion"):
			p.heading, seen = 1, true
		case (p.gap || i == 0) && next.gap && utf8.RuneCountInString(next.text) > 100:
			p.heading = 2
		}
	}
}
