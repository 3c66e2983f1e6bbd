package pdf

import (
	"strings"

	"yttra/app"
	"yttra/app/reading"
)

// compose makes a text of pages. Letters become words by where they stand and not by the
// order they were drawn in, words lines, lines columns, and those paragraphs; heads and
// feet that stand on every page are left out from the second page on, and footnotes come
// last. Every letter that can be seen is in the text, once, but for those of such heads
// and feet, page numbers, and the hyphens of words broken at line ends.
func compose(pages []Sheet, remarks []app.Remark) reading.Text {
	b := reading.NewBuilder(app.PDF)
	for _, r := range remarks {
		b.Remark(r)
	}
	var leaves []*leaf
	var askew []askewRow
	for i, s := range pages {
		b.Page(s.Width, s.Height)
		upright, other := lettersOf(s)
		l := &leaf{width: s.Width, height: s.Height, rows: rowsOf(wordsOf(upright)), rules: s.Rules, page: i}
		leaves = append(leaves, l)
		for _, r := range rowsOf(wordsOf(other)) {
			askew = append(askew, askewRow{r, i})
		}
	}
	furnish(leaves)
	var cols []column
	for _, l := range leaves {
		l.note()
		cols = append(cols, l.columns()...)
	}
	lines := linesOf(cols)
	s := settingOf(lines)
	w := &scribe{b: b}
	w.furniture(leaves, func(l *leaf) []row { return l.head })
	for _, p := range paragraphsOf(lines, s) {
		w.paragraph(p)
	}
	w.notes(leaves)
	w.furniture(leaves, func(l *leaf) []row { return l.foot })
	for _, r := range askew {
		b.Gap()
		b.Begin(reading.Furniture, 0)
		b.WriteAt(legible(r.text()), r.page, boxOf(r.words))
	}
	return b.Text()
}

// askewRow is a row that is written in another direction than its page.
type askewRow struct {
	row
	page int
}

// columns finds the columns of a page.
func (l *leaf) columns() []column {
	var ws []word
	left, right := l.width, float32(0)
	for _, r := range l.rows {
		ws = append(ws, r.words...)
		left, right = min(left, r.x0()), max(right, r.x1())
	}
	right = max(right, l.width-left) // the margins are mostly alike
	c := cutter{rules: l.rules, page: l.page, looks: mostLooks}
	c.cut(ws, left, right, 0)
	return c.out
}

// scribe writes paragraphs into a text.
type scribe struct {
	b     *reading.Builder
	items []float32 // how far in the items begin that the next may stand under, by their level
}

// level is how deep an item stands in its list.
func (w *scribe) level(l line) int {
	in := l.x0 - l.left
	for len(w.items) > 0 && w.items[len(w.items)-1] > in-0.5*l.size {
		w.items = w.items[:len(w.items)-1]
	}
	w.items = append(w.items, in)
	return len(w.items)
}

func (w *scribe) paragraph(p paragraph) {
	if p.gap {
		w.b.Gap()
	}
	first := p.lines[0]
	switch {
	case first.cells != nil:
		w.cells(*first.cells, first.page)
		return
	case p.level > 0:
		w.b.Begin(reading.Heading, p.level)
	case first.mark != "":
		w.b.Begin(reading.Item, w.level(first))
		w.b.WriteAt(first.mark+" ", first.page, boxOf(first.words[:1]))
	default:
		w.b.Begin(reading.Paragraph, 0)
	}
	if first.mark == "" && first.x0 < first.left+first.size { // a text that stands at the left ends its lists
		w.items = nil
	}
	w.lines(p.lines)
	w.b.End()
}

// lines writes the lines of a paragraph as one.
func (w *scribe) lines(ls []line) {
	for i, l := range ls {
		text, space := l.text, false
		if i+1 < len(ls) {
			var keep bool
			if keep, space = reading.Seam(text, ls[i+1].text); !keep {
				text = strings.TrimRight(text, "-\u2010")
			}
		}
		words := l.words
		if l.mark != "" {
			words = words[1:]
		}
		w.b.WriteAt(text, l.page, boxOf(words))
		if space {
			w.b.Write(" ")
		}
	}
}

// cells writes a row of a table: what stands in a cell is one text.
func (w *scribe) cells(t tableRow, page int) {
	w.b.Begin(reading.Cell, 1)
	for k, cell := range t.cells {
		if k > 0 {
			w.b.Write("\t")
		}
		var ls []line
		for _, r := range cell {
			ls = append(ls, line{words: r.words, text: legible(r.text()), page: page})
		}
		w.lines(ls)
	}
	w.b.End()
}

// notes writes the footnotes of all pages.
func (w *scribe) notes(leaves []*leaf) {
	for _, l := range leaves {
		var open []line
		flush := func() {
			if len(open) > 0 {
				w.b.Gap()
				w.b.Begin(reading.Footnote, 0)
				w.lines(open)
				w.b.End()
			}
			open = nil
		}
		for i, r := range l.notes {
			n := line{words: r.words, text: legible(r.text()), page: l.page}
			if i == 0 || beginsNote(l.notes, i) {
				flush()
				n.text = noteText(n.text)
			}
			open = append(open, n)
		}
		flush()
	}
}

// furniture writes what was taken off the edges of the first page that has it, without
// the numbers of pages.
func (w *scribe) furniture(leaves []*leaf, of func(*leaf) []row) {
	seen := map[string]bool{}
	for _, l := range leaves {
		for _, r := range of(l) {
			ws := withoutNumber(r)
			if len(ws) == 0 || seen[shape(wordsText(ws))] {
				continue
			}
			seen[shape(wordsText(ws))] = true
			w.b.Gap()
			w.b.Begin(reading.Furniture, 0)
			w.b.WriteAt(legible(wordsText(ws)), l.page, boxOf(ws))
			w.b.End()
		}
	}
}

// boxOf is the place of words.
func boxOf(ws []word) reading.Box {
	if len(ws) == 0 {
		return reading.Box{}
	}
	x0, y0, x1, y1 := ws[0].x0, ws[0].top(), ws[0].x1, ws[0].bottom()
	for _, w := range ws[1:] {
		x0, y0, x1, y1 = min(x0, w.x0), min(y0, w.top()), max(x1, w.x1), max(y1, w.bottom())
	}
	return reading.Box{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}
}
