package layout

// Doc is a document before it is placed: what stands around the text, and the
// text as blocks in reading order. Flow turns it into a Set.
type Doc struct {
	Meta   Meta
	Words  Words
	Head   Letterhead
	Foot   [][]string // up to three columns of lines below the first page; read last
	Blocks []Block

	Look        Look
	Draft       bool // UTKAST in the right margin of every page
	LineNumbers int  // number every n-th line of text, from 1 on each page; 0: none
}

// Words are the few words the layout itself sets. {n} and so on are filled in.
type Words struct {
	Page      string // "Sida {n} ({of})"
	Watermark string // "UTKAST"
	Table     string // "Tabell {n}."
	Figure    string // "Figur {n}."
	Link      string // what a link says of itself: "Länk till {text}"
	Note      string // of a footnote's mark: "Fotnot {n}"
	Back      string // of a footnote's number: "Tillbaka till texten från fotnot {n}"
	Ticked    string // how ☒ and ☑ are read aloud
	Unticked  string // how ☐ is read aloud
	Contents  string // heading of the table of contents; empty: none however long the paper
	ToPage    string // what a link in it says: "{text}, sidan {n}"
}

// Letterhead is the top of the first page. Empty parts take no room.
type Letterhead struct {
	Name    string // municipality
	Body    string // the body or department that speaks
	Kind    string // Yttrande
	Draft   string // "Utkast 3, 2026-03-02"; empty when final
	Number  string // diarienummer, for the running head
	Fields  []Field
	Logo    []byte // PNG; 18 mm high, and in place of the name when wider than 20 mm
	LogoAlt string
}

// Field is a label with one or more lines of value, in a column of the letterhead.
type Field struct {
	Label  string
	Lines  []string
	Column Column
}

// Column is where in the letterhead a field stands; fields of one column stack.
type Column int

const (
	LeftColumn   Column = iota // from 48 mm: Handläggare, Till
	MiddleColumn               // from 117 mm: Datum
	RightColumn                // from 140 mm: Diarienummer, Er beteckning
)

// Block is one unit of text in the flow.
type Block struct {
	Role   Role
	Runs   []Run
	Label  string // in the margin: "Bilaga 1" of an Annex, "§ 84" of an ItemTitle
	List   List   // ListBlock and Decisions
	Table  Table
	Figure Figure
	Signed []Signature
	Fields []Field // HeadTable
	Notice Notice
	Source Source
}

// Source is what a block was made from, as the caller counts: the elements of the
// block carry it. The layout does nothing with it.
type Source struct {
	Part int // 0: nothing
	At   int // a place in the part
}

// Role says what a block is; it decides looks, page breaks and tag together.
type Role int

const (
	Paragraph   Role = iota // P
	LeadIn                  // P that stays with what follows: "… besluta:"
	Title                   // H1
	Heading                 // H2
	Subheading              // H3
	Quotation               // BlockQuote with P
	ListBlock               // L
	Decisions               // L with a bar, always numbered, never hyphenated
	TableBlock              // Table with Caption, and P for the note
	FigureBlock             // Figure, and Caption after it
	Signatures              // a P for each person
	DigitalNote             // P, kept with the signatures
	Annex                   // H1 on a new page
	HeadTable               // Table that hangs from the letterhead's rule; first of the blocks
	ItemTitle               // H1 with its number in the margin
	CaseNumber              // P below an ItemTitle
	NoticeBox               // Sect with H2 and P, in a box that is never split
)

// Run is a stretch of text in one style. A newline in it is a forced line break.
type Run struct {
	Text   string
	Bold   bool
	Italic bool
	Link   string    // http, https or mailto; empty: none
	Shape  Shape     // stands before Text; drawn, not read
	Note   *Footnote // its mark stands after Text; two runs may share one note
}

// Footnote is the text at the foot of the page. Notes are numbered as they come.
type Footnote struct {
	Runs []Run
}

// List is items of paragraphs and further lists.
type List struct {
	Mark  Mark
	Start int // number of the first item; 0 means 1
	Items [][]Block
}

// Mark is what stands before an item.
type Mark int

const (
	Dash    Mark = iota // –
	Decimal             // 1.
	Alpha               // a)
)

// Table is rows under a head. The first cell of a row is its head.
type Table struct {
	Caption []Run  // above; numbered "Tabell 1." when not empty
	Label   string // opens the caption in place of a number: "Attesterat av."
	Columns []TableColumn
	Rows    []TableRow
	Note    []Run
	Signs   bool   // it stands for signatures: the last lines of text stay on its page
	Wide    bool   // from the margin, 155 mm instead of 132
	Summary string // what it shows, for a screen reader
}

// TableColumn is a column and its head.
type TableColumn struct {
	Head  []Run
	Right bool    // numbers: to the right
	Width float64 // mm; 0: as the words need
}

// TableRow is one row; a missing cell is empty.
type TableRow struct {
	Cells [][]Run
	Sum   bool // SemiBold, after a rule; sums come last
}

// Signature is a person who signs.
type Signature struct {
	Name, Title string
}

// Plain makes runs of unstyled text.
func Plain(s string) []Run {
	if s == "" {
		return nil
	}
	return []Run{{Text: s}}
}
