package draft

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app/markup"
)

// How lines from other programs are read: which of them go on with the one
// before, which begin an item, which are only the furniture of a page.

// pageEnd marks an empty line where a page of the source ended.
const pageEnd = "\f"

// pageHead is a line that only counts pages: "Sida 1 (3)", "2(5)", "Sid 2 av 4".
var pageHead = regexp.MustCompile(`^(?i)(?:(?:sida|sidan|sid\.?|page|blad)\s*\d{1,3}(?:\s*(?:\(\d{1,3}\)|av\s*\d{1,3}|of\s*\d{1,3}|/\s*\d{1,3}))?|\d{1,3}\s*\(\d{1,3}\))$`)

// linesOf cuts pasted text into lines. Page heads among other lines go, with the
// empty lines round them.
func linesOf(clip string) []string {
	lines := strings.Split(lineEnds.Replace(markup.Letters(clip)), "\n")
	if len(lines) == 1 {
		return lines
	}
	var out []string
	for i := 0; i < len(lines); i++ {
		line := strings.TrimSuffix(lines[i], " ")
		if !pageHead.MatchString(strings.TrimSpace(strings.Trim(line, pageEnd))) && line != pageEnd {
			out = append(out, strings.TrimPrefix(line, pageEnd))
			continue
		}
		for len(out) > 0 && strings.TrimSpace(out[len(out)-1]) == "" {
			out = out[:len(out)-1]
		}
		for i+1 < len(lines) && strings.Trim(lines[i+1], " \t\f") == "" {
			i++
		}
		out = append(out, pageEnd)
	}
	return out
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", " ", "\u2029", "\n\n", "\f", "\n\f\n", "\v", " ")

// unseen is pasted text on one line, as it was but for what cannot be seen.
func unseen(s string) string {
	return strings.NewReplacer("\t", " ", "\u00ad", "", "\u0085", " ", "\f", " ", "\v", " ", "\n", " ", "\r", "").Replace(markup.Letters(s))
}

// tidyLine is a line without what cannot be seen; a soft hyphen at its end stays,
// since it tells how the line goes on.
func tidyLine(line string) string {
	line = strings.TrimSpace(line)
	if strings.HasSuffix(line, "\u00ad") {
		return unseen(line) + "\u00ad"
	}
	return unseen(line)
}

// wrappedLines tells whether lines were broken to fit a page, as those of a PDF,
// and how long the longest is: some line ends in the middle of a sentence. The
// paragraphs of Word are one line each, however long.
func wrappedLines(lines []string) (wrapped bool, width int) {
	for i, line := range lines {
		line = strings.TrimSpace(line)
		n := utf8.RuneCountInString(line)
		if n <= maxLine {
			width = max(width, n)
		}
		if i+1 < len(lines) && line != "" && n <= maxLine && !ended(line) {
			next := strings.TrimSpace(lines[i+1])
			if next == "" && lines[i+1] == pageEnd && i+2 < len(lines) {
				next = strings.TrimSpace(lines[i+2])
			}
			item, _ := itemOf(next)
			wrapped = wrapped || item == "" && startsSmall(next)
		}
	}
	return wrapped, width
}

// maxLine is the longest line of letters that a printed page has.
const maxLine = 130

// joins tells whether a line goes on with the one before.
func (p *gatherer) joins(before, line string) bool {
	n := utf8.RuneCountInString(before)
	switch {
	case !p.wrapped || n > maxLine:
		return false
	case startsSmall(line) && !ended(before):
		return true
	case ended(before):
		return n*10 >= p.width*8
	}
	return n*10 >= p.width*6 // a short line without a full stop is a heading
}

// ended tells whether a line ends a sentence.
func ended(line string) bool {
	line = strings.TrimRight(line, " ”\"’')»")
	return line == "" || strings.ContainsRune(".!?:;…", lastRune(line))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// startsSmall tells whether a line begins in the middle of a sentence.
func startsSmall(line string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, "”\"’'(»"))
	return unicode.IsLower(r)
}

// heal puts a line after another. A word that was parted by a hyphen at the line
// end is whole again; the hyphen stays where it belongs to the word, as in
// "IT-avdelning", and in "för- och nackdelar".
func heal(before, line string) string {
	before = strings.TrimRight(before, " ")
	head, soft := strings.CutSuffix(before, "\u00ad")
	if soft {
		return head + line
	}
	head, hyphen := strings.CutSuffix(before, "-")
	if !hyphen {
		if head, hyphen = strings.CutSuffix(before, "\u2010"); !hyphen {
			return before + " " + line
		}
	}
	part := head[strings.LastIndexAny(head, " \u00a0(/–")+1:]
	first, _, _ := strings.Cut(line, " ")
	switch {
	case part == "", strings.HasSuffix(part, "-"):
		return before + " " + line
	case first == "och", first == "eller", first == "samt", first == "respektive", first == "and", first == "or":
		return before + " " + line
	case !startsSmall(line), unicode.IsUpper(lastRune(part)), !unicode.IsLetter(lastRune(part)), utf8.RuneCountInString(part) == 1:
		return head + "-" + line
	}
	return head + line
}

// bullets are what lists of other programs begin a line with; inner ones stand in
// a list that another began. Word's second and third are an o and a square.
const (
	bullets      = "•–—-*·‣◦▪■●○□►➢✓\uf0b7"
	innerBullets = "o◦○▪§■□"
)

// itemOf makes an item of a line with a bullet or a number; empty for others.
// sign is the bullet, when it is one that may stand further in.
func itemOf(line string) (item, sign string) {
	line = strings.TrimLeft(strings.TrimRight(line, " \t"), " \t")
	r, n := utf8.DecodeRuneInString(line)
	rest := line[n:]
	words := strings.TrimLeft(rest, " \t\u00a0")
	space := words != rest && words != ""
	tab := space && strings.HasPrefix(strings.TrimLeft(rest, " \u00a0"), "\t")
	switch {
	case space && strings.ContainsRune(bullets, r), tab && strings.ContainsRune("o§", r):
		if strings.ContainsRune(innerBullets+"•●\uf0b7", r) {
			sign = string(r)
		}
		return "- " + unseen(words), sign
	}
	digits := strings.TrimLeft(line, "0123456789")
	k := len(line) - len(digits)
	if k == 0 && len(line) > 2 && line[0] >= 'a' && line[0] <= 'z' {
		digits, k = line[1:], 1
	}
	if k == 0 || k > 2 || digits == "" || digits[0] != '.' && digits[0] != ')' || digits[0] == '.' && !isDigit(line[0]) {
		return "", ""
	}
	words = strings.TrimLeft(digits[1:], " \t\u00a0")
	if words == digits[1:] || words == "" {
		return "", ""
	}
	return line[:k] + digits[:1] + " " + unseen(words), ""
}
