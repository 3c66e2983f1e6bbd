package desk

import (
	"fmt"

	"yttra/app/check"
)

// Swedish checks the open document as paper speaks: in Swedish, whatever language the
// person reads. The Result is empty when no document is open.
func (d *Desk) Swedish() (check.Result, error) {
	c := d.parts.Checker
	if c.Lang() != "sv" {
		var err error
		if c, err = check.Compile(d.parts.Packs, "sv"); err != nil {
			return check.Result{}, fmt.Errorf("check in Swedish: %w", err)
		}
		c.Know(d.profile)
		c.Spell(d.spelling.dictionary)
	}
	if d.state.Document() == nil {
		return check.Result{}, nil
	}
	return c.RunOn(d.matter, d.doc, d.today()), nil
}
