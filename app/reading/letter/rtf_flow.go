package letter

import (
	"strconv"

	"yttra/app/reading"
)

// flow is text that goes on by itself: the body of a paper, a head, a footnote.
type flow struct {
	paras []*para
	cur   *para
	space int  // after the one before, in twentieths of a point
	gap   bool // the next stands apart

	after []*para // of boxes that are fastened to the open paragraph

	cell, inner   []*para   // of the cells that are open: of a table, and of one in it
	cells, inside [][]*para // that are done in their rows
}

// standsApart is the space between two paragraphs that is an empty line to a reader, in
// twentieths of a point.
const standsApart = 80

func (f *flow) para() *para {
	if f.cur == nil {
		f.cur = &para{kind: reading.Paragraph}
	}
	return f.cur
}

// end ends the paragraph, with the look that it has then.
func (f *flow) end(l lines) {
	p := f.cur
	f.cur = nil
	defer f.boxes()
	if p == nil || p.blank() {
		f.gap = true
		return
	}
	if f.gap || max(f.space, l.before) >= standsApart {
		p.gap = true
	}
	f.gap, f.space = false, l.after
	p.trim()
	p.mark = tidyMark(p.mark)
	if p.kind == reading.Item && l.list > 0 {
		p.level = l.list
	}
	switch {
	case !l.inTable:
		f.flushRows()
		f.paras = append(f.paras, p)
	case l.depth > 1:
		f.inner = append(f.inner, p)
	default:
		f.cell = append(f.cell, p)
	}
}

// boxes puts what stands in boxes after the paragraph they are fastened to.
func (f *flow) boxes() {
	if len(f.after) == 0 {
		return
	}
	f.after[0].gap, f.gap = true, true
	f.paras, f.after = append(f.paras, f.after...), nil
}

// endCell ends a cell; what was written last is its last paragraph.
func (f *flow) endCell(l lines, nested bool) {
	l.inTable, l.depth = true, 1
	if nested {
		l.depth = 2
	}
	gap := f.gap
	if f.end(l); f.cur == nil {
		f.gap = gap // an empty cell is no empty line
	}
	if nested {
		f.inside, f.inner = append(f.inside, f.inner), nil
		return
	}
	f.cells, f.cell = append(f.cells, f.cell), nil
}

func (f *flow) endRow(nested bool) {
	if nested {
		f.cell = append(f.cell, row(f.inside)...)
		f.inside = nil
		return
	}
	f.flushRows()
	f.space = 0
}

// flushRows puts the row that is open, if one is, into the text.
func (f *flow) flushRows() {
	if len(f.inner) > 0 || len(f.inside) > 0 {
		f.inside = append(f.inside, f.inner)
		f.inner = nil
		f.endRow(true)
	}
	if len(f.cell) > 0 {
		f.cells, f.cell = append(f.cells, f.cell), nil
	}
	if len(f.cells) == 0 {
		return
	}
	line := row(f.cells)
	if n := len(f.paras); len(line) == 1 && n > 0 && f.paras[n-1].kind == reading.Cell {
		line[0].gap = false
	}
	f.paras, f.cells = append(f.paras, line...), nil
}

// done ends everything that is open.
func (f *flow) done() {
	f.end(lines{})
	f.flushRows()
}

// beginNote begins a footnote, whose mark stands before it in the text.
func (r *rich) beginNote() {
	if r.now.flow != r.body {
		r.now.kind = nothing
		return
	}
	r.noted++
	r.now.flow, r.now.begun, r.now.chars, r.now.lines = &flow{}, r.noted, chars{}, lines{}
}

func (r *rich) endNote() {
	f := r.now.flow
	f.done()
	for i, p := range f.paras {
		p.kind, p.level, p.gap = reading.Footnote, 0, false
		if i == 0 && p.mark == "" && !startsRaised(p) {
			p.mark = raisedNumber(r.now.begun) + " "
		}
	}
	r.notes = append(r.notes, f.paras...)
}

// noteMark is the mark of a footnote that is numbered: in the text, where the note
// follows, or in the note itself.
func (r *rich) noteMark() {
	if r.now.flow == r.body {
		r.write(raisedNumber(r.noted + 1))
	}
}

func raisedNumber(n int) string {
	var out []rune
	for _, c := range strconv.Itoa(n) {
		out = append(out, raised(c))
	}
	return string(out)
}

// startsRaised tells a note whose own mark stands in its text.
func startsRaised(p *para) bool {
	if len(p.runs) == 0 {
		return false
	}
	for _, c := range string(p.runs[0].text) {
		return c != raised(c) || c >= '⁰' && c <= '⁹' || c == '¹' || c == '²' || c == '³'
	}
	return false
}
