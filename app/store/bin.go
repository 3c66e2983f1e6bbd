package store

import (
	"fmt"

	"yttra/app"
)

// Remove puts a matter in the bin; one that is there already stays.
func (r *register) Remove(id string) error {
	return r.move(id, rows, bin, app.ActRemoved)
}

// Unremove takes a matter back from the bin; one that is not there stays.
func (r *register) Unremove(id string) error {
	return r.move(id, bin, rows, app.ActUnremoved)
}

func (r *register) move(id, from, to string, act app.Action) error {
	err := r.update(func(t tx) error {
		if there, err := t.has(keyRow(t.box, to, id)); err != nil || there {
			return err
		}
		var row app.Row
		ok, err := t.get(keyRow(t.box, from, id), &row)
		if err != nil {
			return err
		}
		if !ok {
			return &app.Problem{Code: app.CodeNotFound, What: id}
		}
		if err := t.remove(keyRow(t.box, from, id)); err != nil {
			return err
		}
		if err := t.put(keyRow(t.box, to, id), row.Revision, row); err != nil {
			return err
		}
		if err := t.add(from, -1); err != nil {
			return err
		}
		if err := t.record(app.Event{Action: act, Matter: id}); err != nil {
			return err
		}
		return t.add(to, 1)
	})
	if err != nil {
		return fmt.Errorf("move from %s to %s: %w", from, to, coded(err, app.CodeNotSaved, id))
	}
	return nil
}
