package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
)

// largestPicture is the number of pixels we are willing to unpack: a logo or a
// diagram printed at 600 dots per inch over a whole A4 has 35 million.
const largestPicture = 40 << 20

// opaque gives the picture as the pen and PDF/A want it: 8 bits, not
// interlaced, and on white instead of transparent, as it lies on white paper.
func opaque(b []byte) ([]byte, error) {
	c, err := png.DecodeConfig(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("not a PNG picture: %w", err)
	}
	if c.Width <= 0 || c.Height <= 0 || c.Width > largestPicture/c.Height {
		return nil, errors.New("too large a picture")
	}
	src, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("not a PNG picture: %w", err)
	}
	r := image.Rect(0, 0, c.Width, c.Height)
	var dst draw.Image = image.NewRGBA(r)
	if c.ColorModel == color.GrayModel || c.ColorModel == color.Gray16Model {
		dst = image.NewGray(r)
	}
	draw.Draw(dst, r, image.White, image.Point{}, draw.Src)
	draw.Draw(dst, r, src, src.Bounds().Min, draw.Over)
	var out bytes.Buffer
	if err := png.Encode(&out, dst); err != nil {
		return nil, fmt.Errorf("rewrite a picture: %w", err)
	}
	return out.Bytes(), nil
}
