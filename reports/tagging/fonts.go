package tagging

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"
)

// finishFonts gives every font its real name with a subset tag, an honest
// character collection, and a ToUnicode map that no validator rejects: the pen
// writes the single range <0000> <FFFF>, where only the last byte may vary
// (ISO 32000-1, 9.10.3).
func finishFonts(f *file) error {
	for _, o := range f.objects {
		d, ok := o.(*dict)
		if !ok || d.get("Type") != name("Font") || d.get("Subtype") != name("Type0") {
			continue
		}
		if err := finishFont(f, d); err != nil {
			return fmt.Errorf("%v: %w", d.get("BaseFont"), err)
		}
	}
	return nil
}

func finishFont(f *file, d *dict) error {
	var descendant *dict
	if a := f.array(d.get("DescendantFonts")); len(a) == 1 {
		descendant = f.dict(a[0])
	}
	glyphs := f.stream(descendant.get("CIDToGIDMap"))
	descriptor := f.dict(descendant.get("FontDescriptor"))
	if descriptor == nil || glyphs == nil {
		return errors.New("not an embedded TrueType font")
	}
	m, err := glyphs.plain()
	if err != nil {
		return err
	}
	full, err := fullName(f, descriptor, m)
	if err != nil {
		return err
	}
	d.set("BaseFont", full)
	descendant.set("BaseFont", full)
	descriptor.set("FontName", full)
	descendant.set("CIDSystemInfo", newDict("Registry", text("Adobe"), "Ordering", text("Identity"), "Supplement", 0))
	unicode := &stream{dict: &dict{}}
	unicode.pack(toUnicode(m))
	d.set("ToUnicode", f.add(unicode))
	return nil
}

// fullName is the name in the embedded file, tagged as a subset.
func fullName(f *file, descriptor *dict, glyphs []byte) (name, error) {
	embedded := f.stream(descriptor.get("FontFile2"))
	if embedded == nil {
		return "", errors.New("the font is not embedded")
	}
	ttf, err := embedded.plain()
	if err != nil {
		return "", err
	}
	n := postScriptName(ttf)
	if n == "" {
		n = "Unnamed"
	}
	return name(subsetTag(glyphs) + "+" + n), nil
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
	for code := ' '; code <= 0xFFFF; code++ {
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
