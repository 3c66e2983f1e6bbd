package layout

// Notice is the box that says that minutes have been posted (anslagsbevis): a
// heading, a sentence, and labelled fields two abreast.
type Notice struct {
	Heading string
	Text    string
	Fields  []Field // Column is not used
}

const (
	noticePad    = 4.0
	noticeWeight = 0.7 // points
	noticeGutter = 4.0
	noticeLow    = 2.0 // mm below the last value of a row, above its hairline
)

// notice adds the box as one strip, which no page splits. One that is taller than
// a page is set as text.
func (f *flow) notice(parent *Elem, n Notice) {
	sect := parent.Add("Sect")
	rows := f.noticeRows(sect, n)
	height := 2*noticePad - noticeLow
	for _, r := range rows {
		height += r.height
	}
	f.space(f.look.line)
	if height > f.look.bottom-f.look.top {
		parent.Kids = parent.Kids[:len(parent.Kids)-1]
		f.noticeText(parent, n)
		return
	}
	whole := &strip{height: height, kind: signStrip, title: rows[0].title}
	y := noticePad
	for _, r := range rows {
		whole.items = append(whole.items, shift(r.items, y)...)
		y += r.height
	}
	whole.items = append(whole.items, Item{Kind: Box, X: textLeft, Y: 0, X2: edgeRight, Y2: height, Weight: noticeWeight, Stroke: Black})
	f.add(whole)
	f.space(f.look.line)
}

// noticeText says a notice as a heading and paragraphs.
func (f *flow) noticeText(parent *Elem, n Notice) {
	f.block(parent, Block{Role: Heading, Runs: Plain(n.Heading)})
	f.block(parent, Block{Runs: Plain(n.Text)})
	for _, field := range n.Fields {
		f.block(parent, Block{Runs: fieldRuns(field)})
	}
}

// noticeRows makes the lines of the heading and the sentence, and one strip for
// each row of fields with its hairline above.
func (f *flow) noticeRows(sect *Elem, n Notice) []*strip {
	left, right := textLeft+noticePad, edgeRight-noticePad
	var out []*strip
	put := func(e *Elem, text string, st style, lift float64, head bool) {
		for _, l := range f.fitted(e, text, st, right-left) {
			s := &strip{height: st.lead, kind: signStrip, keep: head}
			s.items, _ = f.draw(l, left, st.lead*baseline-lift)
			out = append(out, s)
		}
	}
	put(sect.Add("H2"), n.Heading, f.look.head, 1.1, true)
	if len(out) > 0 {
		out[0].title = &Bookmark{Title: plain(Plain(n.Heading)), Level: 1}
	}
	if n.Text != "" {
		put(sect.Add("P"), n.Text, f.look.value, 0, false)
		out[len(out)-1].height += headPadding
	}
	width := (right - left - noticeGutter) / 2
	for i := 0; i < len(n.Fields); i += 2 {
		s := &strip{kind: signStrip, items: []Item{rule(left, 0, right, weightRow)}}
		for k, field := range n.Fields[i:min(i+2, len(n.Fields))] {
			items, low := f.noticeField(sect, field, left+float64(k)*(width+noticeGutter), width)
			s.items, s.height = append(s.items, items...), max(s.height, low+noticeLow)
		}
		out = append(out, s)
	}
	return out
}

// noticeField sets label over value, read together, every further line as a P of
// its own; it gives the lowest baseline.
func (f *flow) noticeField(sect *Elem, field Field, x, width float64) ([]Item, float64) {
	e := sect.Add("P")
	y := headPadding + f.look.label.lead*baseline*0.9
	out := []Item{f.say(e, x, y, field.Label+" ", f.look.label)}
	for i, s := range field.Lines {
		if i > 0 {
			e = sect.Add("P")
		}
		for _, l := range f.fitted(e, s, f.look.value, width) {
			y += f.look.value.lead
			items, _ := f.draw(l, x, y)
			out = append(out, items...)
		}
	}
	if len(field.Lines) == 0 {
		y += f.look.value.lead // room to write in
	}
	return out, y
}
