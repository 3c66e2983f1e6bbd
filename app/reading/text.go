package reading

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

// Text is what a file says, in the order it is read.
type Text struct {
	String   string       // UTF-8; every line ends with \n; of a file with paragraphs each is one line
	Format   app.Format   // what the file was
	Encoding Encoding     // what the bytes of a text file were; else empty
	Blocks   []Block      // what the file itself says its paragraphs are, in order; nil for a text file
	Pages    []Page       // of a file that has pages
	Lines    []Line       // where on the pages String stands, in order; nil without pages
	Remarks  []app.Remark // what a person must know about how it was read
	Files    []File       // that came with a letter
	origin   Trace
	size     int
}

// Block is a paragraph of String as its file marks it up.
type Block struct {
	Span  app.Span // without the \n that ends it
	Kind  BlockKind
	Level int // of a heading or a list: 1 and up; of a cell: its column
}

// BlockKind is what a paragraph is.
type BlockKind string

const (
	Paragraph BlockKind = "paragraph"
	Heading   BlockKind = "heading"
	Item      BlockKind = "item" // of a list; its number or mark stands in String: "1. ", "– "
	Cell      BlockKind = "cell" // of a table; a row is one line of String, its cells parted by tabs
	Footnote  BlockKind = "footnote"
	Furniture BlockKind = "furniture" // letterhead or foot of pages that is read because it says something
)

// Page is the size of a page, in points.
type Page struct{ Width, Height float32 }

// Line is where a part of String stands: one printed line, or the part of it that is
// of one paragraph.
type Line struct {
	Span app.Span
	Page int // from 0
	Box  Box
}

// Box is a place on a page, in points from its upper left corner as it is looked at.
type Box struct{ X, Y, W, H float32 }

// File is one that came with a letter.
type File struct {
	Name string
	Data []byte
}

// On gives where a span of String stands on the pages: a box for each line, cut to
// the words by their share of the line, as wide as its letters are in most faces.
func (t Text) On(s app.Span) []Line {
	var out []Line
	i := sort.Search(len(t.Lines), func(i int) bool { return t.Lines[i].Span.End > s.Start })
	for ; i < len(t.Lines) && t.Lines[i].Span.Start < s.End; i++ {
		l := t.Lines[i]
		from, to := max(s.Start, l.Span.Start), min(s.End, l.Span.End)
		all := breadth(t.String[l.Span.Start:l.Span.End])
		before := breadth(t.String[l.Span.Start:from])
		within := breadth(t.String[from:to])
		if all == 0 || within == 0 {
			continue
		}
		l.Box.X += l.Box.W * before / all
		l.Box.W *= within / all
		l.Span = app.Span{Start: from, End: to}
		out = append(out, l)
	}
	return out
}

// breadth is about how wide words are, in letters of common width: the letters of most
// faces are narrow and wide alike.
func breadth(s string) (w float32) {
	for _, r := range s {
		switch {
		case strings.ContainsRune("mwMW", r):
			w += 1.5
		case strings.ContainsRune("iljftrI .,:;'’!|()-", r):
			w += 0.55
		case unicode.IsUpper(r):
			w += 1.3
		default:
			w++
		}
	}
	return w
}

// Body is String with spaces for the heads and feet of its pages: what is left stands
// where it stood.
func (t Text) Body() string {
	var out []byte
	for _, b := range t.Blocks {
		if b.Kind != Furniture {
			continue
		}
		if out == nil {
			out = []byte(t.String)
		}
		for i := b.Span.Start; i < b.Span.End; i++ {
			out[i] = ' '
		}
	}
	if out == nil {
		return t.String
	}
	return string(out)
}

// Encoding names how a file's letters were stored.
type Encoding string

const (
	UTF8        Encoding = "utf-8"
	UTF16LE     Encoding = "utf-16le"
	UTF16BE     Encoding = "utf-16be"
	Windows1252 Encoding = "windows-1252"
)

// Source gives the byte offset in the file of a byte offset in String. An offset
// past the end gives the file's size.
func (t Text) Source(offset int) int {
	if offset >= len(t.String) {
		return t.size
	}
	return t.origin.Start(max(0, offset))
}

// SourceSpan gives the bytes in the file that a span of String was read from.
func (t Text) SourceSpan(s app.Span) app.Span {
	if s.Empty() {
		return app.Span{Start: t.Source(s.Start), End: t.Source(s.Start)}
	}
	return app.Span{Start: t.Source(s.Start), End: min(t.size, t.origin.End(min(s.End, len(t.String))))}
}

// textMaker collects decoded runes and where they came from, and makes every
// kind of line end into \n.
type textMaker struct {
	text  strings.Builder
	trace Trace
	cr    bool // the last unit was \r, already written as \n
}

func (m *textMaker) put(r rune, from, width int) {
	switch r {
	case '\n':
		if m.cr {
			m.cr = false
			return
		}
	case '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		m.cr = r == '\r'
		m.write('\n', from, width)
		return
	}
	m.cr = false
	m.write(r, from, width)
}

func (m *textMaker) write(r rune, from, width int) {
	m.trace.Add(m.text.Len(), from, utf8.RuneLen(r), width)
	m.text.WriteRune(r)
}

func (m *textMaker) done(e Encoding, size int) Text {
	return Text{String: m.text.String(), Format: app.PlainText, Encoding: e, origin: m.trace, size: size}
}
