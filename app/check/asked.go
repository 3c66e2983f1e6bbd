package check

import (
	"strings"

	"yttra/app"
	"yttra/app/language"
)

// findUnnamed speaks of those who were asked for their opinion and whom the paper
// nowhere names: each of them that has answered, or that has not, must be in a
// summary of what came back.
func findUnnamed(r *run, _ *look) []found {
	var all strings.Builder
	for _, s := range r.sections {
		all.WriteString(squeeze(language.Fold(s.text)) + "\n")
	}
	said := all.String()
	at := whole
	for _, role := range []string{"views", "answers"} {
		if i := r.doc.Section(role); i >= 0 && at == whole {
			at = app.Place{Section: i}
		}
	}
	var out []found
	for _, a := range r.matter.Referrals {
		name := squeeze(a.Body)
		if name != "" && !strings.Contains(said, language.Fold(name)) {
			out = append(out, found{place: at, part: name, words: []string{"{body}", name}})
		}
	}
	return out
}
