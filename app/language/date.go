package language

import (
	"fmt"
	"strconv"
	"strings"

	"yttra/app"
)

// DateAt is a calendar day in a text.
type DateAt struct {
	Span app.Span
	Date app.Date
}

var months = []string{"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"}

// Dates finds days written 2026-03-12 or 12 mars 2026. A day that does not
// exist is no date.
func Dates(s string) []DateAt {
	var out []DateAt
	for at := 0; at < len(s); {
		i := strings.IndexAny(s[at:], "0123456789")
		if i < 0 {
			break
		}
		at += i
		end := digitsEnd(s, at)
		if text, stop := dayAt(s, at, end); text != "" && !joined(s, at, stop) {
			if d, err := app.ParseDate(text); err == nil {
				out = append(out, DateAt{app.Span{Start: at, End: stop}, d})
				end = stop
			}
		}
		at = end
	}
	return out
}

// dayAt reads a day that begins with the number from at to end, as ISO text.
func dayAt(s string, at, end int) (text string, stop int) {
	if end-at == 4 && len(s) >= at+10 && s[end] == '-' && s[at+7] == '-' && digitsEnd(s, at+5) == at+7 && digitsEnd(s, at+8) == at+10 {
		return year(s[at:at+10], s[at:end]), at + 10
	}
	if end-at > 2 {
		return "", 0
	}
	i := skipSpace(s, end)
	if i == end {
		return "", 0
	}
	for n, name := range months {
		if m := word(s, i, name); m > 0 {
			i = skipSpace(s, i+m)
			day, _ := strconv.Atoi(s[at:end])
			if digitsEnd(s, i) != i+4 {
				return "", 0
			}
			return year(fmt.Sprintf("%s-%02d-%02d", s[i:i+4], n+1, day), s[i:i+4]), i + 4
		}
	}
	return "", 0
}

// year gives the text when the year is of the last or this century.
func year(text, y string) string {
	if strings.HasPrefix(y, "19") || strings.HasPrefix(y, "20") {
		return text
	}
	return ""
}

// joined reports whether a letter or digit touches what lies between from and to.
func joined(s string, from, to int) bool {
	return from > 0 && inWordBefore(s[:from]) || to < len(s) && inWordAfter(s[to:])
}
