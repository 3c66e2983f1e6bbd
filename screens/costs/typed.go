package costs

import (
	"strings"

	"yttra/app"
	"yttra/app/sheet"
)

// typed puts what was typed into a field of a line. What cannot be read leaves
// the line as it was, and ok is false.
func (m *Model) typed(l app.CostLine, c Column, s string) (out app.CostLine, ok bool) {
	s = strings.TrimSpace(s)
	if c.Numeric() && m.words.Lang() == "en" {
		s = sheet.English(s)
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
		l.Quantity, ok = sheet.QuantityOf(s)
		return l, ok
	case PriceColumn:
		l.Price, ok = sheet.MoneyOf(s)
		return l, ok
	case LowColumn:
		l.Low, ok = sheet.MoneyOf(s)
		l.Low, l.High = sheet.Spanned(l, s, l.Low, l.High)
		return l, ok
	case HighColumn:
		l.High, ok = sheet.MoneyOf(s)
		l.High, l.Low = sheet.Spanned(l, s, l.High, l.Low)
		return l, ok
	case YearsColumn:
		l.From, l.To, ok = sheet.YearsOf(s, m.estimate().FirstYear)
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

// unnamed empties a choice; only a source can be empty.
func unnamed(l app.CostLine, c Column) (app.CostLine, bool) {
	if c == SourceColumn {
		l.Source = ""
	}
	return l, true
}
