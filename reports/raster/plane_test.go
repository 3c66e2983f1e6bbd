package raster_test

import (
	"bytes"
	"fmt"
	"image"
)

// plane is a picture as ink: how much each pixel takes from white, of red, green and
// blue, and the sums of all that lies above and to the left.
type plane struct {
	w, h int
	ink  [][3]uint8
	sums [][3]uint32
}

// planeOf reads pixels of so many bytes each, red, green and blue first.
func planeOf(w, h int, pix []uint8, each int) *plane {
	p := &plane{w, h, make([][3]uint8, w*h), make([][3]uint32, (w+1)*(h+1))}
	for y := range h {
		var row [3]uint32
		for x := range w {
			for i := range 3 {
				v := 255 - pix[(y*w+x)*each+i]
				p.ink[y*w+x][i] = v
				row[i] += uint32(v)
				p.sums[(y+1)*(w+1)+x+1][i] = p.sums[y*(w+1)+x+1][i] + row[i]
			}
		}
	}
	return p
}

func planeOfImage(img *image.RGBA) *plane {
	return planeOf(img.Rect.Dx(), img.Rect.Dy(), img.Pix, 4)
}

// planeOfPPM reads what pdftoppm writes.
func planeOfPPM(data []byte) (*plane, error) {
	var w, h, most int
	head := bytes.NewReader(data)
	if _, err := fmt.Fscanf(head, "P6\n%d %d\n%d\n", &w, &h, &most); err != nil || most != 255 || head.Len() != 3*w*h {
		return nil, fmt.Errorf("not a picture: %w", err)
	}
	return planeOf(w, h, data[len(data)-head.Len():], 3), nil
}

// total sums the ink in a rectangle: 1 for a pixel that is all black.
func (p *plane) total(in image.Rectangle) (sum [3]float64) {
	in = in.Intersect(image.Rect(0, 0, p.w, p.h))
	if in.Empty() {
		return sum
	}
	at := func(x, y, i int) int64 { return int64(p.sums[y*(p.w+1)+x][i]) }
	for i := range sum {
		sum[i] = float64(at(in.Max.X, in.Max.Y, i)-at(in.Min.X, in.Max.Y, i)-at(in.Max.X, in.Min.Y, i)+at(in.Min.X, in.Min.Y, i)) / 255
	}
	return sum
}

// firstDark finds the leftmost and the topmost dark pixel of a rectangle; its right
// and lower edges when there are none.
func (p *plane) firstDark(in image.Rectangle) (x, y int) {
	in = in.Intersect(image.Rect(0, 0, p.w, p.h))
	x, y = in.Max.X, in.Max.Y
	for py := in.Min.Y; py < in.Max.Y; py++ {
		for px := in.Min.X; px < in.Max.X; px++ {
			if p.ink[py*p.w+px][1] > 64 {
				x, y = min(x, px), min(y, py)
			}
		}
	}
	return x, y
}
