package layout

// itemTitle adds the title of an item in minutes: its number in the margin, read
// first, and the title beside it. A number that has no room there opens the title.
func (f *flow) itemTitle(parent *Elem, b Block) {
	s := setting{x: textLeft, width: measure, style: f.look.annex, before: 11, kind: headStrip, together: true, keep: true, even: true, counts: true}
	h := parent.Add("H1")
	runs, hung := b.Runs, b.Label != "" && f.width(b.Label, f.look.annex) <= textLeft-edgeLeft-1
	if b.Label != "" && !hung {
		runs = append([]Run{{Text: b.Label + " "}}, runs...)
	}
	first := len(f.strips)
	ls := f.lines(h, parent, runs, s)
	if len(ls) == 0 {
		return
	}
	f.strips[first].title = &Bookmark{Title: plain(runs)}
	if hung {
		ls[0].title.Title = b.Label + " " + ls[0].title.Title
		ls[0].items = append([]Item{f.say(h, edgeLeft, ls[0].base, b.Label+" ", f.look.annex)}, ls[0].items...)
	}
	f.space(f.look.half)
}

// caseNumber adds the diarienummer below an item's title.
func (f *flow) caseNumber(parent *Elem, b Block) {
	f.keepLast(1)
	f.paragraph(parent, b.Runs, setting{x: textLeft, width: measure, style: f.look.value, together: true, keep: true, kind: headStrip})
	f.space(f.look.half)
}
