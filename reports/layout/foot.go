package layout

const (
	footTop     = 271.0 // of the rule above the foot
	footRoom    = 15.6  // mm below it: four lines
	footHighest = 200.0 // what then has no room goes into the text
	footBase    = 4.5   // from the rule to the first baseline
	footLast    = 287.5 // the lowest baseline: printers leave 9 mm white
)

// foot draws up to three address columns below the first page; they are read
// last, each line a P of its own. What has no room there stands as text at the
// paper's end, with nothing between.
func (f *flow) foot() placed {
	columns := f.doc.Foot[:min(3, len(f.doc.Foot))]
	xs, widths := f.footColumns(columns)
	sect := &Elem{Role: "Sect", Parent: f.root}
	room := footLast - footHighest - footBase
	out, deep := placed{top: f.look.bottom}, 0.0
	var over []string
	for i, c := range columns {
		y := 0.0
		for k, s := range c {
			kids := len(sect.Kids)
			items, next := f.stack(sect, xs[i], widths[i], y, f.look.foot, s)
			if next-f.look.foot.lead > room {
				sect.Kids = sect.Kids[:kids]
				over = append(over, c[k:]...)
				break
			}
			out.items, y = append(out.items, items...), next
		}
		deep = max(deep, y)
	}
	if len(out.items)+len(over) == 0 {
		return out
	}
	f.root.Kids = append(f.root.Kids, sect)
	for _, s := range over {
		f.paragraph(sect, Plain(s), setting{x: textLeft, width: measure, style: f.look.foot})
	}
	if len(out.items) == 0 {
		return out
	}
	top := max(footHighest, footTop-max(0, deep-footRoom))
	out.items = append([]Item{f.look.rule(edgeLeft, 0, edgeRight, 0.25)}, shift(out.items, footBase)...)
	out.items = shift(out.items, top)
	out.top = top - 12.5
	return out
}

// footColumns gives the columns' left edges and widths: those of the page; or, when a
// line is wider than its column, as the lines need, from the text's edge or the
// margin.
func (f *flow) footColumns(columns [][]string) (xs, widths []float64) {
	xs, widths = []float64{textLeft, secondCol, rightCol}, []float64{secondCol - textLeft - 2, rightCol - secondCol - 2, edgeRight - rightCol}
	wish, least := make([]float64, len(columns)), make([]float64, len(columns))
	lines, words := true, true // fit
	for i, c := range columns {
		for _, s := range c {
			ps := f.pieces(&Elem{}, nil, Plain(s), f.look.foot, hyphenNever)
			wish[i], least[i] = max(wish[i], natural(ps)), max(least[i], f.minimal(ps))
		}
		lines, words = lines && wish[i] <= widths[i], words && least[i] <= widths[i]
	}
	gaps := columnGap * float64(len(columns)-1)
	left := textLeft
	if sum(wish) > edgeRight-left-gaps {
		left = edgeLeft
	}
	if room := edgeRight - left - gaps; !lines && (!words || sum(wish) <= room) {
		widths = share(wish, least, room, func(int) bool { return true })
		for i, w := range widths {
			xs[i] = left
			left += w + columnGap
		}
	}
	return xs, widths
}
