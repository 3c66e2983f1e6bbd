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
}

// readBody reads the text of the document.
func (f *wordFile) readBody(s *scanner) (bs []block) {
	s.each(func(elem) { // w:document
		s.each(func(e elem) {
			if e.name == "w:body" {
				bs = f.story(s)
			}
		}, nil)
	}, nil)
	return bs
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
	joined := false
	x.style(wordProps{})
	x.s.each(func(e elem) {
		if e.name != "w:pPr" {
			x.inline(e)
			return
		}
		props = readProps(x.s, func(e elem) {
			switch e.name {
			case "w:rPr":
				joined = x.mark()
			case "w:sectPr":
				x.f.section(x.s)
			}
		})
		x.style(props)
	}, nil)
	p := x.p
	x.p, x.hide = was.p, was.hide
	if x.held != nil {
		p.runs, p.boxes, p.gap = append(x.held.runs, p.runs...), append(x.held.boxes, p.boxes...), p.gap || x.held.gap
		x.held = nil
	}
	if joined {
		x.held = p
		return
	}
	x.describe(p, props)
	x.finish(p)
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
		p.kind, p.level = reading.Item, level+1
		p.label = n.label(level)
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

// control reads a content control: its content, not what it asks for while empty.
func (x *story) control(read func()) {
	asks := false
	x.s.each(func(e elem) {
		switch e.name {
		case "w:sdtPr":
			x.s.each(func(e elem) {
				switch e.name {
				case "w:showingPlcHdr":
					asks = on(e.get("val"))
				case "w:docPartObj":
					x.s.each(func(e elem) {
						if e.name == "w:docPartGallery" && e.get("val") == "Table of Contents" {
							asks = true
						}
					}, nil)
				}
			}, nil)
		case "w:sdtContent":
			if !asks {
				read()
			}
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

// table reads a table.
func (x *story) table() *table {
	t := &table{}
	x.rows(t)
	return t
}

func (x *story) rows(t *table) {
	x.s.each(func(e elem) { x.tableElement(e, t) }, nil)
}

func (x *story) tableElement(e elem, t *table) {
	more := func() { x.rows(t) }
	switch e.name {
	case "w:tblPr":
		x.s.each(func(e elem) {
			switch e.name {
			case "w:tblStyle":
				t.lines = t.lines || x.f.styles.lines(e.get("val"))
			case "w:tblBorders":
				t.lines = readBorders(x.s)
			}
		}, nil)
	case "w:tr":
		r := x.row(t)
		if !x.f.paper.piece() {
			x.full()
			return
		}
		t.rows = append(t.rows, r)
	case "w:sdt":
		x.control(more)
	case "w:sdtContent", "w:customXml", "w:smartTag":
		more()
	}
}

func (x *story) row(t *table) row {
	r := row{in: x.in, out: x.out}
	column := 1
	var in func(e elem)
	in = func(e elem) {
		more := func() { x.s.each(in, nil) }
		switch e.name {
		case "w:trPr":
			x.s.each(func(e elem) {
				switch e.name {
				case "w:gridBefore":
					column += max(0, min(100, or(number(e.get("val")), 0)))
				case "w:del":
					r.out = &change{by: e.get("author")}
				case "w:ins":
					r.in = &change{by: e.get("author")}
				}
			}, nil)
		case "w:tc":
			c, span := x.cell(t, r)
			c.column = column
			column += span
			if !x.f.paper.piece() {
				x.full()
				return
			}
			r.cells = append(r.cells, c)
		case "w:sdt":
			x.control(more)
		case "w:sdtContent", "w:customXml", "w:smartTag":
			more()
		}
	}
	x.s.each(in, nil)
	return r
}

func (x *story) cell(t *table, r row) (c cell, span int) {
	inner := &story{f: x.f, s: x.s, fields: x.fields, in: r.in, out: x.out}
	span = 1
	x.s.each(func(e elem) {
		if e.name != "w:tcPr" {
			inner.block(e)
			return
		}
		x.s.each(func(e elem) {
			switch e.name {
			case "w:gridSpan":
				span = max(1, min(100, or(number(e.get("val")), 1)))
			case "w:tcBorders":
				if readBorders(x.s) {
					t.lines = true
				}
			case "w:cellDel":
				inner.out = &change{by: e.get("author")}
			case "w:cellIns":
				inner.in = &change{by: e.get("author")}
			}
		}, nil)
	}, nil)
	inner.release()
	return cell{blocks: inner.blocks}, span
}
