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
// before, for papers whose pages break in the middle of a sentence.
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
		switch kind := kindOf(trimmed); {
		case trimmed == "":
			open = false
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
	case itemMark(line) > 0:
		return Item
	}
	return Prose
}

// itemMark gives the length of a list mark with its space: "- ", "12. ", "• ".
func itemMark(line string) int {
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
