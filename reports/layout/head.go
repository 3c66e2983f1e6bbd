package layout

import (
	"bytes"
	"image/png"
	"sort"
)

// placed is ink with fixed places on the first page, and how far down or up it
// reaches.
type placed struct {
	items []Item
	low   float64 // where text may begin below the letterhead
	top   float64 // where text must end above the foot
}

const (
	logoTop    = 9.6
	logoHeight = 18.0
	logoNarrow = 20.0 // a wider logo stands in place of the name
	logoWidest = 41.0 // so that the body's name has room beside it
	headLines  = 3.0  // a longer name is cut
	kindWidth  = 42.0 // left of the page number
	fieldTop   = 35.75
	fieldStep  = 8.0
	fieldLow   = 200.0 // mm; fields below this go into the text
)

// letterhead draws the top of the first page: name, body, kind and fields, each
// a P of its own.
func (f *flow) letterhead() placed {
	h := f.doc.Head
	top := f.root.Add("Sect")
	out := placed{}
	x, name := edgeLeft, h.Name
	if logo, width := f.logo(top); logo != nil {
		out.items = append(out.items, *logo)
		x = textLeft
		if width > logoNarrow {
			name = ""
			for x < edgeLeft+width+4 {
				x += 23
			}
		}
	}
	left, y := f.stack(top, x, midCol-x-4, headBase, f.look.org, f.short(name, f.look.org, headLines*(midCol-x-4)))
	left2, low := f.stack(top, x, midCol-x-4, y, f.look.body, f.short(h.Body, f.look.body, headLines*(midCol-x-4)))
	right, y := f.stack(top, midCol, kindWidth, headBase, f.look.org, f.short(h.Kind, f.look.org, headLines*kindWidth))
	right2, low2 := f.stack(top, midCol, kindWidth, y, f.look.body, f.short(h.Draft, f.look.body, headLines*kindWidth))
	for _, part := range [][]Item{left, left2, right, right2} {
		out.items = append(out.items, part...)
	}
	bar := max(ruleTop, low-f.look.line+2.65, low2-f.look.line+2.65)
	out.items = append(out.items, f.look.rule(edgeLeft, bar, edgeRight, 0.5))
	fields, last := f.fields(top, bar+fieldTop-ruleTop)
	out.items = append(out.items, fields...)
	out.low = f.look.onGrid(last + 3)
	if len(f.doc.Blocks) > 0 && f.doc.Blocks[0].Role == HeadTable && !f.empty(f.doc.Blocks[0]) {
		out.low = bar
	}
	return out
}

// stack sets a text in a column, line under line from the baseline y, as one P;
// it gives the baseline of the line after.
func (f *flow) stack(parent *Elem, x, width, y float64, st style, s string) ([]Item, float64) {
	if s == "" {
		return nil, y
	}
	e, hy := parent.Add("P"), hyphenNever
	ps := f.pieces(e, nil, []Run{{Text: s}}, st, hy)
	if f.minimal(ps) > width { // a hyphen is better than a word that is cut
		hy = hyphenCell
		ps = f.pieces(e, nil, []Run{{Text: s}}, st, hy)
	}
	ps = f.fit(ps, width, hy)
	var out []Item
	for _, l := range f.breakLines(ps, width) {
		items, _ := f.draw(l, x, y)
		out = append(out, items...)
		y += st.lead
	}
	return out, y
}

// logo gives the picture and its width; nil when there is none that can be read.
func (f *flow) logo(top *Elem) (*Item, float64) {
	config, err := png.DecodeConfig(bytes.NewReader(f.doc.Head.Logo))
	if err != nil || config.Width == 0 || config.Height == 0 {
		return nil, 0
	}
	e := top.Add("Figure")
	e.Alt = f.doc.Head.LogoAlt
	height := logoHeight
	width := height * float64(config.Width) / float64(config.Height)
	if width > logoWidest {
		width, height = logoWidest, height*logoWidest/width
	}
	y := logoTop + (logoHeight-height)/2
	return &Item{Kind: Picture, X: edgeLeft, Y: y, X2: edgeLeft + width, Y2: y + height, PNG: f.doc.Head.Logo, Elem: e}, width
}

// fields stacks the labelled fields in their columns, from the baseline y, and
// gives the lowest baseline.
func (f *flow) fields(top *Elem, y float64) ([]Item, float64) {
	at := map[Column]float64{LeftColumn: y, MiddleColumn: y, RightColumn: y}
	var out []Item
	var over []Block
	low := y
	for _, field := range f.doc.Head.Fields {
		if len(field.Lines) == 0 {
			continue
		}
		x, width := fieldPlace(field.Column)
		items, last := f.field(top, field, x, width, at[field.Column])
		if last > fieldLow {
			over = append(over, Block{Role: Paragraph, Runs: fieldRuns(field)})
			top.Kids = top.Kids[:len(top.Kids)-len(field.Lines)]
			continue
		}
		out = append(out, items...)
		low = max(low, last)
		at[field.Column] = last + fieldStep
	}
	f.doc.Blocks = append(over, f.doc.Blocks...)
	return out, low
}

// fieldPlace gives a column's left edge and width.
func fieldPlace(c Column) (x, width float64) {
	switch c {
	case MiddleColumn:
		return midCol, rightCol - midCol - 2
	case RightColumn:
		return rightCol, edgeRight - rightCol
	}
	return textLeft, midCol - textLeft - 4
}

// field sets label and first line as one P, with a space between, and each
// further line as its own.
func (f *flow) field(top *Elem, field Field, x, width, y float64) ([]Item, float64) {
	e := top.Add("P")
	out := []Item{f.say(e, x, y, field.Label+" ", f.look.label)}
	for i, s := range field.Lines {
		if i > 0 {
			e = top.Add("P")
		}
		ps := f.fit(f.pieces(e, nil, []Run{{Text: s}}, f.look.value, hyphenNever), width, hyphenNever)
		for _, l := range f.breakLines(ps, width) {
			y += f.look.value.lead
			items, _ := f.draw(l, x, y)
			out = append(out, items...)
		}
	}
	return out, y
}

// fieldRuns says a field that is too long for the letterhead as text.
func fieldRuns(field Field) []Run {
	out := []Run{{Text: field.Label + ": ", Bold: true}}
	for i, s := range field.Lines {
		if i > 0 {
			s = ", " + s
		}
		out = append(out, Run{Text: s})
	}
	return out
}

// short cuts a text that is wider than its place, with an ellipsis.
func (f *flow) short(s string, st style, width float64) string {
	if f.width(s, st) <= width {
		return s
	}
	runes := []rune(s)
	n := sort.Search(len(runes), func(n int) bool { return f.width(string(runes[:n+1])+"…", st) > width })
	return string(runes[:n]) + "…"
}
