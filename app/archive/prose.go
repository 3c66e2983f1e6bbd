package archive

import (
	"fmt"
	"slices"
	"strings"

	"yttra/app/markup"
)

// prose writes a section's text. part begins the identities of its footnotes; headings
// in it stand one level below head.
func (p *page) prose(text, part string, head int) {
	p.notes, p.part = nil, part
	for _, b := range markup.Parse(text) {
		p.block(b, head)
	}
	if len(p.notes) == 0 {
		return
	}
	p.line("p", "label", p.say.t("notes"))
	p.WriteString("<ol class=\"label\">\n")
	for i := 0; i < len(p.notes); i++ { // a note may have marks of its own
		fmt.Fprintf(p, "<li id=\"%s-not-%d\">", part, i+1)
		p.runs(p.notes[i].Runs)
		fmt.Fprintf(p, " <a href=\"#%s-ref-%d\" aria-label=\"%s\">↑</a></li>\n", part, i+1, escaped(p.say.with("back", "n", fmt.Sprint(i+1))))
	}
	p.WriteString("</ol>\n")
}

func (p *page) block(b markup.Block, head int) {
	switch b.Kind {
	case markup.Heading:
		p.around(fmt.Sprintf("h%d", min(head+1, 6)), b.Runs)
	case markup.List:
		p.list(b, head)
	case markup.Quote:
		p.WriteString("<blockquote>\n")
		for _, in := range b.Inner {
			p.block(in, head)
		}
		p.WriteString("</blockquote>\n")
	case markup.Table:
		p.grid(b)
	default:
		p.around("p", b.Runs)
	}
}

func (p *page) around(tag string, runs []markup.Run) {
	p.WriteString("<" + tag + ">")
	p.runs(runs)
	p.WriteString("</" + tag + ">\n")
}

func (p *page) list(b markup.Block, head int) {
	tag, class, start := "ul", "", ""
	switch b.Mark {
	case markup.Letter:
		tag, class = "ol", ` class="letters"`
	case markup.Number:
		tag = "ol"
	}
	if tag == "ol" && b.Start > 1 {
		start = fmt.Sprintf(` start="%d"`, b.Start)
	}
	fmt.Fprintf(p, "<%s%s%s>\n", tag, class, start)
	for _, item := range b.Items {
		p.WriteString("<li>")
		for i, in := range item {
			if i == 0 && in.Kind == markup.Paragraph {
				p.runs(in.Runs)
				continue
			}
			p.block(in, head)
		}
		p.WriteString("</li>\n")
	}
	fmt.Fprintf(p, "</%s>\n", tag)
}

// grid writes a table of the text; its first row is the head.
func (p *page) grid(b markup.Block) {
	p.WriteString("<div class=\"wide\">\n<table>\n")
	for i, row := range b.Rows {
		if i == 0 {
			p.WriteString("<thead>\n")
		}
		p.WriteString("<tr>")
		for k, c := range row {
			p.gridCell(b, i, k, c)
		}
		p.WriteString("</tr>\n")
		if i == 0 {
			p.WriteString("</thead>\n<tbody>\n")
		}
	}
	p.WriteString("</tbody>\n</table>\n</div>\n")
}

func (p *page) gridCell(b markup.Block, row, col int, c markup.Cell) {
	tag, more := "td", ""
	switch {
	case row == 0:
		tag, more = "th", ` scope="col"`
	case col == 0:
		tag, more = "th", ` scope="row"`
	}
	if col < len(b.Align) {
		more += map[markup.Align]string{markup.Right: ` class="number"`, markup.Centre: ` class="middle"`}[b.Align[col]]
	}
	fmt.Fprintf(p, "<%s%s>", tag, more)
	p.runs(c)
	fmt.Fprintf(p, "</%s>", tag)
}

func (p *page) runs(runs []markup.Run) {
	for _, r := range runs {
		if r.Note != nil {
			p.mark(r.Note)
			continue
		}
		text := strings.ReplaceAll(escaped(r.Text), "\n", "<br/>")
		if r.Italic {
			text = "<em>" + text + "</em>"
		}
		if r.Bold {
			text = "<strong>" + text + "</strong>"
		}
		if r.Link != "" {
			text = `<a href="` + escaped(r.Link) + `">` + text + "</a>"
		}
		p.WriteString(text)
	}
}

// mark writes the mark of a footnote; the first of several can be led back to.
func (p *page) mark(n *markup.Note) {
	i := slices.Index(p.notes, n)
	id := ""
	if i < 0 {
		p.notes = append(p.notes, n)
		i = len(p.notes) - 1
		id = fmt.Sprintf(` id="%s-ref-%d"`, p.part, i+1)
	}
	fmt.Fprintf(p, `<sup><a href="#%s-not-%d"%s aria-label="%s">%d</a></sup>`, p.part, i+1, id, escaped(p.say.with("note", "n", fmt.Sprint(i+1))), i+1)
}
