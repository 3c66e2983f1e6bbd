package versions

import (
	"yttra/app"
	"yttra/app/compare"
	"yttra/app/desk"
	"yttra/i18n"
)

// ItemKind tells what stands on the page apart.
type ItemKind int

const (
	DocumentItem  ItemKind = iota // name of a document, and what became of it
	FactsItem                     // heading over the facts
	FactItem                      // a label and what it was and is
	SectionItem                   // heading of a section, with the way back
	ParagraphItem                 // a paragraph
	MovedItem                     // where a paragraph stood that has moved
	FoldItem                      // paragraphs without change
	SameItem                      // a sentence: nothing differs here
)

// Item is one thing on the page.
type Item struct {
	Kind    ItemKind
	Op      compare.Op
	Moved   bool
	Text    string         // label, name, or sentence
	Note    string         // what became of it, in words: Tillagt, Flyttat hit …
	Edits   []compare.Edit // what to draw, with what differs
	Mark    string         // of a paragraph: what its first line begins with
	First   int            // number of its first change
	Changes int            // how many it has
	Fold    Fold           // of a FoldItem
	Restore *Restore       // what its button puts back; nil: no button
	Button  string         // what the button says
}

// Fold names a stretch of paragraphs without change: document and section of the
// comparison, and the first paragraph.
type Fold struct{ Document, Section, Paragraph int }

// OutlineRow is a row of the small outline.
type OutlineRow struct {
	Text  string
	Level int // 0: a document or the facts; 1: a section
	Op    compare.Op
	Moved bool
	Count int // changes
	Item  int // where it is on the page
}

// Paragraphs shown around a change, and how few are never folded.
const (
	around    = 1
	leastFold = 2
)

// builder puts the page together.
type builder struct {
	m       *Model
	items   []Item
	outline []OutlineRow
	change  int
}

func (m *Model) build() {
	b := &builder{m: m}
	if m.err == nil {
		b.facts(m.words.T("versions.facts"), m.diff.Facts, 0)
		for i, d := range m.diff.Documents {
			b.document(i, d)
		}
	}
	m.items, m.outline = b.items, b.outline
}

// Items is what stands on the page.
func (m *Model) Items() []Item { return m.items }

// Outline lists the documents and sections with their changes.
func (m *Model) Outline() []OutlineRow { return m.outline }

// Open shows the paragraphs of a fold.
func (m *Model) Open(f Fold) {
	m.opened[f] = true
	m.build()
}

// ItemOf finds the item that a change is in; -1 when there is none.
func (m *Model) ItemOf(change int) int {
	for i, item := range m.items {
		if change >= item.First && change < item.First+item.Changes {
			return i
		}
	}
	return -1
}

// add puts an item on the page; its changes are counted on.
func (b *builder) add(i Item) {
	i.First = b.change
	b.change += i.Changes
	b.items = append(b.items, i)
}

func (b *builder) row(text string, level int, op compare.Op, moved bool, count int) {
	b.outline = append(b.outline, OutlineRow{Text: text, Level: level, Op: op, Moved: moved, Count: count, Item: len(b.items)})
}

func (b *builder) facts(title string, fs []compare.Fact, level int) {
	if len(fs) == 0 {
		return
	}
	b.row(title, level, compare.Changed, false, len(fs))
	b.add(Item{Kind: FactsItem, Text: title})
	for _, f := range fs {
		label, edits := b.m.fact(f)
		b.add(Item{Kind: FactItem, Text: label, Edits: edits, Op: compare.Changed, Changes: 1})
	}
}

func (b *builder) document(i int, d compare.Document) {
	name, note := b.m.documentName(d), b.m.became(d.Op, false)
	whole := d.Op == compare.Added || d.Op == compare.Removed
	item := Item{Kind: DocumentItem, Op: d.Op, Text: name, Note: note}
	if whole && d.Changes() == 1 && len(d.Sections) == 0 {
		item.Changes = 1
	}
	if mine, other := b.m.sides(d.Old, d.New); b.m.now && mine >= 0 && other < 0 && len(d.Sections) > 0 {
		item.Restore = &Restore{Document: mine, Section: 0, Heading: name}
		item.Button = b.m.words.T("versions.restore_document")
	}
	b.row(name, 0, d.Op, false, d.Changes())
	b.add(item)
	b.facts(b.m.words.T("versions.document_facts"), d.Facts, 1)
	if d.Op == compare.Same {
		b.add(Item{Kind: SameItem, Text: b.m.words.T("versions.same_document")})
	}
	for k, s := range d.Sections {
		b.section(i, k, headed{d, s})
	}
}

func (b *builder) section(doc, sec int, h headed) {
	s := h.sec
	heading := b.m.heading(s.Heading, h)
	item := Item{Kind: SectionItem, Op: s.Op, Moved: s.Moved, Edits: s.Heading, Note: b.m.became(s.Op, s.Moved), Changes: compare.Changes(s.Heading)}
	if s.Op == compare.Changed {
		item.Note = b.m.became(compare.Same, s.Moved)
	}
	if len(item.Edits) == 0 {
		item.Edits = []compare.Edit{{Op: compare.Same, Old: heading, New: heading}}
	}
	inside := 0
	for _, p := range s.Paragraphs {
		inside += p.Changes()
	}
	if s.Changes() > item.Changes+inside {
		item.Changes = 1
	}
	item.Restore, item.Button = b.m.offer(h, heading)
	b.row(heading, 1, s.Op, s.Moved, s.Changes())
	b.add(item)
	b.paragraphs(doc, sec, s)
	if len(s.Paragraphs) == 0 {
		b.add(Item{Kind: SameItem, Text: b.m.words.T("versions.empty")})
	}
}

func (b *builder) paragraphs(doc, sec int, s compare.Section) {
	ps := s.Paragraphs
	for i := 0; i < len(ps); {
		n := 0
		for i+n < len(ps) && ps[i+n].Op == compare.Same {
			n++
		}
		from, to := i, i+n // what to fold
		if i > 0 {
			from += around
		}
		if to < len(ps) {
			to -= around
		}
		f := Fold{doc, sec, from}
		if to-from < leastFold && n < len(ps) || n == 0 || b.m.opened[f] {
			from, to = i+n, i+n
		}
		for _, p := range ps[i:from] {
			b.paragraph(p)
		}
		if to > from {
			b.add(Item{Kind: FoldItem, Fold: f, Text: b.m.words.N("versions.folded", to-from)})
		}
		for _, p := range ps[to : i+n] {
			b.paragraph(p)
		}
		if i += n; i < len(ps) {
			b.paragraph(ps[i])
			i++
		}
	}
}

func (b *builder) paragraph(p compare.Paragraph) {
	item := Item{Kind: ParagraphItem, Op: p.Op, Moved: p.Moved > 0, Edits: p.Edits, Changes: p.Changes(), Mark: compare.Mark(p.New)}
	switch {
	case p.Op == compare.Removed && p.Moved > 0:
		item.Kind, item.Note = MovedItem, b.m.words.T("versions.moved_away")
		item.Edits = []compare.Edit{{Op: compare.Same, Old: p.Old, New: p.Old}}
	case p.Op == compare.Removed:
		item.Edits, item.Mark = []compare.Edit{{Op: compare.Removed, Old: p.Old}}, compare.Mark(p.Old)
	case p.Op == compare.Added && p.Moved > 0:
		item.Note = b.m.words.T("versions.moved_here")
		item.Edits = []compare.Edit{{Op: compare.Same, Old: p.New, New: p.New}}
	case p.Op == compare.Added:
		item.Edits = []compare.Edit{{Op: compare.Added, New: p.New}}
	case p.Op == compare.Same:
		item.Edits = []compare.Edit{{Op: compare.Same, Old: p.Old, New: p.New}}
	case compare.Mark(p.Old) != item.Mark:
		item.Mark = "" // the mark itself has changed: it is drawn as it is written
	}
	b.add(item)
}

// offer is what the button of a section puts back, when the chosen version is
// compared with now.
func (m *Model) offer(h headed, heading string) (*Restore, string) {
	mineDoc, nowDoc := m.sides(h.doc.Old, h.doc.New)
	mine, now := m.sides(h.sec.Old, h.sec.New)
	switch {
	case h.sec.Op == compare.Same && m.now || mineDoc < 0:
		return nil, ""
	case mine >= 0 && (!m.now || nowDoc >= 0):
		return &Restore{Document: mineDoc, Section: mine, Heading: heading}, m.words.T("versions.restore_section")
	case m.now && mine < 0 && nowDoc >= 0 && now >= 0:
		return &Restore{Document: nowDoc, Section: now, Heading: heading, Drop: true}, m.words.T("versions.drop_section")
	}
	return nil, ""
}

// heading is what a section is called now, or was.
func (m *Model) heading(edits []compare.Edit, h headed) string {
	var now, was string
	for _, e := range edits {
		now, was = now+e.New, was+e.Old
	}
	if now == "" {
		now = was
	}
	if now == "" {
		now = m.words.T("versions.no_heading")
	}
	return now
}

// became says in a word what became of a part.
func (m *Model) became(op compare.Op, moved bool) string {
	switch {
	case op == compare.Added && m.now:
		return m.words.T("versions.added_now")
	case op == compare.Added:
		return m.words.T("versions.added")
	case op == compare.Removed && m.now:
		return m.words.T("versions.removed_now")
	case op == compare.Removed:
		return m.words.T("versions.removed")
	case moved:
		return m.words.T("versions.moved")
	}
	return ""
}

// documentName names a document by its kind, and by its title when it has one.
func (m *Model) documentName(d compare.Document) string {
	var doc *app.Document
	if d.New >= 0 {
		doc = &m.diff.New.Documents[d.New]
	} else {
		doc = &m.diff.Old.Documents[d.Old]
	}
	return m.kind(doc.Kind)
}

func (m *Model) kind(id string) string {
	k, ok := m.desk.Packs().Kind(id)
	switch {
	case !ok:
		return m.words.T("versions.unknown_kind", i18n.Vars{"Kind": id})
	case m.words.Lang() == "en" && k.EN.Name != "":
		return k.EN.Name
	}
	return k.SV.Name
}

// Sides names the two versions the page compares: the older and the newer, which
// is empty when it is the matter as it is now.
func (m *Model) Sides() (older, newer string) {
	if m.chosen == desk.Now {
		return "", ""
	}
	other := ""
	switch n := m.otherSide(); n {
	case desk.Now:
	case previous:
		other = m.Name(m.list[m.revision(m.chosen)+1].Number)
	default:
		other = m.Name(n)
	}
	if m.mine {
		return other, m.Name(m.chosen)
	}
	return m.Name(m.chosen), other
}
