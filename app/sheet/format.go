package sheet

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// format is what a number in a cell is shown as.
type format int

const (
	plainNumber format = iota
	percent
	date
)

// cell writes what a cell holds the Swedish way: a number with a decimal comma,
// a percentage with its sign, a day as 2027-01-31.
func (b *book) cell(sheet, name, raw string) string {
	kind, err := b.file.GetCellType(sheet, name)
	if err != nil || kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
		return raw
	}
	n, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return raw
	}
	switch b.formatOf(sheet, name) {
	case percent:
		return decimal(n*100) + " %"
	case date:
		if t, err := excelize.ExcelDateToTime(n, b.since1904); err == nil && n >= 1 && n < 2958466 {
			return t.Format("2006-01-02")
		}
	}
	return decimal(n)
}

// decimal writes the fifteen digits a spreadsheet shows of a number; the ones
// after them are noise of its arithmetic.
func decimal(n float64) string {
	short, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil {
		short = n
	}
	return strings.Replace(strconv.FormatFloat(short, 'f', -1, 64), ".", ",", 1)
}

func (b *book) formatOf(sheet, name string) format {
	id, err := b.file.GetCellStyle(sheet, name)
	if err != nil {
		return plainNumber
	}
	if f, known := b.formats[id]; known {
		return f
	}
	f := plainNumber
	if style, err := b.file.GetStyle(id); err == nil && style != nil {
		f = formatIn(style)
	}
	b.formats[id] = f
	return f
}

// quoted is what a number format shows as it stands, and colours and languages.
var quoted = regexp.MustCompile(`"[^"]*"|\\.|\[[^\]]*\]|_.`)

func formatIn(s *excelize.Style) format {
	switch n := s.NumFmt; {
	case s.CustomNumFmt != nil:
		code := strings.ToLower(quoted.ReplaceAllString(*s.CustomNumFmt, ""))
		switch {
		case strings.Contains(code, "%"):
			return percent
		case strings.Contains(code, "y") || strings.Contains(code, "d"):
			return date
		}
	case n == 9 || n == 10:
		return percent
	case n >= 14 && n <= 17 || n == 22:
		return date
	}
	return plainNumber
}
