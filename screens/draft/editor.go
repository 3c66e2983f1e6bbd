package draft

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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

// blockAt finds the block an offset stands in; an offset in a gap belongs to the
// block before it.
func blockAt(blocks []app.Span, at int) int {
	n := len(blocks) - 1
	for n > 0 && blocks[n].Start > at {
		n--
	}
	return n
}

// gap is what parts two blocks.
const gap = "\n\n"

// change replaces a span of a text and gives the offset after what came in.
func change(text string, s app.Span, with string) (string, int) {
	return text[:s.Start] + with + text[s.End:], s.Start + len(with)
}

// enter is the Enter key over a span (empty: the caret). In a list it makes a new
// item, on an empty item it ends the list, elsewhere it splits the block.
func enter(text string, s app.Span) (string, int) {
	line := lineAt(text, s.Start)
	prefix := itemPrefix(text[line.Start:line.End])
	switch {
	case prefix == "" || s.Start < line.Start+len(prefix):
		blocks := blocksOf(text)
		return change(text, widen(text, s, blocks[blockAt(blocks, s.Start)]), gap)
	case s.Empty() && strings.TrimSpace(text[line.Start+len(prefix):line.End]) == "":
		return endList(text, line)
	}
	s = widen(text, s, app.Span{Start: line.Start + len(prefix), End: max(s.End, line.End)})
	return change(text, s, "\n"+nextPrefix(prefix))
}

// endList takes an empty item away and puts the caret in an empty block there.
func endList(text string, line app.Span) (string, int) {
	before := strings.TrimRight(text[:line.Start], "\n")
	after := strings.TrimLeft(text[line.End:], "\n")
	if before != "" {
		before += gap
	}
	at := len(before)
	if after != "" {
		after = gap + after
	}
	return before + after, at
}

// widen takes the spaces on both sides of a place where a block is split, and a
// line end there: a block neither ends nor begins with them. It stays inside a
// span.
func widen(text string, s, in app.Span) app.Span {
	for s.Start > in.Start && text[s.Start-1] == ' ' {
		s.Start--
	}
	for s.End < in.End && text[s.End] == ' ' {
		s.End++
	}
	switch {
	case s.End < in.End && text[s.End] == '\n':
		s.End++
	case s.Start > in.Start && text[s.Start-1] == '\n':
		s.Start--
	}
	return s
}

// joinBefore is Backspace at the start of a block: it runs together with the one
// before. ok is false in the first block.
func joinBefore(text string, block app.Span) (string, int, bool) {
	blocks := blocksOf(text)
	i := blockAt(blocks, block.Start)
	if i == 0 {
		return text, block.Start, false
	}
	return joined(text, blocks[i-1], blocks[i])
}

// joinAfter is Delete at the end of a block: the next one runs together with it.
func joinAfter(text string, block app.Span) (string, int, bool) {
	blocks := blocksOf(text)
	i := blockAt(blocks, block.Start)
	if i+1 >= len(blocks) {
		return text, block.End, false
	}
	return joined(text, blocks[i], blocks[i+1])
}

// joined closes the gap between two blocks. Two lists become one list; words
// keep a space between them.
func joined(text string, a, b app.Span) (string, int, bool) {
	with := ""
	switch {
	case a.Empty() || b.Empty():
	case itemPrefix(text[b.Start:b.End]) != "" && listEnds(text[a.Start:a.End]):
		with = "\n"
	case !endsInSpace(text[:a.End]):
		with = " "
	}
	out, _ := change(text, app.Span{Start: a.End, End: b.Start}, with)
	return out, a.End + len(with), true
}

// listEnds tells whether the last line of a block is a list item.
func listEnds(block string) bool {
	return itemPrefix(block[strings.LastIndexByte(block, '\n')+1:]) != ""
}

func endsInSpace(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(r)
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
// "a) ", with what indents it; empty for other lines.
func itemPrefix(line string) string {
	rest := strings.TrimLeft(line, " ")
	indent := len(line) - len(rest)
	if strings.HasPrefix(rest, "- ") || rest == "-" {
		return line[:min(indent+2, len(line))]
	}
	n := 0
	for n < len(rest) && n < 3 && isDigit(rest[n]) {
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
