package sheet

import (
	"bytes"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/cost"
	"yttra/i18n"
)

// Export is an estimate on its way to a file.
type Export struct {
	Words    i18n.Words
	Title    string // of the matter; may be empty
	Day      app.Date
	Estimate app.Estimate
	Sums     cost.Comparison // of Estimate: the values that formulas have until a program reckons them anew
}

// CSV writes the lines the way a Swedish spreadsheet program opens them right:
// semicolons, decimal commas, UTF-8 with its mark. The lines of alternatives
// follow those of the proposal, with the alternative's name in a column of its own.
// A text that a program would take for a formula has an apostrophe before it.
func (x Export) CSV() []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	fields := Order
	if len(x.Estimate.Alternatives) > 0 {
		fields = append([]Field{Way}, Order...)
	}
	x.csvRow(&b, fields, func(f Field) string { return x.head(f) })
	for w := range len(x.Estimate.Alternatives) + 1 {
		view := x.Estimate.View(w)
		for i, l := range view.Lines {
			x.csvRow(&b, fields, func(f Field) string {
				if f == Way {
					return app.Inert(x.wayName(w))
				}
				return x.text(l, f, x.lineAmount(w, i))
			})
		}
	}
	return b.Bytes()
}

// csvRow writes a row of cells.
func (x Export) csvRow(b *bytes.Buffer, fields []Field, cell func(Field) string) {
	for i, f := range fields {
		if i > 0 {
			b.WriteByte(';')
		}
		s := cell(f)
		if strings.ContainsAny(s, ";\"\r\n\t,") || s != strings.TrimSpace(s) {
			s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
		}
		b.WriteString(s)
	}
	b.WriteString("\r\n")
}

// head is the word for a column.
func (x Export) head(f Field) string { return words(x.Words, "sheet.head."+string(f))[0] }

// wayName is the name of a way, as app.Estimate.View counts them.
func (x Export) wayName(w int) string {
	if name := x.Estimate.View(w).Name; name != "" || w > 0 {
		return name
	}
	return x.Words.T("costs.proposal")
}

// lineAmount is what a line costs a year at the prices of year 1, without VAT.
func (x Export) lineAmount(way, line int) app.Money {
	l := x.Estimate.View(way).Lines[line]
	l.From, l.To, l.Low, l.High, l.Index = 1, 1, 0, 0, 0
	m := sumOf(l)
	return max(m, -m)
}

// text writes a field of a line. What cannot be read stands as it was written.
func (x Export) text(l app.CostLine, f Field, likely app.Money) string {
	if s, unread := l.Unread[f.json()]; unread {
		return app.Inert(s)
	}
	switch f {
	case Kind:
		return app.Inert(x.kind(l.Kind))
	case What:
		return app.Inert(l.What)
	case Quantity:
		return strings.Replace(l.Quantity.String(), ".", ",", 1)
	case Price:
		return kronor(l.Price)
	case Years:
		return x.years(l)
	case Low, High:
		return end(l, f)
	case Likely:
		if cost.Unsummed(l) {
			return ""
		}
		return kronor(likely)
	case Source:
		return app.Inert(x.source(l.Source))
	case VAT:
		if l.VAT == 0 {
			return words(x.Words, "sheet.vat."+vatWithout)[0]
		}
		return strconv.Itoa(l.VAT) + " %"
	case Index:
		return hundredths(l.Index)
	case Lifetime:
		return number(l.Lifetime)
	case Own:
		return x.yes(l.Internal)
	case CallOff:
		return x.yes(l.CallOff)
	case Open:
		return x.yes(l.Open)
	}
	return ""
}

// kind is the short word for a kind; one that is not known stands as it is.
func (x Export) kind(k app.CostKind) string {
	if key := "costs.kind." + string(k); k != "" && x.Words.Has(key) {
		return x.Words.T(key)
	}
	return string(k)
}

func (x Export) source(s app.CostSource) string {
	if key := "cost_source." + string(s); s != "" && x.Words.Has(key) {
		return x.Words.T(key)
	}
	return string(s)
}

func (x Export) yes(is bool) string {
	if is {
		return words(x.Words, "sheet.yes")[0]
	}
	return ""
}

// years writes the years of a line, of the calendar when the first is known.
func (x Export) years(l app.CostLine) string {
	from, to := bothYears(l.From, l.To, x.Estimate.FirstYear)
	if from == to {
		return strconv.Itoa(from)
	}
	return strconv.Itoa(from) + "–" + strconv.Itoa(to)
}

// bothYears are the years of a row: none is the first of all, and the same.
func bothYears(from, to, first int) (int, int) {
	from = max(from, 1)
	if to == 0 {
		to = from
	}
	if first > 0 {
		return from + first - 1, to + first - 1
	}
	return from, to
}

// end writes one end of a range; there is none when both are nothing.
func end(l app.CostLine, f Field) string {
	switch {
	case l.Low == 0 && l.High == 0:
		return ""
	case f == Low:
		return kronor(l.Low)
	}
	return kronor(l.High)
}

// kronor writes an amount with a decimal comma and nothing between thousands.
func kronor(m app.Money) string { return hundredths(int(m)) }

func hundredths(n int) string {
	sign := ""
	if n < 0 {
		sign = "-"
	}
	whole, rest := strconv.Itoa(max(n/100, -(n/100))), max(n%100, -(n%100))
	if rest == 0 {
		return sign + whole
	}
	return sign + whole + "," + strconv.Itoa(100 + rest)[1:]
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// unguarded takes the mark away.
func unguarded(s string) string {
	if bare := strings.TrimLeft(s, "'"); len(bare) < len(s) && app.Inert(bare) != bare {
		return s[1:]
	}
	return s
}
