package draft

import (
	"strings"

	"yttra/app"
	"yttra/app/markup"
)

// Links and footnote marks inside a paragraph: how they are read, drawn and
// written.

// link is an address in a text and the words that lead there.
type link struct {
	span  app.Span // all of it
	words app.Span
	to    string
}

// linkFrom reads [words](address) or a bare address that begins at an offset.
func linkFrom(text string, at int) (link, bool) {
	rest := text[at:]
	if strings.HasPrefix(rest, "https://") || strings.HasPrefix(rest, "http://") {
		end := at + len(strings.TrimRight(rest[:wordEnd(rest)], ".,;:!?)”\"'"))
		s := app.Span{Start: at, End: end}
		return link{s, s, text[at:end]}, end > at+len("https://")
	}
	if !strings.HasPrefix(rest, "[") || strings.HasPrefix(rest, "[^") {
		return link{}, false
	}
	words, after, ok := strings.Cut(rest[1:], "](")
	to, _, closed := strings.Cut(after, ")")
	if !ok || !closed || words == "" || strings.ContainsAny(words, "[\n") || strings.ContainsAny(to, " \n") || !leads(to) {
		return link{}, false
	}
	start := at + 1
	end := start + len(words)
	return link{app.Span{Start: at, End: end + len("]()") + len(to)}, app.Span{Start: start, End: end}, to}, true
}

func wordEnd(s string) int {
	if i := strings.IndexAny(s, " \n\t\u00a0<>|"); i >= 0 {
		return i
	}
	return len(s)
}

// leads tells whether a paper may lead to an address.
func leads(to string) bool {
	return strings.HasPrefix(to, "https://") || strings.HasPrefix(to, "http://") || strings.HasPrefix(to, "mailto:")
}

// linkAt is the link around an offset.
func linkAt(text string, at int) (link, bool) {
	line := lineAt(text, at)
	for i := line.Start; i < line.End && i <= at; i++ {
		if text[i] != '[' && text[i] != 'h' {
			continue
		}
		if l, ok := linkFrom(text[:line.End], i); ok {
			if at <= l.span.End {
				return l, true
			}
			i = l.span.End - 1
		}
	}
	return link{}, false
}

// address makes an address of what a person wrote; ok is false when it is none.
func address(s string) (string, bool) {
	s = strings.TrimSpace(s)
	switch {
	case leads(s):
	case strings.Contains(s, "@") && !strings.Contains(s, "/"):
		s = "mailto:" + s
	default:
		s = "https://" + s
	}
	_, rest, _ := strings.Cut(s, ":")
	rest = strings.Trim(rest, "/")
	if dot := strings.IndexByte(rest, '.'); dot < 1 || dot == len(rest)-1 || strings.ContainsAny(s, " \t\n<>|\"") {
		return "", false
	}
	return strings.NewReplacer("(", "%28", ")", "%29").Replace(s), true
}

// linkWords makes words fit to lead somewhere.
func linkWords(s string) string {
	return strings.NewReplacer("[", "(", "]", ")", "\n", " ", "|", " ").Replace(strings.TrimSpace(s))
}

// plainRuns cuts a stretch of one face at links, footnote marks and backslashes.
func plainRuns(line string, face run) []run {
	var out []run
	from := 0
	put := func(text string, at int, link bool) {
		if text != "" {
			r := face
			r.text, r.at, r.link = text, face.at+at, link
			out = append(out, r)
		}
	}
	bound := markup.Fields(line)
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			if i+1 < len(line) && strings.IndexByte(`\*[]|#>-.)+<`, line[i+1]) >= 0 {
				put(line[from:i], from, false)
				from, i = i+1, i+1
			}
		case '[', 'h':
			for len(bound) > 0 && bound[0].Span.Start < i {
				bound = bound[1:]
			}
			if len(bound) > 0 && bound[0].Span.Start == i {
				put(line[from:i], from, false)
				put(line[bound[0].Words.Start:bound[0].Words.End], bound[0].Words.Start, false)
				out[len(out)-1].figure = true
				from, i, bound = bound[0].Span.End, bound[0].Span.End-1, bound[1:]
				continue
			}
			if l, ok := linkFrom(line, i); ok {
				put(line[from:i], from, false)
				put(line[l.words.Start:l.words.End], l.words.Start, true)
				from, i = l.span.End, l.span.End-1
				continue
			}
			if label, ok := markLabel(line[i:]); ok {
				put(line[from:i], from, false)
				put(small(label), i, false)
				from, i = i+len(label)+3, i+len(label)+2
			}
		}
	}
	put(line[from:], from, false)
	return out
}

// markLabel is the label of the footnote mark that a text begins with.
func markLabel(s string) (string, bool) {
	label, _, ok := strings.Cut(s[:min(len(s), 44)], "]")
	if !ok || !strings.HasPrefix(label, "[^") || len(label) < 3 || strings.ContainsAny(label[2:], " [\n") {
		return "", false
	}
	return label[2:], true
}

// small writes a footnote's number as the small figures of the page's face.
func small(label string) string {
	var b strings.Builder
	for _, r := range label {
		if r < '0' || r > '9' {
			return "[" + label + "]"
		}
		b.WriteRune([]rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[r-'0'])
	}
	return b.String()
}

// rawRuns cuts a line at its bound figures: all else stands as it is written.
func rawRuns(line string, at int) []run {
	var out []run
	from := 0
	for _, f := range markup.Fields(line) {
		words := app.Span{Start: f.Span.Start + 1, End: f.Span.End - len("]()"+markup.Scheme) - len(f.Name)}
		out = append(out, run{text: line[from:f.Span.Start], at: at + from}, run{text: line[words.Start:words.End], at: at + words.Start, figure: true})
		from = f.Span.End
	}
	return append(out, run{text: line[from:], at: at + from})
}
