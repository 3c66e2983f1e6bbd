package costs

import (
	"cmp"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/cost"
	"yttra/i18n"
)

// Sum is one of the docked sums: what it is, how much, and a second line.
type Sum struct {
	Label, Value, Second string
	Warn                 bool  // a triangle before the label
	Ask                  Asked // what its workings answer; the zero value: it has none
	Gives                int   // where there is no room the highest gives way first; 0 never does
}

// Sums are docked under the grid; the first is the big one.
func (m *Model) Sums() []Sum {
	switch m.tab {
	case Spent:
		return m.spentSums()
	case Funding:
		return m.fundingSums()
	case Bought:
		return m.boughtSums()
	}
	return m.lineSums()
}

// kr writes an amount in whole kronor.
func (m *Model) kr(a app.Money) string { return m.words.Kronor(int64(nearest(a))) }

func (m *Model) lineSums() []Sum {
	w, r, e := m.words, m.sum, m.estimate()
	out := []Sum{m.totalSum(r)}
	present := Sum{Label: w.T("costs.present"), Value: m.kr(r.Present), Second: w.T("costs.no_rate"), Ask: Asked{Of: PresentSum}, Gives: 1}
	if e.RealRate > 0 {
		present.Second = w.T("costs.rate", i18n.Vars{"Rate": w.Percent(e.RealRate)})
	}
	if e.Inflation > 0 {
		present.Second += ", " + w.T("costs.inflation", i18n.Vars{"Rate": w.Percent(e.Inflation)})
	}
	out = append(out, present)
	if e.Units > 0 {
		unit := cmp.Or(e.UnitName, w.T("costs.unit"))
		out = append(out, Sum{Label: w.T("costs.per_unit_year", i18n.Vars{"Unit": unit}), Value: m.kr(r.PerUnitYear), Ask: Asked{Of: UnitSum}, Gives: 2,
			Second: w.T("costs.shared", i18n.Vars{"N": w.Int(e.Units), "Sum": m.kr(r.PerUnit)})})
	}
	if paid := m.state.Cost.Sunk.Paid; paid > 0 && m.way == 0 {
		out = append(out, Sum{Label: w.T("costs.table.spent"), Value: m.kr(paid), Second: w.T("costs.not_counted"), Ask: Asked{Of: SunkSum}})
	}
	return append(out, Sum{Label: w.T("costs.one_off"), Value: m.kr(r.OneOff), Second: w.T("costs.running", i18n.Vars{"Sum": m.kr(r.Running)}), Ask: Asked{Of: OneOffSum}, Gives: 3})
}

func (m *Model) totalSum(r cost.Result) Sum {
	s := Sum{Label: m.words.T("costs.total"), Value: m.kr(r.Total.Likely), Second: m.words.T("costs.no_range"), Ask: Asked{Of: TotalSum}}
	if r.Total.Low != r.Total.High {
		s.Second = m.words.Amount(int64(nearest(r.Total.Low))) + " – " + m.kr(r.Total.High)
	}
	return s
}

func (m *Model) spentSums() []Sum {
	w, s := m.words, m.state.Cost.Sunk
	return []Sum{{Label: w.T("costs.table.spent"), Value: m.kr(s.Paid), Second: w.T("costs.not_counted"), Ask: Asked{Of: SunkSum}},
		{Label: w.T("costs.column.back"), Value: m.kr(s.Back), Second: w.T("costs.by_return")},
		{Label: w.T("costs.column.lost"), Value: m.kr(s.Lost()), Second: w.T("costs.whatever")}}
}

func (m *Model) fundingSums() []Sum {
	w, r := m.words, m.state.Cost
	return []Sum{m.totalSum(r), {Label: w.T("costs.given"), Value: m.kr(r.Funding.Given), Second: w.T("costs.in_years", i18n.Vars{"Years": w.N("costs.years", len(r.Years))})},
		{Label: w.T("costs.column.decided"), Value: m.kr(r.Funding.Decided), Second: w.T("costs.in_budget")}}
}

func (m *Model) boughtSums() []Sum {
	w, p := m.words, m.sum.Procurement
	out := []Sum{{Label: w.T("costs.bought_value"), Value: m.kr(p.Value), Second: w.T("costs.without_vat"), Ask: Asked{Of: ValueSum}}}
	if p.Highest != p.Value {
		out = append(out, Sum{Label: w.T("costs.bought_highest"), Value: m.kr(p.Highest), Second: w.T("costs.without_vat")})
	}
	return out
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
	if m.way > 0 && m.tab == Lines {
		return m.against()
	}
	w, r := m.words, m.state.Cost
	said := m.text(Financing)
	switch given := m.size(Funding) > 0; {
	case !given && said != "":
		return Sum{Label: w.T("costs.term.financing"), Second: said}
	case r.Funding.Gap > 0 && given:
		return Sum{Label: w.T("costs.unfinanced"), Value: m.kr(r.Funding.Gap), Second: m.gaps(r.Years), Warn: true}
	case r.Funding.Gap > 0:
		return Sum{Label: w.T("costs.unfinanced"), Value: m.kr(r.Funding.Gap), Second: w.T("costs.no_budget"), Warn: true}
	case given:
		return Sum{Label: w.T("costs.financed"), Value: m.kr(r.Funding.Given), Second: w.T("costs.of_it_decided", i18n.Vars{"Sum": m.kr(r.Funding.Decided)})}
	}
	return Sum{Label: w.T("costs.term.financing"), Second: w.T("word.none")}
}

// gaps says what is missing in which years, those beside each other that miss the
// same together.
func (m *Model) gaps(years []cost.Year) string {
	scale := scaleOf(slices.MaxFunc(years, func(a, b cost.Year) int { return cmp.Compare(a.Gap, b.Gap) }).Gap)
	first := m.state.Matter.Estimate.FirstYear
	var out []string
	for i := 0; i < len(years); {
		j := i
		for j < len(years) && years[j].Gap == years[i].Gap {
			j++
		}
		if years[i].Gap > 0 {
			out = append(out, m.words.T("costs.gap_in", i18n.Vars{"Years": shortYears(yearsText(i+1, j, first)), "Sum": m.number(years[i].Gap, scale)}))
		}
		i = j
	}
	return strings.Join(out, ", ") + " " + m.unitOf(scale)
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
