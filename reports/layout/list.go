package layout

import "strconv"

// listing is where a list stands and what its items share.
type listing struct {
	x, width float64
	step     float64 // between items
	hy       hyphenation
	bar      *Elem
	inner    bool // a list within an item
}

const (
	listInset  = 6.0
	listNarrow = 40.0 // deep lists stop moving in here
)

// list adds a list or the decisions.
func (f *flow) list(parent *Elem, b Block) {
	in := listing{x: textLeft, width: measure, hy: hyphenText}
	l := b.List
	if b.Role == Decisions {
		in.hy, l.Mark = hyphenNever, Decimal
	}
	if f.wraps(l, in) {
		in.step = f.look.half / 2 // between items, when one of them wraps
	}
	f.items(parent, l, in, b.Role == Decisions)
	f.space(f.look.half)
}

// items adds the L element and its items.
func (f *flow) items(parent *Elem, l List, in listing, bar bool) {
	list := parent.Add("L")
	list.List = map[Mark]string{Dash: "Disc", Decimal: "Decimal", Alpha: "LowerAlpha"}[l.Mark]
	if bar {
		in.bar = list
	}
	inset := f.inset(l)
	for i, item := range l.Items {
		if i > 0 || in.inner {
			f.space(in.step)
		}
		li := list.Add("LI")
		f.item(li, l.label(i), item, in, inset, i == 0 && !in.inner)
	}
}

// item adds one item: its mark, its paragraphs, and lists in it.
func (f *flow) item(li *Elem, label string, blocks []Block, in listing, inset float64, opens bool) {
	lbl, body := li.Add("Lbl"), li.Add("LBody")
	mark := f.say(lbl, in.x, f.look.text.lead*baseline, label+" ", f.look.text)
	if len(blocks) == 0 || blocks[0].Role == ListBlock || isEmpty(blocks[0].Runs) {
		f.add(&strip{height: f.look.line, kind: itemStrip, snap: opens, counts: true, base: mark.Y, items: []Item{mark}, bar: in.bar, keep: len(blocks) > 0})
		mark.S = ""
	}
	single := len(blocks) == 1 && blocks[0].Role != ListBlock && !hasNote(blocks[0].Runs)
	for i, b := range blocks {
		if b.Role == ListBlock {
			inner := in
			inner.inner = true
			if in.width-inset >= listNarrow {
				inner.x, inner.width = in.x+inset, in.width-inset
			}
			f.items(body, b.List, inner, false)
			continue
		}
		if isEmpty(b.Runs) {
			continue
		}
		text := body
		if !single {
			text = body.Add("P")
		}
		if i > 0 {
			f.space(f.look.half)
		}
		s := setting{x: in.x + inset, width: in.width - inset, style: f.look.text, hy: in.hy, kind: itemStrip, snap: opens && i == 0, counts: true, bar: in.bar}
		ls := f.lines(text, body, b.Runs, s)
		if i == 0 && mark.S != "" && len(ls) > 0 {
			ls[0].items = append([]Item{mark}, ls[0].items...)
		}
	}
}

// label is what stands before item i.
func (l List) label(i int) string {
	n := max(l.Start, 1) + i
	switch l.Mark {
	case Decimal:
		return strconv.Itoa(n) + "."
	case Alpha:
		return alpha(n) + ")"
	}
	return "–"
}

// alpha counts a, b … z, aa, ab …
func alpha(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return s
}

// inset makes room for the widest mark.
func (f *flow) inset(l List) float64 {
	w := listInset * f.look.grow
	for i := range l.Items {
		w = max(w, f.width(l.label(i), f.look.text)+1.2)
	}
	return w
}

// wraps reports whether any item takes more than a line.
func (f *flow) wraps(l List, in listing) bool {
	inset := f.inset(l)
	in.x, in.width = in.x+inset, max(in.width-inset, listNarrow)
	for _, item := range l.Items {
		for i, b := range item {
			if b.Role == ListBlock && f.wraps(b.List, in) || b.Role != ListBlock && (i > 0 || f.width(plain(b.Runs), f.look.text) > in.width) {
				return true
			}
		}
	}
	return false
}

func hasNote(runs []Run) bool {
	for _, r := range runs {
		if r.Note != nil {
			return true
		}
	}
	return false
}
