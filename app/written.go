package app

import (
	"strconv"
	"strings"
)

// MoneyForm is how an amount is written in a text or on paper, the Swedish way.
type MoneyForm string

const (
	InKronor    MoneyForm = ""        // 1 910 323 kronor
	InKr        MoneyForm = "kr"      // 1 910 323 kr
	InThousands MoneyForm = "tkr"     // 1 910 tkr
	InMillions  MoneyForm = "mnkr"    // 1,9 mnkr
	Millions    MoneyForm = "million" // 1,9 miljoner kronor
)

// MoneyForms lists them in the order they are offered.
var MoneyForms = []MoneyForm{InKronor, InKr, InThousands, InMillions, Millions}

// Written writes an amount with its unit, thousands apart by no-break spaces, a
// true minus (Myndigheternas skrivregler). Kronor and thousands are whole, millions
// have one decimal; halves round away from zero.
func (m Money) Written(f MoneyForm) string {
	const noBreak = "\u00a0"
	switch f {
	case InKr:
		return grouped(m.rounded(100)) + noBreak + "kr"
	case InThousands:
		return grouped(m.rounded(100_000)) + noBreak + "tkr"
	case InMillions, Millions:
		unit := "mnkr"
		if f == Millions {
			unit = "miljoner kronor"
		}
		tenths := m.rounded(10_000_000)
		whole := grouped(tenths / 10)
		if tenths < 0 && tenths > -10 {
			whole = "\u2212" + whole
		}
		return whole + "," + strconv.FormatInt(max(tenths%10, -(tenths%10)), 10) + noBreak + strings.ReplaceAll(unit, " ", noBreak)
	}
	return grouped(m.rounded(100)) + noBreak + "kronor"
}

// rounded counts whole units, halves away from zero.
func (m Money) rounded(unit Money) int64 {
	n, rest := m/unit, m%unit
	if rest >= unit-rest {
		n++
	} else if -rest >= unit+rest {
		n--
	}
	return int64(n)
}

// grouped writes a whole number in groups of three.
func grouped(n int64) string {
	digits, minus := strings.CutPrefix(strconv.FormatInt(n, 10), "-")
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "\u00a0" + digits[i:]
	}
	if minus {
		return "\u2212" + digits
	}
	return digits
}
