package desk

import (
	"fmt"

	"yttra/app"
)

// Shut saves what is open and closes it, before something else writes in the register.
// It gives the identity of the matter, for Reload; empty: none was open.
func (d *Desk) Shut() (id string, err error) {
	if d.matter == nil {
		return "", nil
	}
	if err := d.Save(); err != nil {
		return "", err
	}
	id = d.matter.ID
	d.shut()
	d.tell()
	return id, nil
}

// shut closes what is open.
func (d *Desk) shut() {
	d.matter, d.doc, d.revision, d.past, d.future, d.saved = nil, -1, 0, nil, nil, Saved{}
	d.kept, d.done = nil, nil
}

// Reload reads the list and the profile anew after something else has written in the
// register, and opens a matter again; empty: none.
func (d *Desk) Reload(id string) error {
	profile, err := d.parts.Store.Profile()
	if err != nil {
		return fmt.Errorf("read profile: %w", err)
	}
	d.profile = profile
	d.parts.Checker.Know(profile)
	if err := d.reload(); err != nil {
		return err
	}
	if id == "" {
		return nil
	}
	if err := d.Open(id); err != nil && app.CodeOf(err) != app.CodeNotFound {
		return err
	}
	return nil
}

// Renew is Reload of what is open, which is to be saved before: a matter in which
// nothing has been written keeps what can be undone, one that is not there any more is
// closed.
func (d *Desk) Renew() error {
	if d.matter == nil {
		return d.Reload("")
	}
	if _, rev, err := d.parts.Store.Load(d.matter.ID); err == nil && rev.Number == d.revision {
		return d.Reload("")
	}
	id := d.matter.ID
	d.shut()
	return d.Reload(id)
}
