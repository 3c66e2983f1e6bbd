package layout

import (
	"strconv"
	"strings"
)

// flow builds strips of blocks, in reading order, and the structure tree beside.
type flow struct {
	doc  *Doc
	m    Measurer
	look look
	root *Elem
	swedish
	strips  []*strip
	gap     float64 // space that the last block wants after it
	notes   map[*Footnote]*note
	tables  int
	figures int
	last    Role  // of the block before
	kept    *Kept // nil: nothing is kept
	entries []*entry

	after, afterKids int // strips and elements that the table of contents stands after
}

// Flow places a document: lines, pages, structure tree, links and bookmarks. It
// is deterministic, and takes any input: what is too long is broken, what is
// empty is left out.
func Flow(doc Doc, m Measurer) Set { return newFlow(doc, m, readSwedish()).make() }

func newFlow(doc Doc, m Measurer, sv swedish) *flow {
	return &flow{doc: &doc, m: m, look: newLook(doc.Look), root: &Elem{Role: "Document"}, swedish: sv, notes: map[*Footnote]*note{}, last: -1}
}

// make sets the document's blocks and places them.
func (f *flow) make() Set {
	head := f.letterhead()
	f.afterKids = len(f.root.Kids)
	for _, b := range f.doc.Blocks {
		from := len(f.root.Kids)
		f.set(b)
		for _, e := range f.root.Kids[from:] {
			e.Source = b.Source
		}
		if f.last = b.Role; b.Role == Title && f.after == 0 || b.Role == ItemTitle || b.Role == CaseNumber {
			f.after, f.afterKids = len(f.strips), len(f.root.Kids)
		}
	}
	foot := f.foot()
	f.keepHeadings()
	var pages []Page
	n := f.leastPages()
	if n < contentsFrom || !f.hasContents(n) { // else it is known before: a long paper is placed once
		pages = f.place(head, foot)
		n = len(pages)
	}
	if f.hasContents(n) {
		f.contents()
		f.again()
		pages = f.place(head, foot)
	}
	return Set{Pages: pages, Root: f.root, Meta: f.doc.Meta}
}

// place puts letterhead, strips and foot on pages.
func (f *flow) place(head, foot placed) []Page {
	p := &press{f: f, bottom1: foot.top, y: head.low}
	p.begin(head.items)
	p.run(f.strips)
	p.finish()
	p.pages[0].Items = append(p.pages[0].Items, foot.items...)
	return p.pages
}

// block adds one block under parent.
func (f *flow) block(parent *Elem, b Block) {
	if f.empty(b) {
		return
	}
	switch b.Role {
	case Title, Heading, Subheading, Annex:
		f.heading(parent, b)
	case ListBlock, Decisions:
		f.list(parent, b)
	case TableBlock:
		f.table(parent, b.Table)
	case FigureBlock:
		f.figure(parent, b.Figure)
	case Signatures:
		f.signatures(parent, b.Signed)
	case HeadTable:
		f.headTable(parent, b.Fields)
	case ItemTitle:
		f.itemTitle(parent, b)
	case CaseNumber:
		f.caseNumber(parent, b)
	case NoticeBox:
		f.notice(parent, b.Notice)
	case Quotation:
		f.paragraph(parent.Add("BlockQuote"), b.Runs, setting{x: textLeft + 7, width: measure - 14, style: f.look.quote, hy: hyphenText, counts: true})
		f.space(f.look.half)
	case DigitalNote:
		f.keepLast(1)
		f.paragraph(parent, b.Runs, setting{x: textLeft, width: measure, style: f.look.small, before: f.look.line, together: true, kind: signStrip})
		f.space(f.look.line)
	default:
		f.paragraph(parent, b.Runs, setting{x: textLeft, width: measure, style: f.look.text, hy: hyphenText, snap: true, counts: true, keep: b.Role == LeadIn})
		f.space(f.look.half)
	}
}

// empty tells whether there is nothing to draw of a block.
func (f *flow) empty(b Block) bool {
	switch b.Role {
	case ListBlock, Decisions:
		return len(b.List.Items) == 0
	case TableBlock:
		return len(b.Table.Columns) == 0
	case FigureBlock:
		return len(b.Figure.Items) == 0
	case Signatures:
		return len(b.Signed) == 0
	case HeadTable:
		return !hasRows(b.Fields)
	case NoticeBox:
		return strings.TrimSpace(b.Notice.Heading) == ""
	}
	return isEmpty(b.Runs)
}

func isEmpty(runs []Run) bool {
	for _, r := range runs {
		if r.Note != nil {
			return false
		}
	}
	return plain(runs) == ""
}

// add appends a strip after the space that is due.
func (f *flow) add(s *strip) {
	s.before = max(s.before, f.gap)
	f.gap = 0
	f.strips = append(f.strips, s)
}

// space asks for room before the next strip; the larger of two wishes wins.
func (f *flow) space(mm float64) { f.gap = max(f.gap, mm) }

// keepLast ties the last n strips to what comes next.
func (f *flow) keepLast(n int) {
	for i := len(f.strips) - 1; i >= 0 && i >= len(f.strips)-n; i-- {
		f.strips[i].keep = true
	}
}

// keepHeadings gives every heading two lines below it: when it stands over a
// paragraph of one line, that line keeps with the next.
func (f *flow) keepHeadings() {
	for i := 1; i+1 < len(f.strips); i++ {
		s := f.strips[i]
		if f.strips[i-1].kind == headStrip && s.kind == bodyStrip && f.strips[i+1].kind != headStrip {
			s.keep = true
		}
	}
}

// note gives the footnote's number, and makes its lines and element the first
// time it is asked for.
func (f *flow) note(text *Footnote, home *Elem) *note {
	if n, ok := f.notes[text]; ok {
		return n
	}
	n := &note{number: len(f.notes) + 1}
	n.label = strconv.Itoa(n.number)
	f.notes[text] = n
	e := home.Add("Note")
	e.ID = "fn" + pad(n.number)
	back := e.Add("Lbl")
	inset := noteInset * f.look.grow
	ps := f.fit(f.pieces(e.Add("P"), nil, text.Runs, f.look.note, hyphenNever), measure-inset, hyphenNever)
	lines := f.breakLines(ps, measure-inset)
	if len(lines) == 0 {
		lines = []textLine{{}}
	}
	base := f.look.note.lead * 0.75
	for i, l := range lines {
		s := &strip{height: f.look.note.lead}
		if i == 0 {
			s.note = n
			s.items = []Item{f.say(back, textLeft, base, n.label+" ", f.look.note)}
			w := f.width(n.label, f.look.note)
			s.links = []link{{Link: Link{X: textLeft, Y: base - 2.6, X2: textLeft + max(w, 2), Y2: base + 0.9, Elem: back,
				Contents: fill(f.doc.Words.Back, "n", n.label)}, note: n, back: true}}
		}
		items, links := f.draw(l, textLeft+inset, base)
		s.items, s.links = append(s.items, items...), append(s.links, links...)
		n.lines = append(n.lines, s)
	}
	return n
}

func pad(n int) string {
	s := strconv.Itoa(n)
	for len(s) < 4 {
		s = "0" + s
	}
	return s
}
