package tagging

import (
	"fmt"
	"sort"
)

// Fault is a rule of ISO 14289-1 (PDF/UA-1) or ISO 19005-2 (PDF/A-2) that a
// file breaks.
type Fault struct {
	Clause string // as "7.18.5"
	Where  string
	What   string
}

func (f Fault) String() string { return f.Clause + " " + f.Where + ": " + f.What }

// Check reads a file and holds it against the rules that a program can decide by
// itself and that a fault of ours could break. It is no full validator: fonts'
// outlines, colours and pictures are left to one. An error means that the file
// cannot be read at all.
func Check(pdf []byte) (*Summary, []Fault, error) {
	r, err := open(pdf, "")
	if err != nil {
		return nil, nil, err
	}
	s, err := r.summary()
	if err != nil {
		return nil, nil, err
	}
	c := &checker{reader: r}
	c.about(s)
	c.contents()
	c.parents()
	c.annotations()
	c.fonts()
	c.elements(s.Root)
	return s, c.faults, nil
}

type checker struct {
	*reader
	faults []Fault
}

func (c *checker) fault(clause, where, what string, args ...any) {
	c.faults = append(c.faults, Fault{clause, where, fmt.Sprintf(what, args...)})
}

// about checks what the file says about itself.
func (c *checker) about(s *Summary) {
	const where = "catalog"
	if s.Title == "" {
		c.fault("7.1", where, "no title")
	}
	if s.Lang == "" {
		c.fault("7.2", where, "no language")
	}
	if !s.Marked {
		c.fault("6.2", where, "not marked as tagged")
	}
	if fmt.Sprintf("%s", c.file.dict(c.catalog.get("ViewerPreferences")).get("DisplayDocTitle")) != "true" {
		c.fault("7.1", where, "the title is not to be displayed")
	}
	if fmt.Sprint(s.Claims) != "[PDF/UA-1 PDF/A-2A]" {
		c.fault("5", where, "claims %v", s.Claims)
	}
	intents := c.file.array(c.catalog.get("OutputIntents"))
	if len(intents) != 1 || c.file.stream(c.file.dict(intents[0]).get("DestOutputProfile")) == nil {
		c.fault("6.2.3", where, "no colour profile")
	}
	if s.Root == nil {
		c.fault("7.1", where, "no structure tree")
	}
}

// contents checks that all ink lies in marks and every mark in the tree.
func (c *checker) contents() {
	for n, h := range c.heard {
		where := fmt.Sprintf("page %d", n+1)
		for _, s := range h.stray {
			c.fault("7.1", where, "outside every mark: %s", s)
		}
		for _, s := range h.broken {
			c.fault("7.1", where, "%s", s)
		}
		for _, mcid := range sorted(h.marks) {
			if c.marks[Mark{n, mcid}] == 0 {
				c.fault("7.1", where, "mark %d is not in the tree", mcid)
			}
		}
		if c.file.dict(c.pages[n]).get("Tabs") != name("S") {
			c.fault("7.18.3", where, "the tabulator does not follow the structure")
		}
	}
}

// parents checks that the parent tree leads from each mark to its element.
func (c *checker) parents() {
	tree := c.parentTree()
	for n, p := range c.pages {
		where := fmt.Sprintf("page %d", n+1)
		key, ok := intOf(c.file.dict(p).get("StructParents"))
		owners := c.file.array(tree[key])
		if !ok || owners == nil {
			c.fault("7.1", where, "not in the parent tree")
			continue
		}
		for _, mcid := range sorted(c.heard[n].marks) {
			if mcid >= len(owners) || owners[mcid] != any(c.marks[Mark{n, mcid}]) {
				c.fault("7.1", where, "the parent tree leads mark %d elsewhere", mcid)
			}
		}
	}
}

// parentTree reads the parent tree, which is one level deep in our files.
func (c *checker) parentTree() map[int]any {
	tree := map[int]any{}
	root := c.file.dict(c.catalog.get("StructTreeRoot"))
	nums := c.file.array(c.file.dict(root.get("ParentTree")).get("Nums"))
	for i := 0; i+1 < len(nums); i += 2 {
		if k, ok := intOf(nums[i]); ok {
			tree[k] = nums[i+1]
		}
	}
	return tree
}

// annotations checks that each link says where it goes and lies in a Link.
func (c *checker) annotations() {
	tree := c.parentTree()
	for n, p := range c.pages {
		for i, a := range c.file.array(c.file.dict(p).get("Annots")) {
			where := fmt.Sprintf("page %d link %d", n+1, i+1)
			d := c.file.dict(a)
			self, _ := a.(ref)
			if s, _ := textOf(c.file.at(d.get("Contents"))); s == "" {
				c.fault("7.18.5", where, "nothing for a screen reader to say")
			}
			owner := c.objects[self]
			if owner == 0 || c.file.dict(owner).get("S") != name("Link") {
				c.fault("7.18.5", where, "not in a Link element")
			}
			if key, ok := intOf(d.get("StructParent")); !ok || tree[key] != any(owner) {
				c.fault("7.18.1", where, "the parent tree leads elsewhere")
			}
			if flags, _ := intOf(d.get("F")); flags&4 == 0 {
				c.fault("6.3.2", where, "not printed")
			}
			if l := c.lead(d); l.URL == "" && l.Page == 0 {
				c.fault("7.18.5", where, "leads nowhere")
			}
		}
	}
}

// fonts checks that each code that is shown has a glyph and a meaning.
func (c *checker) fonts() {
	for n, h := range c.heard {
		for font, codes := range h.codes {
			where := fmt.Sprintf("page %d %v", n+1, font.get("BaseFont"))
			glyphs, err := c.glyphs(font)
			if err != nil {
				c.fault("7.21.4.1", where, "%v", err)
				continue
			}
			for _, code := range sorted(codes) {
				if !mapped(glyphs, code) {
					c.fault("7.21.7", where, "U+%04X has no glyph", code)
				}
				if _, ok := c.unicode[font][code]; !ok {
					c.fault("7.21.7", where, "code %04X has no meaning", code)
				}
			}
		}
	}
	sort.Slice(c.faults, func(i, j int) bool { return c.faults[i].String() < c.faults[j].String() })
}

// glyphs gives the map from code to glyph of an embedded font.
func (c *checker) glyphs(font *dict) ([]byte, error) {
	a := c.file.array(font.get("DescendantFonts"))
	if len(a) != 1 {
		return nil, fmt.Errorf("not a composite font")
	}
	d := c.file.dict(a[0])
	if c.file.stream(c.file.dict(d.get("FontDescriptor")).get("FontFile2")) == nil {
		return nil, fmt.Errorf("not embedded")
	}
	s := c.file.stream(d.get("CIDToGIDMap"))
	if s == nil {
		return nil, fmt.Errorf("no map from code to glyph")
	}
	return s.plain()
}

// elements checks what single elements owe the reader.
func (c *checker) elements(t *Tag) {
	level, ids := 0, map[string]bool{}
	var walk func(t *Tag, path string)
	walk = func(t *Tag, path string) {
		path += "/" + t.Role
		switch {
		case t.Role == "":
			return
		case !standard[t.Role]:
			c.fault("7.1", path, "no standard structure type")
		case t.Role == "Figure" && t.Alt == "":
			c.fault("7.3", path, "no alternative text")
		case t.Role == "Figure" && !t.onPage():
			c.fault("7.3", path, "no place on the page: %s", t.Alt)
		case t.Role == "Note" && (t.ID == "" || ids[t.ID]):
			c.fault("7.9", path, "no ID of its own")
		case t.Role == "TH" && t.Scope == "":
			c.fault("7.5", path, "no scope: %s", t.Text())
		case len(t.Role) == 2 && t.Role[0] == 'H' && t.Role[1] >= '1' && t.Role[1] <= '6':
			if now := int(t.Role[1] - '0'); now > level+1 {
				c.fault("7.4.2", path, "a level is skipped: %s", t.Text())
			} else {
				level = now
			}
		}
		ids[t.ID] = true
		for _, k := range t.Kids {
			walk(k, path)
		}
	}
	if t != nil {
		walk(t, "")
	}
}

// onPage tells whether the element says where it stands, and that is on an A4
// page (ISO 32000-1, 14.8.5.4.3).
func (t *Tag) onPage() bool {
	b := t.BBox
	return b != nil && b[0] >= 0 && b[1] >= 0 && b[0] < b[2] && b[1] < b[3] && b[2] <= 595.5 && b[3] <= 842
}

func sorted[V any](m map[int]V) []int {
	var keys []int
	for k := range m {
		keys = append(keys, k)
	}
	sort.Ints(keys)
	return keys
}
