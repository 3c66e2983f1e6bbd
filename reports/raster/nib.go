package raster

import (
	"image"
	"image/color"

	"golang.org/x/image/font/sfnt"
	f26 "golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// nib gathers outlines in a part of the sheet, so that a line of text does not
// cost a whole page.
type nib struct {
	*vector.Rasterizer
	in    image.Rectangle
	scale float64
}

// nib begins in a rectangle of mm. There is one at a time.
func (c *sheet) nib(x, y, x2, y2 float64) *nib {
	return c.p.nib(c.around(x, y, x2, y2), c.scale)
}

func (n *nib) px(x, y float64) (float32, float32) {
	return float32(x*n.scale) - float32(n.in.Min.X), float32(y*n.scale) - float32(n.in.Min.Y)
}

func (n *nib) segment(s sfnt.Segment, at func(f26.Point26_6) (float64, float64)) {
	point := func(i int) (float32, float32) { return n.px(at(s.Args[i])) }
	ax, ay := point(0)
	switch s.Op {
	case sfnt.SegmentOpMoveTo:
		n.ClosePath()
		n.MoveTo(ax, ay)
	case sfnt.SegmentOpLineTo:
		n.LineTo(ax, ay)
	case sfnt.SegmentOpQuadTo:
		bx, by := point(1)
		n.QuadTo(ax, ay, bx, by)
	case sfnt.SegmentOpCubeTo:
		bx, by := point(1)
		dx, dy := point(2)
		n.CubeTo(ax, ay, bx, by, dx, dy)
	}
}

// fill inks what has been gathered. How much of each pixel is covered is reckoned
// first, and then only what is covered is inked: most of a line is paper.
func (c *sheet) fill(n *nib, ink color.RGBA) {
	if n.in.Empty() {
		return
	}
	n.ClosePath()
	w, h := n.in.Dx(), n.in.Dy()
	if cap(c.p.mask) < w*h {
		c.p.mask = make([]uint8, w*h)
	}
	mask := &image.Alpha{Pix: c.p.mask[:w*h], Stride: w, Rect: image.Rect(0, 0, w, h)}
	n.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	c.lay(mask, n.in, ink)
}
