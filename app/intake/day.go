package intake

import (
	"fmt"
	"strconv"
	"strings"

	"yttra/app"
)

// day is a calendar day found in a text.
type day struct {
	start, end int
	date       app.Date
}

// firstDay finds the first day in s.
func firstDay(s string) (day, bool) { return nextDay(s, 0) }

// nextDay finds the first day that begins at or after offset i: 2026-04-15,
// 15 april 2026, den 15 april 2026, 15/4 2026, 15.4.2026. Every form has a year
// of four figures, so years are looked for and the rest read around them.
func nextDay(s string, i int) (day, bool) {
	for ; i+4 <= len(s); i++ {
		if !isYearAt(s, i) {
			if d, ok := compactDay(s, i); ok {
				return d, true
			}
			continue
		}
		if d, ok := isoDay(s, i); ok {
			return d, true
		}
		if d, ok := writtenDay(s, i); ok {
			return d, true
		}
	}
	return day{}, false
}

// compactDay reads 20260415 at i, and in a short line 260415.
func compactDay(s string, i int) (day, bool) {
	if !isDigit(s[i]) || i > 0 && s[i-1] != ' ' && s[i-1] != '\t' {
		return day{}, false
	}
	j := i
	for j < len(s) && j < i+9 && isDigit(s[j]) {
		j++
	}
	if j < len(s) && s[j] != ' ' && s[j] != ',' {
		return day{}, false
	}
	century := ""
	switch {
	case j-i == 8 && (s[i:i+2] == "19" || s[i:i+2] == "20"):
	case j-i == 6 && len(s) < 40 && j == len(s) && i > 0 && s[i] < '5' && (!strings.ContainsAny(s[:i], "/:-.") || roleIn(s[:i]) == DateReceived):
		century = "20"
	default:
		return day{}, false
	}
	digits := century + s[i:j]
	year, _ := strconv.Atoi(digits[:4])
	month, _ := strconv.Atoi(digits[4:6])
	n, _ := strconv.Atoi(digits[6:])
	return made(i, j, year, month, n)
}

// isYearAt reports whether four figures from 1900 to 2099 stand alone at i.
func isYearAt(s string, i int) bool {
	if s[i] != '1' && s[i] != '2' || i+4 > len(s) || i > 0 && isDigit(s[i-1]) || i+4 < len(s) && isDigit(s[i+4]) {
		return false
	}
	c := s[i : i+2]
	return (c == "19" || c == "20") && isDigit(s[i+2]) && isDigit(s[i+3])
}

// isoDay reads 2026-04-15 at i, also with spaces round the hyphens.
func isoDay(s string, i int) (day, bool) {
	j := i + 4
	var parts [2]int
	var sep byte
	for k := range parts {
		j = skipSpaces(s, j)
		if j >= len(s) || s[j] != '-' && s[j] != '.' && s[j] != '/' || k == 1 && s[j] != sep {
			if !strings.HasPrefix(s[min(j, len(s)):], "–") {
				return day{}, false
			}
			j += len("–") - 1
		} else {
			sep = s[j]
		}
		j = skipSpaces(s, j+1)
		n, width := figures(s[min(j, len(s)):])
		if width != 2 {
			return day{}, false
		}
		parts[k] = n
		j += width
	}
	year, _ := strconv.Atoi(s[i : i+4])
	return made(i, j, year, parts[0], parts[1])
}

// writtenDay reads the day and month before the year at i.
func writtenDay(s string, i int) (day, bool) {
	year, _ := strconv.Atoi(s[i : i+4])
	head := s[max(0, i-30):i]
	base := i - len(head)
	trimmed := strings.TrimRight(head, " ,-–./")
	k := strings.LastIndexAny(trimmed, " \t./-")
	last := trimmed[k+1:]
	month := monthNumbers[strings.ToLower(last)]
	if month == 0 && k >= 0 && (trimmed[k] == '/' || trimmed[k] == '.') {
		month, _ = figures(last)
	}
	if month == 0 || k < 0 {
		return day{}, false
	}
	before := strings.TrimRight(trimmed[:k], " .:e")
	d := len(before) - len(strings.TrimRight(before, "0123456789"))
	if d == 0 || d > 2 {
		return day{}, false
	}
	n, _ := strconv.Atoi(before[len(before)-d:])
	start := base + len(before) - d
	if strings.HasSuffix(strings.ToLower(s[max(0, start-len("den ")):start]), "den ") {
		start -= len("den ")
	}
	return made(start, i+4, year, month, n)
}

func made(start, end, year, month, n int) (day, bool) {
	date := app.Date(fmt.Sprintf("%04d-%02d-%02d", year, month, n))
	return day{start, end, date}, date.Valid()
}

func skipSpaces(s string, i int) int {
	for i < len(s) && s[i] == ' ' {
		i++
	}
	return i
}

// figures reads the number s begins with.
func figures(s string) (n, width int) {
	for width < len(s) && width < 6 && isDigit(s[width]) {
		n = n*10 + int(s[width]-'0')
		width++
	}
	if width < len(s) && isDigit(s[width]) {
		return 0, 0
	}
	return n, width
}
