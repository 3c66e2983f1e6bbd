package tagging

import (
	"errors"
	"fmt"
	"sort"
)

// builder writes the structure tree and, on the way, who owns which mark and
// which link.
type builder struct {
	file   *file
	pages  []ref
	links  [][]ref
	marks  [][]ref     // page → MCID → element
	owners map[ref]ref // link → element
	ids    map[string]ref
	nodes  map[*Node]ref
}

// addStructure writes the structure tree, the parent tree and the ID tree, and
// gives the reference of their root, and the outline. Papers that are appended go
// in here, with their pages.
func addStructure(f *file, pages []ref, links [][]ref, t Tree) (ref, []Bookmark, error) {
	if t.Root == nil {
		return 0, nil, errors.New("no Document element")
	}
	b := &builder{file: f, pages: pages, links: links, owners: map[ref]ref{}, ids: map[string]ref{}, nodes: map[*Node]ref{}}
	for _, p := range t.Pages {
		b.marks = append(b.marks, make([]ref, p.Marks))
	}
	root := newDict("Type", name("StructTreeRoot"))
	rootRef := f.add(root)
	doc, err := b.element(t.Root, rootRef, 0)
	if err != nil {
		return 0, nil, err
	}
	nums, next, err := b.parents()
	if err != nil {
		return 0, nil, err
	}
	theirs, outline, next, err := b.append(t, next)
	if err != nil {
		return 0, nil, err
	}
	nums = append(nums, theirs...)
	root.set("K", doc)
	root.set("ParentTree", f.add(newDict("Nums", nums)))
	root.set("ParentTreeNextKey", next)
	if len(b.ids) > 0 {
		root.set("IDTree", f.add(newDict("Names", b.idNames())))
	}
	return rootRef, outline, nil
}

// element writes n and everything below it.
func (b *builder) element(n *Node, parent ref, depth int) (ref, error) {
	if depth > deepest {
		return 0, errors.New("elements nested too deep: is one its own ancestor?")
	}
	if err := b.accept(n); err != nil {
		return 0, err
	}
	d := newDict("Type", name("StructElem"), "S", name(n.Role), "P", parent)
	self := b.file.add(d)
	b.nodes[n] = self
	if n.ID != "" {
		b.ids[n.ID] = self
	}
	n.describe(d)
	home := n.home()
	if home >= 0 && home < len(b.pages) {
		d.set("Pg", b.pages[home])
	}
	kids := array{}
	for _, k := range n.Kids {
		v, err := b.kid(k, self, home, depth)
		if err != nil {
			return 0, fmt.Errorf("%s: %w", n.Role, err)
		}
		kids = append(kids, v)
	}
	switch len(kids) {
	case 0:
	case 1:
		d.set("K", kids[0])
	default:
		d.set("K", kids)
	}
	return self, nil
}

func (b *builder) kid(k Kid, self ref, home, depth int) (any, error) {
	switch k := k.(type) {
	case *Node:
		return b.element(k, self, depth+1)
	case Mark:
		if k.Page < 0 || k.Page >= len(b.marks) || k.MCID < 0 || k.MCID >= len(b.marks[k.Page]) {
			return nil, fmt.Errorf("page %d has no mark %d", k.Page+1, k.MCID)
		}
		if b.marks[k.Page][k.MCID] != 0 {
			return nil, fmt.Errorf("mark %d on page %d has two owners", k.MCID, k.Page+1)
		}
		b.marks[k.Page][k.MCID] = self
		if k.Page == home {
			return k.MCID, nil
		}
		return newDict("Type", name("MCR"), "Pg", b.pages[k.Page], "MCID", k.MCID), nil
	case Object:
		if k.Page < 0 || k.Page >= len(b.links) || k.Link < 0 || k.Link >= len(b.links[k.Page]) {
			return nil, fmt.Errorf("page %d has no link %d", k.Page+1, k.Link)
		}
		r := b.links[k.Page][k.Link]
		b.owners[r] = self
		return newDict("Type", name("OBJR"), "Pg", b.pages[k.Page], "Obj", r), nil
	}
	return nil, fmt.Errorf("an element cannot hold a %T", k)
}

// accept refuses what the standards refuse.
func (b *builder) accept(n *Node) error {
	switch {
	case n == nil:
		return errors.New("an empty element")
	case !standard[n.Role]:
		return fmt.Errorf("%q is no standard structure type", n.Role)
	case n.Role == "Figure" && n.Alt == "":
		return errors.New("a Figure without alternative text")
	case n.Role == "Note" && n.ID == "":
		return errors.New("a Note without an ID")
	case n.ID != "" && b.ids[n.ID] != 0:
		return fmt.Errorf("two elements with the ID %q", n.ID)
	}
	return nil
}

// describe writes the element's words and attributes.
func (n *Node) describe(d *dict) {
	if n.Alt != "" {
		d.set("Alt", text(n.Alt))
	}
	if n.ID != "" {
		d.set("ID", text(n.ID))
	}
	switch {
	case n.BBox != nil:
		a := newDict("O", name("Layout"), "BBox", n.BBox.array())
		if !n.InLine {
			a.set("Placement", name("Block"))
		}
		d.set("A", a)
	case n.List != "":
		d.set("A", newDict("O", name("List"), "ListNumbering", name(n.List)))
	case n.Scope != "":
		d.set("A", newDict("O", name("Table"), "Scope", name(n.Scope)))
	case n.Summary != "":
		d.set("A", newDict("O", name("Table"), "Summary", text(n.Summary)))
	}
}

// home is the page of the element's first mark, -1 when it has none itself.
func (n *Node) home() int {
	for _, k := range n.Kids {
		if m, ok := k.(Mark); ok {
			return m.Page
		}
	}
	return -1
}

func (b Box) array() array { return array{b[0], b[1], b[2], b[3]} }

// parents gives the parent tree's numbers: the pages' marks, then the links.
func (b *builder) parents() (nums array, next int, err error) {
	for p, owners := range b.marks {
		list := array{}
		for mcid, o := range owners {
			if o == 0 {
				return nil, 0, fmt.Errorf("mark %d on page %d has no owner in the tree", mcid, p+1)
			}
			list = append(list, o)
		}
		nums = append(nums, p, b.file.add(list))
	}
	next = len(b.marks)
	for p, links := range b.links {
		for n, l := range links {
			if b.owners[l] == 0 {
				return nil, 0, fmt.Errorf("link %d on page %d has no owner in the tree", n, p+1)
			}
			nums = append(nums, next, b.owners[l])
			next++
		}
	}
	return nums, next, nil
}

// idNames gives the ID tree's names, sorted as name trees must be.
func (b *builder) idNames() array {
	var ids []string
	for id := range b.ids {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	names := array{}
	for _, id := range ids {
		names = append(names, text(id), b.ids[id])
	}
	return names
}
