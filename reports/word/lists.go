package word

import (
	"strings"

	"yttra/reports/layout"
)

const (
	listInset  = 6.0 // mm that the text of an item stands in from its mark
	deepest    = 8   // Word has nine levels of lists, from 0
	mostNumber = 32767
	itemGap    = 1.375 // mm between items, when one takes more than a line
	shortItem  = 75    // characters that have room on a line, about
)

// list is a list of its own, which begins to count anew.
type list struct {
	kind  int // its abstract number
	depth int
	start int
}

// abstract numbers, one for each mark; decisions count in their own style.
const (
	markDash = iota + 1
	markDecimal
	markAlpha
	markDecision
)

// dashes is the number that all lists without figures share.
const dashes = 1

// list writes a list or the decisions.
func (w *writer) list(b layout.Block) {
	l := b.List
	style := "ListParagraph"
	if b.Role == layout.Decisions {
		style, l.Mark = "DecisionPoint", layout.Decimal
	}
	held := w.glued
	w.items(l, style, 0, b.Role == layout.Decisions, true)
	w.glued = held
}

// items writes the items of a list and the lists in them. The last paragraph of the
// whole has the room below it that a text has.
func (w *writer) items(l layout.List, style string, depth int, decide, last bool) {
	num, held := w.number(l, depth, decide), w.glued
	gap := 0.0
	if wraps(l) {
		gap = itemGap
	}
	for i, item := range l.Items {
		item = solid(item)
		first := true
		for k, b := range item {
			end := last && i == len(l.Items)-1 && k == len(item)-1
			w.glued = end && held
			if b.Role == layout.ListBlock {
				if first {
					w.item(style, num, depth, nil, gap)
				}
				w.items(b.List, style, min(depth+1, deepest), decide, end)
				first = false
				continue
			}
			after := gap
			if end {
				after = 2.75
			}
			if first {
				w.item(style, num, depth, b.Runs, after)
			} else {
				w.more(style, depth, b.Runs, after)
			}
			first = false
		}
		if len(item) == 0 {
			w.item(style, num, depth, nil, gap)
		}
	}
}

// item writes the paragraph that has the item's mark.
func (w *writer) item(style string, num, depth int, runs []layout.Run, after float64) {
	w.para(style, props{num: num, depth: depth, after: after, spaced: true}, func() { w.runs(runs) })
}

// more writes a further paragraph of an item, under its text.
func (w *writer) more(style string, depth int, runs []layout.Run, after float64) {
	if style == "ListParagraph" {
		style = "ListContinue"
	}
	w.para(style, props{placed: true, left: listInset * float64(depth+1), after: after, spaced: true}, func() { w.runs(runs) })
}

// solid drops the blocks of an item that say nothing.
func solid(item []layout.Block) []layout.Block {
	var out []layout.Block
	for _, b := range item {
		if !empty(b) {
			out = append(out, b)
		}
	}
	return out
}

// number gives the list its number, by which Word counts it apart from all others.
func (w *writer) number(l layout.List, depth int, decide bool) int {
	kind := map[layout.Mark]int{layout.Decimal: markDecimal, layout.Alpha: markAlpha}[l.Mark]
	if kind == 0 {
		return dashes
	}
	if decide && depth == 0 {
		kind = markDecision
	}
	w.lists = append(w.lists, list{kind, depth, min(max(l.Start, 1), mostNumber)})
	return dashes + len(w.lists)
}

// wraps tells whether any item takes more than a line, as far as can be told before
// Word has set it.
func wraps(l layout.List) bool {
	for _, item := range l.Items {
		for i, b := range item {
			if b.Role == layout.ListBlock && wraps(b.List) || b.Role != layout.ListBlock && (i > 0 || len([]rune(plain(b.Runs))) > shortItem) {
				return true
			}
		}
	}
	return false
}

func plain(runs []layout.Run) string {
	var s strings.Builder
	for _, r := range runs {
		s.WriteString(r.Text)
	}
	return strings.TrimSpace(s.String())
}

// numbering writes how lists count: what each kind looks like on every level, and
// then each list, with where it begins.
func (w *writer) numbering() []byte {
	p := newPen()
	p.el("w:numbering", func() {
		for _, kind := range []int{markDash, markDecimal, markAlpha, markDecision} {
			p.el("w:abstractNum", func() {
				p.val("w:multiLevelType", "hybridMultilevel")
				for depth := 0; depth <= deepest; depth++ {
					level(p, kind, depth)
				}
			}, "w:abstractNumId", itoa(kind))
		}
		p.el("w:num", func() { p.val("w:abstractNumId", itoa(markDash)) }, "w:numId", itoa(dashes))
		for i, l := range w.lists {
			p.el("w:num", func() {
				p.val("w:abstractNumId", itoa(l.kind))
				p.el("w:lvlOverride", func() { p.val("w:startOverride", itoa(l.start)) }, "w:ilvl", itoa(l.depth))
			}, "w:numId", itoa(dashes+1+i))
		}
	}, "xmlns:w", wML)
	return p.bytes()
}

func level(p *pen, kind, depth int) {
	format, text := "decimal", "%"+itoa(depth+1)+"."
	switch kind {
	case markDash:
		format, text = "bullet", "–"
	case markAlpha:
		format, text = "lowerLetter", "%"+itoa(depth+1)+")"
	}
	p.el("w:lvl", func() {
		p.val("w:start", "1")
		p.val("w:numFmt", format)
		p.val("w:lvlText", text)
		p.val("w:lvlJc", "left")
		p.el("w:pPr", func() { p.leaf("w:ind", "w:left", twips(listInset*float64(depth+1)), "w:hanging", twips(listInset)) })
	}, "w:ilvl", itoa(depth))
}
