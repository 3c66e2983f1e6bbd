package reports

import (
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
)

// The table of an estimate: a year to a column, or the first year and the rest.
func TestCostTable(t *testing.T) {
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		years, first int
		want         string
	}{
		{1, 2026, "Kostnadsslag|Summa / Inköp 90 000 / Summa 90 000"},
		{3, 2026, "Kostnadsslag|2026|2027|2028|Summa / Inköp 90 000 – – 90 000 / Drift och nätverk 10 000 10 000 10 000 30 000 / Summa 100 000 10 000 10 000 120 000"},
		{6, 2026, "Kostnadsslag|2026|2027–2031|Summa / Inköp 90 000 – 90 000 / Drift och nätverk 10 000 50 000 60 000 / Summa 100 000 50 000 150 000"},
		{5, 0, "Kostnadsslag|År 1|År 2–5|Summa / Inköp 90 000 – 90 000 / Drift och nätverk 10 000 40 000 50 000 / Summa 100 000 40 000 140 000"},
	} {
		e := app.Estimate{Years: c.years, FirstYear: c.first, Lines: []app.CostLine{{Kind: app.CostPurchase, What: "x", Quantity: app.Units(2), Price: app.Kronor(45_000)}}}
		if c.years > 1 {
			e.Lines = append(e.Lines, app.CostLine{Kind: app.CostOperation, What: "y", Quantity: app.Units(1), Price: app.Kronor(10_000), From: 1, To: c.years})
		}
		costs, err := CostTable(e, cost.Sum(e, p.Thresholds, "2026-01-01"))
		if err != nil || costs == nil {
			t.Fatal(costs, err)
		}
		got := strings.Join(costs.Heads, "|")
		for _, r := range costs.table().Table.Rows {
			got += " /"
			for _, cell := range r.Cells {
				got += " " + strings.ReplaceAll(textOf(cell), "\u00a0", " ")
			}
		}
		if got != c.want {
			t.Errorf("%d years:\n%s\nwant\n%s", c.years, got, c.want)
		}
	}
	if costs, err := CostTable(app.Estimate{}, cost.Result{}); costs != nil || err != nil {
		t.Errorf("an empty estimate has a table: %v %v", costs, err)
	}
}

func TestOf(t *testing.T) {
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	m := half(t).Matter
	in, err := Of(p, m, &m.Documents[0], profile(), cost.Result{}, "Yttra 1")
	if err != nil {
		t.Fatal(err)
	}
	if in.Title != "Yttrande över motion om cykelväg till Lillskolan" || in.Kind.ID != "opinion" || len(in.Proposal.Points) != 1 || in.Costs != nil {
		t.Errorf("%q %q %v %v", in.Title, in.Kind.ID, in.Proposal, in.Costs)
	}
	m.Documents[0].Kind = "dikt"
	if _, err := Of(p, m, &m.Documents[0], profile(), cost.Result{}, ""); app.CodeOf(err) != app.CodeUnknownKind {
		t.Errorf("got %v", err)
	}
}
