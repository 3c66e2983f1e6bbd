package costs

import (
	"slices"
	"strconv"

	"yttra/app"
	"yttra/i18n"
)

// The choices of the lines: what their menus offer, and what a choice does.

func kindOptions(m *Model) []Option {
	var out []Option
	for _, k := range app.CostKinds {
		out = append(out, Option{m.kind(k), m.words.T("cost_kind." + string(k))})
	}
	return out
}

func sourceOptions(m *Model) []Option {
	var out []Option
	for _, k := range app.CostSources {
		s := m.words.T("cost_source." + string(k))
		out = append(out, Option{s, s})
	}
	return out
}

// sourceAt is the source an option stands for; none for the empty choice.
func sourceAt(i int) app.CostSource {
	if i < 0 {
		return ""
	}
	return app.CostSources[i]
}

// vatOptions are without VAT, and the rates a price can be given with.
func vatOptions(m *Model) []Option {
	out := []Option{{m.words.T("costs.vat.without"), m.words.T("costs.vat_long.without")}}
	for _, rate := range app.VATRates {
		s := m.words.Percent(rate * 100)
		out = append(out, Option{s, m.words.T("costs.vat_long.with", i18n.Vars{"Rate": s})})
	}
	return out
}

func vatChosen(l app.CostLine) int {
	if l.VAT == 0 {
		return 0
	}
	if i := slices.Index(app.VATRates, l.VAT); i >= 0 {
		return i + 1
	}
	return -1
}

func chooseVAT(_ *Model, l *app.CostLine, i int) {
	l.VAT = 0
	if i > 0 {
		l.VAT = app.VATRates[i-1]
	}
}

// The ways a line is paid, in the order they are offered.
const (
	paidToSupplier = iota
	paidAsTime
	paidByCallOff
)

func payeeOptions(m *Model) []Option {
	var out []Option
	for _, k := range []string{"supplier", "own", "call_off"} {
		out = append(out, Option{m.words.T("costs.payee." + k), m.words.T("costs.payee_long." + k)})
	}
	return out
}

func payeeChosen(l app.CostLine) int {
	switch {
	case l.Internal:
		return paidAsTime
	case l.CallOff:
		return paidByCallOff
	}
	return paidToSupplier
}

// choosePayee says to whom a line is paid. Own staff's time without a price gets
// that of an hour, as the municipality reckons it.
func choosePayee(m *Model, l *app.CostLine, i int) {
	l.Internal, l.CallOff = i == paidAsTime, i == paidByCallOff
	if _, typed := l.Unread["price"]; l.Internal && l.Price == 0 && !typed {
		l.Price = m.state.Profile.Economy.Hour
	}
}

func termOptions(m *Model) []Option {
	var out []Option
	for _, k := range []string{"fixed", "open"} {
		out = append(out, Option{m.words.T("costs.runs." + k), m.words.T("costs.runs_long." + k)})
	}
	return out
}

func termChosen(l app.CostLine) int {
	if l.Open {
		return 1
	}
	return 0
}

// lifetimes are the times of writing off that are offered; any other can be typed.
var lifetimes = []int{3, 5, 10, 15, 20, 30}

func classOptions(m *Model) []Option {
	running := m.words.T("costs.class.running")
	out := []Option{{running, running}}
	for _, n := range lifetimes {
		out = append(out, Option{m.class(n), m.words.N("costs.class_long", n)})
	}
	return out
}

func classChosen(l app.CostLine) int {
	if l.Lifetime == 0 {
		return 0
	}
	if i := slices.Index(lifetimes, l.Lifetime); i >= 0 {
		return i + 1
	}
	return -1
}

func chooseClass(_ *Model, l *app.CostLine, i int) {
	l.Lifetime = 0
	if i > 0 {
		l.Lifetime = lifetimes[i-1]
	}
}

// class says whether a line is running cost or an investment, and over how long.
func (m *Model) class(years int) string {
	if years == 0 {
		return m.words.T("costs.class.running")
	}
	return m.words.N("costs.class.years", years)
}

// longestLife is the longest time something is written off over, in years.
const longestLife = 100

// readClass takes a word of the list, or the years an investment is written off
// over, with or without a word beside them.
func readClass(f field[app.CostLine]) func(m *Model, l *app.CostLine, s string) bool {
	return func(m *Model, l *app.CostLine, s string) bool {
		digits := figures.FindString(s)
		n, err := strconv.Atoi(digits)
		if err != nil {
			return f.named(m, l, s)
		}
		if n < 1 || n > longestLife {
			return false
		}
		l.Lifetime = n
		return true
	}
}

// option is the word of the choice a row has.
func option[T any](f field[T]) func(m *Model, row T) string {
	return func(m *Model, row T) string {
		if i := f.chosen(row); i >= 0 {
			return f.options(m)[i].Short
		}
		return ""
	}
}

// kind is the short word for a kind of cost.
func (m *Model) kind(k app.CostKind) string {
	if slices.Contains(app.CostKinds, k) {
		return m.words.T("costs.kind." + string(k))
	}
	return string(k)
}
