package markup

import (
	"strings"
	"unicode/utf8"
)

// lines cuts text into lines without their ends, with the place of each.
func lines(text string) []Span {
	var out []Span
	for from := 0; from < len(text); {
		to := strings.IndexByte(text[from:], '\n')
		if to < 0 {
			out = append(out, Span{from, len(text)})
			break
		}
		out = append(out, Span{from, from + to})
		from += to + 1
	}
	return out
}

func blank(line string) bool { return strings.TrimSpace(line) == "" }

// Split gives the units that an editor shows one by one: stretches of lines
// between blank lines; a sub-heading is a unit of its own. No unit is blank, and
// every line that is not blank is in exactly one.
func Split(text string) []Span {
	var out []Span
	open := false
	for _, l := range lines(text) {
		line := text[l.Start:l.End]
		switch {
		case blank(line):
			open = false
		case isHeading(line):
			out = append(out, l)
			open = false
		case open:
			out[len(out)-1].End = l.End
		default:
			out = append(out, l)
			open = true
		}
	}
	for i := range out {
		out[i].End = out[i].Start + len(strings.TrimRight(text[out[i].Start:out[i].End], " \t\r"))
	}
	return out
}

func isHeading(line string) bool {
	t := strings.TrimLeft(line, " ")
	return len(line)-len(t) <= 3 && strings.HasPrefix(t, "### ") && !blank(t[4:])
}

// disguise hides from the parser what would surprise, letter for letter, so that
// every place in the disguise is a place in the text. The text itself is always
// read from the original.
func disguise(text string) []byte {
	out := []byte(text)
	for i, c := range out {
		switch {
		case c == '\r' || c == '\v' || c == '\f':
			out[i] = ' '
		case c == 0:
			out[i] = 'x'
		case c == '!' && i+1 < len(out) && out[i+1] == '[': // no images
			out[i] = 'x'
		}
	}
	for _, l := range lines(text) {
		disguiseLine(out[l.Start:l.End])
	}
	return out
}

// disguiseLine goes through the marks that a line begins with.
func disguiseLine(line []byte) {
	depth, columns := 0, 0
	for i := 0; i < len(line); {
		switch c := line[i]; c {
		case ' ':
			i++
			columns++
			continue
		case '\t':
			i++
			columns += 4
			continue
		}
		n := mark(line[i:])
		if n == 0 {
			disguiseHeading(line[i:])
			return
		}
		if depth++; depth > maxDepth || columns > maxIndent || !plainMark(line[i:i+n]) {
			line[i+n-1] = 'x'
			return
		}
		if letter := line[i]; letter >= 'a' && letter <= 'z' {
			line[i] = min('1'+letter-'a', '9')
		}
		i += n
		columns += n
	}
}

// mark measures the list mark or > that a line begins with.
func mark(line []byte) int {
	n := 0
	switch c := line[0]; {
	case c == '>':
		return 1
	case c == '-' || c == '*' || c == '+':
		n = 1
	case c >= 'a' && c <= 'z' && len(line) > 1 && line[1] == ')':
		n = 2
	default:
		for n < len(line) && line[n] >= '0' && line[n] <= '9' {
			n++
		}
		if n == 0 || n == len(line) || line[n] != '.' && line[n] != ')' {
			return 0
		}
		n++
	}
	if n < len(line) && line[n] != ' ' && line[n] != '\t' && line[n] != '\r' {
		return 0
	}
	return n
}

// plainMark reports whether a mark is one that starts a list: no +, and no
// number of three digits or more, which is a year or an amount.
func plainMark(mark []byte) bool { return mark[0] != '+' && len(mark) <= 3 }

// disguiseHeading lets only ### be a heading, and a # at its end be text.
func disguiseHeading(line []byte) {
	n := 0
	for n < len(line) && line[n] == '#' {
		n++
	}
	if n == 0 {
		return
	}
	if n != 3 || n == len(line) || line[n] != ' ' || blank(string(line[n:])) {
		line[0] = 'x'
		return
	}
	for i := n; i < len(line); i++ {
		if line[i] == '#' {
			line[i] = 'x'
		}
	}
}

// definition is a footnote's text and where it stands.
type definition struct {
	label string
	span  Span // of the whole
	text  Span // of what follows the colon
}

// definitions finds the footnotes: from [^label]: to a blank line or the next.
func definitions(text string) []definition {
	var out []definition
	open := false
	for _, l := range lines(text) {
		line := text[l.Start:l.End]
		label, rest, ok := defines(line)
		switch {
		case ok:
			out = append(out, definition{label, l, Span{l.End - len(rest), l.End}})
			open = true
		case blank(line):
			open = false
		case open:
			d := &out[len(out)-1]
			d.span.End, d.text.End = l.End, l.End
		}
	}
	return out
}

func defines(line string) (label, rest string, ok bool) {
	label, rest, ok = strings.Cut(line, "]:")
	if !ok || !strings.HasPrefix(label, "[^") || !goodLabel(label[2:]) {
		return "", "", false
	}
	return label[2:], rest, true
}

func goodLabel(s string) bool {
	return s != "" && len(s) <= 40 && !strings.ContainsAny(s, "[] \t\r^") && utf8.ValidString(s)
}
