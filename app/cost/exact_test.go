package cost

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"yttra/app"
)

// An amount is the fraction, rounded, whatever it is and however near a half.
func TestAmountsAreRoundedRight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := app.CostLine{Price: app.Money(rapid.Int64Range(0, 1e13).Draw(t, "price")), Quantity: app.Quantity(rapid.Int64Range(0, 1e5).Draw(t, "quantity")),
			VAT: rapid.SampledFrom(append([]int{0}, app.VATRates...)).Draw(t, "vat"), Index: rapid.IntRange(leastIndex, mostIndex).Draw(t, "index")}
		if rapid.Bool().Draw(t, "round") { // what makes halves
			l.Price, l.Quantity, l.Index = l.Price%1000, l.Quantity%40*125, l.Index/1000*1000
		}
		n := rapid.IntRange(0, longest-1).Draw(t, "years")
		if l.Index == 0 {
			n = 0
		}
		want := whole(ratAmount(l.Price, l.Quantity, l, n))
		a, ok := amountOf(l.Price, l.Quantity, l.VAT)
		if fits := whole(ratAmount(l.Price, l.Quantity, l, 0)).Cmp(big.NewInt(int64(most))) <= 0; ok != fits {
			t.Fatalf("fits %v, want %v", ok, fits)
		}
		if !ok {
			return
		}
		p := new(indexes).of(l.Index)
		got := a.in(n, p)
		if want.Cmp(big.NewInt(int64(most))) > 0 {
			if got <= most {
				t.Fatalf("%d, want more than can be summed", got)
			}
			return
		}
		if !is(got, want) {
			t.Fatalf("%+v in %d years is %d, want %v", l, n, got, want)
		}
	})
}

// 10 öre that rises by 5 % is ten and a half, which only the slow road can tell;
// most amounts never take it.
func TestHalvesAreTold(t *testing.T) {
	p := new(indexes).of(500)
	for _, c := range []struct {
		price, want app.Money
		n           int
		quick       bool
	}{{10, 11, 1, false}, {30, 32, 1, false}, {9, 9, 1, true}, {1000, 1103, 2, false}, {200, 221, 2, false}, {201, 222, 2, true}, {12345, 12962, 1, true},
		{1e14, 1e14 * 105 / 100, 1, true}, {1e14 + 10, 1e14*105/100 + 11, 1, false}} {
		a, _ := amountOf(c.price, 1000, 0)
		_, quick := p.of[c.n].times(a.whole, a.part)
		if got := a.in(c.n, p); got != c.want || quick != c.quick {
			t.Errorf("%d in %d years is %d, want %d; quickly %v", c.price, c.n, got, c.want, quick)
		}
	}
}

func TestPresentValuesAreRoundedRight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := app.Estimate{RealRate: rapid.IntRange(0, 10000+RateSwing).Draw(t, "rate"), Inflation: rapid.IntRange(0, 10000).Draw(t, "inflation")}
		m := app.Money(rapid.Int64Range(-1e18, 1e18).Draw(t, "amount"))
		if rapid.Bool().Draw(t, "small") {
			m %= 1_000_000
		}
		year := rapid.IntRange(1, longest).Draw(t, "year")
		p := discount(e.RealRate, e.Inflation)
		if got, want := p.present(m, year-1), ratPresent(big.NewInt(int64(m)), e, year, 0); !is(got, want) {
			t.Fatalf("%d in year %d at %d and %d is %d, want %v", m, year, e.RealRate, e.Inflation, got, want)
		}
	})
}

// What a power leaves out is less than two of its last place, and it never is too large.
func TestPowersHoldTheirBound(t *testing.T) {
	for _, f := range [][2]uint64{{10000, 20000}, {1e8, 20150 * 20000}, {1e8, 10001 * 10000}, {20000, 10000}, {5000, 10000}, {10001, 10000}, {9999, 10000}} {
		p := powersOf(f[0], f[1])
		exact := big.NewRat(1, 1)
		for n, s := range p.of {
			place := big.NewRat(1, 1) // 2^(e−64)
			for range max(s.e-64, 64-s.e) {
				place.Mul(place, big.NewRat(1, 2))
			}
			least := new(big.Rat).Mul(place, new(big.Rat).SetInt(new(big.Int).SetUint64(s.m)))
			above := new(big.Rat).Add(least, new(big.Rat).Mul(place, big.NewRat(2, 1)))
			if s.e > 64 || s.m>>63 != 1 || least.Cmp(exact) > 0 || above.Cmp(exact) <= 0 {
				t.Fatalf("(%d/%d)^%d is not at least %s and less than %s", f[0], f[1], n, least.FloatString(25), above.FloatString(25))
			}
			exact.Mul(exact, new(big.Rat).SetFrac(new(big.Int).SetUint64(f[0]), new(big.Int).SetUint64(f[1])))
		}
	}
}

// Lines whose changes share a place in the memory do not get each other's powers.
func TestChangesAreNotMixedUp(t *testing.T) {
	var x indexes
	for _, change := range []int{200, 232, 200, -200, -5000, 10000, 0} {
		p := x.of(change)
		if change == 0 {
			if p != nil {
				t.Error("no change has no powers")
			}
			continue
		}
		if p.up != uint64(10000+change) || p.down != 10000 {
			t.Errorf("%d gives %d/%d", change, p.up, p.down)
		}
	}
}
