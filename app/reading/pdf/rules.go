package pdf

import "yttra/app/reading"

// thin is how thick a drawn line may be at most, in points; what is filled and thicker
// is a ground.
const thin = 3

// blackest is how high a box is at most that somebody has blackened lines with.
const blackest = 120

// maxSegments is how many segments of a path are looked at.
const maxSegments = 2000

// The kinds of segments of a path.
const (
	lineTo = 0
	moveTo = 2
)

// path reads a path: the lines that it draws, or the ground that it fills.
func (p *painter) path(o uint64, m matrix) {
	e := p.e
	if !e.is(fnDrawMode, o, e.at(0), e.at(1)) {
		return
	}
	filled, stroked := e.intAt(0) != 0, e.intAt(1) != 0
	if stroked {
		_, _, _, a := e.colour(fnStrokeColour, o)
		stroked = a > 0
	}
	light, black := false, false
	if filled {
		r, g, b, a := e.colour(fnFillColour, o)
		filled, light, black = a > 0, min(r, g, b) > 245, max(r, g, b) < 100 && a == 255
	}
	if !filled && !stroked {
		return
	}
	all := p.trace(o, m, stroked)
	if !filled || !all.some {
		return
	}
	if b, ok := p.cut(p.v.box(all.x1, all.y1, all.x2, all.y2)); ok {
		switch {
		case min(b.W, b.H) <= thin:
			if !light && !stroked {
				p.rule(b)
			}
		case !light:
			p.out.grounds = append(p.out.grounds, b)
			if black && p.text && b.H <= blackest && !e.is(fnTransparent, o) {
				p.out.covers = append(p.out.covers, cover{b, p.left})
			}
		default:
			p.out.uncover(b)
		}
	}
}

// trace follows a path. Each straight piece of it, across or down the page, is a line
// when it is stroked.
func (p *painter) trace(o uint64, m matrix, stroked bool) extent {
	e := p.e
	var all extent
	var x, y, x0, y0 float32
	piece := func(nx, ny float32) {
		b := p.v.box(min(x, nx), min(y, ny), max(x, nx), max(y, ny))
		if stroked && min(b.W, b.H) <= 1 && max(b.W, b.H) > thin {
			if b, ok := p.cut(b); ok {
				p.rule(b)
			}
		}
	}
	n := min(e.count(fnCountSegments, o), maxSegments)
	p.out.strokes += max(0, n)
	for i := range n {
		s := e.call(fnSegment, o, uint64(i))
		if s == 0 || !e.is(fnSegmentPoint, s, e.at(0), e.at(1)) {
			continue
		}
		nx, ny := m.of(e.singleAt(0), e.singleAt(1))
		all.add(nx, ny)
		switch e.count(fnSegmentType, s) {
		case moveTo:
			x0, y0 = nx, ny
		case lineTo:
			piece(nx, ny)
		}
		x, y = nx, ny
		if e.is(fnSegmentClose, s) {
			piece(x0, y0)
			x, y = x0, y0
		}
	}
	return all
}

func (p *painter) rule(b reading.Box) { p.out.Rules = append(p.out.Rules, b) }

// uncover takes away the grounds that a light one is laid over.
func (s *Sheet) uncover(b reading.Box) {
	kept := s.grounds[:0]
	for _, g := range s.grounds {
		if g.X < b.X-1 || g.Y < b.Y-1 || g.X+g.W > b.X+b.W+1 || g.Y+g.H > b.Y+b.H+1 {
			kept = append(kept, g)
		}
	}
	s.grounds = kept
}

// dark tells whether a point has something else than paper under it.
func (s *Sheet) dark(p reading.Box) bool {
	for _, g := range s.grounds {
		if holds(g, p) {
			return true
		}
	}
	return false
}
