package parts

import (
	"yttra/app"
	"yttra/i18n"
)

// CheckedWords say by which rules a paper was checked when it was last kept or
// sent. now is what it is checked by as it stands; changed tells that the rules
// are others than they were then.
func CheckedWords(w i18n.Words, was *app.Checked, now app.Checked) (text string, changed bool) {
	if was == nil {
		return w.T("part.checked_now", i18n.Vars{"Rules": now.Packs}), false
	}
	vars := i18n.Vars{"Rules": was.Packs, "Day": string(was.On), "Now": now.Packs}
	if was.Packs != now.Packs {
		return w.T("part.checked_before", vars), true
	}
	return w.T("part.checked", vars), false
}
