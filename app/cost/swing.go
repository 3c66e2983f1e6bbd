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
	type width struct {
		of   app.Money
		line int
	}
	widths := make([]width, 0, len(r.Lines)+1)
	for i := range r.Lines {
		if t := &r.Lines[i].Total; t.High > t.Low {
			widths = append(widths, width{t.High - t.Low, i})
		}
	}
	rate := rateSwing(r, rates)
	if rate.Width() > 0 {
		widths = append(widths, width{rate.Width(), -1})
	}
	slices.SortFunc(widths, func(a, b width) int {
		if a.of != b.of {
			return cmp.Compare(b.of, a.of)
		}
		return a.line - b.line
	})
	out := make([]Swing, len(widths))
	for i, w := range widths {
		out[i] = rate
		if w.line >= 0 {
			t := &r.Lines[w.line].Total
			rest := r.Total.Likely - t.Likely
			out[i] = Swing{Line: w.line, Low: rest + t.Low, High: rest + t.High}
		}
	}
	return out
}

// rateSwing is how far the real rate moves the present value.
func rateSwing(r *Result, rates *[3]powers) Swing {
	var lower, higher app.Money
	for i := range r.Years {
		lower += rates[1].present(r.Years[i].Likely, i)
		higher += rates[2].present(r.Years[i].Likely, i)
	}
	return Swing{Line: -1, Term: "real_rate", Low: min(lower, higher), High: max(lower, higher)}
}
