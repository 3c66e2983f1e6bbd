package tagging

import (
	"encoding/binary"
	"strings"
)

// postScriptName reads the PostScript name of a TrueType file from its name
// table (OpenType specification, name ID 6); empty when it has none.
func postScriptName(ttf []byte) string {
	t := table(ttf, "name")
	if len(t) < 6 {
		return ""
	}
	store := int(binary.BigEndian.Uint16(t[4:]))
	for i := range int(binary.BigEndian.Uint16(t[2:])) {
		r := 6 + 12*i
		if r+12 > len(t) {
			return ""
		}
		u16 := func(at int) int { return int(binary.BigEndian.Uint16(t[r+at:])) }
		from, size := store+u16(10), u16(8)
		if u16(0) != 3 || u16(6) != 6 || from+size > len(t) { // platform 3: UTF-16
			continue
		}
		return plainName(t[from : from+size])
	}
	return ""
}

// table finds a table of an sfnt file; nil when it is not there.
func table(sfnt []byte, tag string) []byte {
	if len(sfnt) < 12 {
		return nil
	}
	for i := range int(binary.BigEndian.Uint16(sfnt[4:])) {
		e := 12 + 16*i
		if e+16 > len(sfnt) {
			return nil
		}
		if string(sfnt[e:e+4]) != tag {
			continue
		}
		from, size := int(binary.BigEndian.Uint32(sfnt[e+8:])), int(binary.BigEndian.Uint32(sfnt[e+12:]))
		if from > len(sfnt) || size > len(sfnt)-from {
			return nil
		}
		return sfnt[from : from+size]
	}
	return nil
}

// plainName keeps what may stand in a PDF name without escapes.
func plainName(utf16 []byte) string {
	var b strings.Builder
	for i := 0; i+1 < len(utf16); i += 2 {
		if c := utf16[i+1]; utf16[i] == 0 && c > ' ' && c < 0x7F && !delimiter(c) && c != '#' {
			b.WriteByte(c)
		}
	}
	return b.String()
}
