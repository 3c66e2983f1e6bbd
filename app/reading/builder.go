package reading

import (
	"strings"
	"unicode/utf8"

	"yttra/app"
)

// Builder puts a Text together, paragraph by paragraph. What it gives always holds:
// String is UTF-8 without control characters but \n and \t, blocks and lines lie in it
// in order, and it is no longer than MaxBytes; what comes after that is left out and
// remarked on.
type Builder struct {
	text  strings.Builder
	out   Text
	kind  BlockKind
	level int
	from  int // where the open paragraph begins
	line  int // where its line of String begins
	open  bool
	full  bool
}

// NewBuilder begins a Text of a file of a format.
func NewBuilder(f app.Format) *Builder { return &Builder{out: Text{Format: f}} }

// Begin ends the paragraph that is open and begins another.
func (b *Builder) Begin(k BlockKind, level int) {
	b.End()
	b.kind, b.level, b.from, b.line, b.open = k, level, b.text.Len(), b.text.Len(), true
}

// Next ends a cell and begins the next of its row, which goes on on the same line after
// a tab.
func (b *Builder) Next(level int) {
	if !b.open {
		b.Begin(Cell, level)
		return
	}
	b.block()
	if !b.full {
		b.text.WriteByte('\t')
	}
	b.level, b.from = level, b.text.Len()
}

// Write adds to the open paragraph, or begins a plain one, and tells where in String it
// stands. Line ends become spaces; what is no character of a text is left out.
func (b *Builder) Write(s string) app.Span {
	if !b.open {
		b.Begin(Paragraph, 0)
	}
	from := b.text.Len()
	for _, r := range s {
		switch {
		case r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == '\u0085' || r == '\u2028' || r == '\u2029':
			r = ' '
		case r == utf8.RuneError || r < ' ' && r != '\t' || r >= 0x7f && r < 0xa0 || r == '\ufeff':
			continue
		}
		if b.text.Len()+utf8.UTFMax > MaxBytes {
			if !b.full {
				b.full = true
				b.Remark(app.Remark{Code: app.RemarkCutOff})
			}
			break
		}
		b.text.WriteRune(r)
	}
	return app.Span{Start: from, End: b.text.Len()}
}

// WriteAt is Write of words that stand on one line of a page.
func (b *Builder) WriteAt(s string, page int, box Box) app.Span {
	span := b.Write(s)
	if !span.Empty() {
		b.out.Lines = append(b.out.Lines, Line{Span: span, Page: page, Box: box})
	}
	return span
}

// Break ends a line inside the open paragraph (a line break of the file's own): the
// rest of it goes on as a block of the same kind.
func (b *Builder) Break() {
	if b.open {
		b.Begin(b.kind, b.level)
	}
}

// End ends the open paragraph. One in which nothing was written leaves nothing.
func (b *Builder) End() {
	if b.open && b.text.Len() > b.line {
		b.block()
		b.text.WriteByte('\n')
	}
	b.open = false
}

// block notes what was written since the paragraph or cell began.
func (b *Builder) block() {
	if b.text.Len() > b.from {
		b.out.Blocks = append(b.out.Blocks, Block{Span: app.Span{Start: b.from, End: b.text.Len()}, Kind: b.kind, Level: b.level})
	}
}

// Gap leaves an empty line, as between paragraphs that stand apart on the page.
func (b *Builder) Gap() {
	b.End()
	if n := b.text.Len(); n > 0 && !strings.HasSuffix(b.text.String()[max(0, n-2):], "\n\n") {
		b.text.WriteByte('\n')
	}
}

// At is where the next word will stand in String.
func (b *Builder) At() int { return b.text.Len() }

// Page adds a page of a size and gives its index.
func (b *Builder) Page(width, height float32) int {
	b.out.Pages = append(b.out.Pages, Page{width, height})
	return len(b.out.Pages) - 1
}

// Remark adds a remark.
func (b *Builder) Remark(r app.Remark) { b.out.Remarks = append(b.out.Remarks, r) }

// Attach adds a file that came with the one that is read.
func (b *Builder) Attach(f File) { b.out.Files = append(b.out.Files, f) }

// Text ends the last paragraph and gives everything.
func (b *Builder) Text() Text {
	b.End()
	b.out.String = b.text.String()
	return b.out.Received()
}

// Received is a Text whose own bytes are what can be pointed at (Source): one that was
// not decoded from a text file, or that came from another process.
func (t Text) Received() Text {
	t.size, t.origin = len(t.String), Trace{}
	t.origin.Add(0, 0, 1, 1)
	return t
}

// Blank tells that nothing in the text can be read.
func (t Text) Blank() bool { return blank(t.String) }
