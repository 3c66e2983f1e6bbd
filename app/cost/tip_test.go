package cost

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"yttra/app"
)

// The break-even year and the amounts at which two ways cost the same, by trying.
func TestTipsAreThoseOfFractions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := anyTerms(t)
		for i := range rapid.IntRange(1, 3).Draw(t, "ways") {
			e.Alternatives = append(e.Alternatives, app.Alternative{Name: fmt.Sprint(i), Lines: anyWay(t, e.Years, "other lines")})
		}
		c := Compare(e, nil, today)
		for way := 1; way < len(c.Ways); way++ {
			holdCrossing(t, e, c, way)
			holdPoints(t, e, c, way)
		}
	})
}

func holdCrossing(t *rapid.T, e app.Estimate, c Comparison, way int) {
	var signs []int // of proposal minus the other, by year
	ahead := new(big.Int)
	for n := 1; n <= e.Years; n++ {
		for _, l := range e.Lines {
			ahead.Add(ahead, ratYear(l, n)[1])
		}
		for _, l := range e.Alternatives[way-1].Lines {
			ahead.Sub(ahead, ratYear(l, n)[1])
		}
		signs = append(signs, ahead.Sign())
	}
	last, year := signs[len(signs)-1], 0
	for n := len(signs); n >= 1 && last != 0 && signs[n-1] == last; n-- {
		year = n
	}
	if last == 0 || !slices.Contains(signs[:max(year-1, 0)], -last) {
		year = 0
	}
	at := slices.IndexFunc(c.Tips, func(x Tip) bool { return x.Way == way && x.Line == -1 })
	switch {
	case (at >= 0) != (year > 0):
		t.Fatalf("way %d: tips %+v, signs %v", way, c.Tips, signs)
	case at >= 0 && (c.Tips[at].Year != year || c.Tips[at].More != (last > 0)):
		t.Fatalf("way %d: %+v, signs %v", way, c.Tips[at], signs)
	}
}

func holdPoints(t *rapid.T, e app.Estimate, c Comparison, way int) {
	found := map[int]Tip{}
	for _, x := range c.Tips {
		if x.Way == way && x.Line >= 0 {
			found[x.Line] = x
		}
	}
	cost := func(lines []app.CostLine) (out []*big.Int) {
		for _, l := range lines {
			total := new(big.Int)
			for n := 1; n <= e.Years; n++ {
				total.Add(total, ratYear(l, n)[1])
			}
			out = append(out, total)
		}
		return out
	}
	own, others := cost(e.Lines), cost(e.Alternatives[way-1].Lines)
	points := 0
	for i, l := range e.Lines {
		// total of the other = the rest of the proposal ± at × sum of powers
		sum, powers := new(big.Rat), new(big.Rat)
		for _, o := range others {
			sum.Add(sum, new(big.Rat).SetInt(o))
		}
		for j, o := range own {
			if j != i {
				sum.Sub(sum, new(big.Rat).SetInt(o))
			}
		}
		for n := l.From; n <= min(l.To, e.Years); n++ {
			powers.Add(powers, grown(l.Index, n-1))
		}
		if l.Kind == app.CostSaving {
			sum.Neg(sum)
		}
		want := whole(new(big.Rat).Quo(sum, powers))
		possible := sum.Sign() >= 0 && want.Cmp(big.NewInt(int64(most))) <= 0
		x, ok := found[i]
		if possible && c.Ways[0].Lines[i].Total.Likely != 0 {
			points++
		}
		if !ok {
			continue
		}
		now := whole(ratAmount(l.Price, l.Quantity, l, 0))
		if !possible || !is(x.At, want) || !is(x.Now, now) || x.More != (l.Kind != app.CostSaving) {
			t.Fatalf("line %d: %+v, want %v, now %v", i, x, want, now)
		}
	}
	if len(found) > tipLines || len(found) == 0 && points == len(e.Lines) && points > 0 {
		t.Fatalf("way %d: %d points of %d possible", way, len(found), points)
	}
}
