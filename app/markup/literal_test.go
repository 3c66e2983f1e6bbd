package markup

import (
	"strings"
	"testing"
)

func TestLiteral(t *testing.T) {
	for in, want := range map[string]string{
		"att kommunen ställer ut bänkar": "att kommunen ställer ut bänkar",
		"1. att kommunen":                `1\. att kommunen`,
		"- punkt":                        `\- punkt`,
		"### rubrik":                     `\#\#\# rubrik`,
		"> citat":                        `\> citat`,
		"5 * 6 * 7":                      "5 * 6 * 7",
		"*stjärna* här":                  `\*stjärna\* här`,
		"[a](cost:total)":                `\[a\](cost:total)`,
		"2026 är ett år":                 "2026 är ett år",
		"":                               "",
	} {
		got := Literal(in)
		if got != want {
			t.Errorf("%q is written %q, want %q", in, got, want)
		}
		if read := strings.TrimSuffix(Plain(got), "\n"); read != in {
			t.Errorf("%q is read %q", got, read)
		}
	}
}

func FuzzLiteral(f *testing.F) {
	for _, s := range []string{"1. att", "*a* [b](c)", "a  b", "| a | b |", "[^1]", "---", "10) x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.Join(strings.Fields(strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", ""), "")), " ")
		got := strings.TrimSuffix(Plain(Literal(s)), "\n")
		if strings.ReplaceAll(got, `\`, "") != strings.ReplaceAll(s, `\`, "") {
			t.Errorf("%q comes back as %q (%q)", s, got, Literal(s))
		}
	})
}
