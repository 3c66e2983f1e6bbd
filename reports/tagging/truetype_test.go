package tagging

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"

	"yttra/reports/fonts"
)

func TestCut(t *testing.T) {
	known := fonts.New()
	for _, f := range fonts.All() {
		whole := fonts.Shared(f)
		var used []int
		for _, r := range "AÅäéx ½" {
			i, _ := known.Glyph(f, r)
			used = append(used, i)
		}
		small, err := cut(whole, used)
		if err != nil {
			t.Fatal(err)
		}
		from, err := outlinesOf(whole)
		if err != nil {
			t.Fatal(err)
		}
		to, err := outlinesOf(small)
		if err != nil {
			t.Fatal(err)
		}
		if len(small) > len(whole)/4 || to.glyphs <= slices.Max(used) || to.metrics != to.glyphs || sum32(small) != 0xB1B0AFBA {
			t.Errorf("%s: %d bytes of %d, %d glyphs, sum %x", fonts.Name(f), len(small), len(whole), to.glyphs, sum32(small))
		}
		kept := 0
		for i := range to.glyphs {
			had, err1 := from.outline(i)
			has, err2 := to.outline(i)
			if err1 != nil || err2 != nil {
				t.Fatal(err1, err2)
			}
			if len(has) > 0 {
				kept++
			}
			if n := len(has); slices.Contains(used, i) && (n < len(had) || !bytes.Equal(has[:len(had)], had) || !bytes.Equal(to.metric(i), from.metric(i))) {
				t.Errorf("%s: glyph %d is another", fonts.Name(f), i)
			}
			needed, err := parts(has)
			if err != nil {
				t.Fatal(err)
			}
			for _, n := range needed {
				if part, err := to.outline(n); err != nil || len(part) == 0 {
					t.Errorf("%s: glyph %d lacks its part %d", fonts.Name(f), i, n)
				}
			}
		}
		if kept < 6 || kept > 20 {
			t.Errorf("%s: %d glyphs are kept", fonts.Name(f), kept)
		}
	}
}

// Nothing that is no font is cut, and nothing panics.
func TestCutRefuses(t *testing.T) {
	whole := fonts.Shared(fonts.All()[0])
	for n := range 400 {
		if _, err := cut(whole[:n], []int{1}); err == nil {
			t.Errorf("%d bytes are a font", n)
		}
	}
	for _, glyph := range []int{-1, 1 << 16} {
		if _, err := cut(whole, []int{glyph}); err == nil {
			t.Errorf("glyph %d was found", glyph)
		}
	}
	for _, tag := range []string{"head", "hhea", "hmtx", "maxp", "loca", "glyf"} {
		for _, v := range []uint16{0, 0x7FFF, 0xFFFF} {
			bad := slices.Clone(whole)
			b := table(bad, tag)
			for i := 0; i+1 < len(b); i += 2 {
				binary.BigEndian.PutUint16(b[i:], v)
			}
			out, err := cut(bad, []int{3, 40})
			if (tag == "maxp" || tag == "hhea") && v != 0x7FFF && err == nil {
				t.Errorf("%s full of %x was cut to %d bytes", tag, v, len(out))
			}
		}
	}
	// A glyph that is put together from itself ends.
	self := []byte{0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0}
	if p, err := parts(self); err != nil || !slices.Equal(p, []int{1}) {
		t.Errorf("%v %v", p, err)
	}
	if _, err := parts(self[:12]); err == nil {
		t.Error("half a part was read")
	}
}
