package reports

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

// day is "den 14 april 2026"; a day that does not exist stands as it was written.
func (m *maker) day(d app.Date) string {
	t, ok := d.Time()
	months := strings.Fields(m.l.Months)
	if !ok || len(months) != 12 {
		return string(d)
	}
	return m.l.On + strconv.Itoa(t.Day()) + "\u00a0" + months[t.Month()-1] + " " + strconv.Itoa(t.Year())
}

// weekday is "tisdagen den 14 april 2026".
func (m *maker) weekday(d app.Date) string {
	t, ok := d.Time()
	days := strings.Fields(m.l.Weekdays)
	if !ok || len(days) != 7 {
		return string(d)
	}
	return days[t.Weekday()] + " " + m.day(d)
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
