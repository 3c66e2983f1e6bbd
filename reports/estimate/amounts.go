package estimate

import (
	"regexp"
	"strconv"
	"strings"

	"yttra/app"
)

// unit is what amounts of a table or figure are counted in.
type unit string

const (
	oren      unit = "oren" // kronor with two decimals
	kronor    unit = "kronor"
	thousands unit = "thousands"
	millions  unit = "millions"
)

// units lists them from the finest.
var units = []unit{oren, kronor, thousands, millions}

// in writes an amount in the unit, without its name: thousands apart by a no-break
// space, a true minus, halves away from zero.
func (u unit) in(m app.Money) string {
	switch u {
	case oren:
		rest := m % 100
		s := bare(m-rest, app.InKr)
		if m < 0 && m > -100 {
			s = "\u2212" + s
		}
		return s + "," + strconv.FormatInt(int64(100+max(rest, -rest)), 10)[1:]
	case thousands:
		return bare(m, app.InThousands)
	case millions:
		return bare(m, app.InMillions)
	}
	return bare(m, app.InKr)
}

// bare is an amount without the name of its unit.
func bare(m app.Money, f app.MoneyForm) string {
	s := m.Written(f)
	return s[:strings.LastIndex(s, "\u00a0")]
}

// written is an amount in a sentence: "1 910 323 kronor".
func written(m app.Money) string { return m.Written(app.InKronor) }

// percent writes hundredths of a per cent, without the sign: "3,5".
func percent(n int) string {
	sign := ""
	if n < 0 {
		sign, n = "\u2212", -n
	}
	s := strconv.Itoa(n / 100)
	if rest := n % 100; rest > 0 {
		s += "," + strings.TrimRight(strconv.Itoa(100 + rest)[1:], "0")
	}
	return sign + s
}

// quantity writes a count with the decimals it has.
func quantity(q app.Quantity) string {
	sign := ""
	if q < 0 {
		sign, q = "\u2212", -q
	}
	s := bare(app.Kronor(int64(q/1000)), app.InKr)
	if rest := int64(q % 1000); rest > 0 {
		s += "," + strings.TrimRight(strconv.FormatInt(1000+rest, 10)[1:], "0")
	}
	return sign + s
}

// section finds a number of chapter or section and what it stays with.
var section = regexp.MustCompile(`(\d|\d [a-z]) (kap\.|§)`)

// bound keeps the numbers of sections on the line of their signs.
func bound(s string) string {
	for range 2 { // "7 a §" overlaps itself
		s = section.ReplaceAllString(s, "$1\u00a0$2")
	}
	return s
}

// listed joins words: "a, b och c".
func listed(ss []string, and string) string {
	if len(ss) < 2 {
		return strings.Join(ss, "")
	}
	return strings.Join(ss[:len(ss)-1], ", ") + " " + and + " " + ss[len(ss)-1]
}
