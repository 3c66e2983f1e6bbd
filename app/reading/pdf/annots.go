package pdf

import "yttra/app/reading"

// The kinds of annotations that are looked at.
const (
	annotNote      = 1
	annotLink      = 2
	annotFreeText  = 3
	annotSquare    = 5
	annotHighlight = 9 // and to 12: underline, squiggly, strikeout
	annotStrikeOut = 12
	annotStamp     = 13
	annotFile      = 17
	annotField     = 20
	annotMovie     = 26 // with a player of its own
)

// The kinds of actions.
const (
	actionURI    = 3
	actionLaunch = 4
)

// maxAnnots is how many annotations of a page are looked at.
const maxAnnots = 2000

// annots reads what lies on a page. painted tells that some of it looks like a part of
// the page: what a form was filled in with, a text laid over it, a stamp.
func (d *document) annots(page uint64, v view, out *Sheet) (painted bool) {
	e := d.e
	for i := range min(e.count(fnCountAnnots, page), maxAnnots) {
		a := e.call(fnAnnot, page, uint64(i))
		if a == 0 {
			continue
		}
		switch kind := e.count(fnAnnotKind, a); {
		case kind == annotLink:
			d.link(a, v, out)
		case kind == annotField:
			painted = true
			out.annot(Field, e.annotBox(a, v), e.value(a, "V"))
		case kind == annotFreeText || kind == annotStamp || kind == annotSquare:
			painted = true
		case kind == annotNote || kind >= annotHighlight && kind <= annotStrikeOut:
			out.annot(Note, e.annotBox(a, v), e.value(a, "Contents"))
		case kind == annotFile:
			d.attached = append(d.attached, e.value(a, "Contents"))
		case kind == annotMovie:
			d.does("RichMedia")
		}
		e.call(fnCloseAnnot, a)
	}
	return painted
}

func (s *Sheet) annot(k AnnotKind, b reading.Box, text string) {
	if text != "" {
		s.Annots = append(s.Annots, Annot{Kind: k, Box: b, Text: text})
	}
}

// link reads a link: where it leads, or that it would start something.
func (d *document) link(a uint64, v view, out *Sheet) {
	e := d.e
	link := e.call(fnAnnotLink, a)
	if link == 0 {
		return
	}
	action := e.call(fnLinkAction, link)
	if action == 0 {
		return
	}
	switch e.count(fnActionKind, action) {
	case actionURI:
		n := min(e.call(fnActionURI, d.doc, action, uint64(e.room), roomBytes), roomBytes)
		data, _ := e.mem.Read(e.room, uint32(n))
		where := clean(data) // before the scratch is used again
		out.annot(Link, e.annotBox(a, v), where)
	case actionLaunch:
		d.does("Launch")
	}
}

// annotBox is where an annotation lies.
func (e *engine) annotBox(a uint64, v view) reading.Box {
	if !e.is(fnAnnotBox, a, e.at(0)) { // left, top, right, bottom: singles
		return reading.Box{}
	}
	var b [4]float32
	e.singles(b[:])
	return v.box(min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3]))
}

// value reads a string of an annotation's dictionary.
func (e *engine) value(a uint64, key string) string {
	const from = 64 // the key stands before it
	if !e.mem.Write(e.room, append([]byte(key), 0)) {
		return ""
	}
	n := min(e.call(fnAnnotString, a, uint64(e.room), uint64(e.room+from), roomBytes-from), roomBytes-from)
	data, _ := e.mem.Read(e.room+from, uint32(n))
	return wide(data)
}
