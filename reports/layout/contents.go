package layout

import (
	"math"
	"slices"
	"strconv"
)

const (
	contentsFrom   = 8    // pages: from so many a paper has a table of contents
	contentsMost   = 40   // entries; with more, headings of the third level are left out
	contentsAnnex  = 6    // headings within annexes; when they are more, only the annexes are listed
	contentsNumber = 12.0 // mm at the right for the page number
	contentsInset  = 6.0  // for each level

	leaderDot  = 0.3 // mm
	leaderStep = 1.8 // from dot to dot, the same in every line
)

// entry is a line of the table of contents: where it leads, and where on its page
// the number and the leader are that wait for it.
type entry struct {
	page, item int // 0-based; the leader is the item after the number
	toPage     int // 1-based
	toY        float64
}

// hasContents reports whether a paper that takes so many pages is to have a table
// of contents, and has something to put in it.
func (f *flow) hasContents(pages int) bool {
	return pages >= contentsFrom && f.doc.Words.Contents != "" && len(f.listed()) > 1
}

// leastPages is how many pages the lines alone fill, with nothing between them: the
// paper takes as many or more.
func (f *flow) leastPages() int {
	h, page := 0.0, f.look.bottom-f.look.top
	for _, s := range f.strips {
		h += min(s.height, page)
	}
	return int((h - 1) / page)
}

// listed gives the headings below the title, in order: so many that the table
// can be looked over.
func (f *flow) listed() []*strip {
	var all []*strip
	for _, s := range f.strips[f.after:] {
		if s.title != nil {
			all = append(all, s)
		}
	}
	if first := slices.IndexFunc(all, func(s *strip) bool { return s.title.Level == 0 }); first >= 0 {
		annexes := slices.DeleteFunc(slices.Clone(all[first:]), func(s *strip) bool { return s.title.Level > 0 })
		if len(all)-first-len(annexes) > contentsAnnex {
			all = append(all[:first], annexes...)
		}
	}
	if len(all) > contentsMost {
		all = slices.DeleteFunc(all, func(s *strip) bool { return s.title.Level > 1 })
	}
	return all
}

// contents puts the table after the title, with a heading and a bookmark of its
// own. Numbers and leaders are drawn when the pages are known; an entry takes no
// more or less room for that, so the paper is placed once more, and not again.
func (f *flow) contents() {
	headings := f.listed()
	strips, kids := f.strips, f.root.Kids
	f.strips, f.root.Kids, f.gap = nil, nil, 0
	f.heading(f.root, Block{Role: Heading, Runs: Plain(f.doc.Words.Contents)})
	toc, from := f.root.Add("TOC"), len(f.strips)
	outer := 1 // level of what stands at the margin; what is within an annex stands further in
	for _, h := range headings {
		if h.title.Level == 0 {
			outer = 0
		}
		h.leads = &entry{}
		f.entry(toc, h, contentsInset*f.look.grow*float64(h.title.Level-outer))
		f.entries = append(f.entries, h.leads)
	}
	f.strips[from].keep = true // two below the heading, and two on the next page
	f.strips[max(from, len(f.strips)-2)].keep = true
	if f.after < len(strips) {
		strips[f.after].before = max(strips[f.after].before, 2*f.look.line)
	}
	f.strips = slices.Concat(strips[:f.after], f.strips, strips[f.after:])
	f.root.Kids = slices.Concat(kids[:f.afterKids], f.root.Kids, kids[f.afterKids:])
}

// entry adds a heading's words as a link to it, and room for leader and number.
func (f *flow) entry(toc *Elem, to *strip, inset float64) {
	st, x, e, title := f.look.text, textLeft+inset, to.leads, to.title.Title
	ref := toc.Add("TOCI").AddInline("Reference")
	width := edgeRight - contentsNumber*f.look.grow - x
	ps := f.fit(f.pieces(ref, nil, Plain(title+" "), st, hyphenNever), width, hyphenNever)
	lines := f.breakLines(ps, width)
	for i, l := range lines {
		s := &strip{height: st.lead, kind: itemStrip, base: st.lead * baseline, keep: i < len(lines)-1, snap: i == 0}
		s.items, _ = f.draw(l, x, s.base)
		way := link{Link: Link{X: x, Y: s.base - 0.7*st.lead, X2: x + l.width, Y2: s.base + 0.25*st.lead, Elem: ref,
			Contents: fill(f.doc.Words.ToPage, "text", title)}, entry: e}
		if i == len(lines)-1 {
			way.X2, s.entry = edgeRight, e
			s.items = append(s.items, f.say(ref, x+l.width, s.base, "", st),
				Item{Kind: Rule, X: x + l.width, Y: s.base, Y2: s.base, Weight: 0.5, Stroke: Black, Dash: []float64{leaderDot, leaderStep - leaderDot}})
		}
		s.links = []link{way}
		f.add(s)
	}
}

// numberEntry draws the page's number and the leader to it, dot under dot.
func (p *press) numberEntry(e *entry) {
	items := p.pages[e.page].Items
	n, dots := &items[e.item], &items[e.item+1]
	n.S = strconv.Itoa(e.toPage)
	from := n.X + leaderStep
	n.X = edgeRight - p.f.width(n.S, p.f.look.text)
	steps := math.Floor((edgeRight - from) / leaderStep)
	dots.X, dots.X2 = edgeRight-steps*leaderStep, n.X-leaderStep
	if dots.X2 <= dots.X {
		dots.X, dots.X2, dots.Weight, dots.Stroke = n.X, n.X, 0, NoInk
	}
}

// again forgets where everything was placed, so that it can be placed anew.
func (f *flow) again() {
	for _, n := range f.notes {
		n.markPage, n.page = 0, 0
	}
	for _, s := range f.strips {
		for _, it := range s.items {
			if it.Elem != nil && it.Elem.Inline {
				it.Elem.BBox = [4]float64{}
			}
		}
	}
}
