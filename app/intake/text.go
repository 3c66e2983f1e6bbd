package intake

import (
	"strings"
	"unicode/utf8"

	"yttra/app"
)

// Text is a decoded file.
type Text struct {
	String   string   // UTF-8; every line ends with \n
	Encoding Encoding // what the bytes were
	origin   trace
	size     int
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
	return t.origin.start(max(0, offset))
}

// SourceSpan gives the bytes in the file that a span of String was read from.
func (t Text) SourceSpan(s app.Span) app.Span {
	if s.Empty() {
		return app.Span{Start: t.Source(s.Start), End: t.Source(s.Start)}
	}
	return app.Span{Start: t.Source(s.Start), End: min(t.size, t.origin.end(min(s.End, len(t.String))))}
}

// textMaker collects decoded runes and where they came from, and makes every
// kind of line end into \n.
type textMaker struct {
	text  strings.Builder
	trace trace
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
	m.trace.add(m.text.Len(), from, utf8.RuneLen(r), width)
	m.text.WriteRune(r)
}

func (m *textMaker) done(e Encoding, size int) Text {
	return Text{String: m.text.String(), Encoding: e, origin: m.trace, size: size}
}
