package draft

import (
	"yttra/app"
	"yttra/screens/parts"
)

// plan is how a block stands on the page: boxes with rows of letters, and lines
// between them. A paragraph has one box; a table has one for each cell.
type plan struct {
	boxes  []box
	bars   []bar
	signs  []piece // bullets and numbers, on the first row
	height float32
	live   int // the box the entry lies on; -1: none
}

// box is a stretch of rows. x and y count from where the block's text begins.
type box struct {
	span        app.Span // in the block's text
	x, y, width float32
	rows        []row
	bold        bool
}

// face is that of the box's letters as the entry shows them.
func (b box) face() parts.Face {
	if b.bold {
		return parts.SerifBold
	}
	return parts.Serif
}

// bar is a line or a ground that belongs to the block.
type bar struct {
	token      parts.Token
	x, y, w, h float32
}

// planKey tells plans apart; two blocks with equal keys stand alike.
type planKey struct {
	text  string
	kind  unitKind
	level int
	sign  string
	first bool
	live  int // where the entry's text begins; -1: not live
}

func keyOfPlan(i Item) planKey {
	k := planKey{i.Text, i.unit.kind, i.unit.level, i.unit.sign, i.First, -1}
	if i.Live {
		k.live = i.spot.Start
	}
	return k
}

// Where the text of a list item begins; its bullet or number hangs before it.
const (
	itemIndent = 26
	signGap    = 8
)

// planOf lays a block out at a width.
func planOf(i Item, width, pitch float32, m measurer) *plan {
	if i.unit.kind == tableUnit {
		return planTable(i, width, pitch, m)
	}
	p := &plan{live: -1}
	b := box{span: app.Span{End: len(i.Text)}, width: width, bold: i.unit.kind == headUnit}
	switch i.unit.kind {
	case bulletUnit, numberUnit:
		b.x = itemIndent * float32(i.unit.level+1)
		p.sign(i.unit.sign, b.x-signGap, m)
	case quoteUnit:
		b.x = itemIndent
	case noteUnit:
		b.x = itemIndent
		p.sign(small(i.unit.sign), b.x-signGap, m)
		if i.First {
			p.bars = append(p.bars, bar{parts.Edge, 0, -9, 120, 1})
		}
	}
	b.width -= b.x
	b.rows = rowsOf(i.Text, b.width, i.Live, b.bold, m)
	p.height = float32(len(b.rows)) * pitch
	if i.unit.kind == quoteUnit {
		p.bars = append(p.bars, bar{parts.Edge, 8, 2, 3, p.height - 4})
	}
	if i.Live {
		p.live = 0
	}
	p.boxes = []box{b}
	return p
}

func (p *plan) sign(s string, right float32, m measurer) {
	w := m(s, parts.Serif)
	p.signs = append(p.signs, piece{text: s, x: right - w, width: w, face: parts.Serif})
}

// Room in a table's cell, round its letters.
const (
	cellSide = 8
	cellEdge = 4
)

func planTable(i Item, width, pitch float32, m measurer) *plan {
	p := &plan{live: -1}
	cells := i.unit.cells
	if len(cells) == 0 {
		return p
	}
	base := i.unit.text.Start
	aligns := gridOf(i.Text, i.unit.moved(-base)).aligns
	xs := columnsOf(i, width, m)
	y := float32(0)
	for r, row := range cells {
		tall := 1
		for c, s := range row {
			if s.Start < 0 {
				continue
			}
			b := box{span: shift(s, -base), x: xs[c] + cellSide, y: y + cellEdge, width: xs[c+1] - xs[c] - 2*cellSide, bold: r == 0}
			raw := i.Live && b.span == i.spot
			if raw {
				p.live = len(p.boxes)
			}
			b.rows = rowsOf(i.Text[b.span.Start:b.span.End], b.width, raw, b.bold, m)
			if !raw {
				b.stand(aligns[c])
			}
			tall = max(tall, len(b.rows))
			p.boxes = append(p.boxes, b)
		}
		h := round(float32(tall)*pitch + 2*cellEdge)
		if r == 0 {
			p.bars = append(p.bars, bar{parts.Fog, 0, 0, width, h})
		}
		p.bars = append(p.bars, bar{parts.Edge, 0, y, width, 1})
		y += h
	}
	for _, x := range xs {
		p.bars = append(p.bars, bar{parts.Edge, min(x, width-1), 0, 1, y})
	}
	p.bars = append(p.bars, bar{parts.Edge, 0, y - 1, width, 1})
	p.height = y
	return p
}

// stand moves rows to the right or the middle of a cell.
func (b *box) stand(a align) {
	if a == alignLeft {
		return
	}
	for _, r := range b.rows {
		if len(r.pieces) == 0 {
			continue
		}
		last := r.pieces[len(r.pieces)-1]
		by := b.width - last.x - last.width
		if a == alignCentre {
			by /= 2
		}
		for n := range r.pieces {
			r.pieces[n].x += max(0, by)
		}
	}
}

// columnsOf gives where the columns begin, and the end: as wide as their words
// ask for, together as wide as the text. They grow in steps, so that a table
// stands still while one writes in it.
func columnsOf(i Item, width float32, m measurer) []float32 {
	const step, least, most = 24, 48, 264
	base := i.unit.text.Start
	wants := make([]float32, len(i.unit.cells[0]))
	var sum float32
	for c := range wants {
		wants[c] = least
		for r, row := range i.unit.cells {
			if s := row[c]; s.Start >= 0 {
				words := i.Text[s.Start-base : s.End-base]
				w := m(words[:min(len(words), 200)], box{bold: r == 0}.face()) + 2*cellSide
				wants[c] = max(wants[c], min(most, step*float32(int(w/step)+1)))
			}
		}
		sum += wants[c]
	}
	out := []float32{0}
	x := float32(0)
	for _, w := range wants {
		x += w * width / sum
		out = append(out, round(x))
	}
	return out
}

// boxAt is the box at a point, or the nearest one.
func (p *plan) boxAt(x, y float32) int {
	best, least := 0, float32(-1)
	for i, b := range p.boxes {
		// A row is nearer than a column: in a table one clicks into a row.
		h := max(b.y-cellEdge-y, y-p.bottom(i), 0)*1000 + max(b.x-x, x-b.x-b.width, 0)
		if least < 0 || h < least {
			best, least = i, h
		}
	}
	return best
}

// bottom is where the table row of a box ends.
func (p *plan) bottom(i int) float32 {
	for _, b := range p.boxes[i+1:] {
		if b.y > p.boxes[i].y {
			return b.y - cellEdge
		}
	}
	return p.height
}

// boxFrom is the box a row of cells further up or down, in the column of an x; -1
// when the block ends there.
func (p *plan) boxFrom(i, by int, x float32) int {
	y := p.boxes[i].y
	for n := i; n >= 0 && n < len(p.boxes); n += by {
		if b := p.boxes[n]; b.y != y {
			return p.boxAt(x, b.y)
		}
	}
	return -1
}
