package search

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Query is what a person typed, ready to look for: all of its words must be found.
type Query struct {
	Words []Word
	Body  string // only matters that this body answers; empty: any
	Kind  string // only matters with this kind of measure
}

// Word is one of them: a part of a word, a case reference, or words in quotation
// marks, which must stand together as they are.
type Word struct {
	Text    string
	Phrase  bool
	Without bool     // it must not be there: it had a minus before it
	refs    []string // ways the reference is written in Refs; nil: not a reference
}

// A reference stands in Refs as ks2026/00214 and refEnd, so that a whole number can
// be told from the beginning of one.
const (
	refBar = "/"
	refEnd = "\x01"
)

// loose is a case reference with spaces between, when it is plainly one: KS 2026 214.
var loose = regexp.MustCompile(`^\s*(?:\p{L}{1,5}\s*)?((?:19|20)\d\d)\s+(\d{1,7})\s*$`)

// between may stand between the parts of a reference, with or without a space.
const between = "/:.-"

// Parse reads a query.
func Parse(s string) Query {
	s = Fold(s)
	var q Query
	for before, phrase, after, ok := cutPhrase(s); ok; before, phrase, after, ok = cutPhrase(s) {
		w := Word{Text: phrase, Phrase: true}
		if rest, minus := strings.CutSuffix(before, "-"); minus && (rest == "" || strings.HasSuffix(rest, " ")) {
			w.Without, before = true, rest
		}
		if phrase != "" {
			q.add(w)
		}
		s = before + " " + after
	}
	for year, number, rest, ok := cutReference(s); ok; year, number, rest, ok = cutReference(s) {
		q.add(Word{Text: year + refBar + number, refs: written(year, number)})
		s = rest
	}
	for _, f := range strings.Fields(s) {
		w := strings.Trim(f, `.,:;/-()"”“`)
		if w != "" && !slices.Contains(labels, w) {
			q.add(Word{Text: w, Without: f[0] == '-' && strings.HasPrefix(f[1:], w)})
		}
	}
	return q
}

// quoted is words between quotation marks of any kind.
var quoted = regexp.MustCompile(`["”“»]([^"”“»«]*)["”“«»]`)

// cutPhrase takes the first words in quotation marks out of a text.
func cutPhrase(s string) (before, phrase, after string, ok bool) {
	at := quoted.FindStringSubmatchIndex(s)
	if at == nil {
		return "", "", "", false
	}
	return s[:at[0]], strings.Join(pieces(s[at[2]:at[3]]), " "), s[at[1]:], true
}

// labels are typed before a reference and are not part of it.
var labels = []string{"dnr", "diarienr", "diarienummer"}

func (q *Query) add(w Word) {
	if !slices.ContainsFunc(q.Words, func(o Word) bool { return o.Text == w.Text && o.Phrase == w.Phrase }) {
		q.Words = append(q.Words, w)
	}
}

// cutReference takes the first case reference out of a folded text: a year and a
// number with any of - / . : between. The number may be cut off: one is still
// typing. Registers have many references, so this is written out by hand.
func cutReference(s string) (year, number, rest string, ok bool) {
	for i := 0; i+4 < len(s); i++ {
		if !isYear(s, i) || isDay(s[i:]) {
			continue
		}
		from := i + 4 + spaces(s[i+4:])
		if from >= len(s) || strings.IndexByte(between, s[from]) < 0 {
			continue
		}
		from += 1 + spaces(s[from+1:])
		if n := digits(s[from:], 7); n > 0 {
			return s[i : i+4], s[from : from+n], s[:i] + " " + s[from+n:], true
		}
	}
	if at := loose.FindStringSubmatchIndex(s); at != nil {
		return s[at[2]:at[3]], s[at[4]:at[5]], s[:at[2]], true
	}
	return "", "", "", false
}

// isYear reports whether a year of four digits begins at a place.
func isYear(s string, i int) bool {
	century := s[i] == '1' && s[i+1] == '9' || s[i] == '2' && s[i+1] == '0'
	return century && digits(s[i:], 4) == 4 && (i == 0 || digits(s[i-1:i], 1) == 0)
}

// isDay reports whether a text begins with a day, 2026-04-15, or most of one.
func isDay(s string) bool {
	return len(s) > 8 && s[4] == '-' && s[7] == '-' && digits(s[5:7], 2) == 2 && digits(s[8:], 1) == 1
}

func spaces(s string) int { return len(s) - len(strings.TrimLeft(s, " \t")) }

func digits(s string, most int) int {
	n := 0
	for n < len(s) && n < most && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

// owner is the letters before the year of a reference: KS.
func owner(s string) string {
	s = strings.TrimRight(s, between+" \t")
	from := len(s)
	for from > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:from])
		if !unicode.IsLetter(r) {
			break
		}
		from -= n
	}
	return s[from:]
}

// Empty reports whether there is nothing to look for.
func (q Query) Empty() bool { return len(q.Words) == 0 && q.Body == "" && q.Kind == "" }

// written is how the reference may stand in Refs. A number with zeros before it is
// either the beginning of one written so, or another way of writing the whole.
func written(year, number string) []string {
	head := year + refBar
	if short := strings.TrimLeft(number, "0"); short != number && short != "" {
		return []string{head + number, head + short + refEnd}
	}
	return []string{head + number}
}

// Refs writes references so that any way of typing one finds it: letters and year
// together, the number as it is written and without zeros.
func Refs(list []string) string {
	var b strings.Builder
	for _, r := range list {
		r = Fold(r)
		year, number, _, ok := cutReference(r)
		if !ok {
			continue
		}
		letters := owner(r[:strings.Index(r, year)])
		for _, n := range slices.Compact([]string{number, strings.TrimLeft(number, "0")}) {
			b.WriteString(" " + letters + year + refBar + n + refEnd)
		}
	}
	return b.String()
}

// InRows gives what to look for in folded rows with their Refs: any one of them. A
// word is found in other forms too.
func (w Word) InRows() []string {
	if w.refs != nil {
		return w.refs
	}
	out := []string{w.Text}
	if parts := pieces(w.Text); !w.Phrase && len(parts) == 1 {
		for _, p := range newSought(parts[0]) {
			if p.inside && !strings.Contains(p.text, w.Text) {
				out = append(out, p.text)
			}
		}
	}
	return out
}
