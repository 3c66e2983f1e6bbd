package costs

import (
	"strconv"

	"yttra/app"
	"yttra/i18n"
)

// Scale is the unit the numbers of a picture or sentence are told in: one for
// all of them, so that they can be held against each other.
type Scale string

const (
	InKr   Scale = "kr"
	InTkr  Scale = "tkr"
	InMnkr Scale = "mnkr"
)

// unit is one of the scale, in ören.
func (s Scale) unit() app.Money {
	switch s {
	case InTkr:
		return 1000_00
	case InMnkr:
		return 1_000_000_00
	}
	return 100
}

// scaleOf chooses the scale of a picture by its largest amount: numbers of at
// most five digits stand over bars.
func scaleOf(most app.Money) Scale {
	switch {
	case most >= 100_000*InTkr.unit():
		return InMnkr
	case most >= 10*InTkr.unit():
		return InTkr
	}
	return InKr
}

// toldIn chooses the scale of a sentence: millions, with one decimal, when that
// leaves something of the smallest amount that is not nothing.
func toldIn(amounts ...app.Money) Scale {
	var most, least app.Money
	for _, a := range amounts {
		a = max(a, -a)
		most = max(most, a)
		if a > 0 && (least == 0 || a < least) {
			least = a
		}
	}
	switch {
	case most >= InMnkr.unit() && least >= InMnkr.unit()/10:
		return InMnkr
	case most >= 10*InTkr.unit():
		return InTkr
	}
	return InKr
}

// number writes an amount in a scale, whole and without the unit, halves away
// from zero.
func (m *Model) number(a app.Money, s Scale) string { return m.words.Int(rounded(a, s.unit())) }

// tell writes an amount in a scale with its unit, as in a sentence: 1,6 mnkr.
func (m *Model) tell(a app.Money, s Scale) string {
	return m.words.T("costs.sum_in."+string(s), i18n.Vars{"N": m.figure(a, s)})
}

// tellRange writes two amounts with one unit: 0,4–0,5 mnkr; one, when they are
// written alike.
func (m *Model) tellRange(low, high app.Money, s Scale) string {
	a, b := m.figure(low, s), m.figure(high, s)
	if a == b {
		return m.tell(low, s)
	}
	between := "–"
	if low < 0 || high < 0 {
		between = m.words.T("costs.to")
	}
	return m.words.T("costs.sum_in."+string(s), i18n.Vars{"N": a + between + b})
}

func (m *Model) figure(a app.Money, s Scale) string {
	if s != InMnkr || max(a, -a) >= 100*s.unit() { // a tenth says nothing of so much
		return m.number(a, s)
	}
	tenths := rounded(a, s.unit()/10)
	whole := m.words.Int(max(tenths, -tenths) / 10)
	if tenths < 0 {
		whole = "−" + whole
	}
	return whole + m.words.Decimal("."+strconv.FormatInt(max(tenths, -tenths)%10, 10))
}

// rounded counts whole units, halves away from zero.
func rounded(a, unit app.Money) int64 {
	n, rest := a/unit, a%unit
	switch {
	case rest >= unit-rest:
		n++
	case -rest >= unit+rest:
		n--
	}
	return int64(n)
}

// unitOf is the unit as a heading has it: tkr, SEK thousand.
func (m *Model) unitOf(s Scale) string { return m.words.T("costs.unit_of." + string(s)) }
