package reports

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	_ "image/jpeg" // a picture may be one
	"image/png"

	"yttra/app"
)

const (
	// mostPixels is how many are unpacked: 160 megabytes of memory. What has more is
	// refused by its head, before it is read.
	mostPixels = 40 << 20

	// A logo is at most 41 × 18 mm on paper, and printed at 600 dots an inch at most.
	logoWide, logoHigh = 969, 425
)

// readPicture makes a PNG that paper bears of a PNG or a JPEG: with more than so many
// pixels across or down it is made smaller, at the same proportions and on white; else a
// PNG is left as it is. It fails with CodePicture when it cannot be read, and with
// CodePictureSize when it has more pixels than are unpacked. The name is told.
func readPicture(name string, data []byte, wide, high int) ([]byte, error) {
	c, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || c.Width <= 0 || c.Height <= 0 {
		return nil, &app.Problem{Code: app.CodePicture, What: name, Err: err}
	}
	if c.Width > mostPixels/c.Height {
		return nil, &app.Problem{Code: app.CodePictureSize, What: name, Where: fmt.Sprintf("%d × %d", c.Width, c.Height)}
	}
	src, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, &app.Problem{Code: app.CodePicture, What: name, Err: err}
	}
	if c.Width <= wide && c.Height <= high && kind == "png" {
		return data, nil
	}
	by := min(1, float64(wide)/float64(c.Width), float64(high)/float64(c.Height))
	var out bytes.Buffer
	if err := png.Encode(&out, smaller(src, max(1, int(float64(c.Width)*by)), max(1, int(float64(c.Height)*by)))); err != nil {
		return nil, &app.Problem{Code: app.CodePicture, What: name, Err: err}
	}
	return out.Bytes(), nil
}

// smaller is the picture on white in so many pixels, not more than it has: each is the
// mean of those it stands for. Rows are unpacked a few at a time.
func smaller(src image.Image, w, h int) *image.RGBA {
	b := src.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		from, to := b.Min.Y+y*b.Dy()/h, b.Min.Y+(y+1)*b.Dy()/h
		rows := image.NewRGBA(image.Rect(0, 0, b.Dx(), to-from))
		draw.Draw(rows, rows.Rect, image.White, image.Point{}, draw.Src)
		draw.Draw(rows, rows.Rect, src, image.Pt(b.Min.X, from), draw.Over)
		for x := range w {
			mean(out.Pix[y*out.Stride+4*x:], rows, x*b.Dx()/w, (x+1)*b.Dx()/w)
		}
	}
	return out
}

// mean puts the mean of the columns from–to into a pixel.
func mean(into []uint8, rows *image.RGBA, from, to int) {
	var sum [3]int
	n := (to - from) * rows.Rect.Dy()
	for y := range rows.Rect.Dy() {
		line := rows.Pix[y*rows.Stride+4*from : y*rows.Stride+4*to]
		for i := 0; i < len(line); i += 4 {
			sum[0] += int(line[i])
			sum[1] += int(line[i+1])
			sum[2] += int(line[i+2])
		}
	}
	for i, v := range sum {
		into[i] = uint8((v + n/2) / n)
	}
	into[3] = 255
}

// logo is the municipality's logo as paper bears it; nil when there is none that can
// be read, which Remarks tells.
func (m *maker) logo() []byte {
	data := m.in.Profile.Logo
	if len(data) == 0 {
		return nil
	}
	if m.kept != nil && m.kept.logo.of == &data[0] {
		return m.kept.logo.png
	}
	logo, err := readPicture(m.l.Logo, data, logoWide, logoHigh)
	if err != nil {
		logo = nil
	}
	if m.kept != nil {
		m.kept.logo = keptLogo{&data[0], logo}
	}
	return logo
}

// keptLogo is a logo that has been read, and where its file lies in memory: it is
// never changed.
type keptLogo struct {
	of  *byte
	png []byte
}
