package check

import (
	"yttra/app"
)

// findFacts speaks when the look's condition holds, at the first section of its
// roles.
func findFacts(r *run, l *look) []found {
	for _, role := range l.roles {
		if i := r.doc.Section(role); i >= 0 {
			return []found{{place: app.Place{Section: i}}}
		}
	}
	return []found{{place: whole}}
}
