package language

import (
	"fmt"
	"regexp"
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

var datePattern = regexp.MustCompile(`(?i)\b(?:((?:19|20)\d\d-\d\d-\d\d)|(\d{1,2})[ \x{00a0}\n]{1,2}(` +
	strings.Join(months, "|") + `)[ \x{00a0}\n]{1,2}((?:19|20)\d\d))\b`)

// Dates finds days written 2026-03-12 or 12 mars 2026. A day that does not
// exist is no date.
func Dates(s string) []DateAt {
	var out []DateAt
	for _, m := range datePattern.FindAllStringSubmatchIndex(s, -1) {
		text := part(s, m, 1)
		if text == "" {
			month := 0
			for i, name := range months {
				if strings.EqualFold(name, part(s, m, 3)) {
					month = i + 1
				}
			}
			day, _ := strconv.Atoi(part(s, m, 2))
			text = fmt.Sprintf("%s-%02d-%02d", part(s, m, 4), month, day)
		}
		if d, err := app.ParseDate(text); err == nil {
			out = append(out, DateAt{app.Span{Start: m[0], End: m[1]}, d})
		}
	}
	return out
}
