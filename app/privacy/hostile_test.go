package privacy

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// 28 pages: no paragraph is like another, and some hold personal data.
func pages() []string {
	var out []string
	for i := range 250 {
		out = append(out, fmt.Sprintf("Under läsåret %d registrerades %d händelser vid Lindskolan enligt rektors sammanställning. "+
			"Kamerorna vid entrén bedöms inte minska antalet obehöriga besök – dörrarna öppnas med taggar. "+
			"Förvaltningen och Anna Testsson (S) har övervägt belysning på Storgatan %d, t.ex. i korridor %d, men barn och elever har inte hörts.", 2000+i, i*31, i%90+1, i))
	}
	return out
}

func BenchmarkRead28Pages(b *testing.B) {
	paragraphs := pages()
	bytes := 0
	for b.Loop() {
		bytes = 0
		parts := make([]Part, len(paragraphs))
		for i, p := range paragraphs {
			parts[i] = Part{Reading: Read(p)}
			bytes += len(p)
		}
		Settle(parts, &Known{})
	}
	b.ReportMetric(float64(bytes), "bytes")
}

// Half a megabyte of anything is read in a blink; what grows with the square of
// its length would take minutes.
func TestHostileParagraphs(t *testing.T) {
	for _, unit := range []string{"1", "1 ", "12 ", "850101-", "850101-1234 ", "0701234567 ", "08-12 ", "@", "a@", "a@b.se ", "Anna ", "Anna Ek ", "Eleven Elias Ek ", "elev ",
		"två elever i klass 7B ", "Anna Ek autism ", "skyddad identitet ", "född ", "född 2012-03-04 Anna Ek ", "a", "A", "å", "\u00ad", "\u0308", "a\u0308", "a:", "1.", "::", "ab:",
		"ABC123 ", "Backa 1:2 ", "Storgatan 1 ", "123 45 ", "Anna Ek (S) och ", "von ", "Anna von ", "- ", "\n", "”", "1-", "A.", "rektor "} {
		text := strings.Repeat(unit, 512<<10/len(unit))
		begin := time.Now()
		find(text, &Known{})
		if took := time.Since(begin); took > 4*time.Second {
			t.Errorf("%q took %s", unit, took)
		} else if took > 400*time.Millisecond {
			t.Logf("%q: %s", unit, took.Round(time.Millisecond))
		}
	}
}

// valid fails when a hit does not lie on whole letters of the text, or two
// readings differ.
func valid(t *testing.T, text string, hits []Hit) {
	t.Helper()
	last := 0
	for _, h := range hits {
		if h.Span.Start < 0 || h.Span.End > len(text) || h.Span.Empty() || h.Span.Start < last {
			t.Fatalf("%s at %v of %d bytes in %q", h.Kind, h.Span, len(text), text)
		}
		last = h.Span.Start
		if utf8.ValidString(text) && !utf8.ValidString(text[h.Span.Start:h.Span.End]) {
			t.Fatalf("%s at %v cuts a letter of %q", h.Kind, h.Span, text)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"Eleven Elias Berg, 18900101-9802, i klass 4B.", "9\u00ad00101–9802", "Lina Ek har skyddad identitet och autism, född 3/4 2012.",
		"A\u030asa Ek, Storgatan 12 B, 123 45 Lillby, 070-123 45 67, a@b.se", "Två elever i 7B. 192.168.1.1 ABC123 Backa 1:2", "\xff\xfe１２"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		known := &Known{}
		hits := find(s, known)
		valid(t, s, hits)
		if again := find(s, known); said(s, again) != said(s, hits) {
			t.Fatalf("read twice: %q and %q", said(s, hits), said(s, again))
		}
	})
}

func FuzzNormalise(f *testing.F) {
	for _, s := range []string{"abc", "å\u00ad１–２\u00a0", "a\u030a\u0301", "\xff*\\"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p := normalise(s)
		if len(p.text) > 0 {
			if all := p.span(0, len(p.text)); all.Start < 0 || all.End > len(s) || all.Empty() {
				t.Fatalf("all of %q lies at %v", s, all)
			}
		}
		for i := range len(p.text) {
			if one := p.span(i, i+1); one.Start < 0 || one.End > len(s) || one.Empty() {
				t.Fatalf("byte %d of %q lies at %v", i, s, one)
			}
		}
		if utf8.ValidString(s) {
			if twice := normalise(p.text); twice.text != p.text && !strings.ContainsAny(s, "\u030a\u0308\u0301") {
				t.Fatalf("%q is made %q and then %q", s, p.text, twice.text)
			}
		}
	})
}

func FuzzMask(f *testing.F) {
	for _, s := range []string{"Eleven Elias Bergs mamma. Elias Berg i 4B.", "Ring 070-123 45 67, Göran Testsson.", "[elev A] Elias, 9 år"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		hits := find(s, &Known{})
		once := mask(s, hits)
		if once != mask(s, hits) {
			t.Fatalf("%q is masked in two ways", s)
		}
		if twice := mask(once, find(once, &Known{})); strings.Count(twice, "[elev ") < strings.Count(once, "[elev ") || strings.Count(twice, "[personnummer ") < strings.Count(once, "[personnummer ") {
			t.Fatalf("a mask is masked: %q and then %q", once, twice)
		}
		for _, h := range hits {
			if h.Kind == Personnummer && strings.Contains(once, s[h.Span.Start:h.Span.End]) && strings.Count(s, s[h.Span.Start:h.Span.End]) == 1 {
				t.Fatalf("%q is left in %q", s[h.Span.Start:h.Span.End], once)
			}
		}
	})
}
