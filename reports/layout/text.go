package layout

// setting is how a paragraph is set.
type setting struct {
	x, width float64
	style    style
	hy       hyphenation
	before   float64
	lift     float64 // ink raised within its line
	kind     stripKind
	together bool // lines stay on one page
	keep     bool // and with the next strip
	snap     bool
	counts   bool
	even     bool // lines balanced
	bar      *Elem
}

// paragraph adds a P with the runs.
func (f *flow) paragraph(parent *Elem, runs []Run, s setting) {
	f.lines(parent.Add("P"), parent, runs, s)
}

// lines sets runs as strips of the element text, and gives the strips.
func (f *flow) lines(text, home *Elem, runs []Run, s setting) []*strip {
	return f.setLines(f.pieces(text, home, runs, s.style, s.hy), s)
}

// setLines breaks pieces into lines and adds them.
func (f *flow) setLines(ps []piece, s setting) []*strip {
	ps = f.fit(ps, s.width, s.hy)
	var ls []textLine
	if s.even {
		ls = f.balanced(ps, s.width)
	} else {
		ls = f.breakLines(ps, s.width)
	}
	from := len(f.strips)
	for i, l := range ls {
		f.add(f.textStrip(l, i, len(ls), s))
	}
	return f.strips[from:]
}

// textStrip makes line i of n; at least two lines stand before and after a break.
func (f *flow) textStrip(l textLine, i, n int, s setting) *strip {
	t := &strip{height: s.style.lead, kind: s.kind, counts: s.counts, bar: s.bar, base: s.style.lead*baseline - s.lift}
	t.items, t.links = f.draw(l, s.x, t.base)
	t.notes = marks(l)
	if i == 0 {
		t.before, t.snap = s.before, s.snap
	}
	switch last := i == n-1; {
	case last:
		t.keep = s.keep
	default:
		t.keep = s.together || i == 0 || i == n-2
	}
	return t
}

func marks(l textLine) []*note {
	var out []*note
	for _, p := range l.pieces {
		if p.note != nil {
			out = append(out, p.note)
		}
	}
	return out
}

// heading adds a title, a heading or an annex, with its bookmark.
func (f *flow) heading(parent *Elem, b Block) {
	s := setting{x: textLeft, width: measure, kind: headStrip, together: true, keep: true, even: true, snap: true, counts: true}
	role, level, after := "H1", 0, 0.0
	switch b.Role {
	case Title:
		s.style, s.before, after, s.snap = f.look.title, 2*f.look.line, 4.4*f.look.grow, false
	case Annex:
		s.style, after, s.snap = f.look.annex, 0.75*f.look.line, false
	case Heading:
		role, level = "H2", 1
		s.style, s.before, s.lift = f.look.head, 1.5*f.look.line, 1.1*f.look.grow
	case Subheading:
		role, level = "H3", 2
		s.style, s.before, s.lift = f.look.subhead, f.look.line, 0.5*f.look.grow
		if f.last == Heading {
			s.before = f.look.half
		}
	}
	h := parent.Add(role)
	first := len(f.strips)
	ls := f.lines(h, parent, b.Runs, s)
	if len(ls) == 0 {
		return
	}
	f.strips[first].title = &Bookmark{Title: plain(b.Runs), Level: level}
	if b.Role == Annex {
		f.annex(h, ls[0], b.Label)
	}
	f.space(after)
}

// annex opens a page and hangs the label in the margin, before the title.
func (f *flow) annex(h *Elem, s *strip, label string) {
	s.newPage = true
	if label == "" {
		return
	}
	s.title.Title = label + " " + s.title.Title
	s.items = append([]Item{f.say(h, edgeLeft, s.base, label+" ", f.look.annexLabel)}, s.items...)
}
