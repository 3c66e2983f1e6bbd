package costs

import (
	"regexp"
	"strconv"
	"strings"

	"yttra/app"
)

// typed puts what was typed into a field of a line. What cannot be read leaves
// the line as it was, and ok is false.
func (m *Model) typed(l app.CostLine, c Column, s string) (out app.CostLine, ok bool) {
	s = strings.TrimSpace(s)
	if c.Numeric() && m.words.Lang() == "en" {
		s = english(s)
	}
	if out, ok = m.read(l, c, s); !ok {
		return l, false
	}
	return out, true
}

func (m *Model) read(l app.CostLine, c Column, s string) (out app.CostLine, ok bool) {
	switch c {
	case KindColumn, SourceColumn, VATColumn:
		return m.named(l, c, s)
	case WhatColumn:
		l.What = s
	case QuantityColumn:
		l.Quantity, ok = quantityOf(s)
		return l, ok
	case PriceColumn:
		l.Price, ok = moneyOf(s)
		return l, ok
	case LowColumn:
		l.Low, ok = moneyOf(s)
		l.Low, l.High = spanned(l, s, l.Low, l.High)
		return l, ok
	case HighColumn:
		l.High, ok = moneyOf(s)
		l.High, l.Low = spanned(l, s, l.High, l.Low)
		return l, ok
	case YearsColumn:
		l.From, l.To, ok = yearsOf(s, m.estimate().FirstYear)
		return l, ok
	default:
		return l, false
	}
	return l, true
}

// named chooses by the words of a choice: the whole of them, or a beginning that
// only one has.
func (m *Model) named(l app.CostLine, c Column, s string) (app.CostLine, bool) {
	if s == "" {
		return unnamed(l, c)
	}
	begins := -1
	for i, o := range m.Options(c) {
		if strings.EqualFold(o.Short, s) || strings.EqualFold(o.Long, s) {
			return choose(l, c, i), true
		}
		if strings.HasPrefix(strings.ToLower(o.Short), strings.ToLower(s)) {
			if begins >= 0 {
				return l, false
			}
			begins = i
		}
	}
	if begins < 0 {
		return l, false
	}
	return choose(l, c, begins), true
}

// grouped is a number whose thousands are parted by commas, as English writes it.
var grouped = regexp.MustCompile(`^-?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:[^0-9,]|$)`)

// english makes an English number a Swedish one: in English a comma parts
// thousands and a point is always the decimal sign.
func english(s string) string {
	if grouped.MatchString(s) {
		s = strings.ReplaceAll(s, ",", "")
	}
	return strings.Replace(s, ".", ",", 1)
}

func moneyOf(s string) (app.Money, bool) {
	if s == "" {
		return 0, true
	}
	s = strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(s), ":-"), "kr")
	a, err := app.ParseMoney(s)
	return a, err == nil
}

func quantityOf(s string) (app.Quantity, bool) {
	if s == "" {
		return 0, true
	}
	q, err := app.ParseQuantity(s)
	return q, err == nil
}

// spanned completes a range of which one end was typed: the other is the likely
// amount when it is not given, and a range with nothing in it is none.
func spanned(l app.CostLine, typed string, end, other app.Money) (app.Money, app.Money) {
	likely := l.Amount()
	switch {
	case typed != "" && other == 0 && l.Low+l.High == end: // the first end of a new range
		return end, likely
	case typed != "":
		return end, other
	case other == likely || other == 0:
		return 0, 0
	}
	return likely, other
}

// span is a year or two with a dash: 2027, 27–32, 1-6.
var span = regexp.MustCompile(`^([0-9]{1,4})(?:\s*[-–—]\s*([0-9]{1,4}))?$`)

// longest is the last year an estimate can have.
const longest = 30

// yearsOf reads years. Calendar years may leave out the century; small numbers
// are years of the estimate. Nothing means its first year.
func yearsOf(s string, first int) (from, to int, ok bool) {
	if s == "" {
		return 0, 0, true
	}
	parts := span.FindStringSubmatch(s)
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
		if i := calendar - first + 1; i >= 1 && i <= longest {
			return i, true
		}
	}
	return n, n <= longest
}

// unnamed empties a choice; only a source can be empty.
func unnamed(l app.CostLine, c Column) (app.CostLine, bool) {
	if c == SourceColumn {
		l.Source = ""
	}
	return l, true
}
