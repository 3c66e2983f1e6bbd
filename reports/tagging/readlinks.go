package tagging

import (
	"bytes"
	"errors"
)

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
