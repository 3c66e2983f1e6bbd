package archive

import (
	"cmp"
	"fmt"
	"strings"

	"yttra/app"
	"yttra/app/cost"
)

// estimate writes what the measure costs, way by way, row by row, with the sums that
// follow from the rows.
func (p *matterPage) estimate() {
	e := &p.m.Estimate
	if len(e.Lines)+len(e.Alternatives)+len(e.Spent)+len(e.Funding) == 0 {
		return
	}
	p.section("kalkyl", p.say.t("estimate"))
	for i := range 1 + len(e.Alternatives) {
		p.way(e.View(i), i)
	}
	var rows [][]cell
	for _, s := range e.Spent {
		rows = append(rows, texts(s.What, year(s.Year), s.Amount.Written(app.InKr)))
	}
	p.table(p.say.t("spent"), []column{{"cost_what", false}, {"year", true}, {"amount", true}}, rows, nil)
	rows = nil
	for _, f := range e.Funding {
		rows = append(rows, texts(f.Who, f.Budget, years(f.From, f.To), f.Amount.Written(app.InKr), yes(p.say, f.Decided)))
	}
	p.table(p.say.t("funding"), []column{{"who", false}, {"budget", false}, {"cost_years", false}, {"per_year", true}, {"decided", false}}, rows, nil)
	p.line("p", "", e.Financing)
}

// way writes the rows of the proposal (0) or of an alternative to it.
func (p *matterPage) way(e app.Estimate, i int) {
	if len(e.Lines) == 0 {
		return
	}
	name := e.Name
	if i == 0 {
		name = cmp.Or(name, p.say.t("proposal"))
	}
	sum := cost.Sum(e, nil, app.Date(""))
	var rows [][]cell
	for k, l := range e.Lines {
		what, total := l.What, sum.Lines[k].Total.Likely.Written(app.InKr)
		if len(l.Unread) > 0 {
			total = p.say.t("unread")
		}
		rows = append(rows, texts(p.say.code("cost_kind", string(l.Kind), ""), what, years(l.From, l.To), l.Price.Written(app.InKr),
			strings.ReplaceAll(quantity(l.Quantity), ".", ","), total, p.say.code("cost_source", string(l.Source), "")))
	}
	none := func(name string, m app.Money) []cell {
		return texts(p.say.t(name), "", "", "", "", m.Written(app.InKr), "")
	}
	foot := [][]cell{none("cost_total", sum.Total.Likely), none("cost_present", sum.Present)}
	if sum.Total.Low != sum.Total.High {
		span := texts(p.say.t("cost_range"), "", "", "", "", strings.TrimSuffix(sum.Total.Low.Written(app.InKr), "\u00a0kr")+"–"+sum.Total.High.Written(app.InKr), "")
		foot = append(foot[:1:1], span, foot[1])
	}
	p.table(p.say.with("cost_table", "name", firstUpper(name)), []column{{"cost_kind", false}, {"cost_what", false}, {"cost_years", false}, {"cost_price", true},
		{"cost_quantity", true}, {"cost_amount", true}, {"cost_source", false}}, rows, foot)
}

// quantity writes thousandths without needless noughts.
func quantity(q app.Quantity) string {
	s := fmt.Sprintf("%d.%03d", q/1000, max(q%1000, -(q%1000)))
	if q < 0 && q > -1000 {
		s = "-" + s
	}
	return strings.ReplaceAll(strings.TrimSuffix(strings.TrimRight(s, "0"), "."), "-", "−")
}

func year(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

func years(from, to int) string {
	from = max(from, 1)
	if to <= from {
		return fmt.Sprint(from)
	}
	return fmt.Sprintf("%d–%d", from, to)
}

func firstUpper(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return s
	}
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}
