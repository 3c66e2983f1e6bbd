package cost

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// 100 000 over three years, at 2,5 % of what is left: 2 500, 1 666,67 and 833,33.
func TestCapitalByHand(t *testing.T) {
	r := Sum(cameras(), nil, today)
	want := []Capital{{}, {kr(100_000), 3333333, kr(2_500)}, {6666667, 3333334, 166667}, {3333333, 3333333, 83333}}
	got := r.Capital(250)
	if !slices.Equal(got, want) || got[2].Sum() != 3500001 {
		t.Errorf("%+v", got)
	}
	for _, rate := range []int{0, -1, 10001} {
		if c := r.Capital(rate); c[1].Interest != 0 || c[1].WriteOff != 3333333 {
			t.Errorf("at %d: %+v", rate, c)
		}
	}
}

// What is left is what was paid before less what was written off before, line by line.
func TestCapitalIsWhatIsLeft(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := anyTerms(t)
		rate := rapid.IntRange(0, 10000).Draw(t, "interest")
		r := Sum(e, nil, today)
		left := new(big.Int)
		off := make([]*big.Int, longest+1)
		for n := range off {
			off[n] = new(big.Int)
		}
		for i, c := range r.Capital(rate) {
			n := i + 1
			interest := whole(new(big.Rat).Mul(new(big.Rat).SetInt(left), big.NewRat(int64(rate), 10000)))
			if !is(c.Rest, left) || !is(c.WriteOff, off[n]) || !is(c.Interest, interest) {
				t.Fatalf("year %d: %+v, left %v, off %v, interest %v", n, c, left, off[n], interest)
			}
			left.Sub(left, off[n])
			for _, l := range e.Lines {
				if l.Lifetime > 0 {
					left.Add(left, ratYear(l, n)[1])
					ratWriteOff(off, ratYear(l, n)[1], n, l.Lifetime)
				}
			}
		}
	})
}
