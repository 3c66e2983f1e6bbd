package reports

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"runtime"
	"testing"
	"time"

	"yttra/app"
	"yttra/reports/layout"
)

func pngOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// striped is a picture of black and white stripes, one pixel each.
func striped(w, h int) *image.Gray {
	img := image.NewGray(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = uint8(i % 2 * 255)
	}
	return img
}

// claiming is a PNG whose head says that it has so many pixels, with nothing in it.
func claiming(w, h uint32) []byte {
	b := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
	b = binary.BigEndian.AppendUint32(b, w)
	b = binary.BigEndian.AppendUint32(b, h)
	b = append(b, 8, 6, 0, 0, 0)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[12:]))
}

// drawnLogo is the logo's item on the first page; nil when there is none.
func drawnLogo(t testing.TB, in Input) *layout.Item {
	t.Helper()
	set, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range set.Pages[0].Items {
		if it.Kind == layout.Picture {
			return &it
		}
	}
	return nil
}

// A logo that is none, or half of one, is told by name; the paper is made without it,
// with the municipality's name, and proven.
func TestLogoThatIsNone(t *testing.T) {
	whole := pngOf(t, striped(300, 360))
	for name, c := range map[string]struct {
		data []byte
		code app.Code
	}{
		"none":       {nil, ""},
		"text":       {[]byte("detta är ingen bild"), app.CodePicture},
		"SVG":        {[]byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`), app.CodePicture},
		"half":       {whole[:len(whole)/2], app.CodePicture},
		"damaged":    {append(bytes.Clone(whole[:60]), make([]byte, 400)...), app.CodePicture},
		"no pixels":  {claiming(0, 0), app.CodePicture},
		"head alone": {claiming(400, 400), app.CodePicture},
		"endless":    {claiming(100_000, 100_000), app.CodePictureSize},
		"41 million": {claiming(41<<20, 1), app.CodePictureSize},
	} {
		t.Run(name, func(t *testing.T) {
			in := half(t)
			in.Profile.Logo = c.data
			if it := drawnLogo(t, in); it != nil {
				t.Error("something is drawn")
			}
			proven(t, in)
			told := Remarks(in.Profile)
			if (c.code == "") != (len(told) == 0) || c.code != "" && (app.CodeOf(told[0]) != c.code || app.ProblemOf(told[0]).What != "Logotyp för Exempelkommun") {
				t.Errorf("told: %v", told)
			}
		})
	}
}

func TestLogosThatAreGood(t *testing.T) {
	var jpg bytes.Buffer
	if err := jpeg.Encode(&jpg, striped(300, 360), nil); err != nil {
		t.Fatal(err)
	}
	usual := pngOf(t, striped(300, 360))
	for name, data := range map[string][]byte{"PNG": usual, "JPEG": jpg.Bytes(), "one pixel": pngOf(t, striped(1, 1)), "a line": pngOf(t, striped(20_000, 1)), "a post": pngOf(t, striped(1, 20_000))} {
		in := half(t)
		in.Profile.Logo = data
		it := drawnLogo(t, in)
		if it == nil || len(Remarks(in.Profile)) > 0 {
			t.Errorf("%s: not drawn; %v", name, Remarks(in.Profile))
			continue
		}
		if it.X2-it.X > 41.01 || it.Y2-it.Y > 18.01 {
			t.Errorf("%s: %.1f × %.1f mm", name, it.X2-it.X, it.Y2-it.Y)
		}
		if bytes.Equal(it.PNG, data) != (name == "PNG" || name == "one pixel") {
			t.Errorf("%s: changed or not", name)
		}
		proven(t, in)
	}
}

// 40 million pixels are made into what the paper can show, in bounded time and
// memory.
func TestLogoOf40MillionPixels(t *testing.T) {
	in := half(t)
	in.Profile.Logo = pngOf(t, striped(8000, 5000))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	it := drawnLogo(t, in)
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	if it == nil {
		t.Fatal("not drawn")
	}
	c, err := png.DecodeConfig(bytes.NewReader(it.PNG))
	if err != nil || c.Width != 680 || c.Height != 425 {
		t.Errorf("%v, %d × %d pixels", err, c.Width, c.Height)
	}
	if took > 10*time.Second {
		t.Errorf("it took %v", took)
	}
	if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 400 {
		t.Errorf("%d MB", mb)
	}
	t.Logf("%v, %d MB allocated, %d bytes of %d", took, (after.TotalAlloc-before.TotalAlloc)>>20, len(it.PNG), len(in.Profile.Logo))
	proven(t, in)
}

func TestSmallerIsTheMean(t *testing.T) {
	got := smaller(striped(100, 50), 10, 5)
	for i, v := range got.Pix {
		if want := uint8(128); i%4 < 3 && v != want || i%4 == 3 && v != 255 {
			t.Fatalf("byte %d is %d", i, v)
		}
	}
	clear := image.NewNRGBA(image.Rect(5, 5, 15, 15))
	clear.Set(5, 5, color.Black)
	if got := smaller(clear, 5, 5); got.RGBAAt(4, 4) != (color.RGBA{255, 255, 255, 255}) || got.RGBAAt(0, 0) != (color.RGBA{191, 191, 191, 255}) {
		t.Errorf("%v %v", got.RGBAAt(4, 4), got.RGBAAt(0, 0))
	}
}
