package cost

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"yttra/app"
)

func TestFactorsByHand(t *testing.T) {
	e := cameras()
	r := Sum(e, nil, today)
	f, ok := r.Factors(e, 1, 3)
	want := Factors{Quantity: app.Units(1), Price: kr(12_500), VAT: 25, Index: 200, Power: 2, Amount: Span{832320, kr(10_404), 1248480}}
	if !ok || f != want {
		t.Errorf("got %+v\nwant %+v", f, want)
	}
	if f, ok = r.Factors(e, 2, 4); !ok || !f.Saving || f.Power != 0 || f.Amount.Likely != -kr(5_000) {
		t.Errorf("the saving: %+v", f)
	}
	for _, at := range [][2]int{{-1, 1}, {3, 1}, {0, 0}, {0, 5}, {0, 2}, {2, 1}} {
		if f, ok := r.Factors(e, at[0], at[1]); ok {
			t.Errorf("line %d costs nothing in year %d: %+v", at[0], at[1], f)
		}
	}
	e.Lines[0].Unread = map[string]string{"price": "tolv"}
	r = Sum(e, nil, today)
	if _, ok := r.Factors(e, 0, 1); ok {
		t.Error("a line that cannot be read has no workings")
	}
	if d := r.Discounted(3); d != (Discount{Of: kr(5_404), RealRate: 350, Inflation: 200, Power: 2, Present: 484880}) {
		t.Errorf("year 3: %+v", d)
	}
	if d := r.Discounted(9); d != (Discount{}) {
		t.Errorf("there is no such year: %+v", d)
	}
}

func TestWriteOffsByHand(t *testing.T) {
	e := cameras()
	r := Sum(e, nil, today)
	if w := r.WriteOffs(e, 3); len(w) != 1 || w[0] != (WriteOff{Line: 0, Paid: 1, Outlay: kr(100_000), Lifetime: 3, Part: 2, Amount: 3333334}) {
		t.Errorf("%+v", w)
	}
	if r.WriteOffs(e, 1) != nil || r.WriteOffs(e, 5) != nil {
		t.Error("nothing is written off the year it is paid, nor after the horizon")
	}
	if p := r.Payments(e, 2); len(p) != 2 || p[0].Line != 1 || p[1].Amount.Likely != kr(10_000) {
		t.Errorf("%+v", p)
	}
}

// Whatever is unfolded makes the sum it was unfolded from.
func TestEverySumCanBeUnfolded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := anyTerms(t)
		r := Sum(e, nil, today)
		total := func(shares []Share) (s Span) {
			for _, x := range shares {
				s.add(x.Amount)
			}
			return s
		}
		for n := 0; n <= len(r.Years); n++ {
			y := Year{Span: r.Total, OneOff: r.OneOff, Running: r.Running, Investment: r.Investment}
			if n > 0 {
				y = r.Years[n-1]
			}
			if total(r.Shares(e, n, "")) != y.Span || total(r.OneOffShares(e, n)).Likely != y.OneOff ||
				total(r.RunningShares(e, n)).Likely != y.Running || total(r.Investments(e, n)).Likely != y.Investment {
				t.Fatalf("year %d does not unfold", n)
			}
			for _, k := range r.Kinds {
				cell := k.Total
				if n > 0 {
					cell = k.Years[n-1]
				}
				if total(r.Shares(e, n, k.Kind)) != cell {
					t.Fatalf("%s in year %d does not unfold", k.Kind, n)
				}
			}
			if n == 0 {
				continue
			}
			var off app.Money
			for _, w := range r.WriteOffs(e, n) {
				off += w.Amount
			}
			if d := r.Discounted(n); off != y.Depreciation || total(r.Payments(e, n)).Likely != y.Funded || d.Of != y.Likely || !is(y.Present, whole(new(big.Rat).Quo(rat(d.Of), new(big.Rat).Mul(grown(d.RealRate, d.Power), grown(d.Inflation, d.Power))))) {
				t.Fatalf("year %d: written off %d, %+v", n, off, d)
			}
			for i := range e.Lines {
				unfold(t, e, &r, i, n)
			}
		}
	})
}

// unfold multiplies the factors of an amount.
func unfold(t *rapid.T, e app.Estimate, r *Result, i, n int) {
	f, ok := r.Factors(e, i, n)
	if l := e.Lines[i]; ok != (n >= l.From && n <= l.To) {
		t.Fatalf("line %d in year %d: %v", i, n, ok)
	}
	if !ok {
		return
	}
	a := new(big.Rat).Mul(rat(f.Price), big.NewRat(int64(f.Quantity), 1000))
	a.Mul(a, big.NewRat(100, int64(100+f.VAT)))
	m := whole(a.Mul(a, grown(f.Index, f.Power)))
	if f.Saving {
		m.Neg(m)
	}
	if !is(f.Amount.Likely, m) {
		t.Fatalf("line %d in year %d: %+v, %v", i, n, f, m)
	}
}

func TestNothingUnfoldsOutside(t *testing.T) {
	e := cameras()
	r := Sum(e, nil, today)
	if r.Shares(e, -1, "") != nil || r.Shares(e, 5, "") != nil || len(r.Shares(e, 1, app.CostExit)) != 0 {
		t.Error("there is no such year or kind")
	}
	e.Lines = e.Lines[:1] // what was summed was another estimate
	if got := r.Shares(e, 1, ""); len(got) != 1 {
		t.Errorf("%+v", got)
	}
	if p := r.Payments(e, 9); len(p) != 0 {
		t.Errorf("%+v", p)
	}
}
