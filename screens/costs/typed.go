package costs

import (
	"regexp"
	"strconv"
	"strings"

	"yttra/app/cost"
	"yttra/app/sheet"
)

// swedish makes what was typed in a column of figures Swedish, when the window
// speaks English.
func (m *Model) swedish(h Head, s string) string {
	if h.Right && m.words.Lang() == "en" {
		return sheet.English(s)
	}
	return s
}

// figures is a whole number somewhere in a text.
var figures = regexp.MustCompile(`[0-9]+`)

// mostIndex is the largest change of a price a year: 20 per cent, either way.
const mostIndex = 2000

// indexOf reads a change of price a year in per cent, as hundredths of it.
func indexOf(s string) (int, bool) {
	n, ok := sheet.PercentOf(s)
	return n, ok && n >= -mostIndex && n <= mostIndex
}

// calendar is a text that begins with a year of the calendar.
var calendar = regexp.MustCompile(`^\s*((?:19|20|21)[0-9]{2})\b`)

// yearIn is the earliest calendar year that one of some cells begins with; 0 when
// none does.
func yearIn(cells [][]string, column int) int {
	first := 0
	for _, row := range cells {
		if column >= len(row) {
			continue
		}
		if found := calendar.FindStringSubmatch(row[column]); found != nil {
			if n, err := strconv.Atoi(found[1]); err == nil && n >= cost.EarliestYear && n <= cost.LatestYear && (first == 0 || n < first) {
				first = n
			}
		}
	}
	return first
}

// plainText is a cell as one line.
func plainText(s string) string { return strings.Join(strings.Fields(s), " ") }
