package office

import (
	"yttra/app/reading"
)

// story reads a row of paragraphs and tables that are read for themselves: the text, a
// note, a text box, what heads a page.
type story struct {
	f      *wordFile
	s      *scanner
	blocks []block
	p      *para    // the paragraph that is read
	fields []*field // that are open
	gap    bool     // an empty paragraph came before
	held   *para    // a paragraph whose end is taken away: the next goes on in it
	in     *change  // of what is read now
	out    *change
	hide   bool // the paragraph's style hides its words
	asks   bool // in a control that is empty: what asks to be filled in is not read
}

// readBody reads the text of the document, and tells whether there is one.
func (f *wordFile) readBody(s *scanner) (found bool) {
	s.each(func(elem) { // w:document
		s.each(func(e elem) {
			if e.name == "w:body" {
				found, f.paper.body = true, f.story(s)
			}
		}, nil)
	}, nil)
	return found
}

// story reads the paragraphs and tables of the element that is open.
func (f *wordFile) story(s *scanner) []block {
	x := &story{f: f, s: s}
	x.read()
	x.release()
	return x.blocks
}

func (x *story) read() { x.s.each(x.block, nil) }

// block reads what stands where paragraphs stand.
func (x *story) block(e elem) {
	switch e.name {
	case "w:p":
		x.paragraph()
	case "w:tbl":
		x.release()
		if t := x.table(); len(t.rows) > 0 {
			x.put(block{table: t})
		}
		x.gap = false
	case "w:sectPr":
		x.f.section(x.s)
	case "w:ins", "w:moveTo":
		x.changed(e, &x.in, x.read)
	case "w:del", "w:moveFrom":
		x.changed(e, &x.out, x.read)
	case "w:sdt":
		x.control(x.read)
	case "w:altChunk":
		x.f.paper.embed(x.f.targetName(e))
	case "mc:AlternateContent":
		x.alternate(x.read)
	case "w:sdtContent", "w:customXml", "w:smartTag", "mc:Choice", "mc:Fallback":
		x.read()
	}
}

// put keeps a block, while there is room.
func (x *story) put(b block) {
	if !x.f.paper.piece() {
		x.full()
		return
	}
	x.blocks = append(x.blocks, b)
}

func (x *story) full() {
	if x.s.err == nil {
		x.s.err = errMuch
	}
}

// changed reads what is marked as somebody's change.
func (x *story) changed(e elem, which **change, read func()) {
	was := *which
	if by := e.get("author"); was == nil || was.by != by {
		*which = &change{by: by}
	}
	read()
	*which = was
}

// release puts a paragraph whose end was taken away, when none came that goes on.
func (x *story) release() {
	if p := x.held; p != nil {
		x.held = nil
		x.finish(p)
	}
}

func (x *story) paragraph() {
	was := *x
	x.p, x.hide = &para{kind: reading.Paragraph}, false
	var props wordProps
	joined, initial := false, false
	x.style(wordProps{})
	x.s.each(func(e elem) {
		if e.name != "w:pPr" {
			x.inline(e)
			return
		}
		props = readProps(x.s, func(e elem) {
			switch e.name {
			case "w:rPr":
				joined = joined || x.mark()
			case "w:framePr": // a large first letter, whose word goes on in the next
				initial = e.get("dropCap") == "drop" || e.get("dropCap") == "margin"
			case "w:sectPr":
				x.f.section(x.s)
			}
		})
		x.style(props)
	}, nil)
	p := x.p
	x.p, x.hide = was.p, was.hide
	if x.held != nil {
		if !x.held.joins {
			x.held.runs = append(x.held.runs, run{kind: newLine, out: &change{by: lastBy(x.held)}})
		}
		p.runs, p.boxes, p.gap = append(x.held.runs, p.runs...), append(x.held.boxes, p.boxes...), p.gap || x.held.gap
		x.held = nil
	}
	if joined || initial {
		p.joins = initial
		x.held = p
		return
	}
	x.describe(p, props)
	x.finish(p)
}

// lastBy tells who took away what a paragraph ends with.
func lastBy(p *para) string {
	if n := len(p.runs); n > 0 && p.runs[n-1].out != nil {
		return p.runs[n-1].out.by
	}
	return ""
}

// style notes what a paragraph's style says of its words.
func (x *story) style(p wordProps) {
	if p.style == "" {
		p.style = x.f.styles.standard
	}
	x.hide = x.f.styles.hidden(p.style)
}

// mark reads the properties of the paragraph's end, and tells whether it is taken away.
func (x *story) mark() (joined bool) {
	x.s.each(func(e elem) {
		if e.name == "w:del" || e.name == "w:moveFrom" {
			joined = true
		}
	}, nil)
	return joined
}

// describe says what kind of paragraph it is, and counts it in its list.
func (x *story) describe(p *para, props wordProps) {
	props = x.f.styles.resolve(props)
	p.style, p.before, p.after = props.style, or(props.before, 0), or(props.after, 0)
	p.tight = props.tight != nil && *props.tight
	if n, level := x.f.listOf(props); n != nil && (!p.empty() || len(p.runs) == 0 && len(p.boxes) == 0) {
		if p.label = n.label(level); p.label != "" {
			p.kind, p.level = reading.Item, level+1
		}
	}
	if o := props.outline; o != nil && *o >= 0 && *o < 9 {
		p.kind, p.level = reading.Heading, *o+1
	}
}

// finish puts a paragraph; one without words leaves the space that it takes.
func (x *story) finish(p *para) {
	if len(p.runs) == 0 && len(p.boxes) == 0 {
		x.gap = true
		return
	}
	p.gap, x.gap = p.gap || x.gap, false
	x.put(block{para: p})
}

// section reads how a section's pages look; the first of the file counts.
func (f *wordFile) section(s *scanner) {
	sec := &wordSection{heads: map[string]string{}, foots: map[string]string{}}
	s.each(func(e elem) {
		switch e.name {
		case "w:headerReference":
			sec.heads[e.get("type")] = e.get("id")
		case "w:footerReference":
			sec.foots[e.get("type")] = e.get("id")
		case "w:titlePg":
			sec.title = on(e.get("val"))
		}
	}, nil)
	if f.first == nil {
		f.first = sec
	}
}

// control reads a content control: its content, not what it asks for while empty, and
// no table of contents.
func (x *story) control(read func()) {
	asks, contents := false, false
	x.s.each(func(e elem) {
		switch e.name {
		case "w:sdtPr":
			x.s.each(func(e elem) {
				switch e.name {
				case "w:showingPlcHdr":
					asks = on(e.get("val"))
				case "w:docPartObj":
					x.s.each(func(e elem) {
						contents = contents || e.name == "w:docPartGallery" && e.get("val") == "Table of Contents"
					}, nil)
				}
			}, nil)
		case "w:sdtContent":
			if contents {
				return
			}
			was := x.asks
			x.asks = asks
			read()
			x.asks = was
		}
	}, nil)
}

// alternate reads the first of several ways to say the same that says anything.
func (x *story) alternate(read func()) {
	was := x.amount()
	x.s.each(func(e elem) {
		if (e.name == "mc:Choice" || e.name == "mc:Fallback") && x.amount() == was {
			read()
		}
	}, nil)
}

// amount grows with everything that is read.
func (x *story) amount() int {
	n := x.f.paper.pieces + x.f.paper.pictures
	if x.p != nil {
		n += len(x.p.runs) + len(x.p.boxes)
	}
	return n
}
