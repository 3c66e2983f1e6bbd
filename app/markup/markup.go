// Package markup reads the small Markdown of section text: paragraphs, lists
// (-, 1. and a)) in lists, ### sub-headings, > quotations, tables, *emphasis*,
// **strong**, links to http, https and mailto, figures bound to the estimate
// (see Field), and [^1] footnotes.
//
// There is no HTML, no image and no code, and nothing that surprises a clerk:
// 5*3*2, "# 7", "2026. Ett år" and <b> stay the text they are. Nothing that was
// written is lost: what is not understood is text. It draws nothing and knows no
// document.
package markup

// Kind is what a block is.
type Kind int

const (
	Paragraph Kind = iota
	Heading        // ###
	List
	Quote
	Table
)

// Block is one unit of text.
type Block struct {
	Kind  Kind
	Level int      // of a Heading: always 3
	Runs  []Run    // of a Paragraph or Heading
	Span  Span     // the lines it was written on; of outermost blocks only
	Mark  Mark     // of a List
	Start int      // of a List: number of its first item
	Items []Item   // of a List
	Inner []Block  // of a Quote: paragraphs
	Align []Align  // of a Table, one for each column
	Rows  [][]Cell // of a Table; the first is the head
}

// Item is paragraphs and lists.
type Item []Block

// Cell is the text of a table's cell.
type Cell []Run

// Mark is what stands before the items of a list.
type Mark int

const (
	Bullet Mark = iota // -
	Number             // 1. or 1)
	Letter             // a)
)

// Align is how a column stands.
type Align int

const (
	Left Align = iota
	Right
	Centre
)

// Run is text in one style. A newline in Text is a line break that was asked
// for, with two spaces or a backslash at the end of a line.
type Run struct {
	Text   string
	Bold   bool
	Italic bool
	Link   string // http, https or mailto
	Field  string // the name of a figure that the words stand for; never an address to lead to
	Note   *Note  // its mark stands here, and Text is empty
}

// Note is a footnote. Marks of the same label share one Note.
type Note struct {
	Label string
	Runs  []Run
}

// Span is a half-open range of bytes.
type Span struct{ Start, End int }

const (
	maxDepth  = 4       // of lists in lists; deeper items become paragraphs
	maxIndent = 24      // columns; a mark further in is text
	maxParsed = 1 << 20 // bytes; a longer text is only paragraphs
)
