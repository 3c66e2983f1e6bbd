package desk

import (
	"fmt"

	"yttra/app"
)

// Add puts a new matter into the register and opens it. A matter without an
// identity gets one, and an estimate nobody has written in the terms of the
// profile; its first document is of the kind, when kind is not empty.
func (d *Desk) Add(m *app.Matter, kind string) error {
	if err := d.Save(); err != nil {
		return err
	}
	m = m.Clone()
	if m.ID == "" {
		m.ID = app.NewID()
	}
	m.Estimate.Begin(d.profile.Economy)
	if kind != "" {
		doc, err := d.newDocument(kind, m)
		if err != nil {
			return err
		}
		m.Documents = append(m.Documents, doc)
	}
	d.open(nil, d.freshened(m), 0)
	if kind == "" && len(m.Documents) > 0 { // it was begun elsewhere
		d.note(app.Event{Action: app.ActImported})
	}
	d.saved = Saved{State: Changed}
	return d.Save()
}

// Open takes a matter from the register; what was open is saved first.
func (d *Desk) Open(id string) error {
	if d.matter != nil && d.matter.ID == id {
		return nil
	}
	if err := d.Save(); err != nil {
		return err
	}
	m, rev, err := d.parts.Store.Load(id)
	if err != nil {
		return &OpenFault{ID: id, Err: err}
	}
	d.open(m, d.freshened(m), rev.Number)
	d.saved = Saved{State: Kept, At: rev.At}
	if d.matter != m {
		d.saved.State = Changed
	}
	d.tell()
	return nil
}

// open lays a matter on the desk; kept is what the register has of it, or nil.
func (d *Desk) open(kept, m *app.Matter, revision uint64) {
	d.matter, d.revision, d.past, d.future = m, revision, nil, nil
	d.kept, d.done = kept, nil
	d.doc = min(0, len(m.Documents)-1)
}

// Save keeps what has changed; it does nothing when all is kept. When it fails
// the text stays in memory and the state says so.
func (d *Desk) Save() error { return d.save("") }

// SaveVersion keeps the matter as a named version, which is never thinned away.
// Several may have the same name; a very long one is cut.
func (d *Desk) SaveVersion(name string) error {
	if d.matter == nil {
		return nil
	}
	if d.doc >= 0 {
		d.RecordCheck(d.matter.Documents[d.doc].ID)
	}
	d.saved.State = Changed
	return d.save(cleanName(name))
}

func (d *Desk) save(name string) error {
	if d.matter == nil || d.saved.State == Kept {
		return nil
	}
	// The state may be older than the matter when a new one was just put down.
	if d.state.Matter != d.matter {
		d.compute()
	}
	c := app.Change{Matter: d.matter, Tally: d.state.Tally, Base: d.revision, Name: name, By: d.profile.Officer.Name, Packs: d.parts.Packs.Version, At: d.parts.Now(), Events: d.events()}
	c.Why = d.why(c.Events)
	rev, err := d.parts.Store.Save(c)
	if err != nil {
		d.saved.State, d.saved.Err = Failed, err
		d.tell()
		return fmt.Errorf("save matter: %w", err)
	}
	d.revision, d.saved = rev.Number, Saved{State: Kept, At: c.At}
	d.kept, d.done = d.matter, nil
	d.rows = d.rows.With(app.RowOf(c, rev.Number))
	d.tell()
	return nil
}

// Revisions lists the versions of the open matter, latest first. Those that can
// be read are there also with CodeDamaged.
func (d *Desk) Revisions() ([]app.Revision, error) {
	if d.matter == nil {
		return nil, nil
	}
	return d.parts.Store.Revisions(d.matter.ID)
}

// Revision gives an older version of the open matter to look at.
func (d *Desk) Revision(n uint64) (*app.Matter, error) {
	if d.matter == nil {
		return nil, &app.Problem{Code: app.CodeNotFound}
	}
	return d.parts.Store.LoadRevision(d.matter.ID, n)
}

// Remove puts a matter in the bin and closes it when it is open.
func (d *Desk) Remove(id string) error {
	if err := d.parts.Store.Remove(id); err != nil {
		return fmt.Errorf("remove matter: %w", err)
	}
	d.Forget(id)
	return nil
}

// Unremove takes a matter out of the bin.
func (d *Desk) Unremove(id string) error {
	if err := d.parts.Store.Unremove(id); err != nil {
		return fmt.Errorf("take matter from bin: %w", err)
	}
	return d.reload()
}

// Bin lists what has been removed.
func (d *Desk) Bin() ([]app.Row, error) { return d.parts.Store.Bin() }

func (d *Desk) reload() error {
	rows, err := d.parts.Store.List()
	if err != nil {
		return fmt.Errorf("list matters: %w", err)
	}
	d.rows = rows
	d.tell()
	return nil
}

// SetProfile keeps the municipality's profile.
func (d *Desk) SetProfile(p app.Profile) error {
	if err := d.parts.Store.SaveProfile(p); err != nil {
		return fmt.Errorf("save profile: %w", err)
	}
	d.profile = p
	d.parts.Checker.Know(p)
	d.tell()
	return nil
}
