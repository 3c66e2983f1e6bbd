package desk

import (
	"fmt"

	"yttra/app"
)

// Renew reads the register anew when something else than the desk has written in it: the
// list, the profile and the open matter, which is to be saved before. A matter that is
// not there any more is closed.
func (d *Desk) Renew() error {
	if d.matter != nil {
		m, rev, err := d.parts.Store.Load(d.matter.ID)
		switch {
		case app.CodeOf(err) == app.CodeNotFound:
			d.matter, d.doc, d.revision, d.past, d.future, d.saved = nil, -1, 0, nil, nil, Saved{}
		case err != nil:
			return fmt.Errorf("renew matter: %w", err)
		case rev.Number != d.revision:
			d.open(m, d.freshened(m), rev.Number)
			if d.saved = (Saved{State: Kept, At: rev.At}); d.matter != m {
				d.saved.State = Changed
			}
		}
	}
	return d.reload()
}
