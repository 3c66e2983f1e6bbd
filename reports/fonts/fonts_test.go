package fonts

import (
	"math"
	"strings"
	"testing"

	"yttra/reports/layout"
)

// Everything a clerk may reasonably type, and what the layout itself draws.
const swedish = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÜabcdefghijklmnopqrstuvwxyzåäöéüáà0123456789" +
	" \u00a0\u00ad.,:;!?()[]/%&+-–—−”’…•§°€½×≤≥²³"

func TestFacesHaveSwedish(t *testing.T) {
	f := New()
	for _, face := range All() {
		if len(Shared(face)) < 100_000 {
			t.Errorf("%s is no font file", Name(face))
		}
		for _, r := range swedish {
			if !f.Has(face, r) {
				t.Errorf("%s lacks %q", Name(face), r)
			}
		}
		for _, r := range "☒😀中" {
			if f.Has(face, r) {
				t.Errorf("%s is said to have %q", Name(face), r)
			}
		}
	}
}

func TestKerning(t *testing.T) {
	f := New()
	for _, face := range All() {
		k := f.Kerns(face, "AVo 1174")
		if k[0] >= 0 {
			t.Errorf("%s: A and V are not drawn together: %v", Name(face), k)
		}
		for i, v := range k[3:] {
			if v != 0 {
				t.Errorf("%s: digit or space %d is kerned by %d", Name(face), i+3, v)
			}
		}
	}
	if k := f.Kerns(layout.Serif, ""); len(k) != 0 {
		t.Errorf("%v", k)
	}
}

func TestWidth(t *testing.T) {
	f := New()
	// Figures are tabular in the upright faces.
	for _, face := range []layout.Face{layout.Sans, layout.SansBold, layout.Serif, layout.SerifBold} {
		one := f.Width(face, "1", 10)
		for _, d := range "0234567890" {
			if w := f.Width(face, string(d), 10); w != one {
				t.Errorf("%s: %c is %.3f mm wide, 1 is %.3f", Name(face), d, w, one)
			}
		}
	}
	// Width is the sum of what Kerns and single widths say, so what is drawn is
	// as wide as what was measured.
	const s = "Tvåkärnig AVART av Yttrande"
	sum := 0.0
	for _, k := range f.Kerns(layout.Serif, s) {
		sum += float64(k) / 1000 * 12 * mmPerPoint
	}
	for _, r := range s {
		sum += f.Width(layout.Serif, string(r), 12)
	}
	if w := f.Width(layout.Serif, s, 12); math.Abs(w-sum) > 1e-9 {
		t.Errorf("width %.6f, sum of parts %.6f", w, sum)
	}
	// 77 letters at 11 pt are 151 mm of Source Serif 4: a measured fact of the design.
	if w := f.Width(layout.Serif, strings.Repeat("nämnden ", 10)[:77], 11); w < 120 || w > 170 {
		t.Errorf("77 letters are %.1f mm", w)
	}
}

func TestUnknownFace(t *testing.T) {
	if Shared(99) != nil || Name(-1) != "" {
		t.Error("an unknown face has a file")
	}
	if f := New(); f.Width(99, "x", 10) != f.Width(layout.Sans, "x", 10) {
		t.Error("an unknown face is measured as something else than Sans")
	}
}

func TestGlyphs(t *testing.T) {
	f := New()
	if i, w := f.Glyph(layout.Serif, 'Å'); i == 0 || w < 500 || w > 900 {
		t.Errorf("Å is glyph %d, %d wide", i, w)
	}
	if i, _ := f.Glyph(layout.Serif, '中'); i != 0 {
		t.Errorf("a letter that the face lacks is glyph %d", i)
	}
}

func TestLicences(t *testing.T) {
	for _, l := range Licences() {
		if !strings.Contains(l.Text, "SIL OPEN FONT LICENSE") {
			t.Errorf("%s has no licence", l.Family)
		}
	}
}

func BenchmarkWidth(b *testing.B) {
	f := New()
	for b.Loop() {
		f.Width(layout.Serif, "Nämnden bedömer att intrånget är större än behovet.", 10.5)
	}
}
