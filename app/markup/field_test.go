package markup

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFields(t *testing.T) {
	for _, c := range []struct {
		name, in, read string
		want           []string // words=name
	}{
		{"none", "Kostar 5 kronor [mer](https://example.org).", "Kostar 5 kronor [mer](https://example.org).", nil},
		{"one", "Kostar [5 kronor](cost:total).", "Kostar 5 kronor.", []string{"5 kronor=total"}},
		{"side by side", "[5](cost:a)[6](cost:b)", "56", []string{"5=a", "6=b"}},
		{"bold", "[**5 kr**](cost:total?kr)", "**5 kr**", []string{"5 kr=total?kr"}},
		{"in a table", "| [5](cost:year/2027) | x |", "| 5 | x |", []string{"5=year/2027"}},
		{"over a line end", "[5\nkronor](cost:total)", "[5\nkronor](cost:total)", nil},
		{"innermost", "[a [5](cost:total) b]", "[a 5 b]", []string{"5=total"}},
		{"escaped", `\[5](cost:total)`, `\[5](cost:total)`, nil},
		{"no words", "[](cost:total) [ ](cost:total)", "[](cost:total) [ ](cost:total)", nil},
		{"only stars", "[**](cost:total)", "[**](cost:total)", nil},
		{"a note's mark", "[^1](cost:total)", "[^1](cost:total)", nil},
		{"no name", "[5](cost:) [6](cost:Å)", "[5](cost:) [6](cost:Å)", nil},
		{"not closed", "[5](cost:total", "[5](cost:total", nil},
		{"over an empty line", "[5\n\n6](cost:total)", "[5\n\n6](cost:total)", nil},
		{"long name", "[5](cost:" + strings.Repeat("a", 81) + ")", "[5](cost:" + strings.Repeat("a", 81) + ")", nil},
		{"far words", "[" + strings.Repeat("a", 300) + "](cost:total)", "[" + strings.Repeat("a", 300) + "](cost:total)", nil},
	} {
		var got []string
		for _, f := range Fields(c.in) {
			got = append(got, c.in[f.Words.Start:f.Words.End]+"="+f.Name)
		}
		r := Read(c.in)
		for i, f := range r.Fields {
			if words := r.Text[f.Words.Start:f.Words.End] + "=" + f.Name; words != c.want[i] || !strings.Contains(r.Text[f.Span.Start:f.Span.End], r.Text[f.Words.Start:f.Words.End]) {
				t.Errorf("%s: reads %q", c.name, words)
			}
		}
		if len(r.Fields) != len(c.want) || !slices.Equal(got, c.want) || Read(c.in).Text != c.read {
			t.Errorf("%s: %q, read %q", c.name, got, Read(c.in).Text)
		}
	}
}

// What is found in the reading is shown, and mended, where it stands in the source.
func TestPlaceInSource(t *testing.T) {
	const in = "Kostar [5 kronor](cost:total), [6 kr](cost:gap)."
	r := Read(in)
	for words, want := range map[string]string{
		"Kostar":                 "Kostar",
		"5 kronor":               "[5 kronor](cost:total)",
		"kronor":                 "kronor",
		"5":                      "5",
		"r 5":                    "r [5 kronor](cost:total)",
		"kronor,":                "[5 kronor](cost:total),",
		"5 kronor, 6":            "[5 kronor](cost:total), [6 kr](cost:gap)",
		", ":                     ", ",
		"Kostar 5 kronor, 6 kr.": in,
		"6 kr":                   "[6 kr](cost:gap)",
		".":                      ".",
	} {
		at := strings.Index(r.Text, words)
		if at < 0 {
			t.Fatalf("%q is not in %q", words, r.Text)
		}
		s := r.Place(Span{at, at + len(words)})
		if got := in[s.Start:s.End]; got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
	if s := r.Place(Span{len(r.Text), len(r.Text)}); s != (Span{len(in), len(in)}) {
		t.Errorf("the end is at %v", s)
	}
	if s := r.Place(Span{7, 7}); s != (Span{7, 7}) {
		t.Errorf("before a field is at %v", s)
	}
}

func TestWithoutField(t *testing.T) {
	const in = "a [**5 kr**](cost:total) b"
	if got := WithoutField(in, Fields(in)[0]); got != "a **5 kr** b" {
		t.Errorf("%q", got)
	}
}

func FuzzFields(f *testing.F) {
	for _, s := range []string{"[5](cost:total)", "[a [5](cost:a)](cost:b)", "](cost:a)[5](cost:", "[*5*](cost:x?kr) [6\n7](cost:y)"} {
		f.Add(s, 0, 3)
	}
	f.Fuzz(func(t *testing.T, text string, a, b int) {
		r, fields := Read(text), Fields(text)
		gone, last := 0, 0
		for _, f := range fields {
			if f.Span.Start < last || f.Words.Start <= f.Span.Start || f.Words.End <= f.Words.Start || f.Span.End <= f.Words.End || f.Span.End > len(text) {
				t.Fatalf("%q: %v", text, f)
			}
			last = f.Span.End
			gone += len("[](cost:)") + len(f.Name)
		}
		if len(r.Text) != len(text)-gone {
			t.Fatalf("%q reads %q", text, r.Text)
		}
		if utf8.ValidString(text) && !utf8.ValidString(r.Text) {
			t.Fatalf("%q reads %q", text, r.Text)
		}
		n := len(r.Text) + 1
		a, b = (a%n+n)%n, (b%n+n)%n
		if a > b {
			a, b = b, a
		}
		s := r.Place(Span{a, b})
		if s.Start < 0 || s.End > len(text) || s.Start > s.End {
			t.Fatalf("%q: %d–%d is at %v", text, a, b, s)
		}
		if a < b && !strings.Contains(Read(text[s.Start:s.End]).Text, r.Text[a:b]) {
			t.Fatalf("%q: %q is at %q", text, r.Text[a:b], text[s.Start:s.End])
		}
	})
}
