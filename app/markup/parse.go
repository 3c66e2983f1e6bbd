package markup

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// reader turns a parsed text into blocks.
type reader struct {
	source []byte
	notes  map[string]*Note
	used   map[*Note]bool
}

// Parse reads a section's text. It takes any bytes and never fails.
func Parse(text string) []Block {
	if len(text) > maxParsed {
		return paragraphs(text)
	}
	disguised := disguise(text)
	d := &reader{source: []byte(text), notes: map[string]*Note{}, used: map[*Note]bool{}}
	defs := definitions(text)
	for _, def := range defs {
		if d.notes[def.label] == nil {
			d.notes[def.label] = &Note{Label: def.label}
		}
	}
	d.define(text, disguised, defs)
	root := d.parse(disguised)
	out, starts := d.outer(root)
	return d.place(out, starts, text, defs)
}

// parse runs goldmark with parsers chosen one by one.
func (d *reader) parse(disguised []byte) ast.Node {
	p := parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(indented{parser.NewParagraphParser()}, 1000)),
		parser.WithInlineParsers(
			util.Prioritized(noteParser{d.notes}, 100),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(starParser{}, 500),
			util.Prioritized(extension.NewLinkifyParser(extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"})), 999)),
		parser.WithParagraphTransformers(util.Prioritized(extension.NewTableParagraphTransformer(), 200)))
	return p.Parse(text.NewReader(disguised))
}

// indented lets a paragraph begin far in: without code blocks there is nothing
// else that such a line could be.
type indented struct{ parser.BlockParser }

func (indented) CanAcceptIndentedLine() bool { return true }

// define reads the footnotes' texts and hides them from the parser. The first
// definition of a label counts.
func (d *reader) define(text string, disguised []byte, defs []definition) {
	for _, def := range defs {
		note := d.notes[def.label]
		if note.Runs == nil {
			inner := text[def.text.Start:def.text.End]
			sub := &reader{source: []byte(inner), used: map[*Note]bool{}}
			note.Runs = join(sub.blocks(sub.parse(disguise(inner)), 0))
		}
		for i := def.span.Start; i < def.span.End; i++ {
			if disguised[i] != '\n' {
				disguised[i] = ' '
			}
		}
	}
}

// join makes one stretch of runs of all text in blocks.
func join(blocks []Block) []Run {
	var out []Run
	each(blocks, func(runs []Run) {
		if len(out) > 0 {
			out = append(out, Run{Text: " "})
		}
		out = append(out, runs...)
	})
	return out
}

// outer gives the outermost blocks, and the byte where the text of each begins.
// A table of nothing but bars has no text, and is no block.
func (d *reader) outer(root ast.Node) (out []Block, starts []int) {
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		at := first(n)
		if at < 0 {
			continue
		}
		for _, b := range d.block(n, 0) {
			out, starts = append(out, b), append(starts, at)
		}
	}
	return out, starts
}

// first is where the first text in n begins; -1 when it has none.
func first(n ast.Node) int {
	if t, ok := n.(*ast.Text); ok {
		return t.Segment.Start
	}
	if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if at := first(c); at >= 0 {
			return at
		}
	}
	return -1
}

func (d *reader) blocks(n ast.Node, depth int) []Block {
	var out []Block
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		out = append(out, d.block(c, depth)...)
	}
	return out
}

// block gives the blocks of one node: usually one, none when it is empty.
func (d *reader) block(n ast.Node, depth int) []Block {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		if runs := d.runs(n); len(runs) > 0 {
			return []Block{{Kind: Paragraph, Runs: runs}}
		}
		return nil
	case *ast.Heading:
		if runs := d.runs(n); len(runs) > 0 {
			return []Block{{Kind: Heading, Level: n.Level, Runs: runs}}
		}
		return nil
	case *ast.List:
		return d.list(n, depth)
	case *ast.Blockquote:
		if inner := d.blocks(n, depth+1); len(inner) > 0 {
			return []Block{{Kind: Quote, Inner: inner}}
		}
		return nil
	case *east.Table:
		return []Block{d.table(n)}
	}
	return d.blocks(n, depth+1)
}

func (d *reader) list(n *ast.List, depth int) []Block {
	if depth >= maxDepth {
		return d.blocks(n, depth+1)
	}
	l := Block{Kind: List, Start: 1}
	if n.IsOrdered() {
		l.Mark, l.Start = Number, max(n.Start, 1)
		if letter := d.letter(n); letter > 0 {
			l.Mark, l.Start = Letter, letter
		}
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if item := d.blocks(c, depth+1); len(item) > 0 {
			l.Items = append(l.Items, item)
		}
	}
	if len(l.Items) == 0 {
		return nil
	}
	return []Block{l}
}

// letter is the number of the letter before a list's first text, as written; 0
// when it is a digit.
func (d *reader) letter(n ast.Node) int {
	at := first(n) - 1
	for at > 0 && (d.source[at] == ' ' || d.source[at] == '\t') {
		at--
	}
	if at < 1 || d.source[at] != ')' {
		return 0
	}
	if c := d.source[at-1]; c >= 'a' && c <= 'z' {
		return int(c-'a') + 1
	}
	return 0
}

func (d *reader) table(n *east.Table) Block {
	t := Block{Kind: Table}
	for _, a := range n.Alignments {
		t.Align = append(t.Align, map[east.Alignment]Align{east.AlignRight: Right, east.AlignCenter: Centre}[a])
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []Cell
		end := -1
		for c := row.FirstChild(); c != nil; c = c.NextSibling() {
			cells = append(cells, d.runs(c))
			if c.Lines() != nil && c.Lines().Len() > 0 {
				end = c.Lines().At(0).Stop
			}
		}
		if rest := d.beyond(end); rest != "" && len(cells) > 0 {
			last := len(cells) - 1
			cells[last] = append(cells[last], Run{Text: " | " + rest})
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

// beyond is what stands on a row after the table's last column: it is kept.
func (d *reader) beyond(at int) string {
	if at < 0 || at > len(d.source) {
		return ""
	}
	rest := d.source[at:]
	for i, c := range rest {
		if c == '\n' {
			rest = rest[:i]
			break
		}
	}
	return clean(trimBars(rest))
}
