package language

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// A phrase is found at the same places whether it is looked for alone or with
// others.
func FuzzFind(f *testing.F) {
	for _, s := range [][2]string{
		{"samtyck*\nnytta * intrång~\ninte * * barn", "Nyttan av intrånget är inte ett enda barns. Samtycke."},
		{"*kostnad~\nkostnad*\nkostnad", "Driftskostnaderna, kostnad och kostnadsfri."},
		{"konsekvensbedömning\nkonsekvensbedömning*\ndpia", "DPIA, konsekvensbedöming och konsekvensbedömmningen."},
		{"a * a * a\na a a\na * b", "a a a a a a a b a. A A"},
		{"§\nkap. * §\n5 000", "5 kap. 35 § 5\u00a0000"},
		{"eller eller\neller", strings.Repeat("eller ", 90)},
		{"för~\ngymnasium~\nregel~\nman~", "för\u00adt gymnasiets reg\u00adler \xff män A\u030a"},
	} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, lines, s string) {
		var phrases []string
		for p := range strings.SplitSeq(lines, "\n") {
			if Valid(p) == nil && len(phrases) < 12 && len(p) < 200 {
				phrases = append(phrases, p)
			}
		}
		set, err := compiled(phrases)
		if err != nil {
			t.Fatal(err)
		}
		text := Read(s)
		all := set.Find(text)
		if !slices.IsSortedFunc(all, func(a, b Hit) int { return a.First - b.First }) {
			t.Fatalf("%v is not in order", all)
		}
		for i, p := range phrases {
			alone, err := compiled([]string{p})
			if err != nil {
				t.Fatal(err)
			}
			var want []Hit
			for _, h := range alone.Find(text) {
				h.Phrase = i
				want = append(want, h)
			}
			got := slices.DeleteFunc(slices.Clone(all), func(h Hit) bool { return h.Phrase != i })
			if !slices.Equal(got, want) {
				t.Fatalf("%q in %q: %v, alone %v", p, s, got, want)
			}
		}
		for _, h := range all {
			st := text.Sentences[h.Sentence]
			if h.First < st.First || h.Last >= st.Last || h.First > h.Last || h.Span.Start < st.Span.Start || h.Span.End > st.Span.End {
				t.Fatalf("hit %+v lies outside its sentence %+v", h, st)
			}
		}
	})
}

// What a sentence denies, asks and reports can be told of any text, and a reported
// span holds whole words of one sentence.
func FuzzDenied(f *testing.F) {
	for _, s := range []string{
		"Varken barn, kön eller ålder har prövats, men det saknas inte.",
		"Utan att ha gjort någon analys av barn som inte hörts; om inte.",
		"Motionären (S) menar, enligt motionen, att barn. De vill inte. Vidare föreslås?",
		"En motion av A (M) om att inte eller barn", "inte inte utan utan ingen, och barn", "barn", "(s) (m) menar", "om", "ut lämnas inte ut",
	} {
		f.Add(s)
	}
	set, err := compiled([]string{"barn*", "kön", "*analys~", "inte", "att", "motion*", "s"})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := Read(s)
		for _, h := range set.Find(text) {
			if denied := text.Denied(h); denied && h.Phrase == 3 {
				t.Fatalf("%q: a phrase of denial is denied", s)
			}
		}
		end := 0
		for _, r := range text.Reported() {
			if r.Start < end || r.End > len(s) || r.Empty() || utf8.ValidString(s) && !utf8.ValidString(text.Of(r)) {
				t.Fatalf("%q: reported %v after %d", s, r, end)
			}
			end = r.End
		}
		for n := range text.Sentences {
			text.Asked(n)
		}
		text.TitlesOthers()
	})
}
