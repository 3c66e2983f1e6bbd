package sheet

import (
	"strings"

	"yttra/app"
	"yttra/app/cost"
)

// total reads an amount that is not a price: of a year, or of all years. It is held
// against quantity times price where there is a price, and is the price where there
// is none.
func (m *mapping) total(i int, l app.CostLine, at map[Field]int, cells []string, f Field) app.CostLine {
	j, given := at[f]
	if !given {
		return l
	}
	s := strings.TrimSpace(cells[j])
	if _, priced := at[Price]; priced {
		if !m.same(l, f, m.inUnit(j, s)) {
			m.tell(i, j, s, NotEqual)
		}
		return l
	}
	if f == Total && l.To > max(l.From, 1) {
		m.tell(i, j, s, ManyYear)
		return l
	}
	at[Price] = j
	l = m.reader.Put(l, Price, m.inUnit(j, s), 0)
	q, counted := at[Quantity]
	switch whole := int64(l.Quantity); {
	case !counted || whole == 1000 || l.Unread[string(Quantity)] != "" || l.Unread[string(Price)] != "":
	case whole > 0 && int64(l.Price)%whole == 0 && int64(l.Price)/whole < 1e15:
		l.Price = app.Money(int64(l.Price) / whole * 1000)
	default:
		m.tell(i, q, strings.TrimSpace(cells[q]), Uneven)
		l.Quantity = app.Units(1)
	}
	return l
}

// same tells whether an amount is what quantity and price give, with VAT or without,
// but for ören that are not shown.
func (m *mapping) same(l app.CostLine, f Field, s string) bool {
	if m.reader.English {
		s = English(s)
	}
	amount, ok := MoneyOf(s)
	if !ok || l.Quantity < 0 || l.Price < 0 {
		return false
	}
	near := func(a, b app.Money) bool { return a-b < 100 && b-a < 100 || a+b < 100 && -a-b < 100 }
	if f == Likely {
		one := l
		one.From, one.To, one.Low, one.High = 1, 1, 0, 0
		return near(amount, l.Amount()) || near(amount, sumOf(one))
	}
	years := app.Money(max(l.To, l.From, 1) - max(l.From, 1) + 1)
	return near(amount, l.Amount().Times(app.Units(int64(years)))) || near(amount, sumOf(l))
}

// sumOf is what a line alone costs in all its years.
func sumOf(l app.CostLine) app.Money {
	return cost.Sum(app.Estimate{Lines: []app.CostLine{l}, Years: max(l.From, l.To, 1)}, nil, "").Total.Likely
}
