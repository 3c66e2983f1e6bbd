package pdf

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// text reads a name: f is a function of a handle, a buffer and its size.
func (e *engine) text(f fn, handle uint64) string {
	n := min(e.call(f, handle, uint64(e.room), roomBytes), roomBytes)
	data, _ := e.mem.Read(e.room, uint32(n))
	return clean(data)
}

// wideText is text of a function that gives UTF-16.
func (e *engine) wideText(f fn, handle uint64) string {
	n := min(e.call(f, handle, uint64(e.room), roomBytes), roomBytes)
	data, _ := e.mem.Read(e.room, uint32(n))
	return wide(data)
}

// wide makes a string of UTF-16 that ends with a zero.
func wide(data []byte) string {
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		units = append(units, uint16(data[i])|uint16(data[i+1])<<8)
	}
	return clean([]byte(string(utf16.Decode(units))))
}

// clean makes a name of a stranger's bytes: UTF-8, without what cannot be seen.
func clean(data []byte) string {
	return strings.Map(func(r rune) rune {
		if r == utf8.RuneError || unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, string(data))
}
