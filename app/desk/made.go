package desk

import "yttra/app"

// RecordFile notes a file that was made of a document of the open matter, or that
// was made and found faulty. When and by whom is filled in. It is no step to undo:
// the file is made whatever becomes of the text. That a final file was made is kept at
// once: it may be on its way to somebody before the next autosave.
func (d *Desk) RecordFile(id string, e app.Export) {
	if d.matter == nil || d.matter.Document(id) < 0 {
		return
	}
	if e.At.IsZero() {
		e.At = d.parts.Now().Round(0)
	}
	e.By = d.profile.Officer.Name
	next := d.matter.Clone()
	next.Documents[next.Document(id)].Made(e)
	d.put(next, d.doc)
	if goesOut(e) {
		_ = d.Save() // a save that fails is told by the state
	}
}
