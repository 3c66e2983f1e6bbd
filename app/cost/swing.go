package cost

import (
	"cmp"
	"slices"

	"yttra/app"
)

// Swing is how far one line, or one term, moves the total while all else stays
// likely.
type Swing struct {
	Line int    // index in Estimate.Lines; -1: a term
	Term string // JSON name of the term: real_rate
	Low  app.Money
	High app.Money // the total at its lowest and highest; present value for the rate
}

// Width is the distance between the ends.
func (s Swing) Width() app.Money { return s.High - s.Low }

// RateSwing is how far the real rate is moved each way to see what it does to the
// present value: one and a half percentage points, about the distance between the
// rates that municipalities use. It is not moved below nothing.
const RateSwing = 150

// discount makes the discounts of some terms, unless they are those it made last.
func (s *summer) discount(t Terms) {
	if s.of == t && s.rates[0].up > 0 {
		return
	}
	s.of = t
	s.rates = [3]powers{
		discount(t.RealRate, t.Inflation),
		discount(max(t.RealRate-RateSwing, 0), t.Inflation),
		discount(t.RealRate+RateSwing, t.Inflation),
	}
}

// swings gives what moves the sums, the widest first; lines without a range, and
// a rate that makes no difference, are not among them.
func swings(r *Result, rates *[3]powers) []Swing {
	var out []Swing
	for i := range r.Lines {
		if t := &r.Lines[i].Total; t.High > t.Low {
			rest := r.Total.Likely - t.Likely
			out = append(out, Swing{Line: i, Low: rest + t.Low, High: rest + t.High})
		}
	}
	var lower, higher app.Money
	for i := range r.Years {
		lower += rates[1].present(r.Years[i].Likely, i)
		higher += rates[2].present(r.Years[i].Likely, i)
	}
	if lower != higher {
		out = append(out, Swing{Line: -1, Term: "real_rate", Low: min(lower, higher), High: max(lower, higher)})
	}
	slices.SortStableFunc(out, func(a, b Swing) int { return cmp.Compare(b.Width(), a.Width()) })
	return out
}
