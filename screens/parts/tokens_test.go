package parts

import (
	"image/color"
	"math"
	"testing"
)

// Every pair of colours that meets in the window, and the least contrast it must
// have in both themes (WCAG 2.1, 1.4.3 and 1.4.11).
func TestContrast(t *testing.T) {
	texts := []struct {
		on      Token
		grounds []Token
		least   float64
	}{
		{Ink, []Token{Page, Panel, Fog, Rail, Soft, Marked, Hover, StopSoft, SeriousSoft, NoteSoft, OKSoft, WaiveSoft}, 4.5},
		{Muted, []Token{Page, Panel, Fog, Rail, Soft, Hover, StopSoft, SeriousSoft, NoteSoft}, 4.5},
		{Accent, []Token{Page, Panel, Fog, Rail, Soft}, 4.5},
		{OnAccent, []Token{Accent}, 4.5},
		{Stop, []Token{Page, Panel, Fog, Rail, Soft, StopSoft}, 4.5},
		{Serious, []Token{Page, Panel, Fog, Rail, Soft, SeriousSoft}, 4.5},
		{Note, []Token{Page, Panel, Fog, Soft, NoteSoft}, 4.5},
		{OK, []Token{Page, Panel, Fog, Rail, Soft, OKSoft}, 4.5},
		{Waive, []Token{Page, Panel, WaiveSoft}, 4.5},
		{Edge, []Token{Page, Panel, Fog, Soft}, 3},
	}
	for _, c := range texts {
		for _, ground := range c.grounds {
			for _, dark := range []bool{false, true} {
				if r := contrast(value(c.on, dark), value(ground, dark)); r < c.least {
					t.Errorf("%s on %s, dark %v: %.2f, want %.1f", c.on, ground, dark, r, c.least)
				}
			}
		}
	}
	if r := contrast(color.NRGBA{A: 255}, color.NRGBA{255, 255, 255, 255}); math.Abs(r-21) > 0.01 {
		t.Errorf("black on white is %.2f, so the measure is wrong", r)
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
