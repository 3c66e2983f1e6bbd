package desk

import (
	"slices"

	"yttra/app"
	"yttra/app/check"
)

// Sightings are the sentences of the open matter that propose answers to the
// screening.
func (d *Desk) Sightings() []check.Sighting {
	if d.matter == nil {
		return nil
	}
	return d.parts.Checker.Screen(d.matter, d.doc)
}

// Confirm keeps the clerk's answers to the screening, with what the text had
// signs of; it is one step to undo. What is not among them stays as it is.
func (d *Desk) Confirm(yes map[string]bool) {
	var found []string
	for _, s := range d.Sightings() {
		found = append(found, s.Answer)
	}
	slices.Sort(found)
	d.Edit("", func(m *app.Matter) { m.Confirm(yes, found, d.profile.Officer.Name, d.today()) })
}
