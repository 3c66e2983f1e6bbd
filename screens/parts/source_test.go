package parts

import (
	"testing"

	"yttra/reports/fonts"
)

func TestCommonLettersAreInEveryFace(t *testing.T) {
	f := fonts.New()
	n := 0
	for r := rune(0); r < 0x3000; r++ {
		if !common(r) {
			continue
		}
		n++
		for _, face := range fonts.All() {
			if !f.Has(face, r) {
				t.Errorf("%s lacks %q %U", fonts.Name(face), r, r)
			}
		}
	}
	if n < 300 {
		t.Errorf("only %d letters are common", n)
	}
	for _, r := range "åäöÅÄÖéü”–\u00a0…" {
		if !common(r) {
			t.Errorf("%q is not common", r)
		}
	}
}

// A letter the house's faces lack is looked for by the theme; all others are
// drawn from the file.
func TestLinesNameTheirFile(t *testing.T) {
	for face := Regular; face <= SerifItalic; face++ {
		line := Text("Yttrande åt nämnden – ”ja”", TextHint, Ink, face)
		want := Theme{}.Font(face.Style())
		if line.FontSource != want {
			t.Errorf("face %d is drawn from %v", face, line.FontSource)
		}
		for _, s := range []string{"日本", "a\u030a", "😀", "tabb\t", "\u200b"} {
			if Write(line, s); line.FontSource != nil || line.Text != s {
				t.Errorf("%q is drawn from %v", line.Text, line.FontSource)
			}
		}
		if Write(line, ""); line.FontSource != want {
			t.Errorf("nothing is drawn from %v", line.FontSource)
		}
	}
}
