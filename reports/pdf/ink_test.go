package pdf

import (
	"bytes"
	"context"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"yttra/reports/fonts"
	"yttra/reports/layout"
)

// A white or dashed item must not colour what is drawn after it, on the same
// page or the next, and a turned item in between must not hide that from the
// pen: gofpdf keeps one state for the whole file.
func TestWhiteStaysWhereItIs(t *testing.T) {
	root := &layout.Elem{Role: "Document"}
	p := root.Add("P")
	white := layout.Item{Kind: layout.Box, X: 20, Y: 20, X2: 30, Y2: 30, Fill: layout.White, Stroke: layout.White, Weight: 1, Dash: []float64{1, 1}}
	turned := layout.Item{Kind: layout.Box, X: 20, Y: 20, X2: 30, Y2: 30, Fill: layout.Black, Weight: 1, Turn: 45}
	rule := layout.Item{Kind: layout.Rule, X: 20, Y: 40, X2: 30, Y2: 40, Weight: 1}
	text := layout.Item{Kind: layout.Text, X: 25, Y: 30, S: "Svart", Size: 10, Elem: p}
	page := layout.Page{Items: []layout.Item{text, rule, white, text, rule, white, turned, text, rule, white}}
	set := layout.Set{Root: root, Meta: meta(), Pages: []layout.Page{page, page}}
	drawn, _, err := drawAll(context.Background(), set, fonts.New(), nil)
	if err != nil {
		t.Fatal(err)
	}
	found := inks(drawn)
	for i, ink := range found {
		if ink != "text black" && ink != "line black" {
			t.Errorf("item %d: %s", i, ink)
		}
	}
	if len(found) != 12 { // three rules and three texts on each page
		t.Errorf("%d inks found", len(found))
	}
}

// Hatching is black lines on white with a black outline, and leaves no white behind.
func TestHatchingIsBlackOnWhite(t *testing.T) {
	root := &layout.Elem{Role: "Document"}
	fig := root.Add("Figure")
	fig.Alt, fig.BBox = "Stapel", [4]float64{20, 20, 30, 30}
	page := layout.Page{Items: []layout.Item{
		{Kind: layout.Box, X: 20, Y: 20, X2: 30, Y2: 30, Fill: layout.Hatched, Weight: 0.5, Elem: fig},
		{Kind: layout.Text, X: 32, Y: 28, S: "Text ", Face: layout.Sans, Size: 9, Elem: fig}}}
	drawn, _, err := drawAll(context.Background(), layout.Set{Root: root, Meta: meta(), Pages: []layout.Page{page}}, fonts.New(), nil)
	if err != nil {
		t.Fatal(err)
	}
	found := inks(drawn)
	for i, ink := range found {
		if want := "line black"; i < len(found)-1 && ink != want || i == len(found)-1 && ink != "text black" {
			t.Errorf("item %d: %s", i, ink)
		}
	}
	if lines := len(page.Items[0].Hatching()); len(found) != lines+1 || lines < 15 {
		t.Errorf("%d inks found of %d lines", len(found), lines)
	}
	white, outline := bytes.Index(drawn, []byte("1.000 g")), bytes.LastIndex(drawn, []byte("re S"))
	first, last := bytes.Index(drawn, []byte(" l S")), bytes.LastIndex(drawn, []byte(" l S"))
	if white < 0 || white > first || outline < last {
		t.Errorf("ground at %d, lines at %d–%d, outline at %d", white, first, last, outline)
	}
}

// inks follows the colours through the pages' plain content: for each line and
// text, which ink it is drawn with.
func inks(drawn []byte) []string {
	var found []string
	type colours struct{ stroke, fill, dash string }
	now, kept := colours{"black", "black", ""}, []colours{}
	name := map[string]string{"0.000": "black", "1.000": "white", "0": "black"}
	for _, line := range strings.Split(string(drawn), "\n") {
		words := strings.Fields(line)
		for i, w := range words {
			switch w {
			case "stream":
				now = colours{"black", "black", ""}
			case "q":
				kept = append(kept, now)
			case "Q":
				now, kept = kept[len(kept)-1], kept[:len(kept)-1]
			case "G":
				now.stroke = name[words[i-1]]
			case "g":
				now.fill = name[words[i-1]]
			case "d":
				now.dash = " dashed"
				if words[0] == "[]" {
					now.dash = ""
				}
			case "l":
				if i+1 < len(words) && words[i+1] == "S" {
					found = append(found, "line "+now.stroke+now.dash)
				}
			case "Tj":
				found = append(found, "text "+now.fill)
			}
		}
	}
	return found
}

func TestPicturesLieOnWhite(t *testing.T) {
	grey := image.NewGray16(image.Rect(0, 0, 2, 1))
	grey.Set(0, 0, color.Gray16{Y: 0x8080})
	palette := image.NewPaletted(image.Rect(0, 0, 2, 1), color.Palette{color.Transparent, color.Black})
	for name, c := range map[string]struct {
		in          image.Image
		left, right color.RGBA
	}{
		"grey":        {grey, color.RGBA{128, 128, 128, 255}, color.RGBA{0, 0, 0, 255}},
		"palette":     {palette, color.RGBA{255, 255, 255, 255}, color.RGBA{255, 255, 255, 255}},
		"transparent": {image.NewNRGBA(image.Rect(0, 0, 2, 1)), color.RGBA{255, 255, 255, 255}, color.RGBA{255, 255, 255, 255}},
	} {
		var b bytes.Buffer
		if err := png.Encode(&b, c.in); err != nil {
			t.Fatal(err)
		}
		out, err := opaque(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		m, err := png.Decode(bytes.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		for x, want := range []color.RGBA{c.left, c.right} {
			if got := color.RGBAModel.Convert(m.At(x, 0)); got != color.Color(want) {
				t.Errorf("%s: pixel %d is %v, want %v", name, x, got, want)
			}
		}
	}
	for name, b := range map[string][]byte{"nothing": nil, "text": []byte("PNG"), "cut off": coat(t)[:60]} {
		if _, err := opaque(b); err == nil {
			t.Errorf("%s is a picture", name)
		}
	}
	huge := coat(t)
	copy(huge[16:], "\x00\x01\x00\x00\x00\x01\x00\x00") // 65536 × 65536
	binary.BigEndian.PutUint32(huge[29:], crc32.ChecksumIEEE(huge[12:29]))
	if _, err := opaque(huge); err == nil || !strings.Contains(err.Error(), "large") {
		t.Errorf("a picture of four thousand million pixels: %v", err)
	}
}

// A municipality's ink is written in sRGB, and nothing after it is coloured.
func TestInkIsWrittenInColour(t *testing.T) {
	root := &layout.Elem{Role: "Document"}
	p := root.Add("P")
	page := layout.Page{Items: []layout.Item{
		{Kind: layout.Rule, X: 20, Y: 40, X2: 30, Y2: 40, Weight: 1, Stroke: layout.Coloured(255, 0, 51)},
		{Kind: layout.Box, X: 20, Y: 50, X2: 30, Y2: 60, Fill: layout.Coloured(0, 51, 255)},
		{Kind: layout.Text, X: 25, Y: 30, S: "Svart", Size: 10, Elem: p},
		{Kind: layout.Rule, X: 20, Y: 40, X2: 30, Y2: 40, Weight: 1},
	}}
	drawn, _, err := drawAll(context.Background(), layout.Set{Root: root, Meta: meta(), Pages: []layout.Page{page}}, fonts.New(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"1.000 0.000 0.200 RG", "0.000 0.200 1.000 rg"} {
		if !bytes.Contains(drawn, []byte(want)) {
			t.Errorf("%s is not in the file", want)
		}
	}
	if found := inks(drawn); found[len(found)-1] != "line black" || found[len(found)-2] != "text black" {
		t.Error(found)
	}
}
