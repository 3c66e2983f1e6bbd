package desk

import (
	"yttra/app/check"
	"yttra/app/packs"
)

// Lay changes the rules the desk works by, when a municipality's folder has been
// read anew. The open matter stays.
func (d *Desk) Lay(p *packs.Packs, c *check.Checker) {
	d.parts.Packs = p
	d.Use(c)
}
