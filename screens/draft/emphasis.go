package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

// emphasize turns emphasis on or off over a span, or over the word at it when it
// is empty. mark is "**" or "*". It gives the text and the span of the words.
func emphasize(text string, s app.Span, mark string) (string, app.Span) {
	if s.Empty() {
		s = wordAt(text, s.Start)
	}
	s = shrink(text, s)
	if s.Empty() {
		out, _ := change(text, s, mark+mark)
		return out, app.Span{Start: s.Start + len(mark), End: s.Start + len(mark)}
	}
	if strings.Contains(text[s.Start:s.End], "\n") {
		return emphasizeLines(text, s, mark)
	}
	around := min(starsBefore(text, s.Start), starsAfter(text, s.End))
	on := around >= 2
	if mark == "*" {
		on = around%2 == 1
	}
	n := len(mark)
	if on {
		text = text[:s.Start-n] + text[s.Start:s.End] + text[s.End+n:]
		return text, app.Span{Start: s.Start - n, End: s.End - n}
	}
	text = text[:s.Start] + mark + text[s.Start:s.End] + mark + text[s.End:]
	return text, app.Span{Start: s.Start + n, End: s.End + n}
}

// emphasizeLines does it line by line: emphasis never crosses a line end.
func emphasizeLines(text string, s app.Span, mark string) (string, app.Span) {
	before := len(text)
	for at := s.End; at > s.Start; {
		line := lineAt(text, at)
		part := app.Span{Start: max(line.Start, s.Start), End: at}
		if p := itemPrefix(text[line.Start:line.End]); part.Start < line.Start+len(p) {
			part.Start = min(part.End, line.Start+len(p))
		}
		if !shrink(text, part).Empty() {
			text, _ = emphasize(text, part, mark)
		}
		at = line.Start - 1
	}
	s.End += len(text) - before
	return text, s
}

// shrink leaves out spaces and marks at both ends of a span.
func shrink(text string, s app.Span) app.Span {
	for s.Start < s.End && strings.IndexByte(" *\n", text[s.Start]) >= 0 {
		s.Start++
	}
	for s.End > s.Start && strings.IndexByte(" *\n", text[s.End-1]) >= 0 {
		s.End--
	}
	return s
}

func starsBefore(text string, at int) int {
	n := 0
	for n < 3 && at-n > 0 && text[at-n-1] == '*' {
		n++
	}
	return n
}

func starsAfter(text string, at int) int {
	n := 0
	for n < 3 && at+n < len(text) && text[at+n] == '*' {
		n++
	}
	return n
}

// wordAt is the word around an offset; empty between words.
func wordAt(text string, at int) app.Span {
	s := app.Span{Start: at, End: at}
	for s.Start > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:s.Start])
		if !inWord(r) {
			break
		}
		s.Start -= n
	}
	for s.End < len(text) {
		r, n := utf8.DecodeRuneInString(text[s.End:])
		if !inWord(r) {
			break
		}
		s.End += n
	}
	return s
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// run is a piece of a line with one face, as it is drawn: the marks are gone.
type run struct {
	text         string
	bold, italic bool
	link         bool
	figure       bool // bound to the estimate
	at           int  // byte offset of text in the block
}

// runsOf cuts a line of a block, which begins at an offset, into runs. Stars are
// marks only in pairs that hold letters tight, so "5 * 3 * 2" is left alone.
func runsOf(line string, at int) []run { return cut(line, run{at: at}) }

func cut(line string, face run) []run {
	if line == "" {
		return nil
	}
	start, end, n := pair(line)
	if n == 0 {
		return plainRuns(line, face)
	}
	inside, after := face, face
	inside.at += start + n
	inside.bold, inside.italic = face.bold || n == 2, face.italic || n == 1
	after.at += end + n
	out := cut(line[:start], face)
	out = append(out, cut(line[start+n:end], inside)...)
	return append(out, cut(line[end+n:], after)...)
}

// pair finds the first pair of marks: where each begins and how many stars it
// has; none when there is no pair.
func pair(line string) (start, end, n int) {
	for i := 0; i < len(line); i++ {
		if line[i] == '\\' {
			i++
			continue
		}
		stars := starsAfter(line, i)
		for n := min(stars, 2); n > 0; n-- {
			if j := closing(line, i+n, n); j > 0 {
				return i, j, n
			}
		}
		i += max(0, stars-1)
	}
	return 0, 0, 0
}

// closing finds where the mark of n stars that opened before from is closed.
func closing(line string, from, n int) int {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(line[from:], "*"))
	if r == utf8.RuneError || unicode.IsSpace(r) {
		return 0
	}
	for j := from + starsAfter(line, from); j < len(line); j++ {
		stars := starsAfter(line, j)
		if stars == 0 || line[j-1] == '\\' {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(line[:j])
		if !unicode.IsSpace(before) && (stars == n || stars == 3) {
			return j + stars - n
		}
		j += stars - 1
	}
	return 0
}
