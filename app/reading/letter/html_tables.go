package letter

// table is a table that is open: the cells of its row, and the rows that are done.
type table struct {
	inCell, inRow bool
	cells         [][]*para
	done          []*para
}

func (h *page) beginTable() {
	h.end()
	h.apart = true
	h.tables = append(h.tables, &table{})
}

func (h *page) table() *table {
	if n := len(h.tables); n > 0 {
		return h.tables[n-1]
	}
	return nil
}

func (h *page) beginRow() {
	h.end()
	if t := h.table(); t != nil {
		h.endRow()
		t.inRow = true
	}
}

func (h *page) beginCell() {
	h.end()
	if t := h.table(); t != nil {
		t.inCell, t.cells = true, append(t.cells, nil)
	}
}

func (h *page) endCell() {
	h.end()
	if t := h.table(); t != nil {
		t.inCell = false
		h.apart = false
	}
}

func (h *page) endRow() {
	h.end()
	if t := h.table(); t != nil {
		t.inCell = false
		line := row(t.cells)
		if len(line) == 1 && len(t.done) > 0 {
			line[0].gap = false
		}
		t.done = append(t.done, line...)
		t.cells = nil
	}
}

func (h *page) endTable() {
	h.endRow()
	n := len(h.tables) - 1
	if n < 0 {
		return
	}
	done := h.tables[n].done
	h.tables = h.tables[:n]
	*h.sink() = append(*h.sink(), done...)
	h.apart = true
}
