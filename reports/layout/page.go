// Package layout places every line and decides every page break. It takes
// blocks with roles and a Measurer, and gives pages: a list of things to draw,
// each belonging to an element of the structure tree or to none (an artifact).
// The pages go three ways: to the file (reports/pdf), to the screen
// (screens/parts) and to tests, which read them as text.
//
// It is pure: no font file, no clock, no drawing library.
package layout

// Face is one of the six faces the house prints with.
type Face int

const (
	Sans Face = iota // Source Sans 3
	SansBold
	SansItalic
	Serif // Source Serif 4
	SerifBold
	SerifItalic
)

// Measurer knows how wide text is.
type Measurer interface {
	// Width of s in mm at size pt, kerning included.
	Width(f Face, s string, size float64) float64
	// Kerns gives one entry per rune: thousandths of the size to add after it.
	Kerns(f Face, s string) []int
	// Has reports whether the face can draw the rune.
	Has(f Face, r rune) bool
}

// A4 in mm.
const (
	PageWidth  = 210.0
	PageHeight = 297.0
)

// Page is what is drawn on one sheet, in drawing order.
type Page struct {
	Items     []Item
	Links     []Link
	Bookmarks []Bookmark
}

// ItemKind says what an Item draws.
type ItemKind int

const (
	Text    ItemKind = iota // S at baseline X, Y
	Rule                    // a line from X, Y to X2, Y2
	Box                     // a rectangle from X, Y to X2, Y2
	Disc                    // a circle with centre X, Y and radius X2
	Polygon                 // through Points
	Picture                 // PNG in the rectangle X, Y – X2, Y2
)

// Ink is what a line is drawn with and a shape filled with: one of those below, or
// a colour.
type Ink int

const (
	NoInk Ink = iota
	Black
	White
	Hatched // white under slanting lines; a Box

	coloured Ink = 1 << 24 // with red, green and blue below
)

// Coloured is an ink of a colour in sRGB. Text is never drawn with it.
func Coloured(r, g, b uint8) Ink { return coloured | Ink(r)<<16 | Ink(g)<<8 | Ink(b) }

// RGB is the ink's colour in sRGB; ok is false for what is none: no ink, and
// hatching.
func (i Ink) RGB() (r, g, b uint8, ok bool) {
	switch {
	case i == Black:
		return 0, 0, 0, true
	case i == White:
		return 255, 255, 255, true
	case i >= coloured:
		return uint8(i >> 16), uint8(i >> 8), uint8(i), true
	}
	return 0, 0, 0, false
}

// Item is one thing to draw. Lengths are mm from the page's top left corner,
// sizes and line weights are points.
type Item struct {
	Kind   ItemKind
	X, Y   float64
	X2, Y2 float64
	S      string
	Face   Face
	Size   float64
	Weight float64   // of the outline; 0: none
	Stroke Ink       // colour of the outline; NoInk means black when Weight > 0
	Fill   Ink       // of a shape; text is always black
	Dash   []float64 // mm drawn and left out, in turns
	Turn   float64   // degrees counter-clockwise about X, Y
	Points [][2]float64
	PNG    []byte

	Elem     *Elem        // the element it belongs to; nil: artifact
	Artifact ArtifactKind // what kind of artifact, when Elem is nil
}

// ArtifactKind names what is drawn but not read aloud.
type ArtifactKind int

const (
	LayoutArtifact ArtifactKind = iota // rules, bars, boxes
	HeaderArtifact                     // running heads, page numbers, repeated table heads
	WatermarkArtifact
)

// Elem is a node of the structure tree (PDF 32000-1, 14.8). Kids are in reading
// order. An Inline element is not among its parent's Kids: it takes its place
// when it is first drawn. An element has either kids made with Add or text of
// its own (with inline elements in it), never both. A footnote's mark is drawn
// in an inline Reference, its number in the Lbl of the Note; both have a Link.
type Elem struct {
	Role    string // Document, Sect, H1–H3, P, L, LI, Lbl, LBody, Table, THead, TBody, TR, TH, TD, Caption, Figure, Link, Reference, Note, BlockQuote
	Kids    []*Elem
	Parent  *Elem
	Inline  bool
	Alt     string     // of a Figure
	ID      string     // of a Note
	Scope   string     // of a TH: Row or Column
	List    string     // of an L: Decimal, Disc, LowerAlpha, None
	Summary string     // of a Table
	BBox    [4]float64 // of a Figure: left, top, right, bottom in mm
	Source  Source     // of a block's outermost elements
}

// From is the source of the block an element belongs to, and that block's
// outermost element; ok is false for what was made from nothing.
func (e *Elem) From() (top *Elem, ok bool) {
	for ; e != nil; e = e.Parent {
		if e.Source.Part != 0 {
			return e, true
		}
	}
	return nil, false
}

// Add makes a child element last among the kids.
func (e *Elem) Add(role string) *Elem {
	k := &Elem{Role: role, Parent: e}
	e.Kids = append(e.Kids, k)
	return k
}

// AddInline makes an element that takes its place when it is first drawn.
func (e *Elem) AddInline(role string) *Elem {
	return &Elem{Role: role, Parent: e, Inline: true}
}

// Link is a clickable rectangle in mm. It leads to URL, or to a place in the
// document when URL is empty.
type Link struct {
	X, Y, X2, Y2 float64
	URL          string
	ToPage       int // 1-based
	ToY          float64
	Elem         *Elem  // Link or Reference
	Contents     string // what a screen reader says
}

// Bookmark is a heading in the outline.
type Bookmark struct {
	Title string
	Level int // 0 is the top
	Y     float64
}

// Set is a finished document: pages, the structure tree and what is said about it.
type Set struct {
	Pages []Page
	Root  *Elem // Document
	Meta  Meta

	Files    []File     // that ride along
	Appended []Appended // papers whose pages follow some page
}

// File is a file that rides along inside the paper's own.
type File struct {
	Name, Title string
	Date        string // ISO day
	Data        []byte
}

// Appended is a PDF whose pages follow ours, with their tags below Elem.
type Appended struct {
	After int   // index of the page they follow
	Elem  *Elem // a Part without kids
	Title string
	Data  []byte
}

// Meta is what the file says about itself.
type Meta struct {
	Title     string
	Author    string // the body
	Subject   string // kind of document and title of the matter
	Reference string // diarienummer
	Status    string // Utkast or Slutlig
	Lang      string // sv-SE
	Date      string // ISO day; the file's dates come from it, not from the clock
	Creator   string // Yttra and its version
	Rules     string // version of the rules it was checked by; empty: not said
	Copy      string // which copy it is; empty: the full one
	Plain     bool   // no claim to be PDF/A
}
