package cost

import (
	"cmp"
	"math/big"
	"slices"

	"yttra/app"
)

// Tip is a point where the proposal and another way cost the same.
type Tip struct {
	Way    int       // the other way
	Line   int       // line of the proposal that is changed; -1: it is the years
	Year   int       // when Line is -1: the first year at whose end the proposal has cost less, or more, for good
	Now    app.Money // the line's likely amount a year
	At     app.Money // the amount a year where both cost the same, rounded to whole ören
	Within bool      // At lies in the line's range
	More   bool      // the proposal is dearer above At, or from Year on
}

// tipLines is how many lines of the proposal are held against each other way.
const tipLines = 3

// tip finds where the proposal and each rival cost the same, in nominal money:
// by the years, and by what the lines cost that move it most.
//
// An amount is that of a year at the prices of year 1, without VAT, as the clerk
// thinks of the line: all its years change with it. It is exact but for the last
// rounding; the line's own years are not rounded on the way. Where no amount from
// nothing to the largest makes them equal, there is no point.
func (c *Comparison) tip(lines []app.CostLine) {
	if len(c.Ways) < 2 {
		return
	}
	proposal := &c.Ways[0]
	var levers []lever
	for _, i := range widest(proposal, tipLines) {
		levers = append(levers, leverOf(i, &lines[i], len(proposal.Years)))
	}
	for way := 1; way < len(c.Ways); way++ {
		if !c.Rivals(way) {
			continue
		}
		other := &c.Ways[way]
		if year, more, ok := crossing(proposal.Cumulative(), other.Cumulative()); ok {
			c.Tips = append(c.Tips, Tip{Way: way, Line: -1, Year: year, More: more})
		}
		for i := range levers {
			l := &levers[i]
			rest := proposal.Total.Likely - proposal.Lines[l.line].Total.Likely
			if at, ok := l.at(other.Total.Likely - rest); ok {
				c.Tips = append(c.Tips, Tip{Way: way, Line: l.line, Now: l.now, At: at, More: !l.saving, Within: l.ranged && l.low <= at && at <= l.high})
			}
		}
	}
}

// crossing finds the first year at whose end a has cost less, or more, than b and
// does so to the end, after having cost more, or less; from 1.
func crossing(a, b []app.Money) (year int, more, ok bool) {
	n := len(a) - 1
	last := cmp.Compare(a[n], b[n])
	if last == 0 {
		return 0, false, false
	}
	for n > 0 && cmp.Compare(a[n-1], b[n-1]) == last {
		n--
	}
	for i := range n {
		if cmp.Compare(a[i], b[i]) == -last {
			return n + 1, last > 0, true
		}
	}
	return 0, false, false
}

// widest gives the lines whose range moves the total most, and then the largest of
// those without one.
func widest(r *Result, n int) []int {
	var out []int
	for _, s := range r.Swings {
		if s.Line >= 0 && len(out) < n {
			out = append(out, s.Line)
		}
	}
	for len(out) < n {
		best, most := -1, app.Money(0)
		for i := range r.Lines {
			t := r.Lines[i].Total
			if size := max(t.Likely, -t.Likely); t.Low == t.High && size > most && !slices.Contains(out, i) {
				best, most = i, size
			}
		}
		if best < 0 {
			break
		}
		out = append(out, best)
	}
	return out
}

// lever is a line that is changed to see where two ways cost the same.
type lever struct {
	line           int
	saving, ranged bool
	now, low, high app.Money
	up, down       *big.Int // what an amount of one adds over all years: up ÷ down
}

// leverOf reads a line that has been summed, over a horizon.
func leverOf(i int, l *app.CostLine, years int) lever {
	from, to := yearsOf(l)
	now, _ := amountOf(l.Price, l.Quantity, l.VAT)
	v := lever{line: i, saving: l.Kind == app.CostSaving, now: now.rounded(), up: new(big.Int)}
	if s := spanOf(i, l, now, new(Result)); s.ranged {
		v.ranged, v.low, v.high = true, s.low.rounded(), s.high.rounded()
	}
	to = min(to, years)
	if l.Index == 0 {
		v.up.SetInt64(int64(to - from + 1))
		v.down = big.NewInt(1)
		return v
	}
	grow, whole := big.NewInt(int64(hundred+l.Index)), big.NewInt(hundred)
	grown := power(grow.Uint64(), from-1)
	v.up.Set(grown)
	for range to - from {
		grown.Mul(grown, grow)
		v.up.Mul(v.up, whole).Add(v.up, grown)
	}
	v.down = power(hundred, to-1)
	return v
}

// at is the amount a year that adds a sum over all years.
func (l *lever) at(sum app.Money) (app.Money, bool) {
	if l.saving {
		sum = -sum
	}
	if sum < 0 || l.up.Sign() <= 0 {
		return 0, false
	}
	all := big.NewInt(int64(sum))
	at := quotient(all.Mul(all, l.down), l.up)
	if at.Cmp(big.NewInt(int64(most))) > 0 {
		return 0, false
	}
	return app.Money(at.Int64()), true
}
