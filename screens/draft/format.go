package draft

import (
	"strconv"
	"strings"

	"yttra/app"
)

// Style is what a paragraph can be made.
type Style int

const (
	BulletStyle Style = iota
	NumberStyle
	HeadStyle
	QuoteStyle
)

func (s Style) kind() unitKind {
	return [...]unitKind{bulletUnit, numberUnit, headUnit, quoteUnit}[s]
}

// restyle makes units from..to of a text what a style says, or plain paragraphs
// when all of them are that already. Tables and footnotes stay what they are. at
// follows the caret.
func restyle(text string, units []unit, from, to int, s Style, at int) (string, int) {
	off := true
	for _, u := range units[from : to+1] {
		off = off && (u.kind == s.kind() || u.kind == tableUnit || u.kind == noteUnit)
	}
	var with []string
	caret, into := unitAt(units, at), 0
	for i := from; i <= to; i++ {
		u := units[i]
		mark, words := "", text[u.text.Start:u.text.End]
		switch {
		case u.kind == tableUnit || u.kind == noteUnit:
			mark = u.mark(text)
		case !off:
			mark = s.mark(i - from + 1)
		}
		if s == HeadStyle && mark != "" {
			words = strings.ReplaceAll(words, "\n", " ")
		}
		if i == caret {
			into = len(mark) + max(0, at-u.text.Start)
		}
		with = append(with, mark+words)
	}
	if !off && s == NumberStyle && from > 0 && units[from-1].kind == numberUnit && units[from-1].level == 0 {
		with[0] = nextPrefix(units[from-1].mark(text)) + strings.TrimPrefix(with[0], s.mark(1))
	}
	out, starts := splice(text, units, from, to, with...)
	if caret < from || caret > to {
		return out, starts[0]
	}
	return renumber(out, starts[0]), starts[caret-from] + into
}

func (s Style) mark(n int) string {
	switch s {
	case BulletStyle:
		return "- "
	case HeadStyle:
		return "### "
	case QuoteStyle:
		return "> "
	}
	mark := "1. "
	for ; n > 1; n-- {
		mark = nextPrefix(mark)
	}
	return mark
}

// insertNote puts the mark of a new footnote at an offset and its empty text last
// in the section, where the caret goes.
func insertNote(text string, at int) (string, int) {
	n := 0
	for _, u := range unitsOf(text) {
		if u.kind == noteUnit {
			n = max(n, atoi(u.sign))
		}
	}
	label := strconv.Itoa(n + 1)
	text, _ = change(text, app.Span{Start: at, End: at}, "[^"+label+"]")
	text = strings.TrimRight(text, "\n") + gap + "[^" + label + "]: "
	return text, len(text)
}

// noteBefore is the footnote mark that ends at an offset: its start and its
// label; ok is false when there is none that is defined.
func noteBefore(text string, at int) (start int, label string, ok bool) {
	if at == 0 || text[at-1] != ']' {
		return 0, "", false
	}
	start = strings.LastIndex(text[:at], "[^")
	if start < 0 {
		return 0, "", false
	}
	label = text[start+2 : at-1]
	if strings.ContainsAny(label, "[]\n ") || noteUnitOf(unitsOf(text), label) < 0 {
		return 0, "", false
	}
	return start, label, true
}

// noteUnitOf finds the footnote with a label; -1 when there is none.
func noteUnitOf(units []unit, label string) int {
	for i, u := range units {
		if u.kind == noteUnit && u.sign == label {
			return i
		}
	}
	return -1
}

// removeNote takes a mark away, and the footnote when nothing else refers to it.
func removeNote(text string, start int, label string) (string, int) {
	mark := "[^" + label + "]"
	text, _ = change(text, app.Span{Start: start, End: start + len(mark)}, "")
	units := unitsOf(text)
	i := noteUnitOf(units, label)
	if i < 0 || strings.Count(text, mark) > 1 {
		return text, start
	}
	text, _ = splice(text, units, i, i)
	return text, min(start, len(text))
}
