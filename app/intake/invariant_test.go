package intake

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"yttra/app"
	"yttra/app/reading"
)

// checkSpans holds what is true of every proposal: spans lie inside the text,
// inside the file, and a value's words come from its span.
func checkSpans(t *testing.T, text reading.Text, p Proposal) {
	t.Helper()
	check := func(what string, v Field, words bool) {
		s := v.Span
		if s.Start < 0 || s.End < s.Start || s.End > len(text.String) {
			t.Fatalf("%s %q: span %v outside a text of %d bytes", what, v.Value, s, len(text.String))
		}
		if src := text.SourceSpan(s); src.Start < 0 || src.End < src.Start || src.End > text.Source(1<<30) {
			t.Fatalf("%s %q: span %v outside a file of %d bytes", what, v.Value, src, text.Source(1<<30))
		}
		if v.Value == "" {
			return
		}
		if s.Empty() {
			t.Fatalf("%s %q comes from nowhere", what, v.Value)
		}
		if words && !contains(letters(text.String[v.Stem.Start:v.Stem.End]+text.String[s.Start:s.End]), letters(v.Value)) {
			t.Fatalf("%s %q does not come from %q", what, v.Value, text.String[s.Start:s.End])
		}
	}
	check("title", p.Title, true)
	check("subject", p.Subject, true)
	for _, m := range p.Movers {
		check("mover", m.Name, true)
		if m.Party.Value != "" {
			check("party", m.Party, false)
		}
	}
	for _, c := range p.Claims {
		check("claim", c, true)
	}
	for _, r := range p.References {
		check("reference", r, true)
	}
	for _, d := range p.Dates {
		check("date", d.Field, false)
		if !app.Date(d.Value).Valid() {
			t.Fatalf("%q is no day", d.Value)
		}
	}
	check("sender", p.Sender, true)
	check("sender's reference", p.SenderReference, true)
	check("last day", p.Due, false)
	for _, q := range p.Questions {
		check("question", q, true)
	}
	for _, r := range p.Receivers {
		check("receiver", r, true)
	}
	if s := p.KindSpan; s.Start < 0 || s.End < s.Start || s.End > len(text.String) {
		t.Fatalf("kind: span %v outside a text of %d bytes", s, len(text.String))
	}
	if err := p.Matter().Validate(); err != nil {
		t.Fatal(err)
	}
}

// letters folds a string to its letters and digits.
func letters(s string) []rune {
	var out []rune
	for _, r := range norm.NFKC.String(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = append(out, unicode.ToLower(r))
		}
	}
	return out
}

// contains reports whether part is found in whole, in order; page numbers and
// the like may stand between.
func contains(whole, part []rune) bool {
	if strings.Contains(string(whole), string(part)) {
		return true
	}
	i := 0
	for _, r := range whole {
		if i < len(part) && r == part[i] {
			i++
		}
	}
	return i == len(part) && !slices.Equal(part, nil)
}
