package intake

import "yttra/app"

// Claim gives words that a person pointed out in a paper the form of a claim: tidy, and
// beginning with "att".
func Claim(words string) string {
	if words = tidy(words); words == "" {
		return ""
	}
	return withAtt(words)
}

// Day reads the first day in words that a person pointed out.
func Day(words string) (app.Date, bool) {
	d, ok := firstDay(words)
	return d.date, ok
}
