package assess

import "fyne.io/fyne/v2"

// box is a rectangle in the picture, in pixels.
type box struct{ x, y, w, h float32 }

func (b box) meets(o box) bool {
	return b.x < o.x+o.w && o.x < b.x+b.w && b.y < o.y+o.h && o.y < b.y+b.h
}

func (b box) in(s fyne.Size) bool {
	return b.x >= 2 && b.y >= 2 && b.x+b.w <= s.Width-2 && b.y+b.h <= s.Height-2
}

func (b box) free(of []box) bool {
	for _, o := range of {
		if b.meets(o) {
			return false
		}
	}
	return true
}

// labelNear finds room for a label beside a point: right of it first, then left,
// above and below, and then further and further away. Nothing is taken twice.
// ok is false when the picture is full.
func labelNear(dot box, size fyne.Size, area fyne.Size, taken []box) (b box, ok bool) {
	cx, cy := dot.x+dot.w/2, dot.y+dot.h/2
	for gap := float32(4); gap < area.Width; gap += 8 {
		right, left := dot.x+dot.w+gap, dot.x-gap-size.Width
		above, below := dot.y-gap-size.Height, dot.y+dot.h+gap
		for _, at := range []fyne.Position{
			{X: right, Y: cy - size.Height/2}, {X: left, Y: cy - size.Height/2},
			{X: cx - size.Width/2, Y: above}, {X: cx - size.Width/2, Y: below},
			{X: right, Y: above}, {X: right, Y: below}, {X: left, Y: above}, {X: left, Y: below},
		} {
			b := box{at.X, at.Y, size.Width, size.Height}
			if b.in(area) && b.free(taken) {
				return b, true
			}
		}
	}
	return box{}, false
}

// cornerWords finds room for the word of a half in its corner: the upper left
// one, or the lower right one. It moves along the edge past what stands there.
func cornerWords(size, area fyne.Size, upper bool, taken []box) (b box, ok bool) {
	for y := float32(6); y+size.Height < area.Height; y += 6 {
		b := box{10, y, size.Width, size.Height}
		inside := area.Height-(b.x+b.w)*area.Height/area.Width > b.y+b.h
		if !upper {
			b.x, b.y = area.Width-8-b.w, area.Height-y-b.h
			inside = area.Height-b.x*area.Height/area.Width < b.y
		}
		if inside && b.free(taken) {
			return b, true
		}
	}
	return box{}, false
}

// apart moves dots that would hide each other aside, no more than is needed to
// see both.
func apart(dots []box, area fyne.Size) []box {
	const seen = 16
	for i := range dots {
		for n := 0; n < len(dots); n++ {
			for _, o := range dots[:i] {
				if abs(dots[i].x-o.x) < seen && abs(dots[i].y-o.y) < seen {
					dots[i].x = o.x + seen
					if dots[i].x+dots[i].w > area.Width {
						dots[i].x = o.x - seen
					}
				}
			}
		}
	}
	return dots
}

func abs(v float32) float32 {
	if v < 0 {
		return -v
	}
	return v
}
