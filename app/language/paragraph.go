package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

// Paragraph is a block of a text, as the small Markdown has it.
type Paragraph struct {
	Span app.Span
	Kind ParagraphKind
}

// ParagraphKind tells prose from what only looks like text.
type ParagraphKind int

const (
	Prose    ParagraphKind = iota // running text
	Item                          // of a list
	Heading                       // begins with #
	TableRow                      // begins with |
	Quote                         // begins with >
)

// Paragraphs cuts a text at empty lines and at lines that begin a new block. A
// block that goes on in lower case after an empty line is one with the block
// before, for papers whose pages break in the middle of a sentence; a line with
// nothing but the number of the page is passed over. A short line with longer text
// right below it is a heading.
func Paragraphs(s string) []Paragraph {
	var out []Paragraph
	open := false // the last paragraph takes more lines
	for at := 0; at < len(s); {
		end := strings.IndexByte(s[at:], '\n')
		next := len(s)
		if end >= 0 {
			next = at + end + 1
		}
		line := strings.TrimRight(s[at:next], "\r\n \t")
		trimmed := strings.TrimLeft(line, " \t")
		start := at + len(line) - len(trimmed)
		at = next
		if PageMark(trimmed) {
			continue
		}
		switch kind := kindOf(trimmed); {
		case trimmed == "":
			open = false
		case kind == Prose && open && out[len(out)-1].Kind == Prose && runsIn(s[out[len(out)-1].Span.Start:out[len(out)-1].Span.End], trimmed):
			out[len(out)-1].Kind = Heading
			out = append(out, Paragraph{app.Span{Start: start, End: start + len(trimmed)}, Prose})
		case kind == Prose && len(out) > 0 && (open || goesOn(s, out[len(out)-1], trimmed)):
			out[len(out)-1].Span.End = start + len(trimmed)
			open = true
		default:
			out = append(out, Paragraph{app.Span{Start: start, End: start + len(trimmed)}, kind})
			open = kind == Prose || kind == Item || kind == Quote
		}
	}
	return out
}

// PageMark reports whether a line is only the number of its page: "2 (4)", "Sida 2
// av 4", "2/4".
func PageMark(line string) bool {
	rest := strings.TrimSpace(line)
	if len(rest) > 20 || !strings.ContainsAny(rest, "0123456789") {
		return false
	}
	named := false
	for _, name := range []string{"Sida ", "sida ", "SIDA ", "Sid ", "sid "} {
		if after, ok := strings.CutPrefix(rest, name); ok {
			rest, named = after, true
		}
	}
	end := digitsEnd(rest, 0)
	if end == 0 || end > 3 {
		return false
	}
	rest = strings.TrimSpace(rest[end:])
	if rest == "" {
		return named
	}
	for _, sep := range []string{"(", "/", "av "} {
		if of, ok := strings.CutPrefix(rest, sep); ok {
			of = strings.TrimSpace(of)
			n := digitsEnd(of, 0)
			return n > 0 && n <= 3 && strings.Trim(of[n:], ") ") == ""
		}
	}
	return false
}

const (
	longestRunIn = 60 // bytes of a heading with its text on the next line
	runInLess    = 15 // bytes that it is shorter by
)

// runsIn reports whether the only line of a block so far is a heading of the line
// below it.
func runsIn(block, line string) bool {
	if len(block) > longestRunIn || len(line) < len(block)+runInLess || strings.Contains(block, "\n") {
		return false
	}
	below, _ := utf8.DecodeRuneInString(line)
	first, _ := utf8.DecodeRuneInString(block)
	last, _ := utf8.DecodeLastRuneInString(block)
	if !unicode.IsUpper(below) || !unicode.IsUpper(first) && !unicode.IsDigit(first) || !unicode.IsLetter(last) && !unicode.IsDigit(last) && last != ')' {
		return false
	}
	end := block[strings.LastIndexByte(block, ' ')+1:]
	return len(end) > 3 || unicode.IsDigit(last) || last == ')' // "… av" goes on
}

func goesOn(s string, last Paragraph, line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	end, _ := utf8.DecodeLastRuneInString(s[last.Span.Start:last.Span.End])
	return last.Kind == Prose && unicode.IsLower(r) && (unicode.IsLetter(end) || unicode.IsDigit(end))
}

func kindOf(line string) ParagraphKind {
	switch {
	case strings.HasPrefix(line, "#"):
		return Heading
	case strings.HasPrefix(line, "|"):
		return TableRow
	case strings.HasPrefix(line, ">"):
		return Quote
	case ItemMark(line) > 0:
		return Item
	}
	return Prose
}

// itemMark gives the length of a list mark with its space: "- ", "12. ", "• ".
func ItemMark(line string) int {
	for _, m := range []string{"- ", "– ", "* ", "• ", "» "} {
		if strings.HasPrefix(line, m) {
			return len(m)
		}
	}
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	if digits > 0 && digits <= 2 && (strings.HasPrefix(line[digits:], ". ") || strings.HasPrefix(line[digits:], ") ")) {
		return digits + 2
	}
	return 0
}

// Quotes finds the quoted passages of a paragraph that are whole thoughts, four
// words or more; a quoted term is the writer's own.
func Quotes(s string) []app.Span {
	if !strings.ContainsAny(s, "”“\"»«") {
		return nil
	}
	var out []app.Span
	open := -1
	for i, r := range s {
		if !strings.ContainsRune("”“\"»«", r) {
			continue
		}
		if open < 0 {
			open = i
			continue
		}
		if len(strings.Fields(s[open:i])) >= 4 {
			out = append(out, app.Span{Start: open, End: i + utf8.RuneLen(r)})
		}
		open = -1
	}
	return out
}
