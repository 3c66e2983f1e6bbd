package tagging

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"unicode"
)

// Fault is a rule of ISO 14289-1 (PDF/UA-1) or ISO 19005-2 (PDF/A-2) that a
// file breaks.
type Fault struct {
	Clause string // as "7.18.5"
	Where  string
	What   string
}

func (f Fault) String() string { return f.Clause + " " + f.Where + ": " + f.What }

// Promise is what a file is to be.
type Promise struct {
	Plain    bool // no PDF/A
	Attached bool // files ride along
	Appended bool // papers of others are in it
}

// Claims are the standards such a file names.
func (p Promise) Claims() []string {
	if a := (Info{Plain: p.Plain}).archive(p.Attached); a != "" {
		return []string{"PDF/UA-1", "PDF/A-" + strings.ToLower(a)}
	}
	return []string{"PDF/UA-1"}
}

// Check reads a file and holds it against its promise and the rules that a program
// can decide by itself and that a fault of ours could break. It is no full
// validator: fonts' outlines, colours and pictures are left to one. An error means
// that the file cannot be read at all.
func Check(pdf []byte, p Promise) (*Summary, []Fault, error) {
	f, err := load(pdf, p)
	if err != nil {
		return nil, nil, fmt.Errorf("read the file: %w", err)
	}
	r, err := hear(f, "")
	if err != nil {
		return nil, nil, fmt.Errorf("read the file: %w", err)
	}
	s, err := r.summary()
	if err != nil {
		return nil, nil, err
	}
	c := newChecker(r)
	c.about(s, p)
	if !p.Appended { // papers of others have their own ways
		c.family()
		c.identities()
	}
	c.inside(s)
	return s, c.faults, nil
}

// inside checks what holds for every tagged paper.
func (c *checker) inside(s *Summary) {
	c.contents()
	c.parents()
	c.annotations()
	c.fonts()
	c.elements(s.Root)
	sort.Slice(c.faults, func(i, j int) bool { return c.faults[i].String() < c.faults[j].String() })
}

type checker struct {
	*reader
	faults []Fault
	maps   map[*dict]glyphMap // by font: each is unpacked once, not for every page
}

// glyphMap is a font's map from code to glyph, or why it has none.
type glyphMap struct {
	glyphs []byte
	err    error
}

func newChecker(r *reader) *checker { return &checker{reader: r, maps: map[*dict]glyphMap{}} }

func (c *checker) fault(clause, where, what string, args ...any) {
	c.faults = append(c.faults, Fault{clause, where, fmt.Sprintf(what, args...)})
}

// about checks what the file says about itself.
func (c *checker) about(s *Summary, p Promise) {
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
	if fmt.Sprint(s.Claims) != fmt.Sprint(p.Claims()) {
		c.fault("5", where, "claims %v", s.Claims)
	}
	if (len(s.Files) > 0) != p.Attached {
		c.fault("6.8", where, "%d files ride along", len(s.Files))
	}
	intents := c.file.array(c.catalog.get("OutputIntents"))
	if !p.Plain && (len(intents) != 1 || c.file.stream(c.file.dict(intents[0]).get("DestOutputProfile")) == nil) {
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

// parentTree reads the parent tree.
func (r *reader) parentTree() map[int]any {
	tree := map[int]any{}
	r.leaves(r.file.dict(r.catalog.get("StructTreeRoot")).get("ParentTree"), "Nums", 0, func(k, v any) {
		if n, ok := intOf(r.file.at(k)); ok {
			tree[n] = v
		}
	})
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
			if owner == 0 || c.roleOf(owner) != "Link" {
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

func (r *reader) roleOf(elem ref) name {
	n, _ := r.file.at(r.file.dict(elem).get("S")).(name)
	return r.role(n)
}

// fonts checks that each code that is shown has a glyph and a meaning.
func (c *checker) fonts() {
	for n, h := range c.heard {
		for font, codes := range h.codes {
			where := fmt.Sprintf("page %d %v", n+1, font.get("BaseFont"))
			m, ok := c.maps[font]
			if !ok {
				m.glyphs, m.err = c.glyphs(font)
				c.maps[font] = m
			}
			if m.err != nil {
				c.fault("7.21.4.1", where, "%v", m.err)
				continue
			}
			for _, code := range codes.sorted() {
				if m.glyphs != nil && !mapped(m.glyphs, code) {
					c.fault("7.21.7", where, "U+%04X has no glyph", code)
				}
				if said, ok := c.letters[font].letter(code); !ok {
					c.fault("7.21.7", where, "code %04X has no meaning", code)
				} else if strings.ContainsFunc(said, private) {
					c.fault("7.21.7", where, "code %04X means nothing to others", code) // also ISO 19005-2, 6.2.11.7.3
				}
			}
		}
	}
}

// private tells a character whose meaning everybody may settle for himself: bullets
// of some word processors are such.
func private(r rune) bool { return unicode.Is(unicode.Co, r) }

// glyphs gives the map from code to glyph of an embedded font; nil when the font
// has it in itself.
func (c *checker) glyphs(font *dict) ([]byte, error) {
	if font.get("Subtype") == name("Type3") {
		return nil, nil // its glyphs are drawn in the file
	}
	d := font
	if font.get("Subtype") == name("Type0") {
		a := c.file.array(font.get("DescendantFonts"))
		if len(a) != 1 {
			return nil, errors.New("not a composite font")
		}
		d = c.file.dict(a[0])
	}
	descriptor := c.file.dict(d.get("FontDescriptor"))
	if c.file.stream(descriptor.get("FontFile2")) == nil && c.file.stream(descriptor.get("FontFile3")) == nil && c.file.stream(descriptor.get("FontFile")) == nil {
		return nil, errors.New("not embedded")
	}
	if s := c.file.stream(d.get("CIDToGIDMap")); s != nil {
		return s.plain()
	}
	return nil, nil
}

// elements checks what single elements owe the reader.
func (c *checker) elements(t *Tag) {
	level, ids, theirs := 0, map[string]bool{}, 0
	var walk func(t *Tag, path string)
	walk = func(t *Tag, path string) {
		path += "/" + t.Role
		if t.Role == "Part" { // a paper of others: where its figures stand is its own affair
			theirs++
			defer func() { theirs-- }()
		}
		switch {
		case t.Role == "":
			return
		case !known(t.Role):
			c.fault("7.1", path, "no standard structure type")
		case t.Role == "Figure" && t.Alt == "":
			c.fault("7.3", path, "no alternative text")
		case t.Role == "Figure" && theirs == 0 && !t.onPage():
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
