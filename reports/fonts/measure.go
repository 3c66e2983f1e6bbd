package fonts

import (
	"math"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"yttra/reports/layout"
)

// mmPerPoint is a PostScript point in mm.
const mmPerPoint = 25.4 / 72

// Faces measures text in the six faces; it is a layout.Measurer. It remembers
// what it has looked up, so each user has one of its own: it is not for
// concurrent use.
type Faces struct {
	faces [len(names)]*face
}

var _ layout.Measurer = (*Faces)(nil)

// New makes a measurer. A face is read when it is first asked for.
func New() *Faces { return &Faces{} }

// Width of s in mm at size points, kerning included. A rune that the face lacks
// is as wide as its empty box.
func (f *Faces) Width(face layout.Face, s string, size float64) float64 {
	c := f.face(face)
	total, prev := 0, rune(-1)
	for _, r := range s {
		total += c.advance(r)
		if prev >= 0 {
			total += c.kern(prev, r)
		}
		prev = r
	}
	return float64(total) / 1000 * size * mmPerPoint
}

// Kerns gives for each rune of s the thousandths of the size to add after it.
// Digits are never kerned, so that columns of numbers stand straight.
func (f *Faces) Kerns(face layout.Face, s string) []int {
	c := f.face(face)
	runes := []rune(s)
	out := make([]int, len(runes))
	for i := range len(runes) - 1 {
		out[i] = c.kern(runes[i], runes[i+1])
	}
	return out
}

// Has reports whether the face can draw the rune.
func (f *Faces) Has(face layout.Face, r rune) bool {
	return f.face(face).lookup(r).index != 0
}

// Glyph gives the number of a rune's glyph in the face's file, 0 when it has none, and
// its width in thousandths of the size.
func (f *Faces) Glyph(face layout.Face, r rune) (index, width int) {
	g := f.face(face).lookup(r)
	return int(g.index), g.advance
}

func (f *Faces) face(n layout.Face) *face {
	if n < 0 || int(n) >= len(f.faces) {
		n = layout.Sans
	}
	if f.faces[n] == nil {
		f.faces[n] = newFace(Shared(n))
	}
	return f.faces[n]
}

// face is one font file and what has been read from it, in thousandths of the size.
type face struct {
	font   *sfnt.Font // nil when the file could not be read: then it has no glyphs
	buf    sfnt.Buffer
	latin  [latinEnd]glyph           // almost every letter of a paper
	glyphs map[rune]glyph            // the others
	close  [closeEnd][closeEnd]int16 // kerning of the letters most used: twice it and one, nought when not read
	kerns  map[[2]rune]int           // of the others
}

// closeEnd is past the letters of western Europe.
const closeEnd = 0x100

// latinEnd is past the letters of Latin scripts.
const latinEnd = 0x250

type glyph struct {
	index   sfnt.GlyphIndex
	advance int
	known   bool
}

func newFace(file []byte) *face {
	c := &face{glyphs: map[rune]glyph{}, kerns: map[[2]rune]int{}}
	if parsed, err := sfnt.Parse(file); err == nil {
		c.font = parsed
	}
	return c
}

// thousand is the size at which one unit is a thousandth.
var thousand = fixed.I(1000)

func (c *face) lookup(r rune) glyph {
	if r >= 0 && r < latinEnd {
		if !c.latin[r].known {
			c.latin[r] = c.read(r)
		}
		return c.latin[r]
	}
	g, ok := c.glyphs[r]
	if !ok {
		g = c.read(r)
		c.glyphs[r] = g
	}
	return g
}

func (c *face) read(r rune) glyph {
	g := glyph{known: true}
	if c.font == nil {
		return g
	}
	g.index, _ = c.font.GlyphIndex(&c.buf, r)
	if a, err := c.font.GlyphAdvance(&c.buf, g.index, thousand, font.HintingNone); err == nil {
		g.advance = whole(a)
	}
	return g
}

func (c *face) advance(r rune) int { return c.lookup(r).advance }

func (c *face) kern(a, b rune) int {
	if a < 0 || a >= closeEnd || b < 0 || b >= closeEnd {
		return c.readKern(a, b)
	}
	if c.close[a][b] == 0 {
		c.close[a][b] = int16(2*c.readKern(a, b) + 1)
	}
	return int(c.close[a][b] >> 1)
}

func (c *face) readKern(a, b rune) int {
	if c.font == nil || unicode.IsDigit(a) || unicode.IsDigit(b) {
		return 0
	}
	pair := [2]rune{a, b}
	k, ok := c.kerns[pair]
	if ok {
		return k
	}
	if v, err := c.font.Kern(&c.buf, c.lookup(a).index, c.lookup(b).index, thousand, font.HintingNone); err == nil {
		k = whole(v)
	}
	c.kerns[pair] = k
	return k
}

func whole(v fixed.Int26_6) int { return int(math.Round(float64(v) / 64)) }
