package check

import (
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode"

	"yttra/app"
	"yttra/app/language"
)

// bracket is what may be a field of model wording: "[belopp]". Footnotes and
// links have brackets too.
var bracket = regexp.MustCompile(`\[[^\[\]\n^][^\[\]\n]{0,79}\]`)

// fieldsIn finds the fields of a paragraph that are not filled in. What a writer
// puts into somebody else's words, "[nämnden]", is no field, nor is "[…]".
func fieldsIn(s string) []app.Span {
	if !strings.Contains(s, "[") {
		return nil
	}
	quotes := language.Quotes(s)
	var out []app.Span
	for _, at := range bracket.FindAllStringIndex(s, -1) {
		span := app.Span{Start: at[0], End: at[1]}
		link := strings.HasPrefix(s[at[1]:], "(") || strings.HasPrefix(s[at[1]:], ":")
		if !link && !inside(quotes, span) && strings.ContainsFunc(s[at[0]:at[1]], unicode.IsLetter) {
			out = append(out, span)
		}
	}
	return out
}

// findFields speaks of every field that is left, also where the motion is told.
func findFields(r *run, l *look) []found {
	var out []found
	for i, s := range r.sections {
		if s.role == roleHead || len(l.roles) > 0 && !r.covers(l, i) {
			continue
		}
		for _, p := range s.parts {
			for _, f := range p.fields {
				if p.kind != language.Quote {
					out = append(out, found{place: place(i, p.at, f), words: []string{"{field}", strings.Trim(s.text[p.at+f.Start:p.at+f.End], "[]")}})
				}
			}
		}
	}
	return out
}

// filled leaves out what stands in sentences that are not finished.
func filled(spots []spot) []spot {
	return slices.DeleteFunc(spots, func(s spot) bool { return s.unfilled })
}

// overlaps tells whether one of the spans, which are in order and apart, shares
// a byte with s.
func overlaps(spans []app.Span, s app.Span) bool {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].End > s.Start })
	return i < len(spans) && spans[i].Start < s.End
}
