package store

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"

	"yttra/app"
)

// profileID stands for the profile among the matters that need files; no matter has it.
const profileID = "\x00profile"

// Profile gives the municipality and the person; the zero Profile when none is saved. A
// large picture is a file; one that is damaged is left out.
func (r *register) Profile() (app.Profile, error) {
	var p app.Profile
	err := r.view(func(t tx) error {
		_, err := t.get(keyProfile, &p)
		return err
	})
	if err != nil {
		return app.Profile{}, fmt.Errorf("load profile: %w", coded(err, app.CodeDamaged, string(keyProfile)))
	}
	var sum string
	if json.Unmarshal(p.Extra[storedAs], &sum) == nil && len(p.Logo) == 0 {
		if data, err := r.readFile(sum); err == nil {
			p.Logo = data
			if delete(p.Extra, storedAs); len(p.Extra) == 0 {
				p.Extra = nil
			}
		}
	}
	return p, nil
}

// SaveProfile keeps the municipality and the person.
func (r *register) SaveProfile(p app.Profile) error {
	r.sharing.RLock()
	defer r.sharing.RUnlock()
	err := r.keepProfile(p, func(t tx) error {
		by := cmp.Or(t.officer(), p.Officer.Name) // who changes it is who sat there before
		return t.record(app.Event{Action: app.ActProfile, By: by})
	})
	if err != nil {
		return fmt.Errorf("save profile: %w", coded(err, app.CodeNotSaved, string(keyProfile)))
	}
	return nil
}

// keepProfile writes the profile, and with it what note does, which may be nil.
func (r *register) keepProfile(p app.Profile, note func(tx) error) error {
	sum := ""
	if len(p.Logo) > largePart {
		sum = r.sums.of(p.Logo)
		if err := r.writeFile(sum, p.Logo); err != nil {
			return err
		}
		p.Logo, p.Extra = nil, maps.Clone(p.Extra)
		if p.Extra == nil {
			p.Extra = app.Extra{}
		}
		p.Extra[storedAs] = json.RawMessage(`"` + sum + `"`)
	}
	return r.update(func(t tx) error {
		if note != nil {
			if err := note(t); err != nil {
				return err
			}
		}
		var old app.Profile
		var before string
		if _, err := t.get(keyProfile, &old); err == nil && json.Unmarshal(old.Extra[storedAs], &before) == nil && before != sum {
			if _, err := t.letGo(before, profileID); err != nil { // the file itself goes with the strays
				return err
			}
		}
		if sum != "" {
			if err := t.hold(sum, profileID); err != nil {
				return err
			}
		}
		return t.put(keyProfile, 0, p)
	})
}
