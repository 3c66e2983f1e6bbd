package language

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

//go:embed data/abbreviations.txt
var abbreviationList string

// abbreviations tells for each abbreviation, written without its last point,
// whether it may end a sentence; meanings what those in capitals stand for;
// lettered the words after which a capital letter is a name, "alternativ B".
var abbreviations, meanings, lettered = readAbbreviations(abbreviationList)

func readAbbreviations(list string) (points map[string]bool, means map[string]string, letters map[string]bool) {
	points, means, letters = map[string]bool{}, map[string]string{}, map[string]bool{}
	for line := range strings.Lines(list) {
		group, all, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for a := range strings.FieldsSeq(all) {
			if short, long, ok := strings.Cut(a, "="); ok {
				means[short] = long
				continue
			}
			if group == "lettered" {
				letters[a] = true
				continue
			}
			points[a] = group == "ending"
		}
	}
	return points, means, letters
}

// sentences groups the words of t. A sentence ends at a stop that is no part of
// an abbreviation, initial or ordinal, at an empty line, and before a list mark.
func sentences(t *Text) []Sentence {
	var out []Sentence
	s := t.Source
	for first := 0; first < len(t.Words); {
		last := first + 1
		for last < len(t.Words) && !partedBetween(s, t.Words[last-1], t.Words[last], last-1 == first) {
			last++
		}
		span := app.Span{Start: t.Words[first].Span.Start, End: t.Words[last-1].Span.End}
		if first > 0 {
			span.Start = openingQuote(s, t.Words[first-1].Span.End, span.Start)
		} else {
			span.Start = openingQuote(s, 0, span.Start)
		}
		span.End = closing(s, span.End)
		out = append(out, Sentence{span, first, last})
		first = last
	}
	return out
}

// partedBetween reports whether a sentence ends between two neighbouring words.
// opens says that a is the first word of its sentence, as a list's number is.
func partedBetween(s string, a, b Word, opens bool) bool {
	gap := s[a.Span.End:b.Span.Start]
	if gap == " " {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[b.Span.Start:])
	goesOn := unicode.IsLower(next) && strings.TrimSpace(gap) == "" // over a page break
	if !goesOn && newItem(gap) || strings.Contains(gap, "\n") && ItemMark(s[b.Span.Start:]) > 0 {
		return true
	}
	mark := strings.IndexAny(gap, ".?!…")
	if mark < 0 {
		return false
	}
	after := strings.TrimLeft(gap[mark:], ".?!…")
	if !strings.ContainsFunc(after, unicode.IsSpace) {
		return false
	}
	if unicode.IsLower(next) {
		return false
	}
	if gap[mark] != '.' {
		return true
	}
	return mark > 0 || !shortened(s, a, next, opens)
}

// shortened reports whether the point right after word a belongs to it.
func shortened(s string, a Word, next rune, opens bool) bool {
	if opens && allDigits(a.Fold) && len(a.Fold) <= 2 {
		return true // "1. Kommunfullmäktige …"
	}
	if r, n := utf8.DecodeRuneInString(s[a.Span.Start:]); n == a.Span.End-a.Span.Start && unicode.IsUpper(r) {
		_, before, _ := strings.Cut(" "+strings.TrimRight(s[max(0, a.Span.Start-16):a.Span.Start], " \u00a0"), " ")
		return !lettered[Fold(before[strings.LastIndexByte(before, ' ')+1:])] // else an initial
	}
	ends, known := abbreviations[spelled(s, a)]
	return known && (!ends || unicode.IsDigit(next))
}

// spelled gives an abbreviation with its inner points, as in "t.ex": the words
// before a that touch it with nothing but a point between.
func spelled(s string, a Word) string {
	start := a.Span.Start
	for start >= 2 && s[start-1] == '.' {
		r, n := utf8.DecodeLastRuneInString(s[:start-1])
		if !unicode.IsLetter(r) {
			break
		}
		start -= 1 + n
		for start > 0 {
			r, n := utf8.DecodeLastRuneInString(s[:start])
			if !unicode.IsLetter(r) {
				break
			}
			start -= n
		}
	}
	return Fold(s[start:a.Span.End])
}

// newItem reports whether a gap between words holds an empty line or begins a
// list item, table row, heading or quotation.
func newItem(gap string) bool {
	for {
		_, rest, ok := strings.Cut(gap, "\n")
		if !ok {
			return false
		}
		gap = rest
		trimmed := strings.TrimLeft(rest, " \t\r")
		if trimmed == "" {
			continue
		}
		switch r, n := utf8.DecodeRuneInString(trimmed); {
		case r == '\n', r == '|', r == '#', r == '>', r == '•', r == '»':
			return true
		case (r == '-' || r == '–' || r == '*') && strings.HasPrefix(trimmed[n:], " "):
			return true
		}
	}
}

func openingQuote(s string, from, to int) int {
	for to > from {
		r, n := utf8.DecodeLastRuneInString(s[from:to])
		if !strings.ContainsRune("”\"»«(", r) {
			break
		}
		to -= n
	}
	return to
}

// closing takes the stop and closing marks that belong to a sentence.
func closing(s string, at int) int {
	for at < len(s) {
		r, n := utf8.DecodeRuneInString(s[at:])
		if mark := noteMark(s[at:]); mark > 0 {
			n = mark
		} else if !strings.ContainsRune(".?!…:;”\"»)", r) {
			break
		}
		at += n
	}
	return at
}

func allDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
