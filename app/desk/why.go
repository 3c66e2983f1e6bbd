package desk

import (
	"slices"

	"yttra/app"
)

// why tells for what a version is kept whatever its age: what was done in it that
// somebody may ask for years later. It follows from what is saved, what was saved
// before, and the events of it.
func (d *Desk) why(events []app.Event) app.Why {
	did := func(all ...app.Action) bool {
		return slices.ContainsFunc(events, func(e app.Event) bool { return slices.Contains(all, e.Action) })
	}
	switch {
	case did(app.ActExported, app.ActExportedWeb, app.ActFinal):
		return app.WhyFinal
	case d.kept != nil && attested(d.matter) > attested(d.kept):
		return app.WhySigned
	case d.kept != nil && (sent(d.matter) > sent(d.kept) || d.matter.Stage == app.Referred && d.kept.Stage != app.Referred):
		return app.WhySent
	case did(app.ActRestored):
		return app.WhyRestored
	}
	return app.WhyNone
}

// attested counts those who have approved a document.
func attested(m *app.Matter) (n int) {
	for i := range m.Documents {
		n += len(m.Documents[i].Attested)
	}
	return n
}

// sent counts the bodies the matter has been sent to.
func sent(m *app.Matter) (n int) {
	for _, r := range m.Referrals {
		if r.Sent != "" {
			n++
		}
	}
	return n
}

// Forget lets go of a matter that is in the register no more: it is not saved again.
func (d *Desk) Forget(id string) {
	if d.matter != nil && d.matter.ID == id {
		d.shut()
	}
	d.rows = d.rows.Without(id)
	d.tell()
}
