package store

import (
	"errors"
	"fmt"
	"time"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
)

// Remove puts a matter in the bin; one that is there already stays. Its row says when,
// and by whom.
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
		row.Removed, row.RemovedBy = time.Time{}, ""
		if to == bin {
			row.Removed, row.RemovedBy = t.clock().Round(0), t.officer()
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

// expire takes away for good what has lain in the bin for its days. Backups from before
// still have it.
func (r *register) expire() (gone []string, err error) {
	var due []string
	err = r.view(func(t tx) error {
		now := t.clock()
		t.each(bin, func(item *badger.Item) {
			var row app.Row
			if t.read(item, &row) == nil && !row.Removed.IsZero() && !now.Before(row.Goes()) {
				due = append(due, row.ID)
			}
		})
		return nil
	})
	for _, id := range due {
		bad := r.takeAway(id, app.Event{Action: app.ActExpired, By: program, Matter: id}, nil)
		if err = errors.Join(err, bad); bad == nil {
			gone = append(gone, id)
		}
	}
	return gone, err
}
