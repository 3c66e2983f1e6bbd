package sheet

import (
	"regexp"
	"strconv"
	"strings"

	"yttra/app"
)

// thousands is a number whose thousands are parted by commas, as English writes it.
var thousands = regexp.MustCompile(`^-?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:[^0-9,]|$)`)

// English makes an English number a Swedish one: in English a comma parts
// thousands and a point is always the decimal sign.
func English(s string) string {
	if thousands.MatchString(s) {
		s = strings.ReplaceAll(s, ",", "")
	}
	return strings.Replace(s, ".", ",", 1)
}

// units are how an amount may be marked, and how many kronor one is.
var units = []struct {
	word   string
	kronor int64
}{{"mnkr", 1_000_000}, {"mkr", 1_000_000}, {"tkr", 1000}, {"kronor", 1}, {"kr", 1}, {"sek", 1}, {":-", 1}}

// MoneyOf reads an amount of kronor: 35 000, 35 000,50 kr, 35 tkr, 2,4 mnkr.
// Nothing is no kronor.
func MoneyOf(s string) (app.Money, bool) {
	s, each := strings.ToLower(strings.TrimSpace(s)), int64(1)
	if s == "" {
		return 0, true
	}
	for _, u := range units {
		before, found := strings.CutSuffix(s, u.word)
		if !found {
			before, found = strings.CutPrefix(s, u.word)
		}
		if found {
			s, each = strings.TrimRight(strings.TrimSpace(before), "."), u.kronor
			break
		}
	}
	if each == 1 {
		m, err := app.ParseMoney(s)
		return m, err == nil
	}
	q, err := app.ParseQuantity(s)
	m := app.Money(q) * app.Money(each/10)
	return m, err == nil && m/app.Money(each/10) == app.Money(q)
}

// QuantityOf reads a count: 12, 0,5, 1 200 st. Nothing is none.
func QuantityOf(s string) (app.Quantity, bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return 0, true
	}
	q, err := app.ParseQuantity(strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(s), "."), "st"))
	return q, err == nil
}

// PercentOf reads a percentage as hundredths of a per cent: 3,5 % is 350.
func PercentOf(s string) (int, bool) {
	s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s), "%"))
	if s == "" {
		return 0, true
	}
	m, err := app.ParseMoney(s) // two decimals, as ören are of a krona
	return int(m), err == nil && m >= -1_000_000 && m <= 1_000_000
}

// LastYear is the last year an estimate can have, counted from its first.
const LastYear = 30

// span is a year or two with a dash: 2027, 27–32, 1-6; a year may be told by a day of it.
var span = regexp.MustCompile(`^([0-9]{1,4})(?:\s*[-–—]\s*([0-9]{1,4}))?$`)

// day is a day of the calendar, as a spreadsheet gives one.
var day = regexp.MustCompile(`\b([0-9]{4})-[0-9]{2}-[0-9]{2}\b`)

// YearsOf reads years as those of an estimate whose first is given, 0 when it is
// not. Calendar years may leave out the century; small numbers are years of the
// estimate. Nothing means its first year.
func YearsOf(s string, first int) (from, to int, ok bool) {
	if s = strings.TrimSpace(s); s == "" {
		return 0, 0, true
	}
	parts := spanOf(s)
	if parts == nil {
		return 0, 0, false
	}
	from, ok = yearOf(parts[1], first)
	if parts[2] == "" || !ok {
		return from, 0, ok
	}
	to, ok = yearOf(parts[2], first)
	return from, to, ok
}

func spanOf(s string) []string { return span.FindStringSubmatch(day.ReplaceAllString(s, "$1")) }

// yearOf reads one year as a year of the estimate, 1 the first.
func yearOf(s string, first int) (int, bool) {
	n, err := strconv.Atoi(s)
	if err != nil || n == 0 {
		return 0, false
	}
	if first > 0 {
		calendar := n
		if n < 100 {
			calendar = first - first%100 + n
		}
		if i := calendar - first + 1; i >= 1 && i <= LastYear {
			return i, true
		}
	}
	return n, n <= LastYear
}

// earliest is the first calendar year that stands in a cell with years, 0 when
// none does.
func earliest(s string) int {
	if parts := spanOf(strings.TrimSpace(s)); parts != nil {
		if n, err := strconv.Atoi(parts[1]); err == nil && n >= 1900 && n <= 2200 {
			return n
		}
	}
	return 0
}

// Spanned completes a range of which one end was written: the other is the likely
// amount when it is not given, and a range with nothing in it is none.
func Spanned(l app.CostLine, written string, end, other app.Money) (app.Money, app.Money) {
	likely := l.Amount()
	switch {
	case written != "" && other == 0 && l.Low+l.High == end: // the first end of a new range
		return end, likely
	case written != "":
		return end, other
	case other == likely || other == 0:
		return 0, 0
	}
	return likely, other
}
