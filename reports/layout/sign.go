package layout

const signRoom = 15.0 // mm to sign in

// signatures adds a P for each person: two abreast, or three when there are
// three, each under a rule. The last lines of text stay on the same page.
func (f *flow) signatures(parent *Elem, people []Signature) {
	f.keepLast(3)
	abreast, gutter := 2, 9.0
	if len(people) == 3 {
		abreast, gutter = 3, 6.0
	}
	width := (measure - gutter*float64(abreast-1)) / float64(abreast)
	for from := 0; from < len(people); from += abreast {
		to := min(len(people), from+abreast)
		f.signRow(parent, people[from:to], width, width+gutter, to < len(people))
	}
	f.space(line)
}

// signRow draws people side by side, line by line, so that even a very long name
// can be placed.
func (f *flow) signRow(parent *Elem, people []Signature, width, step float64, more bool) {
	var rows []*strip
	at := func(i int) *strip {
		for len(rows) <= i {
			rows = append(rows, &strip{height: nameStyle.lead, kind: signStrip, keep: true})
		}
		return rows[i]
	}
	for k, p := range people {
		x := textLeft + float64(k)*step
		e := parent.Add("P")
		at(0).items = append(at(0).items, rule(x, 0, x+width, 0.5))
		i := 0
		for _, part := range []struct {
			text string
			st   style
			base float64
		}{{p.Name, nameStyle, 4.6}, {p.Title, smallStyle, 4.4}} {
			ps := f.fit(f.pieces(e, nil, []Run{{Text: part.text + " "}}, part.st, hyphenNever), width, hyphenNever)
			for _, l := range f.breakLines(ps, width) {
				items, _ := f.draw(l, x, part.base)
				at(i).items = append(at(i).items, items...)
				i++
			}
		}
	}
	for i, s := range rows {
		if i == 0 {
			s.before = signRoom
		}
		if i == len(rows)-1 {
			s.keep = more
			s.height += 0.8
		}
		f.add(s)
	}
}
