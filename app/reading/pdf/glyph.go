package pdf

import "yttra/app/reading"

// Glyph is one letter as it stands on a page. All measures are points from the upper
// left corner of the page as it is looked at: turned as it is shown, cut to the part
// that is shown.
type Glyph struct {
	Text         string  // the letter as the file has it; a space or "\n" that PDFium made up
	X, Y, W, H   float32 // its place in the line: as wide as it moves the pen, as high as its font
	Base         float32 // the baseline
	Size         float32 // of the font as it is seen
	Bold, Italic bool
	Font         int     // which font of the document; the same font has the same number on every page
	Angle        float32 // of the line, in degrees clockwise from reading it upright, in (-180, 180]
	Made         bool    // a space or a line end that PDFium made up of the distance
	Hyphen       bool    // PDFium takes it for the hyphen of a word that is broken over two lines
	Unseen       bool    // cannot be seen: no ink, the colour of its ground, no larger than dust, off the page
	inkless      bool    // drawn with no ink: the words of a picture that a machine has read
	Unknown      bool    // the file does not tell what it means; Text is a guess, or U+FFFD
}

// Sheet is a page as it was drawn. A page that nothing is read from has no glyphs.
type Sheet struct {
	Width, Height float32
	Glyphs        []Glyph       // in the order of the file, as PDFium sorts it
	Rules         []reading.Box // drawn lines and the borders of tables and boxes: thin
	Pictures      []reading.Box
	Annots        []Annot
	Scan          bool // a picture, or letters without a meaning: it is not read; a machine may read it
	Machine       bool // its text lies unseen over a picture of it: somebody's machine has read the picture

	grounds []reading.Box  // filled, and darker than paper: what is white on them is seen
	covers  []cover        // dark and painted over what lies under them
	painted map[uint64]int // when each run of text was painted
	broken  bool           // it cannot be opened
	strokes int            // lines and curves that are drawn on it
}

// Annot is what lies on a page and is no part of it: a link, a field of a form.
type Annot struct {
	Kind AnnotKind
	Box  reading.Box
	Text string // where a link leads; what a field holds or a note says
}

// AnnotKind is what lies on a page.
type AnnotKind string

const (
	Link  AnnotKind = "link"
	Field AnnotKind = "field" // of a form; what it shows stands among the glyphs too
	Note  AnnotKind = "note"  // of somebody who has read it
)
