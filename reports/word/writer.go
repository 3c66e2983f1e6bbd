package word

import (
	"fmt"

	"yttra/reports/layout"
)

// writer is one file being made.
type writer struct {
	doc   layout.Doc
	m     layout.Measurer
	words words

	p    *pen       // of the part being written
	rels *relations // of that part

	body      *relations // of the document
	noteLinks *relations // of the footnotes
	notes     []*layout.Footnote
	numbered  map[*layout.Footnote]int
	marks     int // bookmarks so far
	lists     []list
	tables    int
	figures   int
	media     []file
	pictures  int // identities of drawings
	around    []surround
	gap       float64 // mm that the next paragraph has above it, below a table
	tight     bool    // also when its style has more
	glued     bool    // the paragraphs being written stay with what follows
	ended     bool    // a table was written last
	begun     bool    // a paragraph has been written
	last      layout.Role
	entries   map[int]*entry // of the table of contents, by block
	target    *entry         // the block being written is one
}

// surround is a head or a foot of the pages.
type surround struct {
	file, kind, place string // place: first or default
	data              []byte
	rels              *relations
	id                string // in the document's relations
}

func newWriter(doc layout.Doc, m layout.Measurer) (*writer, error) {
	words, err := readWords()
	if err != nil {
		return nil, err
	}
	w := &writer{doc: doc, m: m, words: words, body: &relations{}, noteLinks: &relations{}, numbered: map[*layout.Footnote]int{}, last: -1}
	for _, part := range [][2]string{{"styles", "styles"}, {"numbering", "numbering"}, {"settings", "settings"},
		{"fontTable", "fontTable"}, {"theme", "theme/theme1"}, {"footnotes", "footnotes"}} {
		w.body.add(office+part[0], part[1]+".xml", false)
	}
	return w, nil
}

// lang is the language of the document.
func (w *writer) lang() string {
	if w.doc.Meta.Lang == "" {
		return "sv-SE"
	}
	return w.doc.Meta.Lang
}

// document writes the main part. Heads and feet are made first, since the last
// thing the document says is which they are.
func (w *writer) document() *pen {
	w.surrounds()
	w.p, w.rels, w.begun = newPen(), w.body, false
	w.p.el("w:document", func() {
		w.p.el("w:body", func() {
			w.facts()
			w.entries = w.listed()
			for i, b := range w.doc.Blocks {
				w.glued = w.holds(i)
				w.named(i, func() { w.block(b) })
				if len(w.entries) > 0 && i == w.titleAt() {
					w.glued = false
					w.contents()
				}
			}
			w.glued = false
			if w.ended || !w.begun {
				w.spacer() // a document ends with a paragraph
			}
			w.section()
		})
	}, namespaces...)
	return w.p
}

var namespaces = []string{"xmlns:w", wML, "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
	"xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
	"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main", "xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture",
	"xmlns:v", "urn:schemas-microsoft-com:vml", "xmlns:o", "urn:schemas-microsoft-com:office:office"}

// titleAt is the block after which the table of contents stands.
func (w *writer) titleAt() int {
	for i, b := range w.doc.Blocks {
		if levelOf(b.Role) == 1 && !empty(b) {
			if i+1 < len(w.doc.Blocks) && w.doc.Blocks[i+1].Role == layout.CaseNumber {
				i++
			}
			return i
		}
	}
	return -1
}

// named writes a block that the table of contents may lead to.
func (w *writer) named(i int, inside func()) {
	w.target = w.entries[i]
	inside()
	w.target = nil
}

// holds tells whether block i stays on the page of the next: what is signed has the
// last text above it, and a digital note what it is about.
func (w *writer) holds(i int) bool {
	for _, b := range w.doc.Blocks[i+1:] {
		if !empty(b) {
			return b.Role == layout.Signatures || b.Role == layout.DigitalNote
		}
	}
	return false
}

// section says what the pages are: A4, the margins, heads and feet.
func (w *writer) section() {
	p := w.p
	p.el("w:sectPr", func() {
		for _, s := range w.around {
			ref := "w:headerReference"
			if s.kind == typeFooter {
				ref = "w:footerReference"
			}
			p.leaf(ref, "w:type", s.place, "r:id", s.id)
		}
		p.leaf("w:pgSz", "w:w", twips(layout.PageWidth), "w:h", twips(layout.PageHeight))
		p.leaf("w:pgMar", "w:top", twips(pageTop), "w:right", twips(layout.PageWidth-edgeRight), "w:bottom", twips(pageBottom), "w:left", twips(textLeft),
			"w:header", twips(headTop), "w:footer", twips(footBottom), "w:gutter", "0")
		if w.doc.LineNumbers > 0 {
			p.leaf("w:lnNumType", "w:countBy", fmt.Sprint(w.doc.LineNumbers), "w:distance", twips(4), "w:restart", "newPage")
		}
		p.leaf("w:cols", "w:space", "708")
		p.leaf("w:titlePg")
	})
}
