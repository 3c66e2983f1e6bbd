package desk

import (
	"cmp"
	"errors"
	"fmt"

	"yttra/app"
)

// OpenFault is a matter that could not be opened.
type OpenFault struct {
	ID  string
	Err error
}

func (f *OpenFault) Error() string { return fmt.Sprintf("open matter %s: %v", f.ID, f.Err) }
func (f *OpenFault) Unwrap() error { return f.Err }

// KeepCopy keeps the open matter, as it stands, as a matter of its own with
// another title: somebody else saved the first one meanwhile, and both are kept.
// When that fails as well, what was open stays open and unsaved.
func (d *Desk) KeepCopy(title string) error {
	if d.matter == nil {
		return nil
	}
	before, doc, revision, saved := d.matter, d.doc, d.revision, d.saved
	past, future, kept, done := d.past, d.future, d.kept, d.done
	m := d.matter.Clone()
	m.ID, m.Title = app.NewID(), title
	d.open(nil, m, 0)
	d.note(app.Event{Action: app.ActCopied, About: before.ID})
	d.doc, d.saved = doc, Saved{State: Changed}
	if err := d.Save(); err != nil {
		d.matter, d.doc, d.revision, d.saved, d.past, d.future = before, doc, revision, saved, past, future
		d.kept, d.done = kept, done
		d.tell()
		return fmt.Errorf("keep copy: %w", err)
	}
	return d.reload()
}

// OpenEarlier opens the latest version of a matter that can be read, when its
// latest of all is damaged. It lies open as changed: saving makes it the latest.
func (d *Desk) OpenEarlier(id string) error {
	if err := d.Save(); err != nil {
		return err
	}
	list, err := d.parts.Store.Revisions(id)
	if err != nil {
		return fmt.Errorf("open earlier version: %w", err)
	}
	var bad error
	for _, r := range list {
		m, err := d.parts.Store.LoadRevision(id, r.Number)
		if err != nil {
			bad = cmp.Or(bad, err)
			continue
		}
		d.open(m, d.freshened(m), list[0].Number)
		d.noteVersion(app.ActRestored, r.Number, app.Event{})
		d.saved = Saved{State: Changed, At: r.At}
		d.tell()
		return nil
	}
	return fmt.Errorf("open earlier version: %w", cmp.Or(bad, error(&app.Problem{Code: app.CodeNotFound, What: id})))
}

// faulty keeps what can be read of a register with a damaged record, and the
// fault to tell; any other error stops.
func faulty(err error, fault *error) error {
	if err != nil && app.CodeOf(err) == app.CodeDamaged {
		*fault = errors.Join(*fault, err)
		return nil
	}
	return err
}

// Fault is what was damaged when the register was opened; nil when all was whole.
func (d *Desk) Fault() error { return d.fault }
