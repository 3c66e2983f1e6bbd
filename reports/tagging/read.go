package tagging

import (
	"errors"
	"fmt"
)

// Summary is what a reader finds in a finished file: the way back from Apply,
// taken by the objects in the file alone.
type Summary struct {
	Info               // from the XMP packet; the language from the catalog
	Claims    []string // the standards the packet names, as PDF/UA-1
	Marked    bool
	Pages     int
	Root      *Tag // the Document element
	Bookmarks []Heading
	Artifacts [][]string // page → what is drawn but not read aloud
}

// Tag is an element as it is read aloud, or a piece of text when Role is empty.
type Tag struct {
	Role                          string
	Said                          string // of a piece of text
	Alt, ID, Scope, List, Summary string
	BBox                          *Box   // of a Figure
	InLine                        bool   // a Figure in a line of text: not placed as a block
	Leads                         []Lead // of a Link
	Kids                          []*Tag // in reading order
}

// Lead is where a link goes: to a URL or to a page (from 1).
type Lead struct {
	URL      string
	Page     int
	Contents string
}

// Heading is a line of the outline; Level 0 is the top, Page is from 1.
type Heading struct {
	Title string
	Level int
	Page  int
}

// Read reads a file that Apply made, or one as plain. Anything else is an
// error, never a panic.
func Read(pdf []byte) (*Summary, error) {
	r, err := open(pdf, "")
	if err != nil {
		return nil, err
	}
	return r.summary()
}

// reader is a file under reading, with what was found on the way.
type reader struct {
	file    *file
	catalog *dict
	pages   []ref
	number  map[ref]int // page → from 0
	heard   []*heard
	unicode map[*dict]map[int]string

	marks   map[Mark]ref // mark → the element whose kid it is
	objects map[ref]ref  // annotation → the element whose kid it is
	elems   []ref        // every element, in reading order
	seen    map[ref]bool
}

func open(pdf []byte, seam string) (*reader, error) {
	f, err := load(pdf)
	if err != nil {
		return nil, fmt.Errorf("read the file: %w", err)
	}
	r := &reader{file: f, number: map[ref]int{}, unicode: map[*dict]map[int]string{},
		marks: map[Mark]ref{}, objects: map[ref]ref{}, seen: map[ref]bool{}}
	if r.catalog = f.dict(f.trailer.get("Root")); r.catalog == nil {
		return nil, errors.New("read the file: no catalog")
	}
	if r.pages, err = f.pages(); err != nil {
		return nil, fmt.Errorf("read the file: %w", err)
	}
	for n, p := range r.pages {
		r.number[p] = n
		h, err := f.listen(p, r.unicode, seam)
		if err != nil {
			return nil, fmt.Errorf("read page %d: %w", n+1, err)
		}
		r.heard = append(r.heard, h)
	}
	return r, nil
}

func (r *reader) summary() (*Summary, error) {
	s := &Summary{Pages: len(r.pages)}
	s.Marked = fmt.Sprintf("%s", r.file.dict(r.catalog.get("MarkInfo")).get("Marked")) == "true"
	if m := r.file.stream(r.catalog.get("Metadata")); m != nil {
		if err := s.readXMP(m.data); err != nil {
			return nil, fmt.Errorf("read the metadata: %w", err)
		}
	}
	s.Lang, _ = textOf(r.file.at(r.catalog.get("Lang")))
	for _, h := range r.heard {
		s.Artifacts = append(s.Artifacts, h.artifacts)
	}
	var err error
	if s.Root, err = r.tree(); err != nil {
		return nil, fmt.Errorf("read the structure tree: %w", err)
	}
	if s.Bookmarks, err = r.outline(); err != nil {
		return nil, fmt.Errorf("read the outline: %w", err)
	}
	return s, nil
}

// tree reads the structure tree; nil when the file has none.
func (r *reader) tree() (*Tag, error) {
	root := r.file.dict(r.catalog.get("StructTreeRoot"))
	k := root.get("K")
	if k == nil {
		return nil, nil
	}
	self, ok := k.(ref)
	if !ok {
		return nil, errors.New("it has not one root")
	}
	return r.element(self, 0)
}

func (r *reader) element(self ref, depth int) (*Tag, error) {
	d := r.file.dict(self)
	if d == nil || r.seen[self] || depth > deepest {
		return nil, errors.New("an element is missing or stands twice")
	}
	r.seen[self] = true
	r.elems = append(r.elems, self)
	role, _ := d.get("S").(name)
	t := &Tag{Role: string(role)}
	t.Alt, _ = textOf(r.file.at(d.get("Alt")))
	t.ID, _ = textOf(r.file.at(d.get("ID")))
	a := r.file.dict(d.get("A"))
	t.Scope, t.List = word(a.get("Scope")), word(a.get("ListNumbering"))
	t.Summary, _ = textOf(r.file.at(a.get("Summary")))
	t.BBox, t.InLine = r.box(a.get("BBox")), a.get("Placement") != any(name("Block"))

	kids := r.file.array(d.get("K"))
	if kids == nil && d.get("K") != nil {
		kids = array{d.get("K")}
	}
	for _, k := range kids {
		if err := r.kid(t, k, self, d.get("Pg"), depth); err != nil {
			return nil, fmt.Errorf("%s: %w", role, err)
		}
	}
	return t, nil
}

// box reads a rectangle of four numbers; nil when it is none.
func (r *reader) box(v any) *Box {
	a := r.file.array(v)
	if len(a) != 4 {
		return nil
	}
	var b Box
	for i, v := range a {
		n, ok := numberOf(v)
		if !ok {
			return nil
		}
		b[i] = n
	}
	return &b
}

func word(v any) string {
	n, _ := v.(name)
	return string(n)
}

// kid reads one kid of the element self, whose page is home.
func (r *reader) kid(t *Tag, k any, self ref, home any, depth int) error {
	if mcid, ok := intOf(k); ok {
		return r.mark(t, home, mcid, self)
	}
	d := r.file.dict(k)
	if pg := d.get("Pg"); pg != nil {
		home = pg
	}
	switch d.get("Type") {
	case name("MCR"):
		mcid, ok := intOf(d.get("MCID"))
		if !ok {
			return errors.New("a mark without a number")
		}
		return r.mark(t, home, mcid, self)
	case name("OBJR"):
		o, _ := d.get("Obj").(ref)
		r.objects[o] = self
		t.Leads = append(t.Leads, r.lead(r.file.dict(o)))
		return nil
	}
	next, ok := k.(ref)
	if !ok {
		return errors.New("a kid that is neither element, mark nor object")
	}
	kid, err := r.element(next, depth+1)
	if err != nil {
		return err
	}
	t.Kids = append(t.Kids, kid)
	return nil
}

// mark hangs the text of a mark into the element.
func (r *reader) mark(t *Tag, page any, mcid int, self ref) error {
	p, _ := page.(ref)
	n, ok := r.number[p]
	if !ok {
		return fmt.Errorf("mark %d is on no page", mcid)
	}
	said, ok := r.heard[n].marks[mcid]
	if !ok {
		return fmt.Errorf("page %d has no mark %d", n+1, mcid)
	}
	m := Mark{n, mcid}
	if _, twice := r.marks[m]; twice {
		return fmt.Errorf("mark %d on page %d has two owners", mcid, n+1)
	}
	r.marks[m] = self
	t.Kids = append(t.Kids, &Tag{Said: said})
	return nil
}

// lead reads where a link annotation goes.
func (r *reader) lead(annot *dict) Lead {
	l := Lead{Page: r.target(annot.get("Dest"))}
	l.Contents, _ = textOf(r.file.at(annot.get("Contents")))
	if uri, ok := bytesOf(r.file.dict(annot.get("A")).get("URI")); ok {
		l.URL = string(uri)
	}
	return l
}

// target is the page (from 1) of a destination, 0 for none.
func (r *reader) target(dest any) int {
	a := r.file.array(dest)
	if len(a) == 0 {
		return 0
	}
	p, _ := a[0].(ref)
	n, ok := r.number[p]
	if !ok {
		return 0
	}
	return n + 1
}

// outline lists the bookmarks from top to bottom.
func (r *reader) outline() ([]Heading, error) {
	var all []Heading
	seen := map[*dict]bool{}
	var walk func(first any, level int) error
	walk = func(first any, level int) error {
		for d := r.file.dict(first); d != nil; d = r.file.dict(d.get("Next")) {
			if seen[d] || level > deepest {
				return errors.New("it runs in a circle")
			}
			seen[d] = true
			h := Heading{Level: level, Page: r.target(d.get("Dest"))}
			h.Title, _ = textOf(r.file.at(d.get("Title")))
			all = append(all, h)
			if err := walk(d.get("First"), level+1); err != nil {
				return err
			}
		}
		return nil
	}
	return all, walk(r.file.dict(r.catalog.get("Outlines")).get("First"), 0)
}
