package store

import (
	"cmp"
	"fmt"

	"yttra/app"
)

// Profile gives the municipality and the person; the zero Profile when none is saved.
func (r *register) Profile() (app.Profile, error) {
	var p app.Profile
	err := r.view(func(t tx) error {
		_, err := t.get(keyProfile, &p)
		return err
	})
	if err != nil {
		return app.Profile{}, fmt.Errorf("load profile: %w", coded(err, app.CodeDamaged, string(keyProfile)))
	}
	return p, nil
}

// SaveProfile keeps the municipality and the person.
func (r *register) SaveProfile(p app.Profile) error {
	err := r.update(func(t tx) error {
		by := cmp.Or(t.officer(), p.Officer.Name) // who changes it is who sat there before
		if err := t.record(app.Event{Action: app.ActProfile, By: by}); err != nil {
			return err
		}
		return t.put(keyProfile, 0, p)
	})
	if err != nil {
		return fmt.Errorf("save profile: %w", coded(err, app.CodeNotSaved, string(keyProfile)))
	}
	return nil
}
