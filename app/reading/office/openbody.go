package office

import "yttra/app/reading"

// openStory reads a row of paragraphs and tables that are read for themselves.
type openStory struct {
	f      *openFile
	s      *scanner
	blocks []block
	list   *openList // the innermost that is open
	p      *para
	spaced bool    // the last character was a space, or there is none yet
	hide   bool    // words are hidden
	gone   bool    // the paragraph is hidden
	in     *change // of what is read now
	gap    bool
}

func (f *openFile) story(s *scanner) []block {
	x := &openStory{f: f, s: s}
	x.read()
	return x.blocks
}

func (x *openStory) read() { x.s.each(x.block, nil) }

// block reads what stands where paragraphs stand.
func (x *openStory) block(e elem) {
	switch e.name {
	case "text:p":
		x.paragraph(e, &para{kind: reading.Paragraph})
	case "text:h":
		level := max(1, min(9, or(number(e.get("outline-level")), 1)))
		x.paragraph(e, &para{kind: reading.Heading, level: level})
	case "text:list":
		x.openList(e)
	case "text:numbered-paragraph":
		x.numbered(e)
	case "table:table":
		x.first("table", e.get("style-name"))
		if t := x.table(); len(t.rows) > 0 {
			x.put(block{table: t})
		}
		x.gap = false
	case "text:section":
		if e.get("display") == "none" || e.get("is-hidden") == "true" || x.f.hides("section", e.get("style-name")) {
			x.f.paper.hidden = true
			return
		}
		x.read()
	case "text:tracked-changes":
		x.f.readChanges(x.s)
	case "text:change-start", "text:change-end":
		x.change(e)
	case "text:change":
		p := &para{kind: reading.Paragraph}
		x.p, p = p, x.p
		x.change(e)
		x.p, p = p, x.p
		x.put(block{para: p})
	case "text:index-body", "text:bibliography", "office:text":
		x.read()
	case "draw:frame", "draw:g", "draw:custom-shape", "draw:rect", "draw:a", "draw:line", "draw:ellipse":
		p := &para{kind: reading.Paragraph}
		x.p, p = p, x.p
		x.drawing(e)
		x.p, p = p, x.p
		x.finish(p)
	}
}

func (x *openStory) put(b block) {
	if !x.f.paper.piece() {
		x.full()
		return
	}
	x.blocks = append(x.blocks, b)
}

func (x *openStory) full() {
	if x.s.err == nil {
		x.s.err = errMuch
	}
}

// first notes which master page the first paragraph or table begins.
func (x *openStory) first(family, style string) {
	if x.f.begun {
		return
	}
	x.f.begun = true
	x.f.style(family, style, func(st *openStyle) bool {
		x.f.master = st.master
		return st.master != ""
	})
}

func (x *openStory) paragraph(e elem, p *para) {
	style := e.get("style-name")
	x.first("paragraph", style)
	wasP, wasSpaced, wasHide, wasGone := x.p, x.spaced, x.hide, x.gone
	x.p, x.spaced, x.gone = p, true, false
	x.hide = x.hide || x.f.hides("paragraph", style)
	x.inlines()
	gone := x.gone
	x.p, x.spaced, x.hide, x.gone = wasP, wasSpaced, wasHide, wasGone
	if gone {
		x.f.paper.hidden = true
		return
	}
	x.f.describe(p, style)
	x.count(p, e, style)
	x.finish(p)
}

// count gives a paragraph its number or mark, when it is the first of an item or a
// heading that has one.
func (x *openStory) count(p *para, e elem, style string) {
	l := x.list
	if l == nil {
		if p.kind == reading.Heading && e.name == "text:h" && e.get("is-list-header") != "true" {
			x.heading(p, e)
		}
		return
	}
	item := func() {
		if p.kind != reading.Heading {
			p.kind, p.level = reading.Item, l.level
		}
	}
	if !l.fresh { // a further paragraph of the item
		if l.marked {
			item()
		}
		return
	}
	if p.empty() && len(p.runs) > 0 {
		return
	}
	l.fresh, l.marked = false, false
	name := l.style
	if name == "" {
		name = x.f.listOf(style)
	}
	st := x.f.listStyle(name)
	if st == nil || l.header {
		return
	}
	l.count.next(st, l.level, l.start)
	if p.label = l.count.label(st, l.level); p.label != "" {
		item()
		l.marked = true
	}
}

func (x *openStory) heading(p *para, e elem) {
	st := x.f.common.head
	if st == nil {
		return
	}
	var own *int
	if e.get("restart-numbering") == "true" {
		own = number(e.get("start-value"))
	}
	x.f.lists.heads.next(st, p.level, own)
	p.label = x.f.lists.heads.label(st, p.level)
}

func (x *openStory) finish(p *para) {
	if len(p.runs) == 0 && len(p.boxes) == 0 {
		x.gap = true
		return
	}
	p.gap, x.gap = p.gap || x.gap, false
	x.put(block{para: p})
}

// openList reads a list and those in it.
func (x *openStory) openList(e elem) {
	l := &openList{style: e.get("style-name"), level: 1}
	outer := x.list
	if outer != nil {
		l.level, l.count = min(openLevels, outer.level+1), outer.count
		if l.style == "" {
			l.style = outer.style
		} else if l.style != outer.style {
			l.count = x.f.counterOf(e)
		}
	} else {
		l.count = x.f.counterOf(e)
	}
	x.list = l
	x.s.each(func(e elem) {
		switch e.name {
		case "text:list-item", "text:list-header":
			l.fresh, l.header, l.start = true, e.name == "text:list-header", number(e.get("start-value"))
			x.read()
		}
	}, nil)
	x.list = outer
}

// numbered reads a paragraph that is an item by itself.
func (x *openStory) numbered(e elem) {
	outer := x.list
	style := e.get("style-name")
	if style == "" {
		style = e.get("list-style-name")
	}
	key := "numbered " + e.get("list-id") + " " + style
	c := x.f.lists.byStyle[key]
	if c == nil {
		c = x.f.counterOf(elem{})
		x.f.lists.byStyle[key] = c
	}
	x.list = &openList{style: style, level: max(1, min(openLevels, or(number(e.get("level")), 1))), count: c, fresh: true, start: number(e.get("start-value"))}
	x.read()
	x.list = outer
}
