package sheet

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"yttra/app"
)

// byYear makes lines of a row whose years stand beside each other, each with an
// amount: one line for years in a row that have the same. Where the row has a price
// too, that is what counts, and the years are told. A row without years is the line
// that it is.
func (m *mapping) byYear(i int, l app.CostLine, at map[Field]int, inYears []int, cells []string) []app.CostLine {
	if len(inYears) == 0 {
		return []app.CostLine{l}
	}
	if _, priced := at[Price]; priced { // an amount of a year is one too
		for _, j := range inYears {
			m.tell(i, j, cells[j], NotEqual)
		}
		return []app.CostLine{l}
	}
	for _, f := range []Field{Years, From, To} {
		if j, given := at[f]; given {
			m.tell(i, j, cells[j], NotEqual)
		}
	}
	if j, given := at[Quantity]; given && l.Quantity != app.Units(1) {
		m.tell(i, j, cells[j], Uneven)
		l.Quantity = app.Units(1)
		delete(l.Unread, string(Quantity))
	}
	delete(l.Unread, string(Years))
	if len(l.Unread) == 0 {
		l.Unread = nil
	}
	var out []app.CostLine
	for _, j := range inYears {
		next := m.inYear(l, j, strings.TrimSpace(cells[j]))
		if next.Price == 0 && next.Unread[string(Price)] == "" {
			continue
		}
		if n := len(out); n > 0 && follows(out[n-1], next) {
			out[n-1].To = next.From
			continue
		}
		out = append(out, next)
	}
	m.sums(i, out, at, cells)
	if len(out) == 0 {
		m.named(i, cells, OnlyText)
		m.out.Loose = slices.CompactFunc(m.out.Loose, func(a, b Loose) bool { return a == b })
	}
	return out
}

// sums holds the sum of a row against its years.
func (m *mapping) sums(i int, lines []app.CostLine, at map[Field]int, cells []string) {
	var all app.Money
	for _, l := range lines {
		all += l.Amount().Times(app.Units(int64(max(l.To, l.From) - l.From + 1)))
	}
	for _, f := range []Field{Likely, Total} {
		j, given := at[f]
		if !given {
			continue
		}
		s := m.inUnit(j, strings.TrimSpace(cells[j]))
		if m.reader.English {
			s = English(s)
		}
		if sum, ok := MoneyOf(s); !ok || sum-all >= 100 || all-sum >= 100 {
			m.tell(i, j, cells[j], NotEqual)
		}
	}
}

// inYear is a line with the amount of a year.
func (m *mapping) inYear(l app.CostLine, j int, s string) app.CostLine {
	l.From, l.To = 0, 0
	l = m.reader.Put(l, Price, m.inUnit(j, s), 0)
	if m.columns[j].vat && l.VAT == 0 {
		l.VAT = app.VATRates[0]
	}
	return m.reader.Put(l, Years, strconv.Itoa(m.columns[j].year), m.out.FirstYear)
}

// follows tells whether a line is the one before it, the year after.
func follows(a, b app.CostLine) bool {
	last := max(a.From, a.To)
	a.From, a.To, b.To = last+1, 0, 0
	return fmt.Sprintf("%+v", a) == fmt.Sprintf("%+v", b)
}
