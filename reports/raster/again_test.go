package raster

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"testing"

	"yttra/reports/layout"
)

// anyPage is a page with some of everything, which overlap.
func anyPage(r *rand.Rand, logo []byte) layout.Page {
	var page layout.Page
	words := []string{"Kommunen", "föreslår", "att", "motionen", "avslås", "Ångström,", "på", "fjärde", "§\u00a012"}
	for range 5 + r.IntN(30) {
		it := layout.Item{X: r.Float64() * 200, Y: r.Float64() * 290, Weight: r.Float64() * 2}
		it.X2, it.Y2 = it.X+r.Float64()*60, it.Y+r.Float64()*20
		switch r.IntN(8) {
		case 0:
			it.Kind = layout.Rule
		case 1:
			it.Kind, it.Fill = layout.Box, layout.Ink(r.IntN(4))
		case 2:
			it.Kind, it.X2, it.Fill = layout.Disc, r.Float64()*8, layout.Black
		case 3:
			it.Kind, it.Points = layout.Polygon, [][2]float64{{it.X, it.Y}, {it.X2, it.Y}, {it.X, it.Y2}}
		case 4:
			it.Kind, it.PNG = layout.Picture, logo
		default:
			it.S, it.Face, it.Size = words[r.IntN(len(words))]+" "+words[r.IntN(len(words))], layout.Face(r.IntN(6)), 6+r.Float64()*20
			if r.IntN(6) == 0 {
				it.Turn = r.Float64() * 360
			}
		}
		page.Items = append(page.Items, it)
	}
	return page
}

// change gives a page like another: some items moved, added, dropped or written
// otherwise, mostly side by side.
func change(r *rand.Rand, page layout.Page) layout.Page {
	items := append([]layout.Item(nil), page.Items...)
	at := r.IntN(len(items))
	for i := at; i < min(len(items), at+r.IntN(4)); i++ {
		switch r.IntN(3) {
		case 0:
			items[i].S += "a"
		case 1:
			items[i].Y, items[i].Y2 = items[i].Y+3, items[i].Y2+3
		default:
			items = append(items[:i], items[i+1:]...)
		}
	}
	return layout.Page{Items: items}
}

// A picture that is drawn on is the same, to the pixel, as one made anew: old ink
// would lie on the page for as long as somebody writes.
func TestRedrawIsDraw(t *testing.T) {
	var logo bytes.Buffer
	square := image.NewNRGBA(image.Rect(0, 0, 9, 7))
	for i := range 63 {
		square.Set(i%9, i/9, color.NRGBA{uint8(i * 4), 90, 30, uint8(255 - i)})
	}
	if err := png.Encode(&logo, square); err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(7, 11))
	for _, width := range []int{88, 620, 1191} {
		p := New()
		for round := range 60 {
			page := anyPage(r, logo.Bytes())
			img := p.Draw(page, width)
			for range 3 {
				next := change(r, page)
				p.Redraw(img, page, next)
				if !bytes.Equal(img.Pix, New().Draw(next, width).Pix) {
					keep(t, "redrawn", img)
					t.Fatalf("round %d, %d pixels wide: the page is not as it is drawn anew", round, width)
				}
				page = next
				if len(page.Items) == 0 {
					break
				}
			}
		}
	}
}

// Nothing is inked when nothing has changed.
func TestRedrawLeavesWhatIsThere(t *testing.T) {
	page := anyPage(rand.New(rand.NewPCG(1, 2)), nil)
	p := New()
	img := image.NewRGBA(image.Rect(0, 0, 300, Height(300)))
	p.Redraw(img, page, page)
	if !bytes.Equal(img.Pix, make([]uint8, len(img.Pix))) {
		t.Error("a page was drawn although it was the same")
	}
}

func BenchmarkRedrawOneLine(b *testing.B) {
	page := fullPage()
	next := layout.Page{Items: append([]layout.Item(nil), page.Items...)}
	next.Items[20].S += "a"
	p := New()
	img := p.Draw(page, 794)
	for b.Loop() {
		p.Redraw(img, page, next)
	}
}
