package cost

import "yttra/app"

// Comparison holds the ways of an estimate against each other on the same terms.
type Comparison struct {
	Ways  []Result // as app.Estimate.View counts them: 0 is the proposal
	Today int      // the way that is today's solution; 0: there is none
	Full  int      // the way that is full scale; 0: there is none
	Pilot bool     // the proposal is a trial
	Tips  []Tip    // between the proposal and each way that rivals it
}

// Rivals reports whether a way leads to the same as the proposal, and can be held
// against it: full scale is more than a trial, and no other way to the same.
func (c Comparison) Rivals(way int) bool {
	return way > 0 && way < len(c.Ways) && !(c.Pilot && way == c.Full)
}

// Compare sums every way on the same terms: when no horizon is given, it is as long
// as the lines of all ways say.
func Compare(e app.Estimate, limits []app.Threshold, today app.Date) Comparison {
	c := Comparison{Ways: make([]Result, len(e.Alternatives)+1), Today: e.Way(app.Today), Full: e.Way(app.Full), Pilot: e.Pilot}
	years := lasting(e.Lines)
	for i := range e.Alternatives {
		years = max(years, lasting(e.Alternatives[i].Lines))
	}
	var s summer
	c.Ways[0] = s.sum(&e, years, limits, today)
	for i := range e.Alternatives {
		view := e.View(i + 1)
		c.Ways[i+1] = s.sum(&view, years, limits, today)
	}
	c.tip(e.Lines)
	return c
}

// Difference is how much more one way costs than another; less is below zero. What
// has been paid already is in neither.
type Difference struct {
	Nominal Span      // the ends are when one costs least and the other most
	Present app.Money // of the likely amounts
	PerUnit app.Money // each by its own pupils or places; 0 when one has none
}

// Difference takes way b from way a; nothing when there is no such way.
func (c Comparison) Difference(a, b int) Difference {
	if a < 0 || b < 0 || a >= len(c.Ways) || b >= len(c.Ways) {
		return Difference{}
	}
	x, y := &c.Ways[a], &c.Ways[b]
	d := Difference{
		Nominal: Span{x.Total.Low - y.Total.High, x.Total.Likely - y.Total.Likely, x.Total.High - y.Total.Low},
		Present: x.Present - y.Present,
	}
	if x.Units > 0 && y.Units > 0 {
		d.PerUnit = x.PerUnit - y.PerUnit
	}
	return d
}

// Cumulative is what has been paid up to and with each year, nominal and likely.
func (r *Result) Cumulative() []app.Money {
	out := make([]app.Money, len(r.Years))
	var paid app.Money
	for i := range r.Years {
		paid += r.Years[i].Likely
		out[i] = paid
	}
	return out
}
