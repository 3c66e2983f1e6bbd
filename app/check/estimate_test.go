package check

import (
	"testing"

	"yttra/app"
	"yttra/app/language"
	"yttra/app/markup"
)

func TestAmountsAgreeAsFarAsTheyAreWritten(t *testing.T) {
	for _, c := range []struct {
		written string
		kronor  int64
		want    bool
	}{
		{"2,4 miljoner kronor", 2_400_000, true},
		{"2,4 mnkr", 2_449_000, true},
		{"2,4 mnkr", 2_460_000, false},
		{"2 400 000 kronor", 2_400_000, true},
		{"2 400 000 kronor", 2_445_000, true},
		{"2 412 500 kronor", 2_412_000, false},
		{"1 miljon kronor", 1_090_000, true}, // a tenth of itself, not half a million
		{"1 miljon kronor", 1_200_000, false},
		{"35 000 kr", 35_400, true},
		{"35 000 kr", 53_000, false},
		{"120 tkr", 120_000, true},
	} {
		as := language.Amounts(c.written)
		if len(as) != 1 {
			t.Fatalf("%s: %d amounts", c.written, len(as))
		}
		if _, got := agrees(as[0], c.written, []app.Money{app.Kronor(5), app.Kronor(c.kronor)}); got != c.want {
			t.Errorf("%s and %d: %v", c.written, c.kronor, got)
		}
	}
	if _, ok := agrees(language.Amount{Money: 100}, "1 kr", nil); ok {
		t.Error("agrees with nothing")
	}
}

func TestKnownAmountsOfAnEstimate(t *testing.T) {
	m := opinion("economy: x")
	m.Estimate = app.Estimate{Years: 3, Units: 10, Lines: []app.CostLine{
		{Kind: app.CostPurchase, What: "Bänkar", Quantity: app.Units(4), Price: app.Kronor(5000), From: 1},
		{Kind: app.CostOperation, What: "Drift", Quantity: app.Units(1), Price: app.Kronor(1000), From: 1, To: 3}},
		Alternatives: []app.Alternative{{Name: "Stolar", Lines: []app.CostLine{{Kind: app.CostPurchase, Quantity: app.Units(1), Price: app.Kronor(700), From: 1}}}}}
	known := map[app.Money]bool{}
	m.Estimate.Financing = "Ur nämndens ram, 12 000 kronor."
	amounts, single := compiled(t).newRun(m, &m.Documents[0]).knownAmounts()
	for _, k := range amounts {
		known[k] = true
	}
	for _, kronor := range []int64{5000, 20000, 1000, 3000, 23000, 21000, 700, 22300, 2300, 12000} {
		if !known[app.Kronor(kronor)] {
			t.Errorf("%d kronor is not known", kronor)
		}
	}
	if known[app.Kronor(9999)] || known[0] || len(single) == 0 {
		t.Error("an amount from nowhere is known")
	}
}

func TestThreeLinesMakeAnAmount(t *testing.T) {
	single := []app.Money{100, 250, 400, 1000}
	for m, want := range map[app.Money]bool{750: true, 1350: true, 1650: true, 1500: true, 700: false, 300: false, 0: false} {
		if got := threeMake(m, single); got != want {
			t.Errorf("%d: %v", m, got)
		}
	}
	if threeMake(100, nil) {
		t.Error("nothing makes an amount")
	}
}

// counted is an opinion over an estimate with every kind of sum.
func counted(economy string) *app.Matter {
	m := opinion("economy: x")
	m.Documents[0].Sections[m.Documents[0].Section("economy")].Text = economy
	m.Estimate = app.Estimate{Years: 3, FirstYear: 2027, Units: 10, Name: "Armband",
		Lines: []app.CostLine{{Kind: app.CostPurchase, What: "Armband", Quantity: app.Units(1), Price: app.Kronor(900_000), From: 1},
			{Kind: app.CostLicences, What: "Licens", Quantity: app.Units(1), Price: app.Kronor(100_000), From: 1, To: 3, Index: 300}},
		Alternatives: []app.Alternative{{Name: "Som i dag", Role: app.Today, Lines: []app.CostLine{{Kind: app.CostOperation, What: "Drift", Quantity: app.Units(1), Price: app.Kronor(50_000), From: 1, To: 3}}},
			{Name: "Alla", Role: app.Full, Units: 100, Lines: []app.CostLine{{Kind: app.CostPurchase, What: "Alla", Quantity: app.Units(1), Price: app.Kronor(8_000_000), From: 1}}}},
		Spent:   []app.Spent{{What: "Provköp", Amount: app.Kronor(35_000), Back: app.Kronor(4_000)}},
		Funding: []app.Funding{{Who: "Nämnden", From: 1, To: 3, Amount: app.Kronor(77_000)}}}
	return m
}

func speaking(t *testing.T, m *app.Matter, id string) []app.Finding {
	t.Helper()
	var out []app.Finding
	for _, f := range compiled(t).Run(m, 0).Findings {
		if f.Rule() == id {
			out = append(out, f)
		}
	}
	return out
}

// Every sum that the estimate gives may be written, and is.
func TestEverySumMayBeWritten(t *testing.T) {
	for _, amount := range []string{
		"1 209 090 kronor", "1,2 mnkr", // in all, with the index
		"103 000 kronor", "106 090 kronor", // years of a line with an index
		"150 000 kronor", "1 059 090 kronor", // today's, and the difference
		"8 miljoner kronor", "6 790 910 kronor", // full scale
		"120 909 kronor", "40 303 kronor", // for each, and year
		"35 000 kronor", "31 000 kronor", // spent
		"77 000 kronor", "231 000 kronor", "978 090 kronor", // given, and lacking
	} {
		m := counted("Det kostar " + amount + ".")
		if fs := speaking(t, m, "FORM-BEL-02"); len(fs) > 0 {
			t.Errorf("%s: %s", amount, fs[0].Why)
		}
	}
}

func TestAnAmountIsMendedWithAFigureThatIsNearAndClear(t *testing.T) {
	for _, c := range []struct{ written, mend string }{
		{"1,4 mnkr", "[1,2\u00a0mnkr](cost:total?mnkr)"},
		{"7,9 miljoner kronor", "[8,0\u00a0miljoner\u00a0kronor](cost:way/full/total?million)"},
		{"36 000 kr", "[35\u00a0000\u00a0kr](cost:sunk?kr)"},
		{"7,5 miljoner kronor", "[8,0\u00a0miljoner\u00a0kronor](cost:way/full/total?million)"}, // the difference is almost as near, but nobody names it
		{"555 555 kronor", ""},
	} {
		m := counted("Det kostar " + c.written + " enligt beräkningen.")
		fs := speaking(t, m, "FORM-BEL-02")
		if len(fs) != 1 || fs[0].Quote != c.written || fs[0].Mend != c.mend {
			t.Errorf("%s: %+v", c.written, fs)
		}
	}
}

func TestABoundFigureIsHeldToWhatItIsBoundTo(t *testing.T) {
	m := counted("Det kostar [1\u00a0209\u00a0090\u00a0kronor](cost:total), [ett belopp](cost:unit) per elev och [9 kr](cost:way/4/total) annars.")
	fs := speaking(t, m, "FORM-BEL-02")
	text := m.Documents[0].Sections[m.Documents[0].Section("economy")].Text
	if len(fs) != 1 || fs[0].Quote != "ett belopp" || fs[0].Mend != "[120\u00a0909\u00a0kronor](cost:unit)" ||
		text[fs[0].Place.Span.Start:fs[0].Place.Span.End] != "[ett belopp](cost:unit)" {
		t.Errorf("%+v", fs)
	}
	fs = speaking(t, m, "FORM-BEL-04")
	if len(fs) != 1 || fs[0].Quote != "9 kr" || fs[0].Mend != "9 kr" || text[fs[0].Place.Span.Start:fs[0].Place.Span.End] != "[9 kr](cost:way/4/total)" {
		t.Errorf("%+v", fs)
	}
}

// All that is said of a text with bound figures is what is said of the same text
// without, in the same words.
func TestOnlyTheWordsOfAFigureAreRead(t *testing.T) {
	const text = "Nämnden tar del av [1\u00a0209\u00a0090\u00a0kronor](cost:total), så att det det blir klrat. Kostnaden är **[1,2\u00a0mnkr](cost:total?mnkr)** i.o.m. köpet."
	bound, plain := counted(text), counted(markup.Read(text).Text)
	a, b := compiled(t).Run(bound, 0), compiled(t).Run(plain, 0)
	if len(a.Findings) != len(b.Findings) || len(a.Findings) < 2 || a.Words != b.Words || a.LIX != b.LIX {
		t.Fatalf("%d findings and %d, %d words and %d", len(a.Findings), len(b.Findings), a.Words, b.Words)
	}
	source := bound.Documents[0].Sections
	for i, f := range a.Findings {
		g := b.Findings[i]
		if f.ID != g.ID || f.Quote != g.Quote || f.Sentence != g.Sentence {
			t.Errorf("%s %q, and %s %q", f.ID, f.Quote, g.ID, g.Quote)
		}
		if f.Place.Section >= 0 && f.Quote != "" && markup.Read(source[f.Place.Section].Text[f.Place.Span.Start:f.Place.Span.End]).Text != f.Quote {
			t.Errorf("%s: %q is not at its place", f.ID, f.Quote)
		}
	}
	for i, c := range a.Criteria {
		if d := b.Criteria[i]; c.State != d.State || len(c.Evidence) != len(d.Evidence) {
			t.Errorf("%s: %s, and %s", c.ID, c.State, d.State)
		}
	}
}
