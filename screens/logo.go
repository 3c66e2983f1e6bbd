package screens

import (
	"bytes"
	"image"
	_ "image/jpeg" // a logo may be one
	"image/png"
	"path/filepath"
	"strings"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

// Bounds of a logo. On paper it is 18 mm high: 600 pixels are more than 800 dots
// per inch. The profile is shared as a file and should stay small.
const (
	largestLogo = 4 << 20 // bytes
	mostPixels  = 4000    // on a side
	drawnHeight = 600     // of a drawing, in pixels
)

// readLogo makes a PNG of a picture file: PNG, JPEG or SVG. When it cannot, it
// gives the key of the sentence that says why.
func readLogo(name string, data []byte) (logo []byte, fault string) {
	if len(data) > largestLogo {
		return nil, "profile.logo_heavy"
	}
	if strings.EqualFold(filepath.Ext(name), ".svg") {
		return drawSVG(data)
	}
	c, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, "profile.logo_unknown"
	}
	if c.Width > mostPixels || c.Height > mostPixels {
		return nil, "profile.logo_large"
	}
	if c.Width < 16 || c.Height < 16 {
		return nil, "profile.logo_small"
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, "profile.logo_unknown"
	}
	if kind == "png" {
		return data, ""
	}
	return encodeLogo(picture)
}

// drawSVG draws a drawing at its own proportions.
func drawSVG(data []byte) (logo []byte, fault string) {
	defer func() {
		if recover() != nil { // a drawing the drawer does not bear
			logo, fault = nil, "profile.logo_unknown"
		}
	}()
	drawing, err := oksvg.ReadIconStream(bytes.NewReader(data))
	if err != nil || drawing.ViewBox.W <= 0 || drawing.ViewBox.H <= 0 {
		return nil, "profile.logo_unknown"
	}
	w := int(drawnHeight * drawing.ViewBox.W / drawing.ViewBox.H)
	if w > mostPixels || w < 16 {
		return nil, "profile.logo_large"
	}
	drawing.SetTarget(0, 0, float64(w), drawnHeight)
	out := image.NewRGBA(image.Rect(0, 0, w, drawnHeight))
	drawing.Draw(rasterx.NewDasher(w, drawnHeight, rasterx.NewScannerGV(w, drawnHeight, out, out.Bounds())), 1)
	if blank(out) {
		return nil, "profile.logo_unknown"
	}
	return encodeLogo(out)
}

// blank reports whether nothing was drawn: a drawing that only holds what the
// drawer does not know.
func blank(m *image.RGBA) bool {
	for _, v := range m.Pix {
		if v != 0 {
			return false
		}
	}
	return true
}

func encodeLogo(m image.Image) ([]byte, string) {
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		return nil, "profile.logo_unknown"
	}
	return b.Bytes(), ""
}
