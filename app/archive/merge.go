package archive

import (
	"cmp"
	"slices"

	"yttra/app"
	"yttra/app/compare"
)

// Part is something of a matter that differs, and that can be taken by itself: what it
// says around its papers, a paper that only one of them has, what stands around a
// paper's text, or a section.
type Part struct {
	Document int // in the documents of the comparison; -1: around the papers
	Section  int // in its sections; -1: around its text, or all of it
	Op       compare.Op
}

// PartsOf lists what differs between a matter here (old) and one that comes (new), in
// the order it is read.
func PartsOf(r compare.Result) []Part {
	var out []Part
	if len(r.Facts) > 0 {
		out = append(out, Part{-1, -1, compare.Changed})
	}
	for i, d := range r.Documents {
		switch {
		case d.Op == compare.Added || d.Op == compare.Removed:
			out = append(out, Part{i, -1, d.Op})
			continue
		case len(d.Facts) > 0:
			out = append(out, Part{i, -1, compare.Changed})
		}
		for k, s := range d.Sections {
			if s.Op != compare.Same {
				out = append(out, Part{i, k, s.Op})
			}
		}
	}
	return out
}

// Merge puts a matter together of the two that were compared: the parts that are
// chosen are theirs, the others mine. All of them chosen is theirs, none is mine; the
// identity is always mine.
func Merge(mine, theirs *app.Matter, r compare.Result, chosen []bool) *app.Matter {
	m := merger{mine: mine.Clone(), theirs: theirs.Clone(), parts: PartsOf(r), chosen: chosen}
	out := mine.Clone()
	if m.takes(-1, -1) {
		out = theirs.Clone()
		out.ID = mine.ID
	}
	out.Documents = m.documents(r)
	return out
}

type merger struct {
	mine, theirs *app.Matter
	parts        []Part
	chosen       []bool
}

// takes reports whether a part is to be theirs.
func (m *merger) takes(doc, section int) bool {
	i := slices.IndexFunc(m.parts, func(p Part) bool { return p.Document == doc && p.Section == section })
	return i >= 0 && i < len(m.chosen) && m.chosen[i]
}

// placed is a document and where it stood here; -1: it comes.
type placed struct {
	app.Document
	old int
}

func (m *merger) documents(r compare.Result) []app.Document {
	var list []placed
	comes := false
	for i, d := range r.Documents {
		switch {
		case d.Op == compare.Added && m.takes(i, -1):
			list, comes = append(list, placed{m.theirs.Documents[d.New], -1}), true
		case d.Op == compare.Added, d.Op == compare.Removed && m.takes(i, -1):
		case d.Op == compare.Removed:
			list = append(list, placed{m.mine.Documents[d.Old], d.Old})
		default:
			list = append(list, placed{m.document(i, d), d.Old})
		}
	}
	if !comes { // they stand as they do here
		slices.SortStableFunc(list, func(a, b placed) int { return cmp.Compare(a.old, b.old) })
	}
	out := make([]app.Document, len(list))
	for i := range list {
		out[i] = list[i].Document
	}
	return out
}

// document is a paper that both have.
func (m *merger) document(i int, d compare.Document) app.Document {
	mine, theirs := m.mine.Documents[d.Old], m.theirs.Documents[d.New]
	all, none := true, true
	for k, p := range m.parts {
		if p.Document == i {
			on := k < len(m.chosen) && m.chosen[k]
			all, none = all && on, none && !on
		}
	}
	switch {
	case none:
		return mine
	case all:
		theirs.ID = mine.ID
		return theirs
	}
	out := mine
	if m.takes(i, -1) {
		out = theirs
		out.ID = mine.ID
	}
	out.Sections = nil
	for k, s := range d.Sections {
		switch yes := m.takes(i, k); {
		case yes && s.New >= 0:
			out.Sections = append(out.Sections, theirs.Sections[s.New])
		case !yes && s.Old >= 0:
			out.Sections = append(out.Sections, mine.Sections[s.Old])
		case s.Op == compare.Same && s.Old >= 0:
			out.Sections = append(out.Sections, mine.Sections[s.Old])
		}
	}
	return out
}
