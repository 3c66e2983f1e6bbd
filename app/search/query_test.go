package search

import (
	"slices"
	"strings"
	"testing"
)

func TestReferencesInAnySpelling(t *testing.T) {
	row := func(refs ...string) string { return Fold(strings.Join(refs, " ")) + Refs(refs) }
	for _, c := range []struct {
		query string
		refs  []string
		want  bool
	}{
		{"KS 2026/00214", []string{"KS 2026/00214"}, true},
		{"ks2026-214", []string{"KS 2026/00214"}, true},
		{"KS2026-214", []string{"KS2026.214"}, true},
		{"ks 2026 214", []string{"KS 2026/00214"}, true},
		{"ks 2026:214", []string{"KS-2026-214"}, true},
		{"2026.214", []string{"KS 2026/00214"}, true},
		{"dnr 2026/214", []string{"KS 2026/00214"}, true},
		{"KS 2026/00214", []string{"KS2026-214"}, true},
		{"KS 2026/00214", []string{"KS 2026/2140"}, false},
		{"ks 2026/214", []string{"BUN 2026/214"}, false},
		{"2026/214", []string{"KS 2025/214"}, false},
		{"2026/214", []string{"KS 2026/1214"}, false},
		{"2026/002", []string{"KS 2026/00214"}, true}, // still typing
		{"2026/2", []string{"KS 2026/00214"}, true},
		{"2026/0", []string{"KS 2026/00214"}, true},
		{"2025/412", []string{"KS 2026/00214", "BUN 2025/00412"}, true},
		{"ks2026", []string{"KS 2026/00214"}, true},
		{"KS202", []string{"KS 2026/00214"}, true},
		{"ks2026", []string{"BUN 2026/00214"}, false},
		{"2026", []string{"KS 2026/00214"}, true},
		{"", []string{"KS 2026/00214"}, true},
	} {
		q, text := Parse(c.query), row(c.refs...)
		got := true
		for _, w := range q.Words {
			got = got && slices.ContainsFunc(w.InRows(), func(s string) bool { return strings.Contains(text, s) })
		}
		if got != c.want {
			t.Errorf("%q in %q: %v (%+v)", c.query, c.refs, got, q.Words)
		}
	}
}

func TestParse(t *testing.T) {
	for in, want := range map[string]string{
		"":                        "",
		"  Kamera   KAMERA skola": "kamera|skola",
		"ÅÄÖ":                     "åäö",
		"a\u030akermark":          "åkermark", // a and a ring, as some systems write å
		"möte 2026-04-15":         "möte|2026-04-15",
		"”bullar” (fika),":        "bullar|fika",
		"KS 2026/00214 motion":    "2026/00214|ks|motion",
		"budget 2026 12 skolor":   "budget|2026|12|skolor",
		"- / .":                   "",
	} {
		var got []string
		for _, w := range Parse(in).Words {
			got = append(got, w.Text)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q is read as %q, want %q", in, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("KS 2026/00214 åäö")
	f.Add("2026-2026-2026/0/1")
	f.Fuzz(func(t *testing.T, s string) {
		for _, w := range Parse(s).Words {
			if w.Text == "" {
				t.Errorf("%q gives an empty word", s)
			}
			Refs([]string{s})
			if len(w.InRows()) == 0 {
				t.Errorf("%q gives a word without words", s)
			}
		}
	})
}
