package layout

const (
	signRoom = 15.0 // mm to sign in
	signRows = 6    // more rows of signatures may stand on several pages, two on each at least
)

// signatures adds a P for each person, as many abreast as the look says, each
// under a rule. The last lines of text stay on the same page.
func (f *flow) signatures(parent *Elem, people []Signature) {
	f.keepLast(3)
	abreast, width, gutter := f.abreast(len(people))
	rows := (len(people) + abreast - 1) / abreast
	for i := range rows {
		to := min(len(people), (i+1)*abreast)
		together := rows <= signRows || i == 0 || i == rows-2
		f.signRow(parent, people[i*abreast:to], width, width+gutter, i < rows-1 && together)
	}
	f.space(f.look.line)
}

// abreast gives how many of n signatures stand side by side, how wide each is and
// the gap between: two, or three when they are three, or as the look says.
func (f *flow) abreast(n int) (abreast int, width, gutter float64) {
	abreast, gutter = 2, 9.0
	switch {
	case f.look.abreast > 0:
		abreast = f.look.abreast
	case n == 3:
		abreast = 3
	}
	switch abreast {
	case 1:
		return 1, signOne, 0
	case 3:
		gutter = 6.0
	}
	return abreast, (measure - gutter*float64(abreast-1)) / float64(abreast), gutter
}

// signRow draws people side by side, line by line, so that even a very long name
// can be placed.
func (f *flow) signRow(parent *Elem, people []Signature, width, step float64, more bool) {
	var rows []*strip
	at := func(i int) *strip {
		for len(rows) <= i {
			rows = append(rows, &strip{height: f.look.name.lead, kind: signStrip, keep: true})
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
		}{{p.Name, f.look.name, f.look.name.lead}, {p.Title, f.look.small, f.look.small.lead}} {
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
