package raster

import (
	"math"

	"golang.org/x/image/font/sfnt"
	f26 "golang.org/x/image/math/fixed"

	"yttra/reports/fonts"
	"yttra/reports/layout"
)

// mmPerPoint is a PostScript point in mm.
const mmPerPoint = 25.4 / 72

// text sets a line along its baseline, turned about its beginning.
func (c *sheet) text(it layout.Item) {
	if it.Turn != 0 {
		c.turned(it)
		return
	}
	em := it.Size * mmPerPoint * c.scale
	c.letters(it, func(r rune, x float64) {
		c.stamp(c.p.stampOf(it.Face, r, em, (it.X+x)*c.scale, it.Y*c.scale), black)
	})
}

// letters gives every letter of a line with how far along the line it begins, in mm.
func (c *sheet) letters(it layout.Item, each func(r rune, x float64)) {
	kerns := c.p.measure.Kerns(it.Face, it.S)
	x, i := 0.0, 0
	for _, r := range it.S {
		each(r, x)
		x += c.p.measure.Width(it.Face, string(r), it.Size)
		if i < len(kerns) {
			x += float64(kerns[i]) / 1000 * it.Size * mmPerPoint
		}
		i++
	}
}

// turned draws a line that does not lie, in one piece.
func (c *sheet) turned(it layout.Item) {
	sin, cos := math.Sincos(it.Turn * math.Pi / 180)
	unit := it.Size * mmPerPoint / unitsPerEm
	n := c.nib(c.p.textBounds(it))
	c.letters(it, func(r rune, x float64) {
		for _, s := range c.p.outline(it.Face, r) {
			n.segment(s, func(v f26.Point26_6) (float64, float64) {
				gx, gy := x+float64(v.X)/64*unit, float64(v.Y)/64*unit
				return it.X + gx*cos + gy*sin, it.Y - gx*sin + gy*cos
			})
		}
	})
	c.fill(n, black)
}

// unitsPerEm is the size outlines are kept at.
const unitsPerEm = 1000

func (p *Painter) outline(f layout.Face, r rune) sfnt.Segments {
	key := glyphKey{f, r}
	if s, ok := p.outlines[key]; ok {
		return s
	}
	var out sfnt.Segments
	if ft := p.font(f); ft != nil {
		if i, err := ft.GlyphIndex(&p.buf, r); err == nil {
			if s, err := ft.LoadGlyph(&p.buf, i, f26.I(unitsPerEm), nil); err == nil {
				out = append(out, s...) // the buffer's own are reused
			}
		}
	}
	p.outlines[key] = out
	return out
}

func (p *Painter) font(f layout.Face) *sfnt.Font {
	if ft, ok := p.fonts[f]; ok {
		return ft
	}
	ft, err := sfnt.Parse(fonts.Shared(f))
	if err != nil {
		ft = nil // nothing is drawn; the file would have refused the paper
	}
	p.fonts[f] = ft
	return ft
}

// How far letters reach, in parts of the size: an Å with an accent is the highest.
const (
	reachUp   = 1.15
	reachDown = 0.4
	reachSide = 0.3
)

// textBounds is where a line of text may leave ink.
func (p *Painter) textBounds(it layout.Item) (x0, y0, x1, y1 float64) {
	size := it.Size * mmPerPoint
	left, right := -reachSide*size, p.measure.Width(it.Face, it.S, it.Size)+reachSide*size
	if it.Turn == 0 {
		return it.X + left, it.Y - reachUp*size, it.X + right, it.Y + reachDown*size
	}
	sin, cos := math.Sincos(it.Turn * math.Pi / 180)
	var at [][2]float64
	for _, q := range [][2]float64{{left, -reachUp * size}, {right, -reachUp * size}, {right, reachDown * size}, {left, reachDown * size}} {
		at = append(at, [2]float64{it.X + q[0]*cos + q[1]*sin, it.Y - q[0]*sin + q[1]*cos})
	}
	return boundsOf(at, 0)
}
