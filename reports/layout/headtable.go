package layout

// The head table of a meeting hangs from the letterhead's rule: a label in the
// margin, and beside it one name on each line.
const (
	headValue   = 71.0 // mm: left edge of the values
	headGap     = 3.0  // between label and value
	headWhole   = 12   // lines of a row that is never split
	headPadding = 0.9
)

// headTable adds the Table with a row for each field that says something; every
// line of a value is a P of its own, so that names are never read together.
func (f *flow) headTable(parent *Elem, fields []Field) {
	body := parent.Add("Table").Add("TBody")
	first := true
	for _, field := range fields {
		if len(field.Lines) == 0 {
			continue
		}
		f.headRow(body.Add("TR"), field, first)
		first = false
	}
}

// headRow adds a row as one strip for each line, with a hairline below.
func (f *flow) headRow(tr *Elem, field Field, first bool) {
	th, td := tr.Add("TH"), tr.Add("TD")
	th.Scope = "Row"
	label := f.fitted(th, field.Label, f.look.small, headValue-headGap-edgeLeft)
	var values []textLine
	for i, s := range field.Lines {
		if i < len(field.Lines)-1 {
			s += " "
		}
		values = append(values, f.fitted(td.Add("P"), s, f.look.value, edgeRight-headValue)...)
	}
	n := max(len(label), len(values))
	for i := range n {
		s := &strip{height: f.look.value.lead, kind: rowStrip, keep: i < n-1 && (n <= headWhole || i == 0 || i == n-2)}
		base := f.look.value.lead * baseline
		if i == 0 {
			s.height, base = s.height+headPadding, base+headPadding
		}
		if i < len(label) {
			items, _ := f.draw(label[i], edgeLeft, base)
			s.items = append(s.items, items...)
		}
		if i < len(values) {
			items, links := f.draw(values[i], headValue, base)
			s.items, s.links = append(s.items, items...), append(s.links, links...)
		}
		if i == n-1 {
			s.height += headPadding
			s.items = append(s.items, rule(edgeLeft, s.height, edgeRight, weightRow))
		}
		if !first || i > 0 {
			s.again = f.headAgain(label, i > 0)
		}
		f.add(s)
	}
}

// headAgain is drawn above a line of the table that opens a page: the upper rule
// and, when its row began on the page before, the label.
func (f *flow) headAgain(label []textLine, began bool) *strip {
	out := &strip{items: []Item{rule(edgeLeft, 0, edgeRight, weightRow)}}
	if began && len(label) > 0 {
		items, _ := f.draw(label[0], edgeLeft, f.look.value.lead*baseline+headPadding)
		out.items, out.height = append(out.items, unread(items)...), headPadding
	}
	return out
}

// fitted breaks a text into lines of the width, never inside a word that fits.
func (f *flow) fitted(e *Elem, s string, st style, width float64) []textLine {
	return f.breakLines(f.fit(f.pieces(e, nil, []Run{{Text: s}}, st, hyphenNever), width, hyphenNever), width)
}

// hasRows tells whether any field has a value.
func hasRows(fields []Field) bool {
	for _, field := range fields {
		if len(field.Lines) > 0 {
			return true
		}
	}
	return false
}
