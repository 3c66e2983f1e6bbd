package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app/language"
)

// findAbbreviations speaks of capital abbreviations that are not explained where
// they are first used: "Integritetsskyddsmyndigheten (IMY)" or "IMY
// (Integritetsskyddsmyndigheten)". The phrases are those that need none.
func findAbbreviations(r *run, l *look) []found {
	seen := map[string]bool{}
	for _, known := range l.texts {
		seen[known] = true
	}
	var out []found
	for i, s := range r.sections {
		if !r.covers(l, i) {
			continue
		}
		for _, p := range s.parts {
			if p.kind == language.Heading || p.kind == language.TableRow {
				continue
			}
			for _, n := range p.capitals {
				base := abbreviationIn(p.text.Of(p.text.Words[n].Span))
				if seen[base] || caseReference(p.text, n) {
					continue
				}
				seen[base] = true
				if !explained(p.text, n) {
					span := p.text.Words[n].Span
					span.End = span.Start + len(base)
					out = append(out, found{place: place(i, p.at, span), words: []string{"{words}", base}})
				}
			}
		}
	}
	return out
}

// capitalWords finds the words of a paragraph that are abbreviations in capital
// letters; none in a paragraph that is mostly capitals.
func capitalWords(t *language.Text) []int {
	var out []int
	for n, w := range t.Words {
		if abbreviationIn(t.Of(w.Span)) != "" {
			out = append(out, n)
		}
	}
	if 2*len(out) > len(t.Words) && len(t.Words) > 2 {
		return nil
	}
	return out
}

// abbreviationIn gives "PUB" of "PUB-avtal" and "IMY" of "IMY:s"; empty when the
// word is none. Roman numerals are numbers.
func abbreviationIn(word string) string {
	base := word
	if i := strings.IndexAny(word, ":-"); i > 0 {
		base = word[:i]
	}
	n := 0
	for _, r := range base {
		if !unicode.IsUpper(r) {
			return ""
		}
		n++
	}
	if n < 2 || n > 6 || strings.Trim(base, "IVX") == "" {
		return ""
	}
	return base
}

// caseReference tells whether the word belongs to a reference: "KS 2026/0123".
func caseReference(t *language.Text, n int) bool {
	if n+1 >= len(t.Words) {
		return false
	}
	next := t.Words[n+1].Fold
	return len(next) >= 4 && strings.HasPrefix(next, "20") || strings.HasPrefix(next, "19") && len(next) >= 4
}

// explained tells whether the abbreviation stands in parentheses after its
// words, or its words in parentheses or after a comma beside it.
func explained(t *language.Text, n int) bool {
	span := t.Words[n].Span
	before, after := t.Source[:span.Start], t.Source[span.End:]
	if strings.HasSuffix(before, "(") && n > 0 {
		return true
	}
	if rest, ok := strings.CutPrefix(strings.TrimLeft(after, " \u00a0"), "("); ok {
		inside, _, closed := strings.Cut(rest, ")")
		return closed && slices.ContainsFunc(strings.Fields(inside), func(w string) bool { return utf8.RuneCountInString(w) > 6 })
	}
	if n == 0 || !strings.HasSuffix(strings.TrimRight(before, " \u00a0"), ",") {
		return false
	}
	a, _ := utf8.DecodeRuneInString(t.Words[n-1].Fold)
	b, _ := utf8.DecodeRuneInString(t.Words[n].Fold)
	return a == b
}
