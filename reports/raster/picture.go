package raster

import (
	"bytes"
	"image"
	"image/png"
	"math"

	"golang.org/x/image/draw"

	"yttra/reports/layout"
)

// scaledPicture is a picture as large as it was last drawn.
type scaledPicture struct {
	file *byte // where the PNG lies in memory: it is never changed
	len  int
	img  *image.RGBA
}

// mostScaled is how many are remembered: the logo on the page and on a small one,
// and some in the text.
const mostScaled = 8

// picture scales a PNG into its rectangle; one that cannot be read is left out,
// as in the file.
func (c *sheet) picture(it layout.Item) {
	in := c.frame(it)
	if img := c.p.picture(it.PNG, in.Size()); img != nil {
		seen := in.Intersect(c.clip)
		draw.Draw(c.img, seen, img, seen.Min.Sub(in.Min), draw.Over)
	}
}

// frame is the picture's rectangle in whole pixels.
func (c *sheet) frame(it layout.Item) image.Rectangle {
	to := func(v float64) int { return int(math.Round(v * c.scale)) }
	return image.Rect(to(it.X), to(it.Y), to(it.X2), to(it.Y2))
}

// picture reads and scales a PNG, or remembers it: a photograph of the town hall must
// not be read at every key. Nil when it cannot be read.
func (p *Painter) picture(file []byte, size image.Point) *image.RGBA {
	if len(file) == 0 || size.X <= 0 || size.Y <= 0 {
		return nil
	}
	for _, k := range p.scaled {
		if k.file == &file[0] && k.len == len(file) && k.img.Rect.Size() == size {
			return k.img
		}
	}
	src, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		return nil
	}
	img := image.NewRGBA(image.Rectangle{Max: size})
	draw.CatmullRom.Scale(img, img.Rect, src, src.Bounds(), draw.Src, nil)
	if len(p.scaled) == mostScaled {
		p.scaled = p.scaled[1:]
	}
	p.scaled = append(p.scaled, scaledPicture{&file[0], len(file), img})
	return img
}
