package estimate

import (
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/cost"
	"yttra/reports/fonts"
	"yttra/reports/layout"
)

// 120 000 kronor over two years at 2,5 per cent: 3 000 and 1 500 in interest.
func TestCapitalTable(t *testing.T) {
	m := &app.Matter{Estimate: app.Estimate{Years: 3, FirstYear: 2027, Lines: []app.CostLine{
		{Kind: app.CostPurchase, What: "Kameror", Quantity: app.Units(1), Price: app.Kronor(120_000), Lifetime: 2, Source: app.SourceQuote}}}}
	for name, c := range map[string]struct {
		interest int
		lifetime int
		want     string
	}{
		"known":      {250, 2, "2027 – – – –|2028 120 000 60 000 3 000 63 000|2029 60 000 60 000 1 500 61 500|Summa – 120 000 4 500 124 500"},
		"not known":  {0, 2, ""},
		"no capital": {250, 0, ""},
	} {
		m.Estimate.Lines[0].Lifetime = c.lifetime
		s := Sheet{Matter: m, Compared: cost.Compare(m.Estimate, nil, "2026-11-22"), Interest: c.interest}
		blocks, err := s.Annex(fonts.New())
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, b := range blocks {
			if b.Role == layout.TableBlock && strings.HasPrefix(textOf(b.Table.Caption), "Kapitalkostnad år för år, kronor") {
				var rows []string
				for _, r := range b.Table.Rows {
					var cells []string
					for _, x := range r.Cells {
						cells = append(cells, textOf(x))
					}
					rows = append(rows, strings.Join(cells, " "))
				}
				got = strings.ReplaceAll(strings.Join(rows, "|"), "\u00a0", " ")
				if note := textOf(b.Table.Note); !strings.Contains(note, "2,5\u00a0procents internränta") {
					t.Errorf("note %q", note)
				}
			}
		}
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

func textOf(runs []layout.Run) (s string) {
	for _, r := range runs {
		s += r.Text
	}
	return s
}
