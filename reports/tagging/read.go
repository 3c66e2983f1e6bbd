package tagging

import (
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
