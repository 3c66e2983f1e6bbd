package word

import (
	"bytes"
	"image/png"
	"math"
	"strings"

	"yttra/reports/layout"
)

// surrounds makes the head of the first page, that of the others, and the foot of
// the first.
func (w *writer) surrounds() {
	w.surround("header1.xml", typeHeader, "first", "w:hdr", func() {
		w.letterhead()
		w.watermark(1)
	})
	w.surround("header2.xml", typeHeader, "default", "w:hdr", func() {
		w.running()
		w.watermark(2)
	})
	if len(w.doc.Foot) > 0 {
		w.surround("footer1.xml", typeFooter, "first", "w:ftr", func() {
			w.foot()
			w.spacer()
		})
	}
}

func (w *writer) surround(file, kind, place, element string, inside func()) {
	s := surround{file: file, kind: kind, place: place, rels: &relations{}}
	w.p, w.rels = newPen(), s.rels
	w.gap, w.ended = 0, false
	w.p.el(element, inside, namespaces...)
	s.data = w.p.bytes()
	which := "header"
	if kind == typeFooter {
		which = "footer"
	}
	s.id = w.body.add(office+which, file, false)
	w.around = append(w.around, s)
	w.gap, w.ended = 0, false
}

const (
	logoHeight = 18.0 // mm
	logoNarrow = 20.0 // a wider logo stands in place of the name
	logoWidest = 41.0
	kindWidth  = 40.0
	pageWidth  = 23.0 // of the page number's column
)

// letterhead writes the head of the first page: logo, name and body, what the paper
// is, and the page, above a rule.
func (w *writer) letterhead() {
	h := w.doc.Head
	name, column := h.Name, 0.0
	logo, width, height := w.logo()
	if logo {
		if width > logoNarrow {
			name = ""
		}
		column = math.Ceil((width+4)/margin) * margin
	}
	f := frame{left: -margin, widths: []float64{whole - column - kindWidth - pageWidth, kindWidth, pageWidth}, gap: 2}
	if logo {
		f.widths = append([]float64{column}, f.widths...)
	}
	w.headGrid(f, ruleTop-headTop, 0.5, func() []func() {
		cells := []func(){
			func() { w.lines("Organisation", name, "OrganisationBody", h.Body) },
			func() { w.lines("Organisation", h.Kind, "OrganisationBody", h.Draft) },
			w.pageNumber,
		}
		if logo {
			cells = append([]func(){func() {
				w.para("OrganisationBody", props{}, func() { w.picture(h.Logo, width, height, h.LogoAlt) })
			}}, cells...)
		}
		return cells
	}())
}

const ruleTop = 30.25 // mm: the rule below the letterhead

// headGrid writes the one row of a head, with a rule below it.
func (w *writer) headGrid(f frame, height, rule float64, cells []func()) {
	p := w.p
	w.grid(f, func() {
		p.el("w:tr", func() {
			p.el("w:trPr", func() { p.leaf("w:trHeight", "w:val", twips(height), "w:hRule", "atLeast") })
			for i, c := range cells {
				w.cell(f, i, func() {
					p.leaf("w:bottom", "w:val", "single", "w:sz", eighths(rule), "w:space", "0", "w:color", w.ink())
				}, c)
			}
		})
	})
	w.gap, w.ended = 0, false
}

// lines writes a first paragraph, and a second when it says something.
func (w *writer) lines(style, text, second, more string) {
	if strings.TrimSpace(text) != "" {
		w.para(style, props{}, func() { w.runs(layout.Plain(text)) })
	}
	if strings.TrimSpace(more) != "" {
		w.gap = 0
		if strings.TrimSpace(text) == "" {
			w.gap = headDrop
		}
		w.para(second, props{}, func() { w.runs(layout.Plain(more)) })
	} else if strings.TrimSpace(text) == "" {
		w.para(second, props{}, func() {}) // a cell ends with a paragraph
	}
}

// pageNumber writes "Sida 1 (3)" with fields.
func (w *writer) pageNumber() {
	w.para("RunningHead", props{right: true}, func() {
		rest := w.doc.Words.Page
		for rest != "" {
			i := strings.IndexByte(rest, '{')
			if i < 0 {
				i = len(rest)
			}
			w.runs(layout.Plain(rest[:i]))
			switch rest = rest[i:]; {
			case strings.HasPrefix(rest, "{n}"):
				w.field("PAGE", "1", false)
				rest = rest[len("{n}"):]
			case strings.HasPrefix(rest, "{of}"):
				w.field("NUMPAGES", "1", false)
				rest = rest[len("{of}"):]
			case rest != "":
				w.runs(layout.Plain("{"))
				rest = rest[1:]
			}
		}
	})
}

// running writes the head of the pages that follow.
func (w *writer) running() {
	h := w.doc.Head
	f := frame{left: -margin, widths: []float64{whole - 46 - pageWidth, 46, pageWidth}, gap: 2}
	w.headGrid(f, 0, 0.25, []func(){
		func() {
			w.para("RunningHead", props{}, func() {
				body := strings.Trim(h.Body+" · "+h.Draft, " ·")
				if body != "" && h.Name != "" {
					body = "  " + body
				}
				w.runs([]layout.Run{{Text: h.Name, Bold: true}, {Text: body}})
			})
		},
		func() {
			w.para("RunningHead", props{}, func() { w.runs(layout.Plain(strings.TrimSpace(h.Kind + "  " + h.Number))) })
		},
		w.pageNumber,
	})
}

// foot writes the columns of addresses below the first page, under a rule.
func (w *writer) foot() {
	columns := w.doc.Foot[:min(3, len(w.doc.Foot))]
	f := frame{left: -margin, widths: []float64{margin + 46, 46, 40}[:len(columns)], gap: 2}
	p := w.p
	w.grid(f, func() {
		p.el("w:tr", func() {
			for i, c := range columns {
				w.cell(f, i, func() { p.leaf("w:top", "w:val", "single", "w:sz", "2", "w:space", "0", "w:color", w.ink()) }, func() {
					for k, s := range c {
						if k == 0 {
							w.gap = 1.5
						}
						w.para("FootColumn", props{placed: i == 0, left: margin}, func() { w.runs(layout.Plain(s)) })
					}
					if len(c) == 0 {
						w.para("FootColumn", props{}, func() {})
					}
				})
			}
		})
	})
	w.gap = 0
}

// logo gives the size of the logo in mm; ok is false when there is none that can be read.
func (w *writer) logo() (ok bool, width, height float64) {
	config, err := png.DecodeConfig(bytes.NewReader(w.doc.Head.Logo))
	if err != nil || config.Width == 0 || config.Height == 0 {
		return false, 0, 0
	}
	height = logoHeight
	width = height * float64(config.Width) / float64(config.Height)
	if width > logoWidest {
		width, height = logoWidest, height*logoWidest/width
	}
	return true, width, height
}

// facts writes the labelled fields of the letterhead, in the text where a screen
// reader comes first, three columns as on our own pages.
func (w *writer) facts() {
	columns := map[layout.Column][]layout.Field{}
	rows := 0
	for _, f := range w.doc.Head.Fields {
		if len(f.Lines) > 0 {
			columns[f.Column] = append(columns[f.Column], f)
			rows = max(rows, len(columns[f.Column]))
		}
	}
	if rows == 0 {
		return
	}
	f := frame{widths: []float64{69, 23, 40}, gap: 2, title: w.words.Facts}
	p := w.p
	w.grid(f, func() {
		for r := range rows {
			p.el("w:tr", func() {
				p.el("w:trPr", func() { p.leaf("w:cantSplit") })
				for i, c := range []layout.Column{layout.LeftColumn, layout.MiddleColumn, layout.RightColumn} {
					w.cell(f, i, nil, func() { w.fact(columns[c], r) })
				}
			})
		}
	})
	w.gap = 0
}

// fact writes a label and under it its lines.
func (w *writer) fact(fields []layout.Field, r int) {
	if r >= len(fields) {
		w.para("FieldValue", props{bare: true}, func() {})
		return
	}
	w.gap = 2.5
	w.para("FieldLabel", props{bare: true}, func() { w.runs(layout.Plain(fields[r].Label)) })
	for _, s := range fields[r].Lines {
		w.para("FieldValue", props{bare: true}, func() { w.runs(layout.Plain(s)) })
	}
}
