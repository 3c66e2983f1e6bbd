package pdf

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"yttra/app/reading"
)

// ink is what letters of one run of text have in common.
type ink struct {
	font         int
	size, angle  float32
	bold, italic bool
	unseen       bool
	inkless      bool
	signs        bool // of a symbol font
	pale         bool // as light as paper: unseen, but on a dark ground
}

// dust is the largest size of letters that nobody can read, in points.
const dust = 1.5

// glyphs reads the letters of a page.
func (d *document) glyphs(text uint64, v view, out *Sheet) {
	e := d.e
	n := e.count(fnCountChars, text)
	if n <= 0 || e.err != nil {
		return
	}
	out.Glyphs = make([]Glyph, 0, n)
	var now ink
	var object uint64
	for i := range n {
		c := rune(e.call(fnUnicode, text, uint64(i)))
		if o := e.call(fnTextObject, text, uint64(i)); o != 0 && o != object {
			object, now = o, d.ink(text, i, o, v)
		}
		if e.err != nil {
			return
		}
		if c == '\r' { // PDFium ends a line with two
			continue
		}
		g := Glyph{Font: now.font, Size: now.size, Bold: now.bold, Italic: now.italic, Angle: now.angle, Unseen: now.unseen, inkless: now.inkless}
		g.Text, g.Unknown = now.letter(c)
		e.place(text, uint64(i), v, &g)
		switch c {
		case ' ', '\n':
			g.Made = e.is(fnMade, text, uint64(i))
		case '-', 2, 0xad, 0x2010:
			g.Hyphen = e.is(fnHyphen, text, uint64(i))
		}
		g.Unknown = g.Unknown || !now.signs && e.is(fnNoMeaning, text, uint64(i))
		if mid := (reading.Box{X: g.X + g.W/2, Y: g.Y + g.H/2}); !g.Made {
			g.Unseen = g.Unseen || now.pale && !out.dark(mid) || out.blackened(object, mid) || !inside(mid, out.Width, out.Height)
		}
		out.Glyphs = append(out.Glyphs, g)
	}
}

// place tells where a letter stands.
func (e *engine) place(text, i uint64, v view, g *Glyph) {
	e.call(fnLooseBox, text, i, e.at(0)) // left, top, right, bottom: singles
	var b [4]float32
	e.singles(b[:])
	box := v.box(b[0], b[3], b[2], b[1])
	g.X, g.Y, g.W, g.H = box.X, box.Y, box.W, box.H
	e.call(fnOrigin, text, i, e.at(4), e.at(5))
	_, g.Base = v.point(e.doubleAt(4), e.doubleAt(5))
}

func inside(p reading.Box, width, height float32) bool {
	return p.X >= 0 && p.Y >= 0 && p.X <= width && p.Y <= height
}

// The letters of a font without names for them: U+F000 and up is its own order, which
// is that of Windows-1252 but in a symbol font.
const (
	ownFirst = 0xf020
	ownLast  = 0xf0ff
)

// letter is what a code means, and whether that is unknown.
func (k ink) letter(c rune) (string, bool) {
	switch {
	case c == 2: // a hyphen at the end of a line, to PDFium
		return "-", false
	case c == 0 || c == 0xfffd || c >= 0xd800 && c < 0xe000:
		return "\ufffd", true
	case c >= ownFirst && c <= ownLast && !k.signs:
		return string(charmap.Windows1252.DecodeByte(byte(c))), false
	case c >= ownFirst && c <= ownLast:
		return string(c), false // a bullet or an arrow
	}
	return string(c), c >= 0xe000 && c < 0xf900
}

// ink reads how the run of text that holds a letter is drawn.
func (d *document) ink(text uint64, i int, object uint64, v view) ink {
	e := d.e
	var out ink
	e.call(fnCharMatrix, text, uint64(i), e.at(0)) // a b c d e f: singles
	m := e.matrixAt()
	out.size = finite(float32(e.double(fnFontSize, text, uint64(i)))) * float32(math.Hypot(float64(m[2]), float64(m[3])))
	out.angle = v.angle(m[0], m[1])
	d.style(object, &out)
	if m[1] == 0 && m[2] > 0.15*m[3] && m[3] > 0 { // a font that is made to lean
		out.italic = true
	}
	switch mode := e.count(fnRenderMode, object); {
	case mode == 3 || mode == 7:
		out.unseen, out.inkless = true, true
	case out.size < dust:
		out.unseen = true
	case mode == 2: // its outline drawn too: how a font without one gets bold
		out.bold = true
	}
	r, g, b, a := e.colour(fnFillColour, object)
	out.unseen = out.unseen || a == 0
	out.pale = min(r, g, b) > 245
	return out
}

// colour reads a colour of an object, 0 to 255 each.
func (e *engine) colour(f fn, object uint64) (r, g, b, a uint32) {
	if !e.is(f, object, e.at(0), e.at(1), e.at(2), e.at(3)) {
		return 0, 0, 0, 255
	}
	return e.intAt(0), e.intAt(1), e.intAt(2), e.intAt(3)
}

// style tells the font of a run of text: which, and how heavy.
func (d *document) style(object uint64, out *ink) {
	e := d.e
	font := e.call(fnFont, object)
	if font == 0 {
		return
	}
	name := e.text(fnFontName, font)
	weight, flags := e.count(fnFontWeight, font), e.count(fnFontFlags, font)
	low := strings.ToLower(name)
	out.bold = weight >= 600 || flags&(1<<18) != 0 || hasAny(low, "bold", "black", "heavy", "fet")
	out.italic = flags&(1<<6) != 0 || hasAny(low, "italic", "oblique", "kursiv")
	out.signs = hasAny(low, "symbol", "dingbat", "wingding", "webding", "marlett", "icon")
	if e.is(fnItalicAngle, font, e.at(0)) && int32(e.intAt(0)) < 0 {
		out.italic = true
	}
	key := name + strconv.Itoa(weight) + "/" + strconv.Itoa(flags)
	n, ok := d.fonts[key]
	if !ok {
		n = len(d.fonts)
		d.fonts[key] = n
	}
	out.font = n
}

func hasAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}
