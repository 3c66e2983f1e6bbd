package sheet

import (
	"strconv"
	"strings"

	"yttra/app"
)

// The smaller tables of a workbook of the house: what is spent, set aside, and bought
// beside the lines.

// row is a row of such a table: its cells by the word of their column.
type row map[string]string

// rowsOf reads the rows under the heads, which may stand in any order. The sum under
// them is left out; a column that has no known head is reported.
func (b *wholeReader) rowsOf(t Table, heads ...string) []row {
	var columns, names []string
	var out []row
	last := len(t.Rows) - 1
	for last >= 0 && blank(t.Rows[last]) {
		last--
	}
	for i, cells := range t.Rows[:last+1] {
		if columns == nil {
			columns, names = b.headsIn(cells, heads), cells
			continue
		}
		if blank(cells) || i == last && (b.sums[key(at(cells, 0))] || b.book[key(at(cells, 0))]["value"]) {
			continue
		}
		r := row{}
		for j := range cells {
			switch s := at(cells, j); {
			case s == "":
			case j < len(columns) && columns[j] != "":
				r[columns[j]] = s
			case j >= len(columns) || !b.heads[key(at(names, j))].derived():
				b.tell(t, i, j, s)
			}
		}
		out = append(out, r)
	}
	return out
}

// headsIn finds the columns of a row of heads; nil when it is none.
func (b *wholeReader) headsIn(cells []string, heads []string) []string {
	columns, found := make([]string, len(cells)), 0
	for j := range cells {
		for _, h := range heads {
			if b.book[key(at(cells, j))][h] {
				columns[j] = h
				found++
				break
			}
		}
	}
	if found < 2 {
		return nil
	}
	return columns
}

// keep puts what cannot be read by the name of its field.
func keep(unread *map[string]string, field, s string) {
	if *unread == nil {
		*unread = map[string]string{}
	}
	(*unread)[field] = s
}

func (b *wholeReader) readSpent(t Table) {
	for _, r := range b.rowsOf(t, "head_what", "year", "amount", "back", "head_source") {
		s := app.Spent{What: r["head_what"]}
		var ok bool
		if year, err := strconv.Atoi(r["year"]); err == nil {
			s.Year = year
		} else if r["year"] != "" {
			keep(&s.Unread, "year", r["year"])
		}
		if s.Amount, ok = MoneyOf(r["amount"]); !ok {
			keep(&s.Unread, "amount", r["amount"])
		}
		if s.Back, ok = MoneyOf(r["back"]); !ok {
			keep(&s.Unread, "back", r["back"])
		}
		if source, ok := b.sources.find(r["head_source"]); ok {
			s.Source = app.CostSource(source)
		} else if r["head_source"] != "" {
			keep(&s.Unread, "source", r["head_source"])
		}
		b.e.Spent = append(b.e.Spent, s)
	}
}

func (b *wholeReader) readFunding(t Table) {
	for _, r := range b.rowsOf(t, "who", "budget", "head_from", "head_to", "amount_year", "decided") {
		f := app.Funding{Who: r["who"], Budget: r["budget"]}
		years, ok := r["head_from"], true
		if to := r["head_to"]; to != "" {
			years += "–" + to
		}
		if f.From, f.To, ok = YearsOf(years, b.first()); !ok {
			f.From, f.To = 0, 0
			keep(&f.Unread, "years", years)
		}
		if f.Amount, ok = MoneyOf(r["amount_year"]); !ok {
			keep(&f.Unread, "amount", r["amount_year"])
		}
		if f.Decided, ok = b.truth(r["decided"]); !ok {
			keep(&f.Unread, "decided", r["decided"])
		}
		b.e.Funding = append(b.e.Funding, f)
	}
}

// readPurchase reads the options and the similar purchases; the other parts of the
// value are computed from the lines.
func (b *wholeReader) readPurchase(t Table) {
	for _, r := range b.rowsOf(t, "part", "number", "head_what", "amount", "highest", "counted") {
		s := app.PurchaseSum{What: r["head_what"]}
		var ok bool
		if s.Amount, ok = MoneyOf(r["amount"]); !ok {
			keep(&s.Unread, "amount", strings.TrimSpace(r["amount"]))
		}
		switch part := b.book[key(r["part"])]; {
		case part["option"]:
			b.e.Purchase.Options = append(b.e.Purchase.Options, s)
		case part["similar"]:
			b.e.Purchase.Similar = append(b.e.Purchase.Similar, s)
		}
	}
}
