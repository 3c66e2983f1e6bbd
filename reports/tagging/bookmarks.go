package tagging

import "fmt"

// branch is an outline item under way.
type branch struct {
	self  ref
	dict  *dict
	level int
	kids  []*branch
}

// addOutline writes the outline, all of it open.
func addOutline(f *file, pages []ref, marks []Bookmark) (ref, error) {
	root := &branch{dict: newDict("Type", name("Outlines")), level: -1}
	root.self = f.add(root.dict)
	path := []*branch{root}
	for _, m := range marks {
		dest := m.dest
		if dest == nil {
			var err error
			if dest, err = destination(pages, m.Page, m.Y); err != nil {
				return 0, fmt.Errorf("bookmark %q: %w", m.Title, err)
			}
		}
		for len(path) > 1 && path[len(path)-1].level >= m.Level {
			path = path[:len(path)-1]
		}
		parent := path[len(path)-1]
		b := &branch{dict: newDict("Title", text(m.Title), "Parent", parent.self, "Dest", dest), level: m.Level}
		b.self = f.add(b.dict)
		parent.kids = append(parent.kids, b)
		path = append(path, b)
	}
	root.join()
	return root.self, nil
}

// join ties the items of a level together and counts what is shown below.
func (b *branch) join() (shown int) {
	for i, k := range b.kids {
		shown += 1 + k.join()
		if i > 0 {
			k.dict.set("Prev", b.kids[i-1].self)
			b.kids[i-1].dict.set("Next", k.self)
		}
	}
	if len(b.kids) > 0 {
		b.dict.set("First", b.kids[0].self)
		b.dict.set("Last", b.kids[len(b.kids)-1].self)
		b.dict.set("Count", shown)
	}
	return shown
}
