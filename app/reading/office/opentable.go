package office

// table reads a table.
func (x *openStory) table() *table {
	t := &table{}
	x.rows(t)
	return t
}

func (x *openStory) rows(t *table) {
	x.s.each(func(e elem) {
		switch e.name {
		case "table:table-row":
			r := x.row(t)
			for range r.times(or(number(e.get("number-rows-repeated")), 1)) {
				if !x.f.paper.piece() {
					x.full()
					return
				}
				t.rows = append(t.rows, r)
			}
		case "table:table-header-rows", "table:table-rows", "table:table-row-group":
			x.rows(t)
		}
	}, nil)
}

// mostRepeated bounds how often a cell or row that is to be repeated is.
const mostRepeated = 50

// times gives how often a row is written that says how often it is: what is empty, or
// holds tables, is once.
func (r *row) times(n int) int {
	for _, c := range r.cells {
		if c.times(n) > 1 {
			return c.times(n)
		}
	}
	return 1
}

func (c *cell) times(n int) int {
	for _, b := range c.blocks {
		if b.table != nil || len(b.para.boxes) > 0 {
			return 1
		}
	}
	if len(c.blocks) == 0 {
		return 1
	}
	return max(1, min(n, mostRepeated))
}

func (x *openStory) row(t *table) row {
	var r row
	column := 1
	x.s.each(func(e elem) {
		n := max(1, or(number(e.get("number-columns-repeated")), 1))
		switch e.name {
		case "table:table-cell":
			inner := &openStory{f: x.f, s: x.s, hide: x.hide, in: x.in}
			inner.read()
			x.in = inner.in
			x.f.style("table-cell", e.get("style-name"), func(st *openStyle) bool { t.lines = t.lines || st.lines; return false })
			c := cell{column: column, blocks: inner.blocks}
			for i := range c.times(n) {
				if !x.f.paper.piece() {
					x.full()
					return
				}
				c.column = column + i
				r.cells = append(r.cells, c)
			}
		case "table:covered-table-cell":
		default:
			return
		}
		column += min(n, 10_000)
	}, nil)
	return r
}
