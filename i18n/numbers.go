package i18n

import (
	"strconv"
	"strings"
	"time"
)

const noBreak = "\u00a0"

// Int writes a whole number with groups of three: 1 910 323 in Swedish with
// no-break spaces, 1,910,323 in English. Minus is U+2212.
func (w Words) Int(n int64) string {
	digits := strings.TrimPrefix(strconv.FormatInt(n, 10), "-")
	gap := noBreak
	if w.lang == "en" {
		gap = ","
	}
	var b strings.Builder
	if n < 0 {
		b.WriteRune('−')
	}
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(gap)
		}
		b.WriteRune(d)
	}
	return b.String()
}

// Amount writes ören as kronor without unit; ören are shown only when there are
// any: 35 000, 0,50.
func (w Words) Amount(ore int64) string {
	s := w.Int(ore / 100)
	if ore < 0 && ore > -100 {
		s = "−0"
	}
	if rest := max(ore, -ore) % 100; rest != 0 {
		s += w.point() + strconv.Itoa(int(100 + rest))[1:]
	}
	return s
}

// Kronor writes an amount with its unit: 35 000 kr, SEK 35,000.
func (w Words) Kronor(ore int64) string {
	if w.lang == "en" {
		return "SEK" + noBreak + w.Amount(ore)
	}
	return w.Amount(ore) + noBreak + "kr"
}

// Exact is as Kronor with the ören always written: 35 000,00 kr.
func (w Words) Exact(ore int64) string {
	if ore%100 != 0 {
		return w.Kronor(ore)
	}
	whole := w.Int(ore/100) + w.point() + "00"
	if w.lang == "en" {
		return "SEK" + noBreak + whole
	}
	return whole + noBreak + "kr"
}

// Decimal writes a number given in text with a point (0.5) the language's way.
func (w Words) Decimal(s string) string { return strings.Replace(s, ".", w.point(), 1) }

// Percent writes hundredths of a per cent: 350 is 3,5 % and 3.5%.
func (w Words) Percent(hundredths int) string {
	s := strings.TrimRight(strings.TrimRight(strconv.FormatFloat(float64(hundredths)/100, 'f', 2, 64), "0"), ".")
	s = strings.Replace(s, "-", "\u2212", 1)
	if w.lang == "en" {
		return s + "%"
	}
	return w.Decimal(s) + noBreak + "%"
}

// Size writes how large a file is: in kB up to a thousand, then in MB.
func (w Words) Size(bytes int64) string {
	if bytes < 1_000_000 {
		return w.Int((bytes+999)/1000) + "\u00a0kB"
	}
	return w.Int((bytes+500_000)/1_000_000) + "\u00a0MB"
}

// Clock writes the time of day: 09.42 and 09:42.
func (w Words) Clock(t time.Time) string {
	if w.lang == "en" {
		return t.Format("15:04")
	}
	return t.Format("15.04")
}

// Day writes a day that is near, given as 2026-12-22: 22 december.
func (w Words) Day(day string) string {
	d, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return strconv.Itoa(d.Day()) + "\u00a0" + w.T("month."+strconv.Itoa(int(d.Month())))
}

func (w Words) point() string {
	if w.lang == "en" {
		return "."
	}
	return ","
}
