package costs

import (
	"math/big"
	"strconv"

	"yttra/app"
	"yttra/app/cost"
	"yttra/i18n"
)

// mostTips is how many lines are told for each way, those that matter most.
const mostTips = 2

// compareSays tells what the table leads to: where two ways cost the same, what a
// pilot says of full scale, and what has been spent whatever is decided.
func (m *Model) compareSays() []string {
	var out []string
	w, c := m.words, m.state.Compared
	told := map[int]int{} // lines of each way
	for _, t := range c.Tips {
		if t.Line >= 0 && told[t.Way] == mostTips {
			continue
		}
		if s := m.tipSays(t); s != "" {
			out = append(out, s)
			told[t.Way] += map[bool]int{true: 1}[t.Line >= 0]
		}
	}
	if c.Today == 0 {
		out = append(out, w.T("costs.compare.no_today"))
	}
	if c.Full > 0 && c.Full < len(c.Ways) {
		out = append(out, m.pilotSays(c.Ways[0], c.Ways[c.Full]))
	}
	if s := m.sunkSays(); s != "" {
		out = append(out, s)
	}
	return out
}

// tipSays tells where the proposal and another way cost the same.
func (m *Model) tipSays(t cost.Tip) string {
	names, w := m.Ways(), m.words
	if t.Way < 1 || t.Way >= len(names) || !m.compares(t.Way) {
		return ""
	}
	vars := i18n.Vars{"Proposal": names[0], "Name": names[t.Way]}
	if t.Line < 0 {
		vars["Year"] = m.calendar(t.Year)
		if t.More {
			return w.T("costs.compare.tip_dearer", vars)
		}
		return w.T("costs.compare.tip_cheaper", vars)
	}
	e := m.state.Matter.Estimate
	if t.Line >= len(e.Lines) {
		return ""
	}
	l := e.Lines[t.Line]
	vars["Line"], vars["At"], vars["Now"] = m.lineOf(e, t.Line), m.each(t.At, app.Units(1)), m.each(t.Now, app.Units(1))
	key := "costs.compare.tip_line"
	if l.Quantity != app.Units(1) && l.Quantity > 0 {
		key = "costs.compare.tip_each"
		vars["Each"], vars["EachNow"] = m.each(t.At, l.Quantity), m.each(t.Now, l.Quantity)
	}
	if oneYear(l) {
		key += "_once"
	}
	says := w.T(key, vars)
	if t.Within {
		says += " " + w.T("costs.compare.tip_within")
	}
	return says
}

// each writes the price of one of a quantity: in whole kronor, and with its ören
// when it is less than a hundred.
func (m *Model) each(a app.Money, q app.Quantity) string {
	if a = share(a, q); max(a, -a) < 100_00 {
		return m.words.Kronor(int64(a))
	}
	return m.kr(a)
}

// share is the price of one of a quantity, rounded to whole ören.
func share(a app.Money, q app.Quantity) app.Money {
	twice := new(big.Int).Mul(big.NewInt(int64(a)), big.NewInt(2000))
	by := big.NewInt(int64(q))
	if twice.Sign() < 0 {
		twice.Sub(twice, by)
	} else {
		twice.Add(twice, by)
	}
	return app.Money(twice.Quo(twice, by.Lsh(by, 1)).Int64())
}

// calendar names a year of the estimate, counted from 1.
func (m *Model) calendar(year int) string {
	if first := m.estimate().FirstYear; first > 0 {
		return strconv.Itoa(first + year - 1)
	}
	return m.words.T("costs.in_year_no", i18n.Vars{"N": strconv.Itoa(year)})
}

// lineOf names a line of any way.
func (m *Model) lineOf(e app.Estimate, i int) string {
	if i < len(e.Lines) && e.Lines[i].What != "" {
		return e.Lines[i].What
	}
	if i < len(e.Lines) && e.Lines[i].Kind != "" {
		return m.kind(e.Lines[i].Kind)
	}
	return m.words.T("costs.row_no", i18n.Vars{"N": m.words.Int(int64(i + 1))})
}

// pilotSays holds the trial against full scale.
func (m *Model) pilotSays(pilot, full cost.Result) string {
	w := m.words
	if !counted(full) || !counted(pilot) {
		return w.T("costs.compare.pilot_unknown")
	}
	s := toldIn(pilot.Total.Likely, full.Total.Likely)
	says := w.T("costs.compare.pilot", i18n.Vars{"Pilot": m.tell(pilot.Total.Likely, s), "Full": m.tell(full.Total.Likely, s)})
	if pilot.PerUnit != 0 && full.PerUnit != 0 {
		says += " " + w.T("costs.compare.pilot_unit", i18n.Vars{"Unit": m.unitName(), "Pilot": w.Kronor(int64(nearest(pilot.PerUnit))),
			"Full": w.Kronor(int64(nearest(full.PerUnit)))})
	}
	return says
}

// unitName is what the sum is divided by.
func (m *Model) unitName() string {
	if s := m.estimate().UnitName; s != "" {
		return s
	}
	return m.words.T("costs.unit")
}

// sunkSays tells what is spent whatever is decided; empty when nothing is.
func (m *Model) sunkSays() string {
	s, w := m.state.Cost.Sunk, m.words
	if s.Paid == 0 {
		return ""
	}
	says := w.T("costs.compare.sunk", i18n.Vars{"Sum": w.Kronor(int64(nearest(s.Paid)))})
	if s.Back > 0 {
		says += " " + w.T("costs.compare.sunk_back", i18n.Vars{"Sum": w.Kronor(int64(nearest(s.Back)))})
	}
	return says
}
