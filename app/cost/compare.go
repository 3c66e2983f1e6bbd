package cost

import "yttra/app"

// Comparison holds the ways of an estimate against each other on the same terms.
type Comparison struct {
	Ways  []Result // as app.Estimate.View counts them: 0 is the proposal
	Today int      // the way that is today's solution; 0: there is none
	Full  int      // the way that is full scale; 0: there is none
	Tips  []Tip    // between the proposal and each other way
}

// Tip is a point where the proposal and another way cost the same.
type Tip struct {
	Way  int       // the other way
	Line int       // line of the proposal that is changed; -1: it is the years
	Year int       // when Line is -1: the first year after which the proposal has cost less, or more, all together
	Now  app.Money // the line's likely amount a year
	At   app.Money // the amount a year where both cost the same, rounded to whole ören
	More bool      // the proposal is dearer above At, or after Year
}

// Compare sums every way on the same terms: when no horizon is given, it is as long
// as the lines of all ways say.
func Compare(e app.Estimate, limits []app.Threshold, today app.Date) Comparison {
	c := Comparison{Ways: make([]Result, len(e.Alternatives)+1), Today: e.Way(app.Today), Full: e.Way(app.Full)}
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
	return c
}
