package word

import (
	"strings"

	"yttra/reports/layout"
)

const (
	headLabel = 46.0 // mm: the column of labels in the head of minutes
	noticeTab = 40.0 // mm from the box's edge to the values in a notice
)

// headTable writes the facts of a meeting: a label, and beside it each line as a
// paragraph of its own.
func (w *writer) headTable(fields []layout.Field) {
	f := frame{left: -margin, widths: []float64{headLabel, whole - headLabel}, gap: 3, title: w.words.Meeting, rowHeads: true}
	p := w.p
	under := func() { w.line(p, "w:bottom", 0.25) }
	w.grid(f, func() {
		for _, field := range fields {
			if len(field.Lines) == 0 {
				continue
			}
			p.el("w:tr", func() {
				w.cell(f, 0, under, func() {
					w.gap = cellPad
					w.para("FieldLabel", props{bare: true, after: cellPad, spaced: true}, func() { w.runs(layout.Plain(field.Label)) })
				})
				w.cell(f, 1, under, func() {
					for i, s := range field.Lines {
						if i == 0 {
							w.gap = cellPad
						}
						o := props{bare: true}
						if i == len(field.Lines)-1 {
							o.after, o.spaced = cellPad, true
						}
						w.para("FieldValue", o, func() { w.runs(layout.Plain(s)) })
					}
				})
			})
		}
	})
}

// itemTitle writes the title of an item in minutes, its number in the margin when it
// has room there, and else before the title.
func (w *writer) itemTitle(b layout.Block) {
	if b.Label == "" || w.m.Width(layout.SerifBold, clean(b.Label), 15*w.grow(style{})) > margin-1 {
		w.para("ItemTitle", props{placed: true}, func() {
			if b.Label != "" {
				w.runs(layout.Plain(b.Label + " "))
			}
			w.runs(b.Runs)
		})
		return
	}
	w.para("ItemTitle", props{}, func() {
		w.runs(layout.Plain(b.Label + "\t"))
		w.runs(b.Runs)
	})
}

// notice writes what says that minutes have been posted, as paragraphs with a line
// around them all: in a table its heading would not be found by Word's navigation.
func (w *writer) notice(n layout.Notice) {
	w.para("NoticeHeading", props{bare: true}, func() { w.runs(layout.Plain(n.Heading)) })
	last := len(n.Fields) - 1
	if strings.TrimSpace(n.Text) != "" {
		w.para("NoticeText", props{keep: last >= 0, bare: true}, func() { w.runs(layout.Plain(n.Text)) })
	}
	for i, f := range n.Fields {
		w.para("NoticeText", props{keep: i < last, bare: true}, func() {
			w.runs([]layout.Run{{Text: f.Label, Bold: true}, {Text: "\t" + strings.Join(f.Lines, "\n\t")}})
		})
	}
	w.gap = belowTable
}
