package reports

import (
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/reports/layout"
)

// amount writes money the Swedish way: thousands apart by a no-break space, a
// true minus, and two decimals when oren says so; else ören are cut off.
func amount(m app.Money, oren bool) string {
	sign := ""
	n := uint64(m)
	if m < 0 {
		sign, n = "\u2212", -n
	}
	digits := strconv.FormatUint(n/100, 10)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "\u00a0" + digits[i:]
	}
	if oren {
		digits += "," + strconv.FormatUint(100+n%100, 10)[1:]
	}
	return sign + digits
}

// kronor writes money rounded to whole kronor, halves away from zero.
func kronor(m app.Money) string {
	rest := m % 100
	m -= rest
	if rest >= 50 {
		m += 100
	} else if rest <= -50 {
		m -= 100
	}
	return amount(m, false)
}

// table sets the costs as a table of right-aligned amounts.
func (c *Costs) table() layout.Block {
	t := layout.Table{Caption: layout.Plain(c.Caption), Note: layout.Plain(c.Note)}
	for i, h := range c.Heads {
		t.Columns = append(t.Columns, layout.TableColumn{Head: layout.Plain(h), Right: i > 0})
	}
	oren := slices.ContainsFunc(c.Rows, func(r CostRow) bool {
		return slices.ContainsFunc(r.Amounts, func(a Amount) bool { return !a.Absent && a.Money%100 != 0 })
	})
	for _, r := range c.Rows {
		cells := [][]layout.Run{layout.Plain(r.Name)}
		for _, a := range r.Amounts {
			s := "–"
			if !a.Absent {
				s = amount(a.Money, oren)
			}
			cells = append(cells, layout.Plain(s))
		}
		t.Rows = append(t.Rows, layout.TableRow{Cells: cells, Sum: r.Sum})
	}
	return layout.Block{Role: layout.TableBlock, Table: t}
}

// says reports whether a text has something to print.
func says(s string) bool { return strings.TrimSpace(s) != "" }
