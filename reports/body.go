package reports

import (
	"strings"

	"yttra/app/markup"
	"yttra/reports/layout"
)

// body turns a section's text into blocks; each text has its own footnotes.
func body(text string) []layout.Block {
	b := bodyMaker{notes: map[*markup.Note]*layout.Footnote{}}
	return b.blocks(markup.Parse(text))
}

type bodyMaker struct {
	notes map[*markup.Note]*layout.Footnote
}

func (b *bodyMaker) blocks(in []markup.Block) []layout.Block {
	var out []layout.Block
	for i, k := range in {
		from := len(out)
		switch k.Kind {
		case markup.Heading:
			out = append(out, layout.Block{Role: layout.Subheading, Runs: b.runs(k.Runs)})
		case markup.List:
			out = append(out, b.list(k))
		case markup.Quote:
			for _, q := range b.blocks(k.Inner) {
				if q.Role == layout.Paragraph || q.Role == layout.LeadIn {
					q.Role = layout.Quotation
				}
				out = append(out, q)
			}
		case markup.Table:
			out = append(out, b.table(k))
		default:
			p := layout.Block{Runs: b.runs(k.Runs)}
			if i+1 < len(in) && leads(k, in[i+1]) {
				p.Role = layout.LeadIn
			}
			out = append(out, p)
		}
		for j := range out[from:] {
			out[from+j].Source.At = k.Span.Start
		}
	}
	return out
}

// leads reports whether a paragraph ends with a colon before what it announces.
func leads(p, next markup.Block) bool {
	return next.Kind != markup.Paragraph && next.Kind != markup.Heading && strings.HasSuffix(markupText(p.Runs), ":")
}

func (b *bodyMaker) list(k markup.Block) layout.Block {
	l := layout.List{Mark: [...]layout.Mark{markup.Bullet: layout.Dash, markup.Number: layout.Decimal, markup.Letter: layout.Alpha}[k.Mark], Start: k.Start}
	for _, item := range k.Items {
		l.Items = append(l.Items, b.item(item))
	}
	return layout.Block{Role: layout.ListBlock, List: l}
}

// item keeps paragraphs and lists, and says anything else as paragraphs.
func (b *bodyMaker) item(in []markup.Block) []layout.Block {
	var out []layout.Block
	for _, k := range in {
		switch k.Kind {
		case markup.List:
			out = append(out, b.list(k))
		case markup.Quote:
			out = append(out, b.item(k.Inner)...)
		case markup.Table:
			for _, row := range k.Rows {
				out = append(out, layout.Block{Runs: b.row(row)})
			}
		default:
			runs := b.runs(k.Runs)
			for i := range runs {
				runs[i].Bold = runs[i].Bold || k.Kind == markup.Heading
			}
			out = append(out, layout.Block{Runs: runs})
		}
	}
	return out
}

// row says a table's row as text.
func (b *bodyMaker) row(cells []markup.Cell) []layout.Run {
	var out []layout.Run
	for _, c := range cells {
		if len(out) > 0 {
			out = append(out, layout.Run{Text: ", "})
		}
		out = append(out, b.runs(c)...)
	}
	return out
}

func (b *bodyMaker) table(k markup.Block) layout.Block {
	var t layout.Table
	for n, row := range k.Rows {
		cells := make([][]layout.Run, len(row))
		for i, c := range row {
			cells[i] = b.runs(c)
		}
		if n > 0 {
			t.Rows = append(t.Rows, layout.TableRow{Cells: cells, Sum: n == len(k.Rows)-1 && n > 1 && allBold(row)})
			continue
		}
		for i := range cells {
			t.Columns = append(t.Columns, layout.TableColumn{Head: cells[i], Right: i < len(k.Align) && k.Align[i] == markup.Right})
		}
	}
	return layout.Block{Role: layout.TableBlock, Table: t}
}

// allBold tells a row of sums: every word in it is bold.
func allBold(row []markup.Cell) bool {
	some := false
	for _, c := range row {
		for _, r := range c {
			if r.Note == nil && strings.TrimSpace(r.Text) != "" {
				if !r.Bold {
					return false
				}
				some = true
			}
		}
	}
	return some
}

func (b *bodyMaker) runs(in []markup.Run) []layout.Run {
	var out []layout.Run
	for _, r := range in {
		out = append(out, layout.Run{Text: r.Text, Bold: r.Bold, Italic: r.Italic, Link: r.Link, Note: b.note(r.Note)})
	}
	return out
}

func (b *bodyMaker) note(n *markup.Note) *layout.Footnote {
	if n == nil {
		return nil
	}
	if b.notes[n] == nil {
		f := &layout.Footnote{}
		b.notes[n] = f
		f.Runs = b.runs(n.Runs)
	}
	return b.notes[n]
}

func markupText(runs []markup.Run) string {
	var s strings.Builder
	for _, r := range runs {
		s.WriteString(r.Text)
	}
	return strings.TrimSpace(s.String())
}
