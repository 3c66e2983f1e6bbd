package tagging

import (
	"errors"
	"fmt"
)

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
