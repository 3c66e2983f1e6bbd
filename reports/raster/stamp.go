package raster

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	f26 "golang.org/x/image/math/fixed"

	"yttra/reports/layout"
)

// stamp is a letter at a size: how much of each pixel it covers. It is drawn once
// and then laid wherever the letter stands.
type stamp struct {
	image.Alpha             // its Rect lies about the letter's beginning on the baseline
	at          image.Point // where that is on the sheet
}

// phases is how many places within a pixel a letter may begin at, each way: it stands
// at most an eighth of a pixel from its true place, and the next letter is none the worse.
const phases = 4

type stampKey struct {
	face layout.Face
	r    rune
	em   float64 // in pixels
	x, y int     // phases
}

// mostStamps is how many are remembered: some megabytes, when a page is as large as
// it gets.
const mostStamps = 12000

// stampOf gives the stamp of a letter whose beginning lies at x, y on the sheet, in
// pixels.
func (p *Painter) stampOf(face layout.Face, r rune, em, x, y float64) stamp {
	qx, qy := int(math.Round(x*phases)), int(math.Round(y*phases))
	at := image.Pt(floorDiv(qx, phases), floorDiv(qy, phases))
	key := stampKey{face, r, em, qx - at.X*phases, qy - at.Y*phases}
	img, ok := p.stamps[key]
	if !ok {
		if len(p.stamps) >= mostStamps {
			clear(p.stamps) // another zoom has other letters
		}
		img = p.cut(key)
		p.stamps[key] = img
	}
	return stamp{img, at}
}

func floorDiv(a, b int) int { return int(math.Floor(float64(a) / float64(b))) }

// cut draws a stamp.
func (p *Painter) cut(k stampKey) image.Alpha {
	segments := p.outline(k.face, k.r)
	if len(segments) == 0 {
		return image.Alpha{}
	}
	unit := k.em / unitsPerEm / 64
	at := func(v f26.Point26_6) (x, y float64) {
		return float64(v.X)*unit + float64(k.x)/phases, float64(v.Y)*unit + float64(k.y)/phases
	}
	b := segments.Bounds()
	x, y := at(b.Min)
	x2, y2 := at(b.Max)
	in := image.Rect(int(math.Floor(x)), int(math.Floor(y)), int(math.Ceil(x2))+1, int(math.Ceil(y2))+1)
	n := p.nib(in, 1)
	for _, s := range segments {
		n.segment(s, at)
	}
	n.ClosePath()
	img := image.NewAlpha(in)
	n.Draw(&image.Alpha{Pix: img.Pix, Stride: img.Stride, Rect: image.Rectangle{Max: in.Size()}}, image.Rectangle{Max: in.Size()}, image.Opaque, image.Point{})
	return *img
}

// nib begins in a rectangle of pixels. There is one at a time.
func (p *Painter) nib(in image.Rectangle, scale float64) *nib {
	p.pen.Reset(in.Dx(), in.Dy())
	p.pen.DrawOp = draw.Src
	return &nib{Rasterizer: &p.pen, in: in, scale: scale}
}

// stamp lays a letter on the sheet.
func (c *sheet) stamp(s stamp, ink color.RGBA) {
	c.lay(&s.Alpha, s.Rect.Add(s.at), ink)
}

// lay inks what a mask covers of a rectangle as large as itself, within the clip.
func (c *sheet) lay(mask *image.Alpha, r image.Rectangle, ink color.RGBA) {
	in := r.Intersect(c.clip)
	for y := in.Min.Y; y < in.Max.Y; y++ {
		row := c.img.Pix[c.img.PixOffset(in.Min.X, y):]
		from := (y-r.Min.Y)*mask.Stride + in.Min.X - r.Min.X
		for x, a := range mask.Pix[from : from+in.Dx()] {
			if a != 0 {
				cover(row[4*x:4*x+4:4*x+4], ink, uint32(a))
			}
		}
	}
}

// cover lays ink on a pixel, so many parts of 255 of it. Paper has no holes.
func cover(px []uint8, ink color.RGBA, a uint32) {
	rest := 255 - a
	px[0] = uint8((uint32(px[0])*rest + uint32(ink.R)*a + 127) / 255)
	px[1] = uint8((uint32(px[1])*rest + uint32(ink.G)*a + 127) / 255)
	px[2] = uint8((uint32(px[2])*rest + uint32(ink.B)*a + 127) / 255)
}
