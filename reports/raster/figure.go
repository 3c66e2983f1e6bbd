package raster

import (
	"image"
	"math"

	"yttra/reports/layout"
)

// Figure makes a picture of a figure alone, on white, at so many dots per inch.
func (p *Painter) Figure(f layout.Figure, dpi float64) *image.RGBA {
	scale := dpi / 25.4
	img := image.NewRGBA(image.Rect(0, 0, max(1, int(math.Ceil(f.Width*scale))), max(1, int(math.Ceil(f.Height*scale)))))
	c := &sheet{p: p, img: img, clip: img.Rect, scale: scale}
	c.blank(img.Rect)
	for _, it := range f.Items {
		c.item(it)
	}
	return img
}
