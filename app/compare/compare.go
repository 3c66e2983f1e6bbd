// Package compare tells what became of a matter between two versions: which
// documents and sections came, went, moved or were renamed, which paragraphs
// belong together, and which words changed in them.
//
// The result is for reading: a change is whole words, small words between two
// changes belong to them, a paragraph that was only moved is one. It knows no
// store, no rules and no colours, never changes a text, and takes any bytes in
// bounded time.
package compare

import "yttra/app"

// Op is what became of a part.
type Op int

const (
	Same Op = iota
	Changed
	Added
	Removed
)

// Side is one of the two versions.
type Side struct {
	Matter    *app.Matter
	Proposals []app.Proposal // by document; may be shorter than the documents
	Total     app.Money      // likely cost of all years, in ören
}

// Result is what differs between two versions of a matter.
type Result struct {
	Facts     []Fact     // that differ, of the matter
	Documents []Document // in the order of the new version; removed ones where they stood
}

// Document is a paper in one of the versions or both. It is Same when nothing in
// it differs.
type Document struct {
	Op       Op
	Old, New int // index in each matter; -1: not there
	Facts    []Fact
	Sections []Section // in the order of the new version; removed ones where they stood
}

// Section is a headed part of a document in one of the versions or both.
type Section struct {
	Op         Op
	Old, New   int    // index in each document; -1: not there
	Heading    []Edit // a renamed one has changes
	Moved      bool   // stands in another order than before
	Paragraphs []Paragraph
}

// Paragraph is a unit of text: running text, a sub-heading, an item of a list, a
// row of a table.
type Paragraph struct {
	Op       Op
	Old, New string // as written, without the blank lines around; empty: not there
	Edits    []Edit // of a Changed one
	Moved    int    // 0: no; else the same number where it was and where it is
}

// Edit is a stretch of words. The Old of all edits put together is the old text,
// byte for byte, and the New of all the new one. What is Same has the same words
// on both sides; white space may differ.
type Edit struct {
	Op       Op // Same, Added or Removed
	Old, New string
}

// Changes counts the stretches that differ: what was removed and what stands in
// its place is one change.
func Changes(edits []Edit) int {
	n := 0
	for i, e := range edits {
		if e.Op != Same && (i == 0 || edits[i-1].Op == Same) {
			n++
		}
	}
	return n
}

// Changes counts what one would step through in the paragraph. A moved one is
// counted where it is now.
func (p Paragraph) Changes() int {
	switch {
	case p.Op == Changed:
		return Changes(p.Edits)
	case p.Op == Same, p.Op == Removed && p.Moved > 0:
		return 0
	}
	return 1
}

// Changes counts what one would step through in the section.
func (s Section) Changes() int {
	n := Changes(s.Heading)
	for _, p := range s.Paragraphs {
		n += p.Changes()
	}
	if n == 0 && (s.Moved || s.Op != Same) {
		n = 1
	}
	return n
}

// Changes counts what one would step through in the document.
func (d Document) Changes() int {
	n := len(d.Facts)
	for _, s := range d.Sections {
		n += s.Changes()
	}
	if n == 0 && d.Op != Same {
		n = 1
	}
	return n
}

// Changes counts what one would step through in all.
func (r Result) Changes() int {
	n := len(r.Facts)
	for _, d := range r.Documents {
		n += d.Changes()
	}
	return n
}
