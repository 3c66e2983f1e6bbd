package office

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
	inner := &story{f: x.f, s: x.s, fields: x.fields, in: r.in, out: x.out, asks: x.asks}
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
