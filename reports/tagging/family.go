package tagging

import "fmt"

// family checks that each element knows the one it lies in (ISO 32000-1, table 323).
func (c *checker) family() {
	root, _ := c.catalog.get("StructTreeRoot").(ref)
	c.fathered(c.file.dict(root).get("K"), root)
	for _, self := range c.elems {
		c.fathered(c.file.dict(self).get("K"), self)
	}
}

func (c *checker) fathered(kids any, parent ref) {
	all, ok := kids.(array)
	if !ok {
		all = array{kids}
	}
	for _, k := range all {
		if kid, ok := k.(ref); ok && c.seen[kid] {
			d := c.file.dict(kid)
			if d.get("P") != any(parent) {
				c.fault("7.1", fmt.Sprintf("/%s", d.get("S")), "it is said to lie elsewhere")
			}
		}
	}
}

// identities checks that the ID tree leads to each element that has an identity
// (ISO 32000-1, table 322).
func (c *checker) identities() {
	owners := map[string]any{}
	c.leaves(c.file.dict(c.catalog.get("StructTreeRoot")).get("IDTree"), "Names", 0, func(k, v any) {
		id, _ := bytesOf(k)
		owners[string(id)] = v
	})
	for _, self := range c.elems {
		d := c.file.dict(self)
		if id, ok := bytesOf(d.get("ID")); ok && owners[string(id)] != any(self) {
			c.fault("7.9", fmt.Sprintf("/%s", d.get("S")), "the ID tree does not lead to %s", id)
		}
	}
}
