package desk

import "yttra/app"

// Checking is what a paper that is checked now is checked by.
func (d *Desk) Checking() app.Checked {
	return app.Checked{Packs: d.parts.Packs.Version, Program: d.parts.Program, On: d.today()}
}

// RecordCheck writes on a document of the open matter which rules it has been
// checked by: when it is kept as a named version, and when it leaves the program.
// It is no step to undo, since nothing is decided by it.
func (d *Desk) RecordCheck(id string) {
	if d.matter == nil || d.matter.Document(id) < 0 {
		return
	}
	now, doc := d.Checking(), &d.matter.Documents[d.matter.Document(id)]
	if old := doc.Checked; old != nil {
		if now.Extra = old.Extra; old.Packs == now.Packs && old.Program == now.Program && old.On == now.On {
			return
		}
	}
	next := d.matter.Clone()
	next.Documents[next.Document(id)].Checked = &now
	d.put(next, d.doc)
}
