package intake

import "strings"

const quoteMarks = "\"”“'»«"

// unquoted trims spaces, stops and emphasis off a title, and the quotes round it
// but not quotes round a part of it.
func (f *flow) unquoted(start, end int) (int, int) {
	inner := strings.Trim(f.text[start:end], " \t*_.,:;")
	quotes := 0
	for _, r := range inner {
		if strings.ContainsRune(quoteMarks, r) {
			quotes++
		}
	}
	opens, closes := strings.ContainsRune(quoteMarks, firstRune(inner)), strings.ContainsRune(quoteMarks, lastRune(inner))
	switch {
	case inner == "":
	case opens && closes && quotes <= 2:
		inner = strings.Trim(inner, quoteMarks+" .,")
	case opens && quotes == 1:
		inner = strings.TrimLeft(inner, quoteMarks)
	case closes && quotes == 1:
		inner = strings.TrimRight(inner, quoteMarks)
	}
	start += strings.Index(f.text[start:end], inner)
	return start, start + len(inner)
}

// subjectAt gives the offset in a title of what it is about: after "Motion",
// the movers and "om".
func subjectAt(title string) int {
	low := lowered(title)
	i := 0
	if _, isMotion := afterMotion(title); !isMotion {
		if i = strings.Index(low, "motion"); i < 0 || i > 60 {
			if strings.HasPrefix(low, "om ") {
				return 0
			}
			return aboutWord(title)
		}
	}
	ws := wordsOf(title[i:], 40)
	depth := 0
	for k, w := range ws[1:] {
		switch {
		case aboutWords[w.lower], k == 0 && w.lower == "för":
			if k+2 < len(ws) {
				return i + ws[k+1].end + len(title[i+ws[k+1].end:]) - len(strings.TrimLeft(title[i+ws[k+1].end:], " .:"))
			}
		case depth > 0 && strings.HasPrefix(title[i+w.end:], ":"):
			return len(title) - len(strings.TrimLeft(title[i+w.end:], ": "))
		case w.lower == "av" || w.lower == "från":
			depth++
		case depth == 0 && k > 1:
			return afterMotionWord(title, i)
		}
	}
	return afterMotionWord(title, i)
}

// afterMotionWord gives where the words after "Motion" begin when the title
// begins with it.
func afterMotionWord(title string, i int) int {
	if i > 0 {
		return 0
	}
	rest, ok := afterMotion(title)
	if !ok || rest == "" {
		return 0
	}
	return len(title) - len(rest)
}
