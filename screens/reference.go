package screens

import (
	"fmt"
	"strconv"
	"strings"

	"yttra/app"
)

// A reference form is text with two places: {år} for the year and {löpnr:5} for
// a running number of so many digits.
const (
	placeYear   = "{år}"
	placeNumber = "{löpnr"
	exampleNo   = 77
)

// referenceExample writes a reference as the form says, with the year of a day
// and an invented number. fault is the key of what is wrong with the form.
func referenceExample(form string, today app.Date) (example, fault string) {
	form = strings.TrimSpace(form)
	if form == "" {
		return "", ""
	}
	before, rest, ok := strings.Cut(form, placeNumber)
	if !ok {
		return "", "profile.reference_number"
	}
	digits, after, ok := strings.Cut(rest, "}")
	if !ok {
		return "", "profile.reference_number"
	}
	n := 1
	if digits != "" {
		var err error
		if n, err = strconv.Atoi(strings.TrimPrefix(digits, ":")); err != nil || n < 1 || n > 9 || digits[0] != ':' {
			return "", "profile.reference_digits"
		}
	}
	year := string(today)[:min(4, len(today))]
	out := strings.ReplaceAll(before+fmt.Sprintf("%0*d", n, exampleNo)+after, placeYear, year)
	if strings.ContainsAny(out, "{}") {
		return "", "profile.reference_place"
	}
	return out, ""
}
