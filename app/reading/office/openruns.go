package office

import (
	"path"
	"strings"
)

// inlines reads what stands in a paragraph.
func (x *openStory) inlines() { x.s.each(x.inline, x.write) }

func (x *openStory) inline(e elem) {
	switch e.name {
	case "text:span":
		hide := x.hide
		x.hide = x.hide || x.f.hides("text", e.get("style-name"))
		x.inlines()
		x.hide = hide
	case "text:s":
		x.spaces(or(number(e.get("c")), 1))
	case "text:tab":
		x.add(run{text: "\t"})
	case "text:line-break":
		x.add(run{kind: newLine})
	case "text:note":
		x.note()
	case "office:annotation":
		x.f.paper.comments++
	case "text:change-start", "text:change-end", "text:change":
		x.change(e)
	case "text:page-number", "text:page-count", "text:page-continuation":
		x.add(run{kind: pageMark})
	case "text:hidden-text":
		x.f.paper.hidden = true
	case "text:hidden-paragraph":
		x.gone = x.gone || e.get("is-hidden") == "true"
	case "text:ruby":
		x.s.each(func(e elem) {
			if e.name == "text:ruby-base" {
				x.inlines()
			}
		}, nil)
	case "draw:frame", "draw:g", "draw:custom-shape", "draw:rect", "draw:a", "draw:line", "draw:ellipse", "draw:polygon", "draw:path":
		x.drawing(e)
	case "text:soft-page-break", "office:annotation-end", "draw:control", "text:bookmark-start", "text:bookmark-end", "text:bookmark", "text:alphabetical-index-mark", "text:toc-mark":
	case "office:event-listeners":
		x.f.readScripts(x.s)
	case "text:script":
		x.f.paper.runs("script")
	default: // links, fields and what is not known: what they show
		x.inlines()
	}
}

// write adds words; any space between words is one, as in XML files for people.
func (x *openStory) write(s string) {
	var b strings.Builder
	for _, r := range s {
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' {
			if !x.spaced {
				b.WriteByte(' ')
			}
			x.spaced = true
			continue
		}
		x.spaced = false
		b.WriteRune(r)
	}
	x.add(run{text: seen.Replace(b.String())})
}

// mostSpaces is how many spaces in a row are written, for columns made of them.
const mostSpaces = 40

func (x *openStory) spaces(n int) {
	x.add(run{text: strings.Repeat(" ", max(0, min(n, mostSpaces)))})
	x.spaced = false
}

func (x *openStory) add(r run) {
	if x.p == nil || r.kind == words && r.text == "" {
		return
	}
	if r.kind == newLine {
		x.spaced = true
	}
	if x.hide {
		x.f.paper.hidden = x.f.paper.hidden || strings.TrimSpace(r.text) != ""
		return
	}
	if r.in == nil {
		r.in = x.in
	}
	n := len(x.p.runs)
	x.p.add(r)
	if len(x.p.runs) > n && !x.f.paper.piece() {
		x.full()
	}
}

// note reads a footnote or endnote where its mark stands.
func (x *openStory) note() {
	var n note
	x.s.each(func(e elem) {
		switch e.name {
		case "text:note-citation":
			n.mark = raised(x.s.words(40))
		case "text:note-body":
			n.blocks = x.f.story(x.s)
		}
	}, nil)
	if x.hide || !x.f.paper.piece() {
		return
	}
	x.f.paper.notes = append(x.f.paper.notes, n)
	x.add(run{kind: noteMark, note: len(x.f.paper.notes) - 1})
	x.spaced = false
}

// drawing reads what is drawn: text boxes, pictures and objects of other programs.
func (x *openStory) drawing(e elem) {
	picture, object := false, ""
	var in func(e elem)
	in = func(e elem) {
		switch e.name {
		case "draw:text-box":
			x.box(x.f.story(x.s))
		case "draw:image":
			picture = true
		case "draw:object", "draw:object-ole", "draw:plugin", "draw:applet":
			object = path.Base(e.get("href"))
		case "text:p", "text:h", "text:list", "table:table": // in a shape
			one := &openStory{f: x.f, s: x.s}
			one.block(e)
			x.box(one.blocks)
		case "svg:title", "svg:desc":
		case "draw:frame":
			x.drawing(e)
		case "office:event-listeners":
			x.f.readScripts(x.s)
		default:
			x.s.each(in, nil)
		}
	}
	x.s.each(in, nil)
	switch {
	case object != "" && object != ".":
		x.f.paper.embed(object)
	case picture:
		x.f.paper.pictures++
	}
}

// box fastens a text box to the paragraph.
func (x *openStory) box(bs []block) {
	if x.hide {
		x.f.paper.hidden = x.f.paper.hidden || len(bs) > 0
		return
	}
	if x.p != nil {
		x.p.boxes = append(x.p.boxes, bs...)
	}
}
