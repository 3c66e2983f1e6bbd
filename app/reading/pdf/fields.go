package pdf

import (
	"slices"
	"strings"

	"yttra/app/reading"
)

// The measures of a field that text is written into: narrower is a box to tick.
const (
	tickWidth  = 25
	fieldSize  = 11
	lineHeight = 1.2
)

// fill sets what the fields of a form hold where the file leaves it to the program that
// shows it: no letter stands there then.
func (s *Sheet) fill() {
	drawn := len(s.Glyphs)
	for _, a := range s.Annots {
		if a.Kind != Field || a.Box.W < tickWidth || slices.ContainsFunc(s.Glyphs[:drawn], func(g Glyph) bool { return !g.Made && middle(reading.Box{X: g.X, Y: g.Y, W: g.W, H: g.H}, a.Box) }) {
			continue
		}
		lines := strings.FieldsFunc(a.Text, func(r rune) bool { return r == '\r' || r == '\n' })
		size := min(fieldSize, a.Box.H/lineHeight/float32(max(1, len(lines))))
		for i, text := range lines {
			base := a.Box.Y + size*lineHeight*(float32(i)+ascent)
			s.Glyphs = append(s.Glyphs, setText(text, a.Box.X, base, size, a.Box.W)...)
		}
	}
}

// setText makes the letters of a text on a line of its own, no longer than width.
func setText(text string, x, base, size, width float32) []Glyph {
	letters := []rune(text)
	each := min(size/2, width/float32(max(1, len(letters))))
	out := []Glyph{{Text: "\n", X: x, Y: base, Base: base, Size: size, Made: true}}
	for i, r := range letters {
		out = append(out, Glyph{Text: string(r), X: x + float32(i)*each, Y: base - ascent*size, W: each, H: size, Base: base, Size: size})
	}
	return out
}
