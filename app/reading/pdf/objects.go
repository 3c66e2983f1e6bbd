package pdf

import (
	"slices"

	"yttra/app/reading"
)

// The kinds of objects on a page.
const (
	textObject    = 1
	pathObject    = 2
	pictureObject = 3
	shadingObject = 4
	formObject    = 5
)

// maxObjects is how many objects of a page are looked at, and maxDepth how deep they
// may lie in one another.
const (
	maxObjects = 20_000
	maxDepth   = 8
)

// matrix turns points of an object into points of what it lies in.
type matrix [6]float32

func (m matrix) of(x, y float32) (float32, float32) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// in is m in something that has a matrix of its own.
func (m matrix) in(o matrix) matrix {
	return matrix{
		m[0]*o[0] + m[1]*o[2], m[0]*o[1] + m[1]*o[3],
		m[2]*o[0] + m[3]*o[2], m[2]*o[1] + m[3]*o[3],
		m[4]*o[0] + m[5]*o[2] + o[4], m[4]*o[1] + m[5]*o[3] + o[5],
	}
}

// painter goes through what is drawn on a page.
type painter struct {
	e    *engine
	v    view
	out  *Sheet
	left int  // objects that are still looked at
	text bool // some has been met
	over bool // a picture of the page is painted over text
}

// objects reads the lines, pictures and dark grounds of a page.
// over tells that a picture of the whole page is painted over text.
func (d *document) objects(page uint64, v view, out *Sheet) (over bool) {
	out.painted = map[uint64]int{}
	p := &painter{e: d.e, v: v, out: out, left: maxObjects}
	for i := range min(d.e.count(fnCountObjects, page), p.left) {
		p.object(d.e.call(fnObject, page, uint64(i)), matrix{1, 0, 0, 1, 0, 0}, 0)
	}
	return p.over
}

func (p *painter) object(o uint64, m matrix, depth int) {
	if p.left--; p.left < 0 || o == 0 || p.e.err != nil {
		return
	}
	switch p.e.count(fnObjectType, o) {
	case textObject:
		p.text = true
		p.out.painted[o] = p.left
	case pathObject:
		p.path(o, p.matrix(o).in(m))
	case pictureObject, shadingObject:
		if b, ok := p.bounds(o, m); ok {
			p.out.Pictures = append(p.out.Pictures, b)
			p.out.grounds = append(p.out.grounds, b)
			p.over = p.over || p.text && b.W*b.H > scanShare*p.out.Width*p.out.Height && !p.e.is(fnTransparent, o)
		}
	case formObject:
		if depth < maxDepth {
			inner := p.matrix(o).in(m)
			for i := range min(p.e.count(fnFormCount, o), max(0, p.left)) {
				p.object(p.e.call(fnFormObject, o, uint64(i)), inner, depth+1)
			}
		}
	}
}

// cover is a dark ground that nothing shines through, and when it was painted.
type cover struct {
	box  reading.Box
	when int // objects that were left then: what has more lies under it
}

// blackened tells whether a run of text lies under something dark at a point: somebody
// has blackened it, and it is not to be read.
func (s *Sheet) blackened(object uint64, at reading.Box) bool {
	when, ok := s.painted[object]
	return ok && slices.ContainsFunc(s.covers, func(c cover) bool { return c.when < when && holds(c.box, at) })
}

// holds tells whether a point lies in a box.
func holds(b, at reading.Box) bool {
	return at.X >= b.X && at.X <= b.X+b.W && at.Y >= b.Y && at.Y <= b.Y+b.H
}

// matrix reads an object's own matrix.
func (p *painter) matrix(o uint64) matrix {
	if !p.e.is(fnObjectMatrix, o, p.e.at(0)) {
		return matrix{1, 0, 0, 1, 0, 0}
	}
	return p.e.matrixAt()
}

// bounds is the part of the page that an object takes, cut to what is shown.
func (p *painter) bounds(o uint64, m matrix) (reading.Box, bool) {
	if !p.e.is(fnObjectBounds, o, p.e.at(0), p.e.at(1), p.e.at(2), p.e.at(3)) { // left, bottom, right, top: singles
		return reading.Box{}, false
	}
	var all extent
	for _, x := range []float32{p.e.singleAt(0), p.e.singleAt(2)} {
		for _, y := range []float32{p.e.singleAt(1), p.e.singleAt(3)} {
			all.add(m.of(x, y))
		}
	}
	return p.cut(p.v.box(all.x1, all.y1, all.x2, all.y2))
}

// cut keeps what of a box is shown.
func (p *painter) cut(b reading.Box) (reading.Box, bool) {
	x1, y1 := max(b.X, 0), max(b.Y, 0)
	x2, y2 := min(b.X+b.W, p.out.Width), min(b.Y+b.H, p.out.Height)
	return reading.Box{X: x1, Y: y1, W: x2 - x1, H: y2 - y1}, x2 >= x1 && y2 >= y1
}

// extent is the smallest rectangle around points.
type extent struct {
	x1, y1, x2, y2 float32
	some           bool
}

func (t *extent) add(x, y float32) {
	x, y = finite(x), finite(y)
	if !t.some {
		*t = extent{x, y, x, y, true}
		return
	}
	t.x1, t.y1, t.x2, t.y2 = min(t.x1, x), min(t.y1, y), max(t.x2, x), max(t.y2, y)
}
