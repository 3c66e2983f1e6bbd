package costs

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
	"yttra/app/cost"
)

// Cell is what a cell shows.
type Cell struct {
	Text string
	Bad  bool // it cannot be read, or the sum says it is wrong
}

// Cell gives a cell; the row after the last one is empty.
func (m *Model) Cell(at At) Cell {
	l, ok := m.line(at.Row)
	if !ok {
		return Cell{}
	}
	if typed, ok := l.Unread[at.Column.field()]; ok {
		return Cell{Text: typed, Bad: true}
	}
	c := Cell{Text: m.written(l, at.Column), Bad: m.faulty(at)}
	switch {
	case at.Column == LikelyColumn && cost.Unsummed(l):
		c.Text = "…"
	case at.Column == YearsColumn && m.tight:
		c.Text = shortYears(c.Text)
	}
	return c
}

// written writes a field of a line, the way it is read and typed.
func (m *Model) written(l app.CostLine, c Column) string {
	switch c {
	case LikelyColumn:
		return m.likely(l)
	case WhatColumn:
		return l.What
	case QuantityColumn:
		return m.quantity(l.Quantity)
	case PriceColumn:
		return m.amount(l.Price)
	case YearsColumn:
		return yearsText(l, m.estimate().FirstYear)
	case LowColumn:
		return m.end(l.Low, l.High)
	case HighColumn:
		return m.end(l.High, l.Low)
	}
	return m.chosen(l, c)
}

// end is one end of a range: nothing only when the other is nothing too.
func (m *Model) end(a, other app.Money) string {
	if a == 0 && other != 0 {
		return m.words.Int(0)
	}
	return m.amount(a)
}

func (m *Model) amount(a app.Money) string {
	if a == 0 {
		return ""
	}
	return m.words.Amount(int64(a))
}

func (m *Model) quantity(q app.Quantity) string {
	if q == 0 {
		return ""
	}
	s := m.words.Int(int64(q) / 1000)
	if whole := app.Quantity(int64(q) / 1000 * 1000); q != whole {
		s = m.words.Decimal(q.String())
	}
	return s
}

// likely is what a year of the line adds to the sum: without VAT, savings
// negative. The cost room computes it, as the estimate of that line alone.
func (m *Model) likely(l app.CostLine) string {
	l.From, l.To, l.Low, l.High = 1, 1, 0, 0
	r := cost.Sum(app.Estimate{Lines: []app.CostLine{l}, Years: 1}, nil, m.state.Today)
	if r.Total.Likely == 0 {
		return ""
	}
	return m.words.Amount(int64(r.Total.Likely))
}

// chosen is the word of a choice.
func (m *Model) chosen(l app.CostLine, c Column) string {
	if !c.Choice() {
		return ""
	}
	options := m.Options(c)
	if i := chosenOption(l, c); i >= 0 {
		return options[i].Short
	}
	switch c {
	case KindColumn:
		return string(l.Kind)
	case SourceColumn:
		return string(l.Source)
	}
	return ""
}

// Option is one of the things a choice column offers.
type Option struct {
	Short string // in the cell
	Long  string // in the menu
}

// Options lists what a choice column offers; nil for the others.
func (m *Model) Options(c Column) []Option {
	var out []Option
	switch c {
	case KindColumn:
		for _, k := range app.CostKinds {
			out = append(out, Option{m.kind(k), m.words.T("cost_kind." + string(k))})
		}
	case SourceColumn:
		for _, k := range app.CostSources {
			s := m.words.T("cost_source." + string(k))
			out = append(out, Option{s, s})
		}
	case VATColumn:
		for _, k := range vatKeys {
			out = append(out, Option{m.words.T("costs.vat." + k), m.words.T("costs.vat_long." + k)})
		}
	}
	return out
}

// kind is the short word for a kind of cost.
func (m *Model) kind(k app.CostKind) string {
	if slices.Contains(app.CostKinds, k) {
		return m.words.T("costs.kind." + string(k))
	}
	return string(k)
}

// vatKeys are the four ways a price may stand to VAT and to own staff, in the
// order of the menu.
var vatKeys = [...]string{"without", "with", "own", "own_with"}

// chosenOption is which option a line has in a choice column; -1 for none.
func chosenOption(l app.CostLine, c Column) int {
	switch c {
	case KindColumn:
		return slices.Index(app.CostKinds, l.Kind)
	case SourceColumn:
		return slices.Index(app.CostSources, l.Source)
	}
	i := 0
	if l.VAT > 0 {
		i++
	}
	if l.Internal {
		i += 2
	}
	return i
}

// choose sets a choice column.
func choose(l app.CostLine, c Column, i int) app.CostLine {
	switch c {
	case KindColumn:
		l.Kind = app.CostKinds[i]
	case SourceColumn:
		l.Source = app.CostSources[i]
	case VATColumn:
		l.VAT, l.Internal = 25*(i%2), i >= 2
	}
	return l
}

// yearsText writes the years of a line: calendar years when the first is known,
// else years of the estimate.
func yearsText(l app.CostLine, first int) string {
	from, to := max(l.From, 1), l.To
	if to == 0 {
		to = from
	}
	if first > 0 {
		from, to = from+first-1, to+first-1
	}
	s := strconv.Itoa(from)
	if to == from {
		return s
	}
	if first > 0 && from/100 == to/100 {
		return s + "–" + strconv.Itoa(to)[2:]
	}
	return s + "–" + strconv.Itoa(to)
}

// shortYears leaves out the century of a span: 27–32.
func shortYears(s string) string {
	if from, to, ok := strings.Cut(s, "–"); ok && len(from) == 4 && len(to) == 2 {
		return from[2:] + "–" + to
	}
	return s
}

// Beside is what stands in the text of a line when VAT has no column: how the
// price stands to VAT and own staff, when that is not the usual.
func (m *Model) Beside(row int) string {
	l, ok := m.line(row)
	if !ok || m.last() == VATColumn || chosenOption(l, VATColumn) == 0 {
		return ""
	}
	return m.chosen(l, VATColumn)
}

// Beginning is the next option of the active cell, after the chosen one, that
// begins with a letter; -1 when none does.
func (m *Model) Beginning(r rune) int {
	options := m.Options(m.at.Column)
	for k := range options {
		i := (m.Chosen() + 1 + k) % len(options)
		if first, _ := utf8.DecodeRuneInString(options[i].Long); unicode.ToLower(first) == unicode.ToLower(r) {
			return i
		}
	}
	return -1
}
