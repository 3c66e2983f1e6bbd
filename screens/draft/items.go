package draft

import "yttra/app"

// ItemKind is what stands on the page, from the top.
type ItemKind int

const (
	HeadingItem ItemKind = iota
	GuideItem
	ClaimItem
	NoClaimsItem
	ProposalItem
	BlockItem
	RecordItem // what the document says around its text
)

// Item is one thing on the page. Two items that are equal are drawn alike.
type Item struct {
	Kind    ItemKind
	Section int
	N       int // which block or claim

	Text  string // heading, guidance, claim, lead or block
	Level int    // of a heading: 2, 3, or 0 for one that is not printed

	Folded   bool     // guidance, proposal
	Phrases  []string // standard phrases of the section
	Examples bool     // there are examples to show
	Drafts   bool     // the section can be drafted from the estimate

	Decision app.Decision // of a claim
	Lead     string       // what the decision's reason begins with; empty: it takes none
	Reason   string
	Last     bool // last claim
	Sourced  bool // the paper it came from is in the matter

	Points  []string // of the proposal
	Waiting int      // claims that have no decision

	unit  unit       // of a block
	spot  app.Span   // of the caret's block: what the entry shows, in the block's offsets
	Marks []TextMark // of a block, in its own offsets
	Live  bool       // the caret's block
	Alone bool       // the only block of its section
	First bool       // of a section's footnotes
}

// TextMark is a place in a block that a finding or a search points at.
type TextMark struct {
	Span     app.Span
	Severity app.Severity // empty: found by search
	Key      Key
	Active   bool // its card is open, or it is the present hit
}

// Items lists what stands on the page.
func (m *Model) Items() []Item {
	doc := m.state.Document()
	if doc == nil {
		return nil
	}
	out := []Item{m.record()}
	if len(m.state.Matter.Claims) > 0 {
		out = append(out, Item{Kind: HeadingItem, Section: -1, Text: m.words.T("draft.claims"), Level: 2})
		out = append(out, m.claims()...)
	}
	marks := m.marks()
	for i, s := range doc.Sections {
		out = append(out, Item{Kind: HeadingItem, Section: i, Text: s.Heading, Level: m.level(i)})
		if g, ok := m.guide(i); ok {
			out = append(out, g)
		}
		if s.Role == app.RoleProposal && i == doc.Section(app.RoleProposal) {
			out = append(out, m.proposal(i))
		}
		if m.editable(i) {
			out = append(out, m.blocks(i, s.Text, marks[i])...)
		}
	}
	return out
}

func (m *Model) blocks(section int, text string, marks []TextMark) []Item {
	var out []Item
	caret := -1
	units := m.units(text)
	if m.inText && m.caret.Section == section {
		caret = unitAt(units, m.caret.At)
	}
	for n, u := range units {
		s := u.text
		item := Item{Kind: BlockItem, Section: section, N: n, Text: text[s.Start:s.End], unit: u, Live: n == caret,
			Alone: len(units) == 1 && u.kind == plainUnit, First: u.kind == noteUnit && (n == 0 || units[n-1].kind != noteUnit)}
		if item.Live {
			item.spot = shift(u.spotAt(m.caret.At), -s.Start)
		}
		for _, k := range marks {
			from, to := max(k.Span.Start, s.Start), min(k.Span.End, s.End)
			if from < to {
				k.Span = app.Span{Start: from - s.Start, End: to - s.Start}
				item.Marks = append(item.Marks, k)
			}
		}
		out = append(out, item)
	}
	return out
}

// marks gathers what is marked in each section's text.
func (m *Model) marks() map[int][]TextMark {
	out := map[int][]TextMark{}
	for i, f := range m.state.Findings {
		if f.Waived == "" && !f.Place.Span.Empty() && f.Place.Span.End <= len(m.text(f.Place.Section)) {
			key := m.keyOf(i)
			out[f.Place.Section] = append(out[f.Place.Section], TextMark{Span: f.Place.Span, Severity: f.Severity, Key: key, Active: key == m.open})
		}
	}
	for i, h := range m.hits.places {
		out[h.Section] = append(out[h.Section], TextMark{Span: h.Span, Active: i == m.hits.at})
	}
	return out
}
