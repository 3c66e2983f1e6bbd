package raster

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"testing"

	"yttra/reports/layout"
)

// dark counts the pixels of a rectangle that are more black than white.
func darkIn(img image.Image, r image.Rectangle) int {
	n := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if v, _, _, _ := img.At(x, y).RGBA(); v < 0x8000 {
				n++
			}
		}
	}
	return n
}

func keep(t *testing.T, name string, img image.Image) {
	t.Helper()
	dir := os.Getenv("YTTRA_SHOTS")
	if dir == "" {
		return
	}
	f, err := os.Create(dir + "/" + name + ".png")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}

// One pixel for each tenth of a mm: places can be read off in the test.
const testWidth = 2100

func TestEveryKindOfItemIsDrawnInItsPlace(t *testing.T) {
	var logo bytes.Buffer
	square := image.NewNRGBA(image.Rect(0, 0, 4, 4))
	for i := range 16 {
		square.Set(i%4, i/4, color.Black)
	}
	if err := png.Encode(&logo, square); err != nil {
		t.Fatal(err)
	}
	page := layout.Page{Items: []layout.Item{
		{Kind: layout.Text, X: 20, Y: 30, S: "Åäö HHH", Face: layout.Serif, Size: 20},
		{Kind: layout.Rule, X: 20, Y: 50, X2: 60, Y2: 50, Weight: 2.8346},
		{Kind: layout.Box, X: 20, Y: 60, X2: 40, Y2: 70, Fill: layout.Black},
		{Kind: layout.Box, X: 50, Y: 60, X2: 70, Y2: 70, Weight: 2.8346, Stroke: layout.Black},
		{Kind: layout.Disc, X: 30, Y: 90, X2: 5, Fill: layout.Black},
		{Kind: layout.Polygon, Points: [][2]float64{{50, 95}, {60, 85}, {70, 95}}, Fill: layout.Black},
		{Kind: layout.Picture, X: 80, Y: 85, X2: 90, Y2: 95, PNG: logo.Bytes()},
		{Kind: layout.Text, X: 100, Y: 150, S: "UTKAST", Face: layout.SansBold, Size: 30, Turn: 90},
		{Kind: layout.Rule, X: 20, Y: 120, X2: 60, Y2: 120, Weight: 2.8346, Dash: []float64{5, 5}},
	}}
	page.Items = append(page.Items, layout.Item{Kind: layout.Box, X: 150, Y: 60, X2: 170, Y2: 70, Fill: layout.Hatched, Weight: 1})
	img := New().Draw(page, testWidth)
	keep(t, "paint", img)
	mm := func(x, y, x2, y2 int) image.Rectangle { return image.Rect(x*10, y*10, x2*10, y2*10) }
	for name, c := range map[string]struct {
		in         image.Rectangle
		from, most int
	}{
		"text":            {mm(20, 22, 60, 32), 3000, 9000},
		"nothing above":   {mm(0, 0, 210, 20), 0, 0},
		"rule of 1 mm":    {mm(19, 48, 61, 52), 3900, 4100},
		"box":             {mm(20, 60, 40, 70), 20000, 20000},
		"frame":           {mm(51, 61, 69, 69), 0, 900},
		"frame's edge":    {mm(49, 59, 71, 71), 5000, 6200},
		"hatching":        {mm(151, 61, 169, 69), 1500, 4000},
		"hatching inside": {mm(140, 50, 149, 80), 0, 0},
		"disc":            {mm(25, 85, 35, 95), 7700, 7900},
		"polygon":         {mm(49, 84, 71, 96), 9800, 10200},
		"picture":         {mm(80, 85, 90, 95), 9900, 10000},
		"turned up":       {mm(85, 110, 101, 150), 2000, 20000},
		"not beside":      {mm(102, 140, 140, 155), 0, 0},
		"dashed, half of": {mm(19, 118, 61, 122), 1900, 2300},
	} {
		if n := darkIn(img, c.in); n < c.from || n > c.most {
			t.Errorf("%s: %d dark, want %d–%d", name, n, c.from, c.most)
		}
	}
}

// Small text keeps its true width: letters are not rounded to whole pixels.
func TestSmallTextKeepsItsWidth(t *testing.T) {
	p := New()
	s := "Under läsåret anmäldes elva obehöriga besök vid kommunens skolor."
	page := layout.Page{Items: []layout.Item{{Kind: layout.Text, X: 20, Y: 30, S: s, Face: layout.Serif, Size: 11}}}
	img := p.Draw(page, 600)
	right := 0
	for x := range 600 {
		for y := 70; y < 95; y++ {
			if v, _, _, _ := img.At(x, y).RGBA(); v < 0xC000 {
				right = x
			}
		}
	}
	want := (20 + p.measure.Width(layout.Serif, s, 11)) * 600 / layout.PageWidth
	if d := float64(right) - want; d > 1 || d < -3 {
		t.Errorf("the line ends at pixel %d, want %.1f", right, want)
	}
}

func TestBrokenPictureAndMissingLetterDoNotStopAPage(t *testing.T) {
	page := layout.Page{Items: []layout.Item{{Kind: layout.Picture, X: 1, Y: 1, X2: 5, Y2: 5, PNG: []byte("no")},
		{Kind: layout.Text, X: 20, Y: 30, S: "\U0001F600 a", Face: layout.Serif, Size: 11}, {Kind: layout.Polygon, Weight: 1}, {Kind: layout.ItemKind(99)}}}
	if img := New().Draw(page, 300); darkIn(img, img.Bounds()) == 0 {
		t.Error("nothing was drawn")
	}
}

// fullPage is a page of text.
func fullPage() layout.Page {
	var page layout.Page
	for i := range 50 {
		page.Items = append(page.Items, layout.Item{Kind: layout.Text, X: 25, Y: 30 + 5*float64(i), Face: layout.Serif, Size: 11,
			S: "Under läsåret anmäldes elva obehöriga besök vid kommunens skolor. Uppgifterna kommer från"})
	}
	return page
}

func benchmarkPage(b *testing.B, width int) {
	page, p := fullPage(), New()
	for b.Loop() {
		p.Draw(page, width)
	}
}

func BenchmarkSmallPage(b *testing.B)  { benchmarkPage(b, 88) }
func BenchmarkPage(b *testing.B)       { benchmarkPage(b, 794) }
func BenchmarkPage150(b *testing.B)    { benchmarkPage(b, 1191) }
func BenchmarkPageDouble(b *testing.B) { benchmarkPage(b, 1588) }

// A municipality's ink is the same colour on the screen as in the file.
func TestInkHasItsColour(t *testing.T) {
	ink := layout.Coloured(0x1f, 0x3a, 0x5f)
	page := layout.Page{Items: []layout.Item{
		{Kind: layout.Box, X: 20, Y: 20, X2: 40, Y2: 30, Fill: ink},
		{Kind: layout.Rule, X: 20, Y: 50, X2: 60, Y2: 50, Weight: 5, Stroke: ink},
	}}
	img := New().Draw(page, testWidth)
	for _, at := range []image.Point{{300, 250}, {400, 500}} {
		if got := img.RGBAAt(at.X, at.Y); got != (color.RGBA{0x1f, 0x3a, 0x5f, 255}) {
			t.Errorf("%v: %v", at, got)
		}
	}
}
