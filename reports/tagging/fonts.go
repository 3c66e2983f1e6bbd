package tagging

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Font is a face that the file is drawn with, and what is used of it.
type Font struct {
	Base    string   // what the drawn file calls it
	File    []byte   // the whole TrueType file; it is only read
	Letters []Letter // by their codes, each once
}

// Letter is a character that is drawn: its code is its UTF-16 unit.
type Letter struct {
	Code  uint16
	Glyph int // its number in the file
	Width int // in thousandths of the size
}

// addFonts puts the fonts into the file where it has no more than their names: cut
// to what is used, with their real names and a subset tag, and with a ToUnicode map
// that no validator rejects.
func addFonts(f *file, fonts []Font) error {
	for _, o := range slices.Clone(f.objects) {
		d, ok := o.(*dict)
		if !ok || d.get("Type") != name("Font") {
			continue
		}
		i := slices.IndexFunc(fonts, func(font Font) bool { return d.get("BaseFont") == name(font.Base) })
		if i < 0 {
			return fmt.Errorf("%v: no such font", d.get("BaseFont"))
		}
		if err := addFont(f, d, fonts[i]); err != nil {
			return fmt.Errorf("%s: %w", fonts[i].Base, err)
		}
	}
	return nil
}

// addFont makes d the composite font (ISO 32000-1, 9.7.6).
func addFont(f *file, d *dict, font Font) error {
	glyphs, used, widths := []byte{}, []int{}, array{}
	for i, l := range font.Letters {
		if i > 0 && l.Code <= font.Letters[i-1].Code {
			return errors.New("letters out of order")
		}
		glyphs = append(glyphs, make([]byte, 2*int(l.Code)-len(glyphs))...)
		glyphs = append(glyphs, byte(l.Glyph>>8), byte(l.Glyph))
		used = append(used, l.Glyph)
		if i > 0 && l.Code == font.Letters[i-1].Code+1 {
			row := widths[len(widths)-1].(array)
			widths[len(widths)-1] = append(row, l.Width)
		} else {
			widths = append(widths, int(l.Code), array{l.Width})
		}
	}
	program, err := cut(font.File, used)
	if err != nil {
		return err
	}
	embedded := &stream{dict: newDict("Length1", len(program))}
	embedded.pack(program)
	places := &stream{dict: &dict{}}
	places.pack(glyphs)
	unicode := &stream{dict: &dict{}}
	unicode.pack(toUnicode(glyphs))
	full := fullName(font.File, glyphs)
	descriptor := describeFont(font.File, full)
	descriptor.set("FontFile2", f.add(embedded))
	d.entries = newDict("Type", name("Font"), "Subtype", name("Type0"), "BaseFont", full, "Encoding", name("Identity-H"),
		"DescendantFonts", array{f.add(newDict("Type", name("Font"), "Subtype", name("CIDFontType2"), "BaseFont", full,
			"CIDSystemInfo", newDict("Registry", text("Adobe"), "Ordering", text("Identity"), "Supplement", 0),
			"FontDescriptor", f.add(descriptor), "W", widths, "CIDToGIDMap", f.add(places)))},
		"ToUnicode", f.add(unicode)).entries
	return nil
}

// describeFont is what a reader without the font would need to find one like it
// (9.8.1), in thousandths of the size.
func describeFont(ttf []byte, full name) *dict {
	head, hhea, post, os2 := table(ttf, "head"), table(ttf, "hhea"), table(ttf, "post"), table(ttf, "OS/2")
	unit := max(1, u16(head, 18))
	scaled := func(v int) int { return v * 1000 / unit }
	box := array{}
	for i := range 4 {
		box = append(box, scaled(i16(head, 36+2*i)))
	}
	ascent, descent := scaled(i16(hhea, 4)), scaled(i16(hhea, 6))
	flags, angle, capital, weight := 4, 0, ascent, 400 // symbolic: its codes are of no standard encoding
	if len(post) >= 8 {
		if angle = i16(post, 4); angle != 0 {
			flags |= 64
		}
	}
	if len(os2) >= 90 {
		weight, capital = u16(os2, 4), scaled(i16(os2, 88))
	}
	return newDict("Type", name("FontDescriptor"), "FontName", full, "Flags", flags, "FontBBox", box, "ItalicAngle", angle,
		"Ascent", ascent, "Descent", descent, "CapHeight", capital, "StemV", 50+weight*weight/(65*65))
}

// fullName is the name in the file, tagged as a subset.
func fullName(ttf, glyphs []byte) name {
	n := postScriptName(ttf)
	if n == "" {
		n = "Unnamed"
	}
	return name(subsetTag(glyphs) + "+" + n)
}

// subsetTag is six letters that differ when the subsets differ (9.6.4).
func subsetTag(glyphs []byte) string {
	h := sha256.Sum256(glyphs)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + h[i]%26
	}
	return string(tag)
}

// mapped tells whether the map from code to glyph has a glyph for code.
func mapped(glyphs []byte, code int) bool {
	return 2*code+1 < len(glyphs) && (glyphs[2*code] != 0 || glyphs[2*code+1] != 0)
}

// toUnicode maps each code that has a glyph to itself: the pen's codes are
// UTF-16 units. A range never crosses the low byte.
func toUnicode(glyphs []byte) []byte {
	var ranges []string
	for code := ' '; int(code) < len(glyphs)/2; code++ {
		if !mapped(glyphs, int(code)) {
			continue
		}
		from := code
		for code&0xFF != 0xFF && mapped(glyphs, int(code)+1) {
			code++
		}
		ranges = append(ranges, fmt.Sprintf("<%04X> <%04X> <%04X>\n", from, code, from))
	}
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for len(ranges) > 0 { // at most 100 in a section
		n := min(100, len(ranges))
		fmt.Fprintf(&b, "%d beginbfrange\n%sendbfrange\n", n, strings.Join(ranges[:n], ""))
		ranges = ranges[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.Bytes()
}
