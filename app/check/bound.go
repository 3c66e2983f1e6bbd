package check

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/figures"
)

// Figures that are bound to the estimate, and those that could be.

// figures are the amounts of the matter's estimate.
func (r *run) figures() *figures.Set {
	if r.estimate == nil {
		r.estimate = figures.Of(r.matter.Estimate, r.checker.profile.Limits(r.packs.Thresholds), r.doc.Date)
	}
	return r.estimate
}

// isBound tells whether an amount stands in a bound figure.
func (r *run) isBound(p app.Place) bool {
	for _, f := range r.sections[p.Section].reading.Fields {
		if f.Span.Start < p.Span.End && p.Span.Start < f.Span.End {
			return true
		}
	}
	return false
}

// daily are figures that hang on the day, which a paper need not have.
var daily = map[figures.Code]bool{figures.Limit: true, figures.Procedure: true}

// strayed speaks of bound figures in a section whose words are not what they are
// bound to, as in a file that somebody has written in elsewhere. What
// hangs on the day is left alone.
func (r *run) strayed(section int) []found {
	s := r.sections[section]
	var out []found
	for _, f := range s.reading.Fields {
		here := s.text[f.Words.Start:f.Words.End]
		words, why := r.figures().Words(f.Name)
		if key, _, _ := figures.Split(f.Name); why != figures.Found || words == here || daily[figures.Code(key)] {
			continue
		}
		bound, _ := r.figures().Bound(f.Name)
		out = append(out, found{place: place(section, 0, app.Span(f.Span)), mend: []string{bound}, words: []string{"{here}", here, "{there}", words}})
	}
	return out
}

// findBrokenFigures speaks of bound figures that the estimate has no amount for:
// the alternative, line, kind or year is gone.
func findBrokenFigures(r *run, l *look) []found {
	var out []found
	for i, s := range r.sections {
		if len(l.roles) > 0 && !r.covers(l, i) {
			continue
		}
		for _, f := range s.reading.Fields {
			if _, why := r.figures().Words(f.Name); why != figures.Found {
				here := s.text[f.Words.Start:f.Words.End]
				out = append(out, found{place: place(i, 0, app.Span(f.Span)), mend: []string{here}, words: []string{"{here}", here}})
			}
		}
	}
	return out
}

// clearly gives the figure that a written amount must have been meant as: one that
// is near when no other is. What papers usually name is looked at first. Nil: nobody
// can say.
func (r *run) clearly(m app.Money) *figures.Figure {
	all := r.figures().List()
	usual := slices.DeleteFunc(slices.Clone(all), func(f figures.Figure) bool {
		return !slices.Contains(oftenNamed, f.Code) || f.Way > 0 && f.Code != figures.Total
	})
	if f := clearest(usual, m, m/10); f != nil {
		return f
	}
	return clearest(all, m, m/4)
}

// oftenNamed are the sums that papers name: of the proposal, and the total of other
// ways.
var oftenNamed = []figures.Code{figures.Total, figures.First, figures.PerYear, figures.OneOff, figures.Running, figures.Unit, figures.UnitYear,
	figures.OfKind, figures.SunkPaid, figures.Given, figures.Gap, figures.Value}

// clearest is the figure nearest to an amount and no farther than most, unless
// another is nearly as near.
func clearest(all []figures.Figure, m, most app.Money) *figures.Figure {
	var best *figures.Figure
	near, next := app.Money(-1), app.Money(-1)
	for i := range all {
		switch d := max(all[i].Amount-m, m-all[i].Amount); {
		case all[i].Amount <= 0 || all[i].Code == figures.Against:
		case near < 0 || d < near:
			best, near, next = &all[i], d, near
		case d > near && (next < 0 || d < next):
			next = d
		}
	}
	if best == nil || near > most || next >= 0 && next < near+near/2 {
		return nil
	}
	return best
}

// formOf is the form that an amount is written in.
func formOf(written string) app.MoneyForm {
	words := strings.Fields(strings.ToLower(written))
	has := func(start ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool {
			return slices.ContainsFunc(start, func(s string) bool { return strings.HasPrefix(w, s) })
		})
	}
	switch {
	case has("miljon"):
		return app.Millions
	case has("mnkr", "mkr", "msek", "milj"):
		return app.InMillions
	case has("tkr", "tsek", "ksek"):
		return app.InThousands
	case has("kronor", "krona"):
		return app.InKronor
	}
	return app.InKr
}
