package tagging

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// file is a PDF file taken apart: the objects by number (0 is unused) and the
// trailer.
type file struct {
	objects []any
	trailer *dict
}

// parse reads a whole file with one classic cross-reference table, as gofpdf
// and this package write it. Anything else is an error, never a panic.
func parse(b []byte) (*file, error) {
	at := bytes.LastIndex(b, []byte("startxref"))
	if at < 0 {
		return nil, errors.New("no cross-reference table: the file is cut off or is no PDF")
	}
	l := &lexer{b: b, p: at + len("startxref")}
	start, err := l.number()
	if err != nil || start >= len(b) {
		return nil, l.fault()
	}
	l.p = start
	offsets, err := l.table()
	if err != nil {
		return nil, err
	}
	t, err := l.value(0)
	if err != nil {
		return nil, err
	}
	f := &file{objects: make([]any, len(offsets))}
	var ok bool
	if f.trailer, ok = t.(*dict); !ok {
		return nil, l.fault()
	}
	for n := 1; n < len(offsets); n++ {
		if f.objects[n], err = (&lexer{b: b, p: offsets[n]}).object(n); err != nil {
			return nil, fmt.Errorf("object %d: %w", n, err)
		}
	}
	return f, nil
}

// table reads the cross-reference table and passes the word trailer.
func (l *lexer) table() ([]int, error) {
	if l.next() != "xref" || l.next() != "0" {
		return nil, l.fault()
	}
	n, err := l.number()
	if err != nil || n > len(l.b)/20 { // an entry is 20 bytes
		return nil, l.fault()
	}
	offsets := make([]int, n)
	for i := range offsets {
		if offsets[i], err = l.number(); err != nil || offsets[i] > len(l.b) {
			return nil, l.fault()
		}
		l.next() // generation
		l.next() // in use or free
	}
	if l.next() != "trailer" {
		return nil, l.fault()
	}
	return offsets, nil
}

// object reads "n 0 obj …".
func (l *lexer) object(n int) (any, error) {
	if l.next() != strconv.Itoa(n) || l.next() != "0" || l.next() != "obj" {
		return nil, l.fault()
	}
	v, err := l.value(0)
	if err != nil {
		return nil, err
	}
	d, ok := v.(*dict)
	if !ok {
		return v, nil
	}
	l.skip()
	if !bytes.HasPrefix(l.b[l.p:], []byte("stream")) {
		return d, nil
	}
	l.p += len("stream")
	if l.p < len(l.b) && l.b[l.p] == '\r' {
		l.p++
	}
	l.p++ // the line feed
	length, ok := intOf(d.get("Length"))
	if !ok || length < 0 || l.p > len(l.b) || length > len(l.b)-l.p {
		return nil, l.fault()
	}
	return &stream{d, l.b[l.p : l.p+length]}, nil
}

func (f *file) add(v any) ref {
	f.objects = append(f.objects, v)
	return ref(len(f.objects) - 1)
}

// at follows a reference; nil when it leads nowhere.
func (f *file) at(v any) any {
	for range deepest {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		if r < 1 || int(r) >= len(f.objects) {
			return nil
		}
		v = f.objects[r]
	}
	return nil
}

// dict gives the dictionary that v is or leads to, a stream's included; else nil.
func (f *file) dict(v any) *dict {
	switch v := f.at(v).(type) {
	case *dict:
		return v
	case *stream:
		return v.dict
	}
	return nil
}

func (f *file) array(v any) array {
	a, _ := f.at(v).(array)
	return a
}

func (f *file) stream(v any) *stream {
	s, _ := f.at(v).(*stream)
	return s
}

// pages lists the pages in order, however deep the page tree is.
func (f *file) pages() ([]ref, error) {
	var pages []ref
	seen := map[ref]bool{}
	var walk func(k any, depth int) error
	walk = func(k any, depth int) error {
		r, ok := k.(ref)
		d := f.dict(k)
		switch {
		case !ok || d == nil || seen[r] || depth > deepest:
			return errors.New("the page tree is broken")
		case d.get("Type") == name("Page"):
			pages = append(pages, r)
		case d.get("Type") == name("Pages"):
			for _, kid := range f.array(d.get("Kids")) {
				if err := walk(kid, depth+1); err != nil {
					return err
				}
			}
		default:
			return errors.New("the page tree holds something else than pages")
		}
		seen[r] = true
		return nil
	}
	root := f.dict(f.trailer.get("Root")).get("Pages")
	if root == nil {
		return nil, errors.New("no page tree")
	}
	return pages, walk(root, 0)
}

// inherited is a page's attribute, or that of the nearest branch above it.
func (f *file) inherited(page ref, key name) any {
	d := f.dict(page)
	for range deepest {
		if v := d.get(key); v != nil || d == nil {
			return v
		}
		d = f.dict(d.get("Parent"))
	}
	return nil
}

// content is what a page draws, its streams one after the other.
func (f *file) content(page ref) ([]byte, error) {
	v := f.dict(page).get("Contents")
	if s := f.stream(v); s != nil {
		return s.plain()
	}
	parts := f.array(v)
	if parts == nil {
		return nil, errors.New("it has no contents")
	}
	var all []byte
	for _, p := range parts {
		s := f.stream(p)
		if s == nil {
			return nil, errors.New("a part of its contents is missing")
		}
		b, err := s.plain()
		if err != nil {
			return nil, err
		}
		all = append(append(all, b...), '\n')
	}
	return all, nil
}
