package archive

import (
	"fmt"
	"net/url"
	"strings"

	"yttra/app/markup"
)

// page is an HTML page that is being written; it is XML as well.
type page struct {
	strings.Builder
	say   printer
	notes []*markup.Note // of the section that is being written
	part  string         // what begins the identities of its footnotes
}

// open writes what stands before the content. up leads to the top of the archive.
func (p *page) open(title, name, up string) {
	p.WriteString("<!DOCTYPE html>\n<html lang=\"sv\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width\"/>\n")
	p.line("title", "", title)
	fmt.Fprintf(p, "<link rel=\"stylesheet\" href=\"%s%s\"/>\n</head>\n<body>\n<header>\n", up, styleName)
	if name != "" {
		p.line("p", "name", name)
	}
	if up != "" {
		p.WriteString("<nav>")
		p.link(up+indexName, p.say.t("all"))
		p.WriteString("</nav>\n")
	}
	p.WriteString("</header>\n<main>\n")
}

func (p *page) close(foot string) []byte {
	p.WriteString("</main>\n")
	p.line("footer", "", foot)
	p.WriteString("</body>\n</html>\n")
	return []byte(p.String())
}

// line writes an element with a text; without one, nothing.
func (p *page) line(tag, class, text string) {
	if text == "" {
		return
	}
	p.start(tag, class)
	p.text(text)
	fmt.Fprintf(p, "</%s>\n", tag)
}

func (p *page) start(tag, class string) {
	p.WriteString("<" + tag)
	if class != "" {
		p.WriteString(` class="` + class + `"`)
	}
	p.WriteString(">")
}

// section writes the heading of a part that can be led to.
func (p *page) section(id, heading string) {
	fmt.Fprintf(p, "<h2 id=\"%s\">%s</h2>\n", id, escaped(heading))
}

func (p *page) text(s string) { p.WriteString(escaped(s)) }

func (p *page) link(to, text string) {
	fmt.Fprintf(p, `<a href="%s">%s</a>`, escaped(to), escaped(text))
}

// address is a path in the archive as a link has it.
func address(path string) string { return (&url.URL{Path: path}).EscapedPath() }

// escaped writes text for HTML and XML alike; what neither has becomes a sign of it.
func escaped(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r < ' ' && r != '\n' && r != '\t', r == 0xfffe, r == 0xffff, r >= 0x7f && r < 0xa0:
			b.WriteRune('\ufffd')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// facts is a list of names and values; those without a value are left out.
type facts [][2]string

func (p *page) facts(all facts) {
	some := false
	for _, f := range all {
		if strings.TrimSpace(f[1]) == "" {
			continue
		}
		if !some {
			p.WriteString("<dl>\n")
			some = true
		}
		value := strings.ReplaceAll(escaped(strings.TrimSpace(f[1])), "\n", "<br/>")
		fmt.Fprintf(p, "<dt>%s</dt><dd>%s</dd>\n", escaped(p.say.t(f[0])), value)
	}
	if some {
		p.WriteString("</dl>\n")
	}
}

// column of a table: the name of its head, and whether it has numbers.
type column struct {
	name   string
	number bool
}

// cell is what stands in a table: a text, or a link with one.
type cell struct{ text, to string }

// table writes a table: the first cell of a row is its head. Rows at the foot are sums.
func (p *page) table(caption string, columns []column, rows, foot [][]cell) {
	if len(rows) == 0 {
		return
	}
	p.WriteString("<div class=\"wide\">\n<table>\n")
	p.line("caption", "", caption)
	p.WriteString("<thead>\n<tr>")
	for _, c := range columns {
		fmt.Fprintf(p, `<th scope="col"%s>%s</th>`, number(c.number), escaped(p.say.t(c.name)))
	}
	p.WriteString("</tr>\n</thead>\n<tbody>\n")
	for _, r := range rows {
		p.row(columns, r)
	}
	p.WriteString("</tbody>\n")
	if len(foot) > 0 {
		p.WriteString("<tfoot>\n")
		for _, r := range foot {
			p.row(columns, r)
		}
		p.WriteString("</tfoot>\n")
	}
	p.WriteString("</table>\n</div>\n")
}

func (p *page) row(columns []column, cells []cell) {
	p.WriteString("<tr>")
	for i, c := range cells {
		tag, scope := "td", ""
		if i == 0 {
			tag, scope = "th", ` scope="row"`
		}
		class := number(columns[i].number)
		if class == "" && isFigures(c.text) {
			class = ` class="nowrap"`
		}
		fmt.Fprintf(p, "<%s%s%s>", tag, scope, class)
		if c.to != "" {
			p.link(c.to, c.text)
		} else {
			p.WriteString(strings.ReplaceAll(escaped(c.text), "\n", "<br/>"))
		}
		fmt.Fprintf(p, "</%s>", tag)
	}
	p.WriteString("</tr>\n")
}

// isFigures reports whether a cell is a day, a time or years, which stay on one line.
func isFigures(s string) bool {
	return s != "" && len(s) < 20 && strings.Trim(s, "0123456789-–: ") == ""
}

func number(is bool) string {
	if is {
		return ` class="number"`
	}
	return ""
}

// texts gives cells of texts.
func texts(all ...string) []cell {
	out := make([]cell, len(all))
	for i, s := range all {
		out[i].text = s
	}
	return out
}
