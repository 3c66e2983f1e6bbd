// Package word makes a Word file (Office Open XML, ECMA-376 transitional) of a
// document in blocks: the same blocks that reports/layout places on pages, so that a
// committee can finish in Word what was written here.
//
// Every block becomes the Word thing that it is: a heading a heading, a list a list
// that numbers itself, a footnote a footnote, a page number a field. What a place
// looks like is said once, in its style. Built-in styles go by the names that Word
// knows them by ("heading 2"), which a Swedish Word shows as its own ("Rubrik 2");
// only they reach its navigation pane and its table of contents. The house's other
// styles have Swedish names (words_sv.json).
//
// Fonts are named and not embedded: where Source Serif 4 and Source Sans 3 are not
// installed, Word takes those named beside them in the font table. The same document
// gives the same bytes: no clock, no order of a map.
package word

import (
	"fmt"

	"yttra/reports/layout"
)

// Write makes the file of a document. The measurer decides the columns of tables, as
// it does on our own pages. Any text is taken: what XML cannot hold is left out.
func Write(doc layout.Doc, m layout.Measurer) ([]byte, error) {
	w, err := newWriter(doc, m)
	if err != nil {
		return nil, fmt.Errorf("write Word file: %w", err)
	}
	body := w.document()
	p := &parcel{}
	p.part("word/document.xml", typeDocument, body.bytes(), w.body)
	p.part("word/styles.xml", typeStyles, w.styles(), nil)
	p.part("word/numbering.xml", typeNumbering, w.numbering(), nil)
	p.part("word/settings.xml", typeSettings, w.settings(), nil)
	p.part("word/fontTable.xml", typeFonts, w.fontTable(), nil)
	p.part("word/theme/theme1.xml", typeTheme, w.theme(), nil)
	p.part("word/footnotes.xml", typeFootnotes, w.footnotes(), w.noteLinks)
	for _, h := range w.around {
		p.part("word/"+h.file, h.kind, h.data, h.rels)
	}
	for _, m := range w.media {
		p.file("word/"+m.name, m.data)
	}
	p.part("docProps/core.xml", typeCore, w.core(), nil)
	p.part("docProps/app.xml", typeApp, w.app(), nil)
	p.part("docProps/custom.xml", typeCustom, w.custom(), nil)
	data, err := p.zip()
	if err != nil {
		return nil, fmt.Errorf("write Word file: %w", err)
	}
	return data, nil
}
