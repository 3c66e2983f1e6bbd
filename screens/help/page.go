package help

import (
	"strings"
)

// BlockKind is what a block of a page is.
type BlockKind int

const (
	Para  BlockKind = iota
	Head            // a heading inside the page
	Item            // of a list
	Quote           // words of a paper: an example, a wording
	Fact            // a muted line: a day, an id
	Code            // lines of a file, a span each
)

// Span is a run of words in a block.
type Span struct {
	Text string
	Bold bool
	Link string // id of a page; empty: plain words
}

// Block is a heading, a paragraph, an item or a quotation.
type Block struct {
	Kind  BlockKind
	Mark  string // shape before it; may be empty
	Spans []Span
}

// Text is the words of a block.
func (b Block) Text() string {
	var s strings.Builder
	for _, x := range b.Spans {
		s.WriteString(x.Text)
	}
	return s.String()
}

// Page is one page of the help.
type Page struct {
	ID     string
	Title  string
	Blocks []Block
}

// plain makes a block of one run of words.
func plain(k BlockKind, s string) Block { return Block{Kind: k, Spans: []Span{{Text: s}}} }

// read makes a page of its Markdown: "# " is the title, "## " a heading, "- " an
// item, "> " a quotation, "| " a line of a file, and everything else paragraphs,
// parted by empty lines.
// Inside a line **words** are bold and [words](id) link to a page; {{word}} is
// replaced by what key gives for it.
func read(id, text string, key func(word string) string) Page {
	p := Page{ID: id}
	var open *Block
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		kind, rest, starts := lineOf(line)
		switch {
		case strings.HasPrefix(line, "# "):
			p.Title, open = line[2:], nil
		case line == "":
			open = nil
		case kind == Code && open != nil && open.Kind == Code:
			open.Spans = append(open.Spans, Span{Text: " " + rest})
		case kind == Code:
			p.Blocks = append(p.Blocks, plain(Code, rest))
			open = &p.Blocks[len(p.Blocks)-1]
		case !starts && open != nil:
			open.Spans = append(open.Spans, spans(" "+line, key)...)
		default:
			p.Blocks = append(p.Blocks, Block{Kind: kind, Spans: spans(rest, key)})
			open = &p.Blocks[len(p.Blocks)-1]
			if kind == Head {
				open = nil
			}
		}
	}
	return p
}

func lineOf(line string) (kind BlockKind, rest string, starts bool) {
	for _, m := range []struct {
		sign string
		kind BlockKind
	}{{"## ", Head}, {"- ", Item}, {"> ", Quote}, {"| ", Code}} {
		if rest, ok := strings.CutPrefix(line, m.sign); ok {
			return m.kind, rest, true
		}
	}
	return Para, line, false
}

// spans reads bold words, links and keys in a line.
func spans(s string, key func(string) string) []Span {
	var out []Span
	add := func(x Span) {
		if x.Text != "" {
			out = append(out, x)
		}
	}
	for s != "" {
		i := strings.IndexAny(s, "*[{")
		if i < 0 {
			break
		}
		sign, close := s[i:min(i+2, len(s))], ""
		switch {
		case sign == "**":
			close = "**"
		case sign == "{{":
			close = "}}"
		case s[i] == '[':
			sign, close = "[", ")"
		}
		inside, after, ok := strings.Cut(s[i+len(sign):], close)
		words, link, linked := strings.Cut(inside, "](")
		if close == "" || !ok || sign == "[" && !linked {
			add(Span{Text: s[:i+1]})
			s = s[i+1:]
			continue
		}
		add(Span{Text: s[:i]})
		switch sign {
		case "**":
			add(Span{Text: inside, Bold: true})
		case "{{":
			add(Span{Text: key(inside), Bold: true})
		default:
			add(Span{Text: words, Link: link})
		}
		s = after
	}
	add(Span{Text: s})
	return out
}
