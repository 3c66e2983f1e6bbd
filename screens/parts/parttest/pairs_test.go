package parttest

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/screens/parts"
)

// Every pair of colours that meets in the window can be read in both themes, and
// the lowest contrast of each ink is what the drawing states, to its decimals.
func TestContrast(t *testing.T) {
	for _, look := range []parts.Look{parts.LightLook, parts.DarkLook} {
		test.NewTempApp(t).Settings().SetTheme(parts.Theme{Look: look})
		for _, p := range Pairings() {
			lowest := math.Inf(1)
			for i, g := range append(p.Grounds, p.Beyond...) {
				r := contrast(colour(parts.Color(p.On)), colour(parts.Color(g)))
				if r < p.Least {
					t.Errorf("%s on %s, dark %v: %.2f, want %.1f", p.On, g, parts.Dark(), r, p.Least)
				}
				if i < len(p.Grounds) {
					lowest = min(lowest, r)
				}
			}
			stated := p.Light
			if parts.Dark() {
				stated = p.Dark
			}
			if stated != 0 && math.Abs(lowest-stated) > halfStep(stated) {
				t.Errorf("%s, dark %v: lowest %.2f, the drawing says %v", p.On, parts.Dark(), lowest, stated)
			}
		}
	}
}

// halfStep is half of the last decimal a figure is stated with: one or two.
func halfStep(v float64) float64 {
	if math.Abs(v*10-math.Round(v*10)) < 1e-9 {
		return 0.05
	}
	return 0.005
}

func TestMeasureOfContrast(t *testing.T) {
	white := color.NRGBA{255, 255, 255, 255}
	for c, want := range map[color.NRGBA]float64{{A: 255}: 21, {119, 119, 119, 255}: 4.48, white: 1} {
		if got := contrast(c, white); math.Abs(got-want) > 0.005 {
			t.Errorf("%v on white is %.3f, want %.2f", c, got, want)
		}
	}
}

func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	f := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*f(c.R) + 0.7152*f(c.G) + 0.0722*f(c.B)
}

// The eye sees what it is for: an ink on a ground nobody listed, a colour that is
// no token, a mark cut out of a shape in the wrong colour; and nothing else.
func TestUnlistedSeesFaults(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(parts.Theme{Look: parts.LightLook})
	strange := parts.Text("främmande", parts.TextControl, parts.Ink, parts.Regular)
	strange.Color = color.NRGBA{1, 2, 3, 255}
	for name, c := range map[string]struct {
		o    fyne.CanvasObject
		want int
	}{
		"fine":          {parts.Fill(parts.Panel, parts.Text("a", parts.TextControl, parts.Muted, parts.Regular)), 0},
		"unlisted text": {parts.Fill(parts.Marked, parts.Text("a", parts.TextControl, parts.Muted, parts.Regular)), 1},
		"no token":      {parts.Fill(parts.Page, strange), 1},
		"nearest":       {parts.Fill(parts.Marked, parts.Fill(parts.Page, parts.Text("a", parts.TextControl, parts.Muted, parts.Regular))), 0},
		"shape":         {parts.Fill(parts.Page, parts.Centre(parts.Mark(parts.MarkBlocking, 20, parts.Page))), 0},
		"wrong behind":  {parts.Fill(parts.Soft, parts.Centre(parts.Mark(parts.MarkBlocking, 20, parts.Page))), 1},
		"bar":           {parts.Fill(parts.Rail, parts.Left(parts.Rect(parts.Edge, 4, 10, 0))), 1},
		"decoration":    {parts.Fill(parts.Rail, parts.Left(parts.Rect(parts.Line, 4, 10, 0))), 0},
	} {
		w := test.NewTempWindow(t, c.o)
		w.SetPadded(false)
		w.Resize(fyne.NewSize(100, 100))
		if got := Unlisted(w.Content(), fyne.NewSize(100, 100)); len(got) != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
}
