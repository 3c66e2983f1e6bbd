package markup

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// starParser reads * and ** as emphasis, but never beside a letter or digit on
// its outside: 5*3*2 is arithmetic.
type starParser struct{ parser.DelimiterProcessor }

func (starParser) Trigger() []byte                           { return []byte{'*'} }
func (starParser) IsDelimiter(b byte) bool                   { return b == '*' }
func (starParser) CanOpenCloser(o, c *parser.Delimiter) bool { return o.Char == c.Char }
func (starParser) OnMatch(stars int) ast.Node                { return ast.NewEmphasis(stars) }
func (s starParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	d := parser.ScanDelimiter(line, before, 1, s)
	if d == nil {
		return nil
	}
	after, _ := utf8.DecodeRune(line[d.OriginalLength:])
	d.CanOpen = d.CanOpen && !wordy(before) && d.OriginalLength <= 3
	d.CanClose = d.CanClose && !wordy(after) && d.OriginalLength <= 3
	d.Segment = segment.WithStop(segment.Start + d.OriginalLength)
	block.Advance(d.OriginalLength)
	pc.PushDelimiter(d)
	return d
}

func wordy(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// noteMark is [^label] in the text.
type noteMark struct {
	ast.BaseInline
	label string
}

var kindNoteMark = ast.NewNodeKind("NoteMark")

func (*noteMark) Kind() ast.NodeKind              { return kindNoteMark }
func (n *noteMark) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// noteParser reads the marks of footnotes that are defined; others are text.
type noteParser struct{ notes map[string]*Note }

func (noteParser) Trigger() []byte { return []byte{'['} }

func (p noteParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	s := string(line[:min(len(line), 64)])
	label, _, ok := strings.Cut(s, "]")
	if !ok || !strings.HasPrefix(label, "[^") || p.notes[label[2:]] == nil {
		return nil
	}
	block.Advance(len(label) + 1)
	return &noteMark{label: label[2:]}
}

// inliner turns inline nodes into runs.
type inliner struct {
	source []byte // the original text
	notes  map[string]*Note
	used   map[*Note]bool
	out    []Run
}

// runs gives the runs of a block's inline nodes.
func (d *reader) runs(n ast.Node) []Run {
	in := inliner{source: d.source, notes: d.notes, used: d.used}
	in.children(n, Run{}, 0)
	return tidy(merged(in.out))
}

func (in *inliner) children(n ast.Node, style Run, depth int) {
	if depth > 50 {
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		in.node(c, style, depth)
	}
}

func (in *inliner) node(n ast.Node, style Run, depth int) {
	switch n := n.(type) {
	case *ast.Text:
		in.add(style, unescape(clean(n.Segment.Value(in.source))))
		switch {
		case n.HardLineBreak():
			in.add(style, "\n")
		case n.SoftLineBreak():
			in.add(style, " ")
		}
	case *ast.Emphasis:
		style.Bold = style.Bold || n.Level >= 2
		style.Italic = style.Italic || n.Level == 1
		in.children(n, style, depth+1)
	case *ast.Link:
		in.link(n, style, depth)
	case *ast.AutoLink:
		to := clean(n.URL(in.source))
		if n.AutoLinkType == ast.AutoLinkEmail {
			to = "mailto:" + to
		}
		style.Link = safe(to)
		in.add(style, clean(n.Label(in.source)))
	case *noteMark:
		style.Note = in.notes[n.label]
		in.used[style.Note] = true
		in.out = append(in.out, style)
	default:
		in.children(n, style, depth+1)
	}
}

// link keeps what it led to as text when it may not be a link.
func (in *inliner) link(n *ast.Link, style Run, depth int) {
	to := unescape(clean(n.Destination))
	style.Link, style.Field = safe(to), ""
	if name, ok := strings.CutPrefix(to, Scheme); ok && IsFieldName(name) {
		style.Field = name
	}
	label := inliner{source: in.source, notes: in.notes, used: in.used}
	label.children(n, style, depth+1)
	if len(label.out) == 0 {
		in.add(style, to)
	}
	in.out = append(in.out, label.out...)
	if style.Link == "" && style.Field == "" && to != "" && len(label.out) > 0 {
		in.add(style, " ("+to+")")
	}
	if len(n.Title) > 0 {
		in.add(Run{Bold: style.Bold, Italic: style.Italic}, " ("+unescape(clean(n.Title))+")")
	}
}

func (in *inliner) add(style Run, s string) {
	if s == "" {
		return
	}
	if k := len(in.out) - 1; k >= 0 {
		last := in.out[k]
		last.Text = ""
		if last == style && style.Note == nil {
			in.out[k].Text += s
			return
		}
	}
	style.Text = s
	in.out = append(in.out, style)
}

// merged joins neighbours of one style.
func merged(runs []Run) []Run {
	in := inliner{}
	for _, r := range runs {
		if r.Note != nil {
			in.out = append(in.out, r)
			continue
		}
		text := r.Text
		r.Text = ""
		in.add(r, text)
	}
	return in.out
}

// safe gives an address that a paper may lead to, or "".
func safe(to string) string {
	u, err := url.Parse(to)
	if err != nil || strings.ContainsFunc(to, func(r rune) bool { return r <= ' ' || r == 0x7f }) {
		return ""
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		if u.Host != "" {
			return to
		}
	case "mailto":
		if u.Opaque != "" {
			return to
		}
	}
	return ""
}

// oneLine makes spaces of the ends of lines.
var oneLine = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", "", "\x00", "")

// clean makes valid text of bytes; line ends within become spaces.
func clean(b []byte) string {
	s := strings.ToValidUTF8(string(b), "\uFFFD")
	return oneLine.Replace(s)
}

// unescape takes away the backslash before a character that could have been a
// mark; other backslashes are text.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte(`\*[]|#>-.)+<`, s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// tidy drops space at the ends and around asked-for line breaks, and empty runs.
func tidy(runs []Run) []Run {
	var out []Run
	start := true // at the start of a line
	for _, r := range runs {
		if r.Note != nil {
			out, start = append(out, r), false
			continue
		}
		parts := strings.Split(r.Text, "\n")
		for i := range parts {
			if i > 0 || start {
				parts[i] = strings.TrimLeft(parts[i], " \t")
			}
			if i < len(parts)-1 {
				parts[i] = strings.TrimRight(parts[i], " \t")
			}
			start = parts[i] == "" && (i > 0 || start)
		}
		if r.Text = strings.Join(parts, "\n"); r.Text != "" {
			out = append(out, r)
		}
	}
	for len(out) > 0 && out[len(out)-1].Note == nil {
		last := &out[len(out)-1]
		if last.Text = strings.TrimRight(last.Text, " \t\n"); last.Text != "" {
			break
		}
		out = out[:len(out)-1]
	}
	return out
}
