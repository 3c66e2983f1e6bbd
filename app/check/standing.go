package check

import (
	"strconv"

	"yttra/app"
)

// findFacts speaks when the look's condition holds and the text has nowhere what it
// needs, at the first section of its roles. Its words may name the day of the one-year rule and the days left, or
// gone since.
func findFacts(r *run, l *look) []found {
	if len(filled(r.views(&look{}, l.needs))) > 0 {
		return nil
	}
	var words []string
	if d, ok := r.matter.Clock(r.today); ok {
		words = []string{"{deadline}", string(d.Day), "{left}", strconv.Itoa(max(d.Left, -d.Left))}
	}
	for _, role := range l.roles {
		if i := r.doc.Section(role); i >= 0 {
			return []found{{place: app.Place{Section: i}, words: words}}
		}
	}
	return []found{{place: whole, words: words}}
}
