// Package raster makes pictures of placed pages: for the window, for a drawing in a
// Word file, and for tests that hold the screen against the file. It knows ink and
// pixels, and nothing of windows.
package raster

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"

	"golang.org/x/image/draw"
	"golang.org/x/image/font/sfnt"
	f26 "golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"yttra/reports/fonts"
	"yttra/reports/layout"
)

// Painter makes pictures of placed pages. Every letter is drawn from its outline
// at its true place, to fractions of a pixel: text set by the window's own text
// engine is rounded to whole pixels and looks spaced out at this size.
//
// It remembers outlines, so each user has one of its own: it is not for
// concurrent use.
type Painter struct {
	measure  *fonts.Faces
	fonts    map[layout.Face]*sfnt.Font
	outlines map[glyphKey]sfnt.Segments
	buf      sfnt.Buffer
}

type glyphKey struct {
	face layout.Face
	r    rune
}

// New makes a painter. Fonts are read when they are first needed.
func New() *Painter {
	return &Painter{measure: fonts.New(), fonts: map[layout.Face]*sfnt.Font{}, outlines: map[glyphKey]sfnt.Segments{}}
}

// Height is how tall the picture of a page is at a width, in pixels.
func Height(width int) int {
	return int(math.Round(float64(width) * layout.PageHeight / layout.PageWidth))
}

// Draw makes a picture of a page, so many pixels wide, on white.
func (p *Painter) Draw(page layout.Page, width int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, width, Height(width)))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	c := &sheet{img: img, scale: float64(width) / layout.PageWidth}
	for _, it := range page.Items {
		p.item(c, it)
	}
	return img
}

func (p *Painter) item(c *sheet, it layout.Item) {
	switch it.Kind {
	case layout.Text:
		p.text(c, it)
	case layout.Rule:
		c.stroke(it, [][2]float64{{it.X, it.Y}, {it.X2, it.Y2}}, false)
	case layout.Box:
		p.box(c, it)
	case layout.Disc:
		c.shape(it, circle(it.X, it.Y, it.X2))
	case layout.Polygon:
		c.shape(it, it.Points)
	case layout.Picture:
		c.picture(it)
	}
}

// box draws a rectangle; hatching lies on white, under the outline.
func (p *Painter) box(c *sheet, it layout.Item) {
	corners := [][2]float64{{it.X, it.Y}, {it.X2, it.Y}, {it.X2, it.Y2}, {it.X, it.Y2}}
	if it.Fill == layout.Hatched {
		ground := it
		ground.Fill, ground.Weight = layout.White, 0
		c.shape(ground, corners)
		for _, l := range it.Hatching() {
			p.item(c, l)
		}
	}
	c.shape(it, corners)
}

// mmPerPoint is a PostScript point in mm.
const mmPerPoint = 25.4 / 72

// text sets a line along its baseline, turned about its beginning.
func (p *Painter) text(c *sheet, it layout.Item) {
	sin, cos := math.Sincos(it.Turn * math.Pi / 180)
	unit := it.Size * mmPerPoint / unitsPerEm
	kerns := p.measure.Kerns(it.Face, it.S)
	r := c.nib(textBounds(it, p.measure.Width(it.Face, it.S, it.Size)))
	x, i := 0.0, 0
	for _, letter := range it.S {
		for _, s := range p.outline(it.Face, letter) {
			r.segment(s, func(v f26.Point26_6) (float64, float64) {
				gx, gy := x+float64(v.X)/64*unit, float64(v.Y)/64*unit
				return it.X + gx*cos + gy*sin, it.Y - gx*sin + gy*cos
			})
		}
		x += p.measure.Width(it.Face, string(letter), it.Size)
		if i < len(kerns) {
			x += float64(kerns[i]) / 1000 * it.Size * mmPerPoint
		}
		i++
	}
	c.fill(r, color.Black)
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

// sheet is a page being drawn: mm in, pixels out.
type sheet struct {
	img   *image.RGBA
	scale float64 // pixels per mm
}

// nib gathers outlines in a part of the sheet, so that a line of text does not
// cost a whole page.
type nib struct {
	*vector.Rasterizer
	in    image.Rectangle
	scale float64
}

// nib begins in a rectangle of mm; what falls outside the sheet is not drawn.
func (c *sheet) nib(x, y, x2, y2 float64) *nib {
	in := image.Rect(int(x*c.scale)-2, int(y*c.scale)-2, int(x2*c.scale)+3, int(y2*c.scale)+3).Intersect(c.img.Bounds())
	return &nib{Rasterizer: vector.NewRasterizer(in.Dx(), in.Dy()), in: in, scale: c.scale}
}

// textBounds is where a line of text may leave ink.
func textBounds(it layout.Item, width float64) (x0, y0, x1, y1 float64) {
	high := it.Size * mmPerPoint * 1.2
	if it.Turn == 0 {
		return it.X - high, it.Y - high, it.X + width + high, it.Y + high
	}
	long := width + high
	return it.X - long, it.Y - long, it.X + long, it.Y + long
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

// fill inks what has been gathered.
func (c *sheet) fill(n *nib, ink color.Color) {
	if n.in.Empty() {
		return
	}
	n.ClosePath()
	n.Draw(c.img, n.in, image.NewUniform(ink), image.Point{})
}

func inkOf(i layout.Ink) (color.Color, bool) {
	r, g, b, ok := i.RGB()
	return color.RGBA{r, g, b, 255}, ok
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
	ink, ok := inkOf(it.Stroke)
	if !ok {
		ink = color.Black
	}
	weight := it.Weight * mmPerPoint
	if weight == 0 {
		weight = 0.5 * mmPerPoint
	}
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
		d := dash[i%len(dash)] * mmPerPoint
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

// picture scales a PNG into its rectangle; one that cannot be read is left out,
// as in the file.
func (c *sheet) picture(it layout.Item) {
	src, err := png.Decode(bytes.NewReader(it.PNG))
	if err != nil {
		return
	}
	to := func(v float64) int { return int(math.Round(v * c.scale)) }
	draw.CatmullRom.Scale(c.img, image.Rect(to(it.X), to(it.Y), to(it.X2), to(it.Y2)), src, src.Bounds(), draw.Over, nil)
}
