package word

import "yttra/reports/layout"

// signatures writes a place for each person to sign, side by side: a line, the name
// and the title below it.
func (w *writer) signatures(people []layout.Signature) {
	abreast := w.abreast(len(people))
	gutter := 9.0
	if abreast > 2 {
		gutter = 6
	}
	f := frame{gap: gutter, title: w.words.Signatures}
	width := (measure - gutter*float64(abreast-1)) / float64(abreast)
	for i := range abreast {
		if i < abreast-1 {
			f.widths = append(f.widths, width+gutter)
		} else {
			f.widths = append(f.widths, width)
		}
	}
	held := w.glued
	w.grid(f, func() {
		for from := 0; from < len(people); from += abreast {
			w.signRow(f, people[from:min(len(people), from+abreast)], held || from+abreast < len(people))
		}
	})
	w.gap = 0
}

// signRow writes the places of one row, none of them split from the other.
func (w *writer) signRow(f frame, people []layout.Signature, keep bool) {
	p := w.p
	p.el("w:tr", func() {
		p.el("w:trPr", func() { p.leaf("w:cantSplit") })
		for i := range f.widths {
			w.cell(f, i, nil, func() {
				if i >= len(people) {
					w.para("SignatureTitle", props{keep: keep, bare: true}, func() {})
					return
				}
				w.para("Signature", props{bare: true}, func() { w.runs(layout.Plain(people[i].Name)) })
				w.para("SignatureTitle", props{keep: keep, bare: true}, func() { w.runs(layout.Plain(people[i].Title)) })
			})
		}
	})
}
