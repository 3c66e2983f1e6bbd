package check

import (
	"testing"

	"yttra/app"
	"yttra/app/language"
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

func TestKronorAreGrouped(t *testing.T) {
	for m, want := range map[app.Money]string{app.Kronor(5): "5\u00a0kr", app.Kronor(1250000): "1\u00a0250\u00a0000\u00a0kr", 0: "0\u00a0kr"} {
		if got := inKronor(m); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
