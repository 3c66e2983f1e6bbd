package draft

import (
	"strings"
	"unicode/utf8"

	"yttra/app"
)

// paste puts text from elsewhere in the place of a span. Lines that were only
// broken to fit a page run together into paragraphs, empty lines part blocks, and
// lines with a bullet become a list.
func paste(text string, s app.Span, clip string) (string, int) {
	pieces := pieces(clip)
	if len(pieces) == 0 {
		return change(text, s, "")
	}
	if !strings.ContainsAny(strings.Trim(clip, "\r\n"), "\r\n") {
		return change(text, s, tidy(strings.Trim(clip, "\r\n")))
	}
	line := lineAt(text, s.Start)
	prefix := itemPrefix(text[line.Start:line.End])
	first := itemPrefix(pieces[0])
	head := text[line.Start:s.Start]
	with := strings.Join(pieces, gap)
	switch {
	case first == "":
	case prefix != "" && head == prefix:
		s.Start = line.Start // the item's own mark gives way to the first of the list
	case strings.TrimSpace(head) == "":
	case prefix != "":
		with = "\n" + with
	default:
		with = gap + with
	}
	tail := blocksOf(text)[blockAt(blocksOf(text), s.End)]
	last := pieces[len(pieces)-1]
	at := len(with)
	if s.End < tail.End && (listEnds(last) || len(pieces) > 1 && text[s.End] == '\n') {
		with += gap
	}
	out, _ := change(text, s, with)
	return out, s.Start + at
}

// pieces makes blocks of pasted text.
func pieces(clip string) []string {
	var out []string
	block := ""
	end := func() {
		if block != "" {
			out = append(out, block)
		}
		block = ""
	}
	for _, line := range strings.Split(lineEnds.Replace(clip), "\n") {
		line = strings.TrimSpace(tidy(line))
		item := asItem(line)
		switch {
		case line == "":
			end()
		case item != "" && listEnds(block):
			block += "\n" + item
		case item != "":
			end()
			block = item
		case block == "":
			block = line
		default:
			block += " " + line
		}
	}
	end()
	return out
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n", "\f", "\n\n", "\v", "\n")

// tidy drops what cannot be seen and would trouble search and paper: tabs become
// spaces, soft hyphens and byte order marks go, broken UTF-8 is replaced.
func tidy(line string) string {
	return unseen.Replace(strings.ToValidUTF8(line, "\ufffd"))
}

var unseen = strings.NewReplacer("\t", " ", "\u00ad", "", "\ufeff", "", "\u200b", "", "\x00", "", "\n", " ", "\r", " ")

// bullets are what lists of other programs begin a line with.
const bullets = "•–-*·‣◦▪■–"

// asItem makes an item of a line with a bullet or a number; empty for others.
func asItem(line string) string {
	r, n := utf8.DecodeRuneInString(line)
	rest := line[n:]
	if strings.ContainsRune(bullets, r) && (strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "\u00a0")) {
		return "- " + strings.TrimSpace(rest)
	}
	if p := itemPrefix(line); p != "" {
		return line
	}
	return ""
}
