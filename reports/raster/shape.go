package raster

import (
	"image/color"
	"math"

	"yttra/reports/layout"
)

func ends(it layout.Item) [][2]float64 { return [][2]float64{{it.X, it.Y}, {it.X2, it.Y2}} }

func corners(it layout.Item) [][2]float64 {
	return [][2]float64{{it.X, it.Y}, {it.X2, it.Y}, {it.X2, it.Y2}, {it.X, it.Y2}}
}

// box draws a rectangle; hatching lies on white, under the outline.
func (c *sheet) box(it layout.Item) {
	if it.Fill == layout.Hatched {
		ground := it
		ground.Fill, ground.Weight = layout.White, 0
		c.shape(ground, corners(it))
		for _, l := range it.Hatching() {
			c.item(l)
		}
	}
	c.shape(it, corners(it))
}

// boundsOf is the smallest rectangle around points, with a margin.
func boundsOf(points [][2]float64, margin float64) (x0, y0, x1, y1 float64) {
	for i, q := range points {
		if i == 0 {
			x0, y0, x1, y1 = q[0], q[1], q[0], q[1]
		}
		x0, y0, x1, y1 = min(x0, q[0]), min(y0, q[1]), max(x1, q[0]), max(y1, q[1])
	}
	return x0 - margin, y0 - margin, x1 + margin, y1 + margin
}

var black = color.RGBA{A: 255}

// inkOf gives an ink's colour, black for what has none.
func inkOf(i layout.Ink) (ink color.RGBA, ok bool) {
	r, g, b, ok := i.RGB()
	return color.RGBA{r, g, b, 255}, ok
}

// weightOf is how thick the item's lines are, in mm; a line without a weight is thin.
func weightOf(it layout.Item) float64 {
	if it.Weight == 0 {
		return 0.5 * mmPerPoint
	}
	return it.Weight * mmPerPoint
}

// shape fills a closed outline and draws around it.
func (c *sheet) shape(it layout.Item, points [][2]float64) {
	if ink, ok := inkOf(it.Fill); ok && len(points) > 2 {
		r := c.nib(boundsOf(points, 0))
		for i, q := range points {
			x, y := r.px(q[0], q[1])
			if i == 0 {
				r.MoveTo(x, y)
			} else {
				r.LineTo(x, y)
			}
		}
		c.fill(r, ink)
	}
	if it.Weight > 0 {
		c.stroke(it, points, true)
	}
}

// stroke draws along points, dashed when the item says so.
func (c *sheet) stroke(it layout.Item, points [][2]float64, closed bool) {
	ink, _ := inkOf(it.Stroke) // black when none is said
	weight := weightOf(it)
	corner := 0.0 // lines around a shape overlap at its corners
	if closed && len(it.Dash) == 0 {
		corner = weight / 2
	}
	r := c.nib(boundsOf(points, weight))
	for i := range points {
		if i == len(points)-1 && !closed {
			break
		}
		r.along(points[i], points[(i+1)%len(points)], weight, corner, it.Dash)
	}
	c.fill(r, ink)
}

// along draws one straight line, cut by the dashes.
func (n *nib) along(a, b [2]float64, weight, corner float64, dash []float64) {
	length := math.Hypot(b[0]-a[0], b[1]-a[1])
	if length == 0 {
		return
	}
	dx, dy := (b[0]-a[0])/length, (b[1]-a[1])/length
	piece := func(from, to float64) {
		// Half the weight to each side; corners meet by a square end.
		nx, ny := -dy*weight/2, dx*weight/2
		x0, y0, x1, y1 := a[0]+dx*from, a[1]+dy*from, a[0]+dx*to, a[1]+dy*to
		n.ClosePath()
		n.MoveTo(n.px(x0+nx, y0+ny))
		n.LineTo(n.px(x1+nx, y1+ny))
		n.LineTo(n.px(x1-nx, y1-ny))
		n.LineTo(n.px(x0-nx, y0-ny))
		n.ClosePath()
	}
	total := 0.0
	for _, d := range dash {
		total += d
	}
	if total <= 0 {
		piece(-corner, length+corner)
		return
	}
	for at, i := 0.0, 0; at < length; i++ {
		d := dash[i%len(dash)]
		if i%2 == 0 {
			piece(at, min(at+d, length))
		}
		at += max(d, 0.01)
	}
}

func circle(x, y, radius float64) [][2]float64 {
	const n = 48
	out := make([][2]float64, n)
	for i := range out {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / n)
		out[i] = [2]float64{x + radius*cos, y + radius*sin}
	}
	return out
}
