package parttest

import (
	"bytes"
	"cmp"
	"flag"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"yttra/screens/parts"
)

// updating says whether the test was run with -update. Each package that keeps
// goldens has the flag itself.
func updating() bool {
	f := flag.Lookup("update")
	return f != nil && f.Value.String() == "true"
}

// Sheet is a picture of a group of parts in their states, kept in testdata.
type Sheet struct {
	Name          string
	Width, Height float32
	Draw          func(t *testing.T, w fyne.Window) fyne.CanvasObject // what lies in the window
	Over          func(t *testing.T, w fyne.Window)                   // what is then done to it; may be nil
}

// worn is one way of looking at a sheet.
type worn struct {
	name  string
	look  parts.Look
	scale float32
}

var ways = []worn{{"light", parts.LightLook, 1}, {"dark", parts.DarkLook, 1}, {"light-150", parts.LightLook, 1.5}}

// show lays a sheet in a window of its own.
func (s Sheet) show(t *testing.T, in worn) fyne.Window {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(parts.Theme{Look: in.look})
	w := test.NewTempWindow(t, parts.Rect(parts.Fog, 1, 1, 0))
	w.SetPadded(false)
	c, ok := w.Canvas().(software.WindowlessCanvas)
	if !ok {
		t.Fatal("the canvas cannot be scaled")
	}
	c.SetScale(in.scale)
	w.Resize(fyne.NewSize(s.Width, s.Height))
	w.SetContent(parts.Fill(parts.Page, parts.Pad(16, 20, 16, 20, s.Draw(t, w))))
	w.Resize(fyne.NewSize(s.Width, s.Height))
	if s.Over != nil {
		s.Over(t, w)
	}
	return w
}

// HoldSheets draws sheets in light and dark and at 150 %, and holds them against
// the pictures kept. -update rewrites these; YTTRA_SHOTS names a folder for those
// that differ.
func HoldSheets(t *testing.T, sheets ...Sheet) {
	for _, s := range sheets {
		for _, in := range ways {
			t.Run(s.Name+"-"+in.name, func(t *testing.T) {
				w := s.show(t, in)
				compare(t, s.Name+"-"+in.name, w.Canvas().Capture())
				HoldPairs(t, w)
			})
		}
	}
}

// compare holds a picture against the one kept.
func compare(t *testing.T, name string, got image.Image) {
	t.Helper()
	file := filepath.Join("testdata", name+".png")
	if updating() {
		keep(t, file, got)
		return
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if n := differing(got, want); n > 0 {
		t.Errorf("%d points differ from %s; run with -update and look at it", n, file)
		if dir := os.Getenv("YTTRA_SHOTS"); dir != "" {
			keep(t, filepath.Join(dir, name+".png"), got)
		}
	}
}

// keep writes a picture in 256 colours, a third of the size: the grounds and inks
// are exact, the greys along the edges of letters the nearest there is.
func keep(t *testing.T, file string, img image.Image) {
	t.Helper()
	p := image.NewPaletted(img.Bounds(), palette(img))
	near := map[rgb]uint8{}
	each(img, func(x, y int, c rgb) {
		i, ok := near[c]
		if !ok {
			i = uint8(nearest(p.Palette, c))
			near[c] = i
			if d := far(c, of(p.Palette[i])); d > coarse {
				t.Errorf("%s has no colour nearer %v than %d steps: make the sheet smaller", file, c, d)
			}
		}
		p.SetColorIndex(x, y, i)
	})
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, p); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// coarse is how far the nearest colour may be from one at the edge of a letter.
const coarse = 16

// palette is the colours most points have, and then, one after the other, the
// colour that is furthest from all of these.
func palette(img image.Image) color.Palette {
	counts := map[rgb]int{}
	each(img, func(_, _ int, c rgb) { counts[c]++ })
	all := slices.SortedFunc(maps.Keys(counts), func(a, b rgb) int {
		return cmp.Or(counts[b]-counts[a], slices.Compare(a[:], b[:]))
	})
	var out color.Palette
	apart := make([]int, len(all)) // from the nearest one taken
	for i := range apart {
		apart[i] = 256
	}
	for at := 0; at < len(all) && len(out) < 256 && apart[at] > 0; {
		c := all[at]
		out = append(out, color.RGBA{uint8(c[0]), uint8(c[1]), uint8(c[2]), 0xFF})
		for i := range all {
			apart[i] = min(apart[i], far(all[i], c))
		}
		at++
		if len(out) >= 64 {
			at = slices.Index(apart, slices.Max(apart))
		}
	}
	return out
}

// differing counts the points of a picture that are further from the kept one
// than its palette makes them. Two steps of 255 are let through: another kind of
// processor may round the edge of a curve differently, and nobody sees it.
func differing(got, want image.Image) int {
	if got.Bounds() != want.Bounds() {
		return max(got.Bounds().Dx()*got.Bounds().Dy(), 1)
	}
	kept := palette(want)
	room := map[rgb]int{}
	n := 0
	each(got, func(x, y int, c rgb) {
		most, ok := room[c]
		if !ok {
			most = min(coarse, far(c, of(kept[nearest(kept, c)]))) + 2
			room[c] = most
		}
		if far(c, of(want.At(x, y))) > most {
			n++
		}
	})
	return n
}

// rgb is an opaque colour, 0–255 in each channel.
type rgb [3]int

func of(c color.Color) rgb {
	r, g, b, _ := c.RGBA()
	return rgb{int(r >> 8), int(g >> 8), int(b >> 8)}
}

func each(img image.Image, f func(x, y int, c rgb)) {
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y++ {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x++ {
			f(x, y, of(img.At(x, y)))
		}
	}
}

// far is how far apart two colours are in the channel where they differ most.
func far(a, b rgb) int {
	d := 0
	for i := range a {
		d = max(d, a[i]-b[i], b[i]-a[i])
	}
	return d
}

func nearest(p color.Palette, c rgb) int {
	best, at := 256, 0
	for i, q := range p {
		if d := far(c, of(q)); d < best {
			best, at = d, i
		}
	}
	return at
}
