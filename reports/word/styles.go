package word

import "strconv"

const wML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

// styles writes the part that says what every style looks like.
func (w *writer) styles() []byte {
	p := newPen()
	p.el("w:styles", func() {
		p.el("w:docDefaults", func() {
			p.el("w:rPrDefault", func() {
				p.el("w:rPr", func() {
					font(p, false)
					p.val("w:sz", "21")
					p.val("w:szCs", "21")
					p.leaf("w:lang", "w:val", w.lang(), "w:eastAsia", w.lang(), "w:bidi", "ar-SA")
				})
			})
			p.el("w:pPrDefault", func() {
				p.el("w:pPr", func() { p.leaf("w:spacing", "w:before", "0", "w:after", "0") })
			})
		})
		for i, s := range styleTable {
			w.paragraphStyle(p, s, i)
		}
		w.characterStyles(p)
		w.tableStyles(p)
		p.el("w:style", func() { p.val("w:name", "No List"); p.leaf("w:semiHidden") }, "w:type", "numbering", "w:default", "1", "w:styleId", "NoList")
	}, "xmlns:w", wML)
	return p.bytes()
}

// font names a face through the theme, so that a municipality changes it in one place.
func font(p *pen, sans bool) {
	which := "minor"
	if sans {
		which = "major"
	}
	p.leaf("w:rFonts", "w:asciiTheme", which+"HAnsi", "w:hAnsiTheme", which+"HAnsi", "w:eastAsiaTheme", which+"EastAsia", "w:cstheme", which+"Bidi")
}

func (w *writer) paragraphStyle(p *pen, s style, at int) {
	attrs := []string{"w:type", "paragraph", "w:styleId", s.id}
	if s.id == "Normal" {
		attrs = append(attrs, "w:default", "1")
	}
	name := s.name
	if name == "" {
		name = w.words.Styles[s.id]
		attrs = append(attrs, "w:customStyle", "1")
	}
	p.el("w:style", func() {
		p.val("w:name", name)
		if s.base != "" {
			p.val("w:basedOn", s.base)
		}
		if s.next != "" {
			p.val("w:next", s.next)
		}
		p.val("w:uiPriority", strconv.Itoa(at+1))
		if s.hidden {
			p.leaf("w:semiHidden")
		} else {
			p.leaf("w:qFormat")
		}
		p.el("w:pPr", func() { w.look(p, s) })
		p.el("w:rPr", func() {
			if s.sans || s.serif {
				font(p, s.sans)
			}
			if s.bold {
				p.leaf("w:b")
				p.leaf("w:bCs")
			}
			if s.size > 0 {
				p.val("w:sz", halves(s.size*w.grow(s)))
				p.val("w:szCs", halves(s.size*w.grow(s)))
			}
		})
	}, attrs...)
}

// look writes the properties of a style's paragraphs, in the order the schema has them.
func (w *writer) look(p *pen, s style) {
	if s.keep {
		p.leaf("w:keepNext")
	}
	if s.whole {
		p.leaf("w:keepLines")
	}
	switch s.id {
	case "DecisionPoint":
		p.el("w:pBdr", func() {
			p.leaf("w:left", "w:val", "single", "w:sz", eighths(0.7/mmPerPoint), "w:space", "12", "w:color", w.ink())
		})
	case "Signature":
		p.el("w:pBdr", func() { p.leaf("w:top", "w:val", "single", "w:sz", "4", "w:space", "1", "w:color", "auto") })
	case "NoticeHeading", "NoticeText":
		p.el("w:pBdr", func() {
			for _, side := range []string{"w:top", "w:left", "w:bottom", "w:right"} {
				p.leaf(side, "w:val", "single", "w:sz", eighths(0.7), "w:space", "8", "w:color", "auto")
			}
		})
		if s.id == "NoticeText" {
			p.el("w:tabs", func() { p.leaf("w:tab", "w:val", "left", "w:pos", twips(s.left+noticeTab)) })
		}
	case "TOC1", "TOC2", "TOC3":
		p.el("w:tabs", func() { p.leaf("w:tab", "w:val", "right", "w:leader", "dot", "w:pos", twips(measure)) })
	}
	if s.before > 0 || s.after != 0 || s.lead > 0 || s.size == 1 {
		var attrs []string
		if s.before > 0 {
			attrs = append(attrs, "w:before", twips(s.before))
		}
		if s.after != 0 {
			attrs = append(attrs, "w:after", twips(max(0, s.after)))
		}
		switch {
		case s.size == 1:
			attrs = append(attrs, "w:line", "20", "w:lineRule", "exact")
		case s.lead > 0:
			attrs = append(attrs, "w:line", twips(w.lead(s)), "w:lineRule", "atLeast")
		}
		p.leaf("w:spacing", attrs...)
	}
	if s.left > 0 || s.right > 0 || s.hang > 0 {
		p.leaf("w:ind", "w:left", twips(s.left), "w:right", twips(s.right), "w:hanging", twips(s.hang))
	}
	if s.level > 0 {
		p.val("w:outlineLvl", strconv.Itoa(s.level-1))
	}
}

func (w *writer) characterStyles(p *pen) {
	own := func(id, name string, look func(), more ...string) {
		p.el("w:style", func() {
			p.val("w:name", name)
			if id != "DefaultParagraphFont" {
				p.val("w:basedOn", "DefaultParagraphFont")
			}
			p.val("w:uiPriority", "99")
			if id == "DefaultParagraphFont" {
				p.leaf("w:semiHidden")
			}
			if look != nil {
				p.el("w:rPr", look)
			}
		}, append([]string{"w:type", "character", "w:styleId", id}, more...)...)
	}
	own("DefaultParagraphFont", "Default Paragraph Font", nil, "w:default", "1")
	own("FootnoteReference", "footnote reference", func() { p.val("w:vertAlign", "superscript") })
	own("Hyperlink", "Hyperlink", func() { p.val("w:u", "single") })
	own("AnnexLabel", w.words.Styles["AnnexLabel"], func() {
		font(p, true)
		p.val("w:sz", halves(10*w.grow(style{})))
		p.val("w:szCs", halves(10*w.grow(style{})))
	}, "w:customStyle", "1")
}

// tableStyles are the empty one that Word wants, and the house's: lines above, below
// and between, none standing.
func (w *writer) tableStyles(p *pen) {
	p.el("w:style", func() {
		p.val("w:name", "Normal Table")
		p.val("w:uiPriority", "99")
		p.leaf("w:semiHidden")
		p.el("w:tblPr", func() {
			p.leaf("w:tblInd", "w:w", "0", "w:type", "dxa")
			noMargins(p)
		})
	}, "w:type", "table", "w:default", "1", "w:styleId", "TableNormal")
	p.el("w:style", func() {
		p.val("w:name", w.words.Styles["HouseTable"])
		p.val("w:basedOn", "TableNormal")
		p.val("w:uiPriority", "39")
		p.leaf("w:qFormat")
		p.el("w:tblPr", func() {
			p.el("w:tblBorders", func() {
				w.line(p, "w:top", 0.9)
				w.line(p, "w:bottom", 0.9)
				w.line(p, "w:insideH", 0.25)
			})
			p.el("w:tblCellMar", func() {
				p.leaf("w:top", "w:w", twips(cellPad), "w:type", "dxa")
				p.leaf("w:left", "w:w", "0", "w:type", "dxa")
				p.leaf("w:bottom", "w:w", twips(cellPad), "w:type", "dxa")
				p.leaf("w:right", "w:w", "0", "w:type", "dxa")
			})
		})
	}, "w:type", "table", "w:customStyle", "1", "w:styleId", "HouseTable")
}

// noMargins leaves no room between the edge of a cell and its text.
func noMargins(p *pen) {
	p.el("w:tblCellMar", func() {
		for _, side := range []string{"w:top", "w:left", "w:bottom", "w:right"} {
			p.leaf(side, "w:w", "0", "w:type", "dxa")
		}
	})
}

// line writes one side's line of a table, black as those of our own pages.
func (w *writer) line(p *pen, side string, points float64) {
	p.leaf(side, "w:val", "single", "w:sz", eighths(points), "w:space", "0", "w:color", "auto")
}
