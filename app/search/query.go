package search

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Query is what a person typed, ready to look for: all of its words must be found.
type Query struct {
	Words []Word
}

// Word is one of them: a part of a word, or a case reference.
type Word struct {
	Text string
	refs []string // ways the reference is written in Refs; nil: not a reference
}

// A reference stands in Refs as ks2026/00214 and refEnd, so that a whole number can
// be told from the beginning of one.
const (
	refBar = "/"
	refEnd = "\x01"
)

// A case reference is a year and a number with any of - / . : between, or a space
// when it is plainly one (KS 2026 214). The number may be cut off: one is still
// typing.
var (
	tight = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)\d\d)\s*[/:.-]\s*(\d{1,7})`)
	loose = regexp.MustCompile(`^\s*(?:\p{L}{1,5}\s*)?()((?:19|20)\d\d)\s+(\d{1,7})\s*$`)
	owner = regexp.MustCompile(`(\p{L}{1,8})[\s./:-]*$`)
	day   = regexp.MustCompile(`^(?:19|20)\d\d-\d\d-\d`)
)

// Fold makes texts comparable: small letters, and å ä ö as one sign each however
// they were typed.
func Fold(s string) string { return strings.ToLower(norm.NFC.String(s)) }

// Parse reads a query.
func Parse(s string) Query {
	s = Fold(s)
	var q Query
	for year, number, rest, ok := cutReference(s); ok; year, number, rest, ok = cutReference(s) {
		q.add(Word{Text: year + refBar + number, refs: wanted(year, number)})
		s = rest
	}
	for _, w := range strings.Fields(s) {
		if w = strings.Trim(w, `.,:;/-()"”`); w != "" && !slices.Contains(labels, w) {
			q.add(Word{Text: w})
		}
	}
	return q
}

// labels are typed before a reference and are not part of it.
var labels = []string{"dnr", "diarienr", "diarienummer"}

func (q *Query) add(w Word) {
	if !slices.ContainsFunc(q.Words, func(o Word) bool { return o.Text == w.Text }) {
		q.Words = append(q.Words, w)
	}
}

// cutReference takes the first case reference out of a folded text.
func cutReference(s string) (year, number, rest string, ok bool) {
	for _, at := range tight.FindAllStringSubmatchIndex(s, -1) {
		if !day.MatchString(s[at[2]:]) {
			return s[at[2]:at[3]], s[at[4]:at[5]], s[:at[2]] + " " + s[at[5]:], true
		}
	}
	if at := loose.FindStringSubmatchIndex(s); at != nil {
		return s[at[4]:at[5]], s[at[6]:at[7]], s[:at[4]], true
	}
	return "", "", "", false
}

// Empty reports whether there is nothing to look for.
func (q Query) Empty() bool { return len(q.Words) == 0 }

// wanted is how the reference may stand in Refs. A number with zeros before it is
// either the beginning of one written so, or another way of writing the whole.
func wanted(year, number string) []string {
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
		letters := ""
		if m := owner.FindStringSubmatch(r[:strings.Index(r, year)]); m != nil {
			letters = m[1]
		}
		for _, n := range slices.Compact([]string{number, strings.TrimLeft(number, "0")}) {
			b.WriteString(" " + letters + year + refBar + n + refEnd)
		}
	}
	return b.String()
}

// InRows gives what to look for in folded rows with their Refs: any one of them.
func (w Word) InRows() []string {
	if w.refs != nil {
		return w.refs
	}
	return []string{w.Text}
}
