package draft

import (
	"strconv"
	"strings"

	"yttra/app"
)

// A section's text is one string; the person sees it as blocks, one below the
// other, with an empty line between them in the string. Everything here works on
// that string and byte offsets in it, so that what is typed is what is kept.

// blocksOf gives the spans of the blocks in a text, at least one. Two line ends
// part two blocks; a third in the same run belongs to the gap; each further pair
// is an empty block. What lies between the spans is the gaps, so nothing of the
// text is lost or invented.
func blocksOf(text string) []app.Span {
	var out []app.Span
	start := 0
	for i := 0; i < len(text); {
		if text[i] != '\n' {
			i++
			continue
		}
		end := i
		for end < len(text) && text[end] == '\n' {
			end++
		}
		for n := end - i; n >= 2; n -= 2 {
			out = append(out, app.Span{Start: start, End: i})
			i += 2
			if n == 3 {
				i++
			}
			start = i
		}
		i = end
	}
	return append(out, app.Span{Start: start, End: len(text)})
}

// gap is what parts two blocks.
const gap = "\n\n"

// change replaces a span of a text and gives the offset after what came in.
func change(text string, s app.Span, with string) (string, int) {
	return text[:s.Start] + with + text[s.End:], s.Start + len(with)
}

// lineAt is the line around an offset, without its line end.
func lineAt(text string, at int) app.Span {
	start := strings.LastIndexByte(text[:at], '\n') + 1
	end := strings.IndexByte(text[at:], '\n')
	if end < 0 {
		return app.Span{Start: start, End: len(text)}
	}
	return app.Span{Start: start, End: at + end}
}

// itemPrefix is what makes a line an item of a list, "- ", "12. ", "1) " or
// "a) ", with what indents it; empty for other lines. Three figures are a year or
// an amount.
func itemPrefix(line string) string {
	rest := strings.TrimLeft(line, " ")
	indent := len(line) - len(rest)
	if strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "* ") || rest == "-" {
		return line[:min(indent+2, len(line))]
	}
	n := 0
	for n < len(rest) && n < 2 && isDigit(rest[n]) {
		n++
	}
	number := n > 0 && (strings.HasPrefix(rest[n:], ". ") || strings.HasPrefix(rest[n:], ") "))
	letter := n == 0 && len(rest) > 2 && rest[0] >= 'a' && rest[0] <= 'z' && rest[1:3] == ") "
	switch {
	case number:
		return line[:indent+n+2]
	case letter:
		return line[:indent+3]
	}
	return ""
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// nextPrefix is the prefix of the item after: the same mark, or the next number
// or letter.
func nextPrefix(prefix string) string {
	rest := strings.TrimLeft(prefix, " ")
	indent := prefix[:len(prefix)-len(rest)]
	end := rest[len(rest)-2:] // ". ", ") " or "- "
	count := strings.TrimSuffix(rest, end)
	switch n, err := strconv.Atoi(count); {
	case err == nil:
		return indent + strconv.Itoa(n+1) + end
	case count != "" && count[0] < 'z':
		return indent + string(count[0]+1) + end
	}
	return prefix
}
