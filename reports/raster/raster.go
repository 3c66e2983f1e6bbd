// Package raster makes pictures of placed pages: for the window, for a drawing in a
// Word file, and for tests that hold the screen against the file. It knows ink and
// pixels, and nothing of windows.
package raster

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/vector"

	"yttra/reports/fonts"
	"yttra/reports/layout"
)

// Painter makes pictures of placed pages. Every letter is drawn from its outline
// at its true place, to fractions of a pixel: text set by the window's own text
// engine is rounded to whole pixels and looks spaced out at this size.
//
// It remembers outlines and scaled pictures, so each user has one of its own: it is
// not for concurrent use.
type Painter struct {
	measure  *fonts.Faces
	fonts    map[layout.Face]*sfnt.Font
	outlines map[glyphKey]sfnt.Segments
	buf      sfnt.Buffer
	pen      vector.Rasterizer // used again for every line
	mask     []uint8
	stamps   map[stampKey]image.Alpha
	scaled   []scaledPicture // the last ones, newest last
}

type glyphKey struct {
	face layout.Face
	r    rune
}

// New makes a painter. Fonts are read when they are first needed.
func New() *Painter {
	return &Painter{measure: fonts.New(), fonts: map[layout.Face]*sfnt.Font{}, outlines: map[glyphKey]sfnt.Segments{}, stamps: map[stampKey]image.Alpha{}}
}

// Height is how tall the picture of a page is at a width, in pixels.
func Height(width int) int {
	return int(math.Round(float64(width) * layout.PageHeight / layout.PageWidth))
}

// Draw makes a picture of a page, so many pixels wide, on white.
func (p *Painter) Draw(page layout.Page, width int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, width, Height(width)))
	c := p.on(img)
	c.blank(img.Bounds())
	for _, it := range page.Items {
		c.item(it)
	}
	return img
}

func (p *Painter) on(img *image.RGBA) *sheet {
	return &sheet{p: p, img: img, clip: img.Rect, scale: float64(img.Bounds().Dx()) / layout.PageWidth}
}

// sheet is a page being drawn: mm in, pixels out.
type sheet struct {
	p     *Painter
	img   *image.RGBA
	clip  image.Rectangle // what may be inked
	scale float64         // pixels per mm
}

func (c *sheet) blank(r image.Rectangle) {
	draw.Draw(c.img, r, image.White, image.Point{}, draw.Src)
}

func (c *sheet) item(it layout.Item) {
	switch it.Kind {
	case layout.Text:
		c.text(it)
	case layout.Rule:
		c.stroke(it, ends(it), false)
	case layout.Box:
		c.box(it)
	case layout.Disc:
		c.shape(it, circle(it.X, it.Y, it.X2))
	case layout.Polygon:
		c.shape(it, it.Points)
	case layout.Picture:
		c.picture(it)
	}
}

// touches is where an item may leave ink, in pixels.
func (c *sheet) touches(it layout.Item) image.Rectangle {
	switch it.Kind {
	case layout.Text:
		return c.around(c.p.textBounds(it))
	case layout.Rule:
		return c.around(boundsOf(ends(it), weightOf(it)))
	case layout.Box:
		return c.around(boundsOf(corners(it), weightOf(it)))
	case layout.Disc:
		return c.around(boundsOf(circle(it.X, it.Y, it.X2), weightOf(it)))
	case layout.Polygon:
		return c.around(boundsOf(it.Points, weightOf(it)))
	case layout.Picture:
		return c.frame(it).Intersect(c.img.Bounds())
	}
	return image.Rectangle{}
}

// around is a rectangle of mm in whole pixels, with a margin; what falls outside the
// sheet is not drawn.
func (c *sheet) around(x, y, x2, y2 float64) image.Rectangle {
	return image.Rect(int(x*c.scale)-2, int(y*c.scale)-2, int(x2*c.scale)+3, int(y2*c.scale)+3).Intersect(c.img.Bounds())
}
