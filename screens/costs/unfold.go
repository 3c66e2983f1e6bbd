package costs

import (
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/cost"
	"yttra/i18n"
)

// The workings of what is not simply the lines added up.

// presentRows are the years, each worth less the later it comes.
func (m *Model) presentRows(out *Working) {
	for i, y := range m.sum.Years {
		d := m.sum.Discounted(y.Number)
		by := m.factor(d.RealRate)
		if d.Inflation > 0 {
			by = "(" + by + " × " + m.factor(d.Inflation) + ")"
		}
		how := m.words.Kronor(int64(d.Of))
		if d.Power > 0 && by != "1" {
			how += " ÷ " + by + raised(d.Power)
		}
		out.Rows = append(out.Rows, Work{Name: m.yearCalled(y), How: how, From: nowhere, Ask: Asked{Of: YearSum, At: i}, ore: d.Present})
	}
	out.sum = m.sum.Present
	out.Notes = append(out.Notes, m.words.T("costs.working.present_rounded"))
}

// unitRows are the sum and what it is divided by.
func (m *Model) unitRows(out *Working) {
	w, r := m.words, &m.sum
	out.adds, out.sum = false, r.PerUnitYear
	how := "÷ " + w.Int(m.estimate().Units) + " ÷ " + w.N("costs.years", len(r.Years))
	out.Rows = []Work{{Name: w.T("costs.total"), How: how, From: nowhere, Ask: Asked{Of: TotalSum}, ore: r.Total.Likely}}
	out.Notes = append(out.Notes, w.T("costs.working.unit_rounded", i18n.Vars{"Unit": m.unitName(), "Sum": w.Kronor(int64(r.PerUnit))}))
}

// valueRows are what the value of the procurement is made of, or what was left
// out of it and why.
func (m *Model) valueRows(out *Working, counted bool) {
	p := m.sum.Procurement
	for _, part := range p.Parts {
		if part.Counted != counted {
			continue
		}
		out.sum += part.Amount
		out.Rows = append(out.Rows, m.partRow(part))
	}
	if counted {
		out.sum = p.Value
	}
	if beside := m.leftOut(); counted && beside > 0 {
		out.Notes = append(out.Notes, m.words.N("costs.working.value_rest", beside))
	}
	if p.Highest != p.Value && counted {
		out.Notes = append(out.Notes, m.words.T("costs.working.value_highest", i18n.Vars{"Sum": m.words.Kronor(int64(p.Highest))}))
	}
}

// leftOut counts the parts that are not in the value.
func (m *Model) leftOut() int {
	n := 0
	for _, part := range m.sum.Procurement.Parts {
		if !part.Counted {
			n++
		}
	}
	return n
}

// partRow words a part: of a line, or of the list of the purchase.
func (m *Model) partRow(part cost.ValuePart) Work {
	e := m.estimate()
	row := Work{Name: part.What, ore: part.Amount, How: m.words.T("costs.working.part." + string(part.Code))}
	switch part.Code {
	case cost.PartOption:
		row.From = Fault{Tab: Bought, At: At{part.Line, BoughtAmount}}
		return row
	case cost.PartSimilar: // after the options
		row.From = Fault{Tab: Bought, At: At{len(e.Purchase.Options) + part.Line, BoughtAmount}}
		return row
	}
	row.Name, row.From = m.lineOf(e, part.Line), Fault{At: At{part.Line, PriceColumn}}
	if part.Code == cost.PartLine && part.Line < len(e.Lines) {
		row.How = m.lineHow(e, part.Line, -1)
	}
	return row
}

// gapRows are the years in which something of the proposal is not paid for.
func (m *Model) gapRows(out *Working) {
	w, r := m.words, &m.state.Cost
	out.sum = r.Funding.Gap
	for i, y := range r.Years {
		if y.Gap == 0 {
			continue
		}
		row := Work{Name: m.yearCalled(y), From: nowhere, ore: y.Gap,
			How: w.T("costs.working.gap", i18n.Vars{"Need": w.Kronor(int64(y.Likely)), "Given": w.Kronor(int64(y.Funded))}) + m.paidBy(y.Number)}
		if m.way == 0 {
			row.Ask = Asked{Of: YearSum, At: i}
		}
		out.Rows = append(out.Rows, row)
	}
	out.Notes = append(out.Notes, w.T("costs.working.gap_note"))
}

// paidBy names those who pay a year, when they are several; empty otherwise.
func (m *Model) paidBy(year int) string {
	e := m.state.Matter.Estimate
	var out []string
	for _, s := range m.state.Cost.Payments(e, year) {
		who := e.Funding[s.Line].Who
		if who == "" {
			who = m.words.T("costs.row_no", i18n.Vars{"N": m.words.Int(int64(s.Line + 1))})
		}
		out = append(out, who+" "+m.words.Kronor(int64(s.Amount.Likely)))
	}
	if len(out) < 2 {
		return ""
	}
	return ": " + strings.Join(out, ", ")
}

// sunkRows are what has been paid already. What can be had back is told beside.
func (m *Model) sunkRows(out *Working) {
	w := m.words
	out.sum = m.state.Cost.Sunk.Paid
	for i, s := range m.state.Matter.Estimate.Spent {
		if cost.Unsummed(app.CostLine{Unread: s.Unread}) || s.Amount <= 0 {
			continue
		}
		how := ""
		if s.Year > 0 {
			how = strconv.Itoa(s.Year)
		}
		if s.Back > 0 {
			how += " · " + w.T("costs.working.back", i18n.Vars{"Sum": w.Kronor(int64(s.Back))})
		}
		out.Rows = append(out.Rows, Work{Name: s.What, How: how, From: Fault{Tab: Spent, At: At{i, SpentAmount}}, ore: s.Amount})
	}
	out.Notes = append(out.Notes, w.T("costs.working.sunk_note"))
}
