package layout

import "strings"

// strip is a line of text, a table row or the like: what is never split over
// pages. Its items have Y counted from its top.
type strip struct {
	height  float64
	before  float64 // space above, none at the top of a page
	kind    stripKind
	keep    bool // on the same page as the next strip
	snap    bool // starts on the half-line grid
	newPage bool
	counts  bool    // for line numbers
	base    float64 // baseline, from the top
	items   []Item
	links   []link
	title   *Bookmark
	notes   []*note // footnotes whose mark is first drawn here
	again   *strip  // drawn above when this strip opens a page: a table's head
	bar     *Elem   // list of decisions that it belongs to; nil: no bar
	note    *note   // footnote that begins here
	figure  *Elem   // the drawing this is; nil: none
	frame   [4]float64
	leads   *entry // of a heading: the entry in the table of contents that leads here
	entry   *entry // of an entry: its number and leader are the last two items
}

type stripKind int

const (
	bodyStrip stripKind = iota // a line of a paragraph
	headStrip                  // a line of a heading
	itemStrip                  // a line of a list
	rowStrip                   // a row of a table
	signStrip                  // signatures and what follows them
)

// link is a Link before the pages are known.
type link struct {
	Link
	note *note // leads to this footnote, or back to its mark
	back bool

	entry *entry // leads where this entry of the table of contents does
}

// note is a footnote.
type note struct {
	number int
	label  string
	lines  []*strip

	markPage, page int // 1-based; 0: not placed yet
	markY, y       float64
}

// shift moves everything that is drawn by dy.
func shift(items []Item, dy float64) []Item {
	out := make([]Item, len(items))
	for i, it := range items {
		out[i] = it.moved(0, dy)
	}
	return out
}

// draw sets a line with its baseline at base, from x.
func (f *flow) draw(l textLine, x, base float64) (items []Item, links []link) {
	var under []Item
	for _, p := range l.pieces {
		switch {
		case p.shape != NoShape:
			items = append(items, p.shape.ink(x, base, p.size)...)
		case p.tick != 0:
			items = append(items, box(p, x, base)...)
		default:
			items = append(items, Item{Kind: Text, X: x, Y: base - p.raise, S: p.text, Face: p.face, Size: p.size, Elem: p.elem})
		}
		if p.url != "" || p.note != nil {
			lk := f.link(p, x, base-p.raise)
			links = append(links, lk)
			if p.url != "" {
				under = append(under, rule(x, base+0.55, lk.X2, 0.4))
			}
		}
		x += p.width
	}
	return append(items, under...), links
}

func (f *flow) link(p piece, x, base float64) link {
	size := p.size * mmPerPoint
	l := link{Link: Link{X: x, Y: base - 0.8*size, X2: x + p.width - p.trail, Y2: base + 0.3*size, URL: p.url, Elem: p.elem}, note: p.note}
	if p.note != nil {
		l.Contents = fill(f.doc.Words.Note, "n", p.text)
	} else {
		l.Contents = fill(f.doc.Words.Link, "text", strings.TrimSpace(strings.ReplaceAll(p.text, "\u00ad", "")))
	}
	return l
}

// box draws ☐ or ☒ as shapes.
func box(p piece, x, base float64) []Item {
	size := p.size * mmPerPoint * 0.68
	left, right, top := x, x+size, base-size
	out := []Item{{Kind: Box, X: left, Y: top, X2: right, Y2: base, Weight: 0.6, Elem: p.elem}}
	if p.tick == '☒' {
		out = append(out,
			Item{Kind: Rule, X: left, Y: top, X2: right, Y2: base, Weight: 0.6, Elem: p.elem},
			Item{Kind: Rule, X: left, Y: base, X2: right, Y2: top, Weight: 0.6, Elem: p.elem})
	}
	return out
}

// rule is a horizontal line that is not read.
func rule(x, y, x2, points float64) Item {
	return Item{Kind: Rule, X: x, Y: y, X2: x2, Y2: y, Weight: points, Stroke: Black}
}

// say draws plain text in a style, as part of e; with e nil it is a header artifact.
func (f *flow) say(e *Elem, x, y float64, s string, st style) Item {
	it := Item{Kind: Text, X: x, Y: y, S: strings.ReplaceAll(s, "\u2011", "-"), Face: st.face(false, false), Size: st.size, Elem: e}
	if e == nil {
		it.Artifact = HeaderArtifact
	}
	return it
}

// width of plain text in a style.
func (f *flow) width(s string, st style) float64 {
	return f.m.Width(st.face(false, false), strings.ReplaceAll(s, "\u2011", "-"), st.size)
}

// fill puts a value in place of {name}.
func fill(s, name, value string) string { return strings.ReplaceAll(s, "{"+name+"}", value) }

// plain is the text of runs, for bookmarks.
func plain(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(b.String(), "\u00ad", "")), " ")
}
