package check

import (
	"strconv"

	"yttra/app"
)

// findUndecided speaks of every claim that has no proposed decision.
func findUndecided(r *run, _ *look) []found {
	at := whole
	if i := r.doc.Section(app.RoleProposal); i >= 0 {
		at = app.Place{Section: i}
	}
	var out []found
	for i, c := range r.matter.Claims {
		if c.Decision == app.Undecided {
			out = append(out, found{place: at, part: strconv.Itoa(i + 1), words: []string{"{n}", strconv.Itoa(i + 1), "{claim}", c.Text}})
		}
	}
	return out
}
