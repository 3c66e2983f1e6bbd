package tagging

import (
	"bytes"
	"errors"
	"fmt"
)

// Summary is what a reader finds in a finished file: the way back from Apply,
// taken by the objects in the file alone.
type Summary struct {
	Info               // from the XMP packet; the language from the catalog
	Files     []File   // that ride along
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
	f, err := load(pdf, Promise{Attached: true})
	if err != nil {
		return nil, fmt.Errorf("read the file: %w", err)
	}
	r, err := hear(f, "")
	if err != nil {
		return nil, fmt.Errorf("read the file: %w", err)
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
	letters alphabets
	roles   *dict // role map, of papers that are not ours
	classes *dict

	marks   map[Mark]ref // mark → the element whose kid it is
	objects map[ref]ref  // annotation → the element whose kid it is
	elems   []ref        // every element, in reading order
	dests   []array      // where each bookmark leads
	seen    map[ref]bool
}

// hear listens to every page of a file, with seam between what is drawn.
func hear(f *file, seam string) (*reader, error) {
	r := &reader{file: f, number: map[ref]int{}, letters: alphabets{},
		marks: map[Mark]ref{}, objects: map[ref]ref{}, seen: map[ref]bool{}}
	if r.catalog = f.dict(f.trailer.get("Root")); r.catalog == nil {
		return nil, errors.New("no catalog")
	}
	root := f.dict(r.catalog.get("StructTreeRoot"))
	r.roles, r.classes = f.dict(root.get("RoleMap")), f.dict(root.get("ClassMap"))
	var err error
	if r.pages, err = f.pages(); err != nil {
		return nil, err
	}
	for n, p := range r.pages {
		r.number[p] = n
	}
	for n, p := range r.pages {
		h, err := f.listen(p, r.letters, seam)
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", n+1, err)
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
	if s.Files, err = r.files(); err != nil {
		return nil, fmt.Errorf("read the embedded files: %w", err)
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
	if self, ok := k.(ref); ok && r.file.array(k) == nil {
		return r.element(self, 0)
	}
	all := &Tag{Role: "Part"} // several roots: a paper that is not ours
	for _, k := range r.file.array(k) {
		self, ok := k.(ref)
		if !ok {
			return nil, errors.New("a root that is no element")
		}
		t, err := r.element(self, 0)
		if err != nil {
			return nil, err
		}
		all.Kids = append(all.Kids, t)
	}
	return all, nil
}

// role follows the role map to a standard type.
func (r *reader) role(n name) name {
	for range deepest {
		next, ok := r.file.at(r.roles.get(n)).(name)
		if !ok || known(string(n)) {
			break
		}
		n = next
	}
	return n
}

// attributes gathers what an element's attribute objects and classes say; the
// first that says a thing counts.
func (r *reader) attributes(d *dict) *dict {
	all := &dict{}
	var take func(v any)
	take = func(v any) {
		if a := r.file.array(v); a != nil {
			for _, e := range a {
				take(e)
			}
			return
		}
		if from := r.file.dict(v); from != nil {
			for _, e := range from.entries {
				if all.get(e.key) == nil {
					all.set(e.key, e.value)
				}
			}
		}
	}
	take(d.get("A"))
	for _, c := range r.classNames(d) {
		take(r.classes.get(c))
	}
	return all
}

func (r *reader) classNames(d *dict) []name {
	var out []name
	for _, v := range append(array{d.get("C")}, r.file.array(d.get("C"))...) {
		if n, ok := r.file.at(v).(name); ok {
			out = append(out, n)
		}
	}
	return out
}

func (r *reader) element(self ref, depth int) (*Tag, error) {
	d := r.file.dict(self)
	if d == nil || r.seen[self] || depth > deepest {
		return nil, errors.New("an element is missing or stands twice")
	}
	r.seen[self] = true
	r.elems = append(r.elems, self)
	role, _ := r.file.at(d.get("S")).(name)
	role = r.role(role)
	t := &Tag{Role: string(role)}
	t.Alt, _ = textOf(r.file.at(d.get("Alt")))
	t.ID, _ = textOf(r.file.at(d.get("ID")))
	a := r.attributes(d)
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
	if d.get("Stm") != nil {
		return errors.New("a mark that is not in a page's own content")
	}
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
	if a := r.file.dict(annot.get("A")); l.Page == 0 && a.get("S") == name("GoTo") {
		l.Page = r.target(a.get("D"))
	}
	l.Contents, _ = textOf(r.file.at(annot.get("Contents")))
	if uri, ok := bytesOf(r.file.dict(annot.get("A")).get("URI")); ok {
		l.URL = string(uri)
	}
	return l
}

// target is the page (from 1) of a destination, 0 for none.
func (r *reader) target(dest any) int {
	a := r.place(dest)
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
			dest := r.place(d.get("Dest"))
			if a := r.file.dict(d.get("A")); dest == nil && a.get("S") == name("GoTo") {
				dest = r.place(a.get("D"))
			}
			r.dests = append(r.dests, dest)
			h := Heading{Level: level, Page: r.target(dest)}
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

// place is a destination as an array; one by name is looked up.
func (r *reader) place(dest any) array {
	switch v := r.file.at(dest).(type) {
	case array, *dict:
		return r.spelled(v)
	case name:
		return r.spelled(r.file.dict(r.catalog.get("Dests")).get(v))
	case raw:
		want, _ := bytesOf(v)
		var found any
		r.leaves(r.file.dict(r.catalog.get("Names")).get("Dests"), "Names", 0, func(k, v any) {
			if b, ok := bytesOf(r.file.at(k)); ok && bytes.Equal(b, want) {
				found = v
			}
		})
		return r.spelled(found)
	}
	return nil
}

// spelled is a destination that is written out: an array, or a dictionary with one.
func (r *reader) spelled(v any) array {
	if a := r.file.array(v); a != nil {
		return a
	}
	return r.file.array(r.file.dict(v).get("D"))
}

// leaves visits the pairs of a name tree or a number tree.
func (r *reader) leaves(node any, pairs name, depth int, visit func(k, v any)) {
	d := r.file.dict(node)
	if d == nil || depth > deepest {
		return
	}
	a := r.file.array(d.get(pairs))
	for i := 0; i+1 < len(a); i += 2 {
		visit(a[i], a[i+1])
	}
	for _, k := range r.file.array(d.get("Kids")) {
		r.leaves(k, pairs, depth+1, visit)
	}
}

// files reads the files that ride along.
func (r *reader) files() ([]File, error) {
	var out []File
	for _, v := range r.file.array(r.catalog.get("AF")) {
		d := r.file.dict(v)
		s := r.file.stream(r.file.dict(d.get("EF")).get("F"))
		if s == nil {
			return nil, errors.New("one is missing")
		}
		f := File{}
		f.Name, _ = textOf(r.file.at(d.get("UF")))
		f.Desc, _ = textOf(r.file.at(d.get("Desc")))
		var err error
		if f.Data, err = s.plain(); err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}
