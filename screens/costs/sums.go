package costs

import (
	"cmp"

	"yttra/app"
	"yttra/i18n"
)

// Sum is one of the docked sums: what it is, how much, and a second line.
type Sum struct {
	Label, Value, Second string
	Warn                 bool // a triangle before the label
}

// Sums are docked under the grid; the first is the big one.
func (m *Model) Sums() []Sum {
	w, r, e := m.words, m.sum, m.estimate()
	kr := func(a app.Money) string { return w.Kronor(int64(nearest(a))) }
	out := []Sum{{Label: w.T("costs.total"), Value: kr(r.Total.Likely)}}
	if r.Total.Low != r.Total.High {
		out[0].Second = w.Amount(int64(nearest(r.Total.Low))) + " – " + kr(r.Total.High)
	} else {
		out[0].Second = w.T("costs.no_range")
	}
	present := Sum{Label: w.T("costs.present"), Value: kr(r.Present), Second: w.T("costs.no_rate")}
	if e.RealRate > 0 {
		present.Second = w.T("costs.rate", i18n.Vars{"Rate": w.Percent(e.RealRate)})
	}
	out = append(out, present)
	if e.Units > 0 {
		unit := cmp.Or(e.UnitName, w.T("costs.unit"))
		out = append(out, Sum{Label: w.T("costs.per", i18n.Vars{"Unit": unit}), Value: kr(r.PerUnit), Second: w.T("costs.shared", i18n.Vars{"N": w.Int(e.Units)})})
	}
	return append(out, Sum{Label: w.T("costs.one_off"), Value: kr(r.OneOff), Second: w.T("costs.running", i18n.Vars{"Sum": kr(r.Running)})})
}

// nearest rounds to whole kronor, halves away from zero; the years and the paper
// have the ören.
func nearest(a app.Money) app.Money {
	half := app.Money(50)
	if a < 0 {
		half = -half
	}
	return (a + half) / 100 * 100
}

// FinancingSum says how it is paid, or that it is not.
func (m *Model) FinancingSum() Sum {
	w, e := m.words, m.estimate()
	if m.way > 0 {
		return m.against()
	}
	if e.Financing != "" {
		return Sum{Label: w.T("costs.term.financing"), Second: e.Financing}
	}
	if total := m.sum.Total.Likely; total > 0 {
		return Sum{Label: w.T("costs.unfinanced"), Value: w.Kronor(int64(nearest(total))), Second: w.T("costs.no_budget"), Warn: true}
	}
	return Sum{Label: w.T("costs.term.financing"), Second: w.T("word.none")}
}

// against holds an alternative against the proposal: what it costs more or less.
func (m *Model) against() Sum {
	w := m.words
	s := Sum{Label: w.T("costs.against", i18n.Vars{"Name": m.Ways()[0]}), Second: w.T("costs.as_much"), Value: w.Kronor(0)}
	switch d := nearest(m.sum.Total.Likely - m.state.Cost.Total.Likely); {
	case d > 0:
		s.Value, s.Second = "+"+w.Kronor(int64(d)), w.T("costs.dearer")
	case d < 0:
		s.Value, s.Second = w.Kronor(int64(d)), w.T("costs.cheaper")
	}
	return s
}

// perMille divides without passing what an amount can hold.
func perMille(a, of app.Money) int {
	for of > 1e15 {
		a, of = a/1000, of/1000
	}
	return int(a * 1000 / of)
}
