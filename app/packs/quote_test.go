package packs

import (
	"strings"
	"testing"

	"yttra/app"
)

func TestQuotations(t *testing.T) {
	p, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	long := strings.TrimSpace(strings.Repeat("ord ", longQuote+1))
	for _, c := range []struct {
		kind  app.SourceKind
		words string
		page  int
		want  string
		alone bool
	}{
		{app.MotionSource, "fler bänkar", 2, "”fler bänkar” (motionen, s.\u00a02)", false},
		{app.ReferralSource, " så  snart ”det går” ", 0, "”så snart ’det går’” (remissen)", false},
		{app.LetterSource, "1. att svara", 1, "”1. att svara” (skrivelsen, s.\u00a01)", false},
		{app.PaperSource, long, 3, "> " + long + " (handlingen, s.\u00a03)", true},
		{app.MotionSource, "Första.\n\nAndra *så*.", 0, "> Första.\n\n> Andra \\*så\\*. (motionen)", true},
		{app.MotionSource, " \n ", 1, "", false},
	} {
		got, alone := p.Quote(c.kind, c.words, c.page)
		if got != c.want || alone != c.alone {
			t.Errorf("%q is quoted %q (%v), want %q", c.words, got, alone, c.want)
		}
	}
}
