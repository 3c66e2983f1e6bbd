package costs

import (
	"yttra/app"
	"yttra/i18n"
)

// KindChart is the picture of the kinds of cost, and which kind each bar is.
type KindChart struct {
	YearChart
	Kinds []app.CostKind
}

// Kinds is the picture of the kinds, all years together.
func (m *Model) Kinds() KindChart {
	e, r := m.estimate(), m.sum
	all := make([]parted, len(r.Kinds))
	for i, k := range r.Kinds {
		all[i] = parted{}
		for _, s := range r.Shares(e, 0, k.Kind) {
			all[i][groupOf(e.Lines[s.Line])] += s.Amount.Likely
		}
	}
	var c KindChart
	chart, at, scale := m.groupChart("costs.per_kind", all)
	c.YearChart, c.Lying = chart, true
	top := -1
	for i, k := range r.Kinds {
		c.Kinds = append(c.Kinds, k.Kind)
		c.Bars = append(c.Bars, bar(m.kind(k.Kind), m.number(k.Total.Likely, scale), m.partsSay(m.kind(k.Kind), k.Total.Likely, all[i]), all[i], k.Total.Likely, at))
		if top < 0 || k.Total.Likely > r.Kinds[top].Total.Likely {
			top = i
		}
	}
	if top >= 0 && r.Kinds[top].Total.Likely > 0 {
		likely := r.Kinds[top].Total.Likely
		c.Says = m.words.T("costs.kinds_say", i18n.Vars{"Kind": m.kind(r.Kinds[top].Kind), "Sum": m.tell(likely, toldIn(likely))})
	}
	return c
}
