package tagging

import (
	"fmt"
	"slices"
)

// graft takes a paper's pages and structure into ours.
type graft struct {
	to     *file
	from   *reader
	marks  []Heading   // its outline
	number int         // of the paper among those appended, from 1
	key    int         // its parent tree begins at this key of ours
	moved  map[ref]ref // its objects → ours
	queue  []ref       // of its objects, whose insides are still to be moved
}

// move makes room for an object of theirs among ours.
func (g *graft) move(r ref) any {
	if to, ok := g.moved[r]; ok {
		return to
	}
	if g.from.file.at(r) == nil {
		return nil
	}
	to := g.to.add(nil)
	g.moved[r] = to
	g.queue = append(g.queue, r)
	return to
}

// value is a value of theirs as ours, its references followed.
func (g *graft) value(v any) any {
	switch v := v.(type) {
	case ref:
		return g.move(v)
	case array:
		out := make(array, 0, len(v))
		for _, e := range v {
			out = append(out, g.value(e))
		}
		return out
	case *dict:
		return g.dict(v)
	case *stream:
		return &stream{g.dict(v.dict), v.data}
	}
	return v
}

// dict moves a dictionary; keys of the parent tree are ours from now on.
func (g *graft) dict(d *dict) *dict {
	out := &dict{}
	for _, e := range d.entries {
		v := g.value(e.value)
		if n, ok := intOf(v); ok && (e.key == "StructParent" || e.key == "StructParents") {
			v = n + g.key
		}
		out.entries = append(out.entries, entry{e.key, v})
	}
	return out
}

// pageKeys are what a page keeps. The rest belongs to the paper it came from.
var pageKeys = []name{"Resources", "MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox", "Rotate", "Contents", "Group", "UserUnit", "Annots", "StructParents"}

// take moves everything: pages below tree, and the structure below node. It gives
// the pages, and the rows of the parent tree.
func (g *graft) take(tree, node ref) (pages []ref, nums array) {
	root, _ := g.from.catalog.get("StructTreeRoot").(ref)
	g.moved[root] = node // what was at the root hangs from the node
	for _, p := range g.from.pages {
		g.moved[p] = g.to.add(nil)
	}
	for _, p := range g.from.pages {
		d := newDict("Type", name("Page"), "Parent", tree, "Tabs", name("S"))
		for _, k := range pageKeys {
			if v := g.from.file.inherited(p, k); v != nil {
				d.entries = append(d.entries, g.dict(&dict{[]entry{{k, v}}}).entries...)
			}
		}
		g.to.objects[g.moved[p]] = d
		pages = append(pages, g.moved[p])
	}
	rows := g.from.parentTree()
	for _, k := range sorted(rows) {
		nums = append(nums, g.key+k, g.value(rows[k]))
	}
	for len(g.queue) > 0 {
		r := g.queue[0]
		g.queue = g.queue[1:]
		g.to.objects[g.moved[r]] = g.object(r)
	}
	return pages, nums
}

// object moves one object: an element and a link are changed on the way.
func (g *graft) object(r ref) any {
	v := g.from.file.at(r)
	d, ok := v.(*dict)
	switch {
	case !ok:
		return g.value(v)
	case g.from.seen[r]:
		return g.element(d)
	case d.get("Subtype") == name("Link") && d.get("Rect") != nil:
		return g.link(d)
	}
	return g.dict(d)
}

// element gives an element its standard type, what its classes say, and an identity
// that no other paper in the file has.
func (g *graft) element(d *dict) *dict {
	e := g.dict(d)
	role := g.from.role(d.get("S").(name))
	if role == "Document" {
		role = "Art" // the document is ours
	}
	e.set("S", role)
	for _, k := range []name{"C", "R", "NS", "Ref", "AF"} {
		e.drop(k)
	}
	if id, ok := bytesOf(g.from.file.at(d.get("ID"))); ok {
		e.set("ID", g.identity(id))
	}
	if a := g.attributes(d); len(a) > 0 {
		e.set("A", a)
	}
	return e
}

// attributes are an element's own and those of its classes, with the identities
// that heads of tables are known by.
func (g *graft) attributes(d *dict) array {
	var all array
	var take func(v any)
	take = func(v any) {
		if a := g.from.file.array(v); a != nil {
			for _, e := range a {
				take(e)
			}
			return
		}
		if from := g.from.file.dict(v); from != nil {
			a := g.dict(from)
			if heads := g.from.file.array(from.get("Headers")); heads != nil {
				out := array{}
				for _, h := range heads {
					if id, ok := bytesOf(g.from.file.at(h)); ok {
						out = append(out, g.identity(id))
					}
				}
				a.set("Headers", out)
			}
			all = append(all, a)
		}
	}
	take(d.get("A"))
	for _, c := range g.from.classNames(d) {
		take(g.from.classes.get(c))
	}
	return all
}

func (g *graft) identity(id []byte) raw {
	return text(fmt.Sprintf("annex%d.%x", g.number, id))
}

// identities are the rows of the ID tree for the elements that have one.
func (g *graft) identities() map[string]ref {
	out := map[string]ref{}
	for _, r := range g.from.elems {
		if id, ok := bytesOf(g.from.file.at(g.from.file.dict(r).get("ID"))); ok {
			b, _ := bytesOf(g.identity(id))
			out[string(b)] = g.moved[r]
		}
	}
	return out
}

// link spells out where a link leads: names of places are lost with the catalog.
func (g *graft) link(d *dict) *dict {
	dest := g.from.place(d.get("Dest"))
	if a := g.from.file.dict(d.get("A")); dest == nil && a.get("S") == name("GoTo") {
		dest = g.from.place(a.get("D"))
	}
	out := g.dict(d)
	if dest != nil {
		out.drop("A")
		out.set("Dest", g.value(dest))
	}
	return out
}

// roots are the outermost elements, moved.
func (g *graft) roots() array {
	k := g.from.file.dict(g.from.catalog.get("StructTreeRoot")).get("K")
	if a := g.from.file.array(k); a != nil {
		return g.value(a).(array)
	}
	return array{g.value(k)}
}

// bookmarks are the paper's own, below level.
func (g *graft) bookmarks(level int) []Bookmark {
	var out []Bookmark
	for i, h := range g.marks {
		if h.Page > 0 {
			dest, _ := g.value(g.from.dests[i]).(array)
			out = append(out, Bookmark{Title: h.Title, Level: level + 1 + h.Level, dest: dest})
		}
	}
	return out
}

// append takes the papers in that follow ours, and gives the outline with theirs
// in it.
func (b *builder) append(t Tree, next int) (nums array, outline []Bookmark, end int, err error) {
	if len(t.Appended) == 0 {
		return nil, t.Outline, next, nil
	}
	f := b.file
	tree, _ := f.dict(f.trailer.get("Root")).get("Pages").(ref)
	after := map[int][]ref{}
	outline = slices.Clone(t.Outline)
	for i, a := range t.Appended {
		node := b.nodes[a.Node]
		if node == 0 || a.After < 0 || a.After >= len(b.pages) || a.Annex == nil {
			return nil, nil, 0, fmt.Errorf("annex %d has no place", i+1)
		}
		g := &graft{to: f, from: a.Annex.reader, marks: a.Annex.Read.Bookmarks, number: i + 1, key: next, moved: map[ref]ref{}}
		roots := g.roots()
		pages, rows := g.take(tree, node)
		f.dict(node).set("K", roots)
		if lang := g.from.file.at(g.from.catalog.get("Lang")); lang != nil {
			f.dict(node).set("Lang", lang)
		}
		for id, r := range g.identities() {
			b.ids[id] = r
		}
		nums = append(nums, rows...)
		for k := range g.from.parentTree() {
			next = max(next, g.key+k+1)
		}
		after[a.After] = append(after[a.After], pages...)
		outline = g.outlined(outline, a.After)
	}
	kids := array{}
	for n, p := range b.pages {
		kids = append(kids, p)
		for _, r := range after[n] {
			kids = append(kids, r)
		}
	}
	f.dict(tree).set("Kids", kids)
	f.dict(tree).set("Count", len(kids))
	return nums, outline, next, nil
}

// outlined sets the paper's bookmarks below the one that stands last on or before
// the page it follows.
func (g *graft) outlined(outline []Bookmark, after int) []Bookmark {
	at, level := 0, -1
	for i, m := range outline {
		if m.dest == nil && m.Page <= after {
			at, level = i+1, m.Level
		}
	}
	for at < len(outline) && outline[at].dest != nil { // those of a paper before it on the same page
		at++
	}
	return slices.Insert(outline, at, g.bookmarks(level)...)
}
