package layout

import "slices"

// Kept places documents one after another, as a preview does at every key, and does
// not set again what is as it was: a block that reads the same after the same block,
// with the same numbers, has the same lines. A kept flow and Flow give the same Set.
//
// The Sets share elements: when another one is made, the one before may be looked at
// as ink only. It is not for concurrent use.
type Kept struct {
	m      Measurer
	words  Words
	look   Look
	sv     swedish
	writer writer
	blocks Memo[key, *keptBlock]
}

// NewKept makes one that has kept nothing.
func NewKept(m Measurer) *Kept { return &Kept{m: m, sv: readSwedish()} }

// Flow places a document, as the function Flow does.
func (k *Kept) Flow(doc Doc) Set {
	k.blocks.Turn()
	if k.words != doc.Words || k.look != doc.Look {
		k.blocks.Forget()
		k.words, k.look = doc.Words, doc.Look
	}
	f := newFlow(doc, k.m, k.sv)
	f.kept = k
	return f.make()
}

// keptBlock is what a block became: its strips as they were made, its elements, and
// what it changed in the flow.
type keptBlock struct {
	strips          []*strip
	made            []strip // the same, before later blocks and the pages had their way
	elems           []*Elem
	boxed           []*Elem // whose box the page decides
	notes           []*note // by the place of each footnote in the block; nil: not drawn
	gap             float64
	tables, figures int
}

// keeps lists the roles whose blocks are kept: those that look at nothing but
// themselves and what is in the key, and change nothing that was set before them.
func keeps(r Role) bool {
	switch r {
	case Paragraph, LeadIn, Title, Heading, Subheading, Quotation, ListBlock, Decisions, TableBlock, FigureBlock, Annex:
		return true
	}
	return false
}

// set adds a block, from what was kept when it can.
func (f *flow) set(b Block) {
	if f.kept == nil || !keeps(b.Role) || b.Table.Signs {
		f.block(f.root, b)
		return
	}
	key, notes, ok := f.key(b)
	if !ok {
		f.block(f.root, b)
		return
	}
	if one, ok := f.kept.blocks.Take(key); ok {
		f.reset(one, notes)
		return
	}
	f.kept.blocks.Put(key, f.keep(b, notes))
}

// keep sets a block and notes what came of it.
func (f *flow) keep(b Block, notes []*Footnote) *keptBlock {
	strips, elems, tables, figures := len(f.strips), len(f.root.Kids), f.tables, f.figures
	f.block(f.root, b)
	one := &keptBlock{strips: slices.Clone(f.strips[strips:]), elems: slices.Clone(f.root.Kids[elems:]), gap: f.gap, tables: f.tables - tables, figures: f.figures - figures}
	for _, s := range one.strips {
		one.made = append(one.made, *s)
		one.box(s)
	}
	for _, text := range notes {
		n := f.notes[text]
		one.notes = append(one.notes, n)
		if n != nil {
			for _, s := range n.lines {
				one.box(s)
			}
		}
	}
	return one
}

// box remembers the figures of a strip.
func (one *keptBlock) box(s *strip) {
	if s.figure != nil {
		one.boxed = append(one.boxed, s.figure)
	}
	for _, it := range s.items {
		if it.Elem != nil && it.Elem.Role == "Figure" && it.Elem != s.figure {
			one.boxed = append(one.boxed, it.Elem)
		}
	}
}

// reset adds what was kept as if it had just been set.
func (f *flow) reset(one *keptBlock, notes []*Footnote) {
	for i, s := range one.strips {
		*s = one.made[i]
	}
	for _, e := range one.boxed {
		e.BBox = [4]float64{}
	}
	for _, e := range one.elems {
		e.Parent = f.root
	}
	for i, n := range one.notes {
		if n != nil {
			n.markPage, n.page, n.markY, n.y = 0, 0, 0, 0
			f.notes[notes[i]] = n
		}
	}
	f.strips = append(f.strips, one.strips...)
	f.root.Kids = append(f.root.Kids, one.elems...)
	f.gap, f.tables, f.figures = one.gap, f.tables+one.tables, f.figures+one.figures
}
