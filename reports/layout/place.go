package layout

// press places strips on pages, top to bottom, with their footnotes below.
type press struct {
	f       *flow
	pages   []Page
	bottom1 float64 // where text ends on the first page
	y       float64 // where the next strip begins
	fresh   bool    // nothing stands on the page yet
	feet    []*strip
	rest    []*strip // lines of footnotes for the next page
	counted int      // lines of text on the page
	bar     *Elem    // of the last strip
	barEnd  float64
	leads   []lead
	drafted []Item // what says on every page that it is a draft; nil: not made yet
}

// slack is for sums of decimals.
const slack = 0.01

// begin opens the first page with its letterhead.
func (p *press) begin(items []Item) {
	p.pages = append(p.pages, Page{})
	p.draft()
	p.ink(items, nil)
	if p.y > p.bottom1-3*p.f.look.line { // a letterhead that fills the page
		p.next()
	}
}

// run places all strips, chain by chain, and what is left of the footnotes.
func (p *press) run(strips []*strip) {
	for from := 0; from < len(strips); {
		to := from
		for strips[to].keep && to+1 < len(strips) && !strips[to+1].newPage {
			to++
		}
		p.chain(strips[from : to+1])
		from = to + 1
	}
	p.clear()
	p.feetnotes()
}

// chain places strips that belong together: on this page, or else on a new one,
// or, when no page can hold them, as far as they go.
func (p *press) chain(ss []*strip) {
	p.clear()
	if ss[0].newPage && !p.fresh {
		p.next()
	}
	for {
		lines := p.fits(ss)
		if lines == allLines || lines > 0 && (p.fresh || p.bottom()-p.y > noteVoid*p.f.look.line) {
			for i, s := range ss {
				n := allLines
				if i == len(ss)-1 || !laterNotes(ss[i+1:]) {
					n = lines
				}
				p.put(s, n)
			}
			return
		}
		if p.fresh {
			break
		}
		p.next()
	}
	for _, s := range ss {
		p.clear()
		if p.need(s)+p.notesHeight(s.notes, noteMin) > p.bottom()-p.y+slack && !p.fresh {
			p.next()
		}
		for p.need(s) > p.bottom()-p.y+slack && len(p.feet) > 0 && p.fresh {
			p.next() // the page is full of notes from the one before
		}
		p.put(s, p.roomFor(s))
	}
}

// fits tells how many lines of the chain's last footnote fit below the chain:
// allLines when the footnotes fit whole, 0 when even two do not.
func (p *press) fits(ss []*strip) int {
	y, fresh := p.y, p.fresh
	var notes []*note
	for _, s := range ss {
		y = p.top(s, y, fresh) + s.height
		fresh = false
		notes = append(notes, p.unplaced(s.notes, notes)...)
	}
	room := p.bottom() - y + slack
	if room < 0 {
		return 0
	}
	if p.notesHeight(notes, allLines) <= room {
		return allLines
	}
	if len(notes) == 0 || len(notes[len(notes)-1].lines) < 2*noteMin {
		return 0
	}
	if over := room - p.notesHeight(notes, 0); over >= noteMin*p.f.look.note.lead {
		return min(int(over/p.f.look.note.lead), len(notes[len(notes)-1].lines)-noteMin)
	}
	return 0
}

// top is where the strip begins when the last one ended at y: on a fresh page
// below its table's head.
func (p *press) top(s *strip, y float64, fresh bool) float64 {
	if !fresh {
		y += s.before
	} else if s.again != nil {
		y += s.again.height
	}
	if s.snap {
		y = p.f.look.onGrid(y)
	}
	return y
}

func (p *press) need(s *strip) float64 { return p.top(s, p.y, p.fresh) - p.y + s.height }

// bottom is where text must end on this page, above its footnotes.
func (p *press) bottom() float64 {
	b := p.f.look.bottom
	if len(p.pages) == 1 {
		b = p.bottom1
	}
	if len(p.feet) > 0 {
		b -= noteHead + float64(len(p.feet))*p.f.look.note.lead
	}
	return b
}

// put places a strip and takes its new footnotes, the last of them with so many
// lines on this page.
func (p *press) put(s *strip, lines int) {
	y := p.top(s, p.y, p.fresh)
	page := len(p.pages)
	if p.fresh && s.again != nil {
		p.ink(shift(s.again.items, p.y), nil)
	}
	notes := p.unplaced(s.notes, nil)
	for i, n := range notes {
		n.markPage, n.markY = page, y
		count := len(n.lines)
		if i == len(notes)-1 {
			count = min(count, lines)
		}
		if count < len(n.lines) && len(n.lines)-count < noteMin {
			count = max(0, len(n.lines)-noteMin)
		}
		p.feet = append(p.feet, n.lines[:count]...)
		p.rest = append(p.rest, n.lines[count:]...)
	}
	if s.title != nil {
		b := *s.title
		b.Y = y
		p.page().Bookmarks = append(p.page().Bookmarks, b)
	}
	if s.leads != nil {
		s.leads.toPage, s.leads.toY = page, y
	}
	if s.figure != nil {
		s.figure.BBox = [4]float64{s.frame[0], s.frame[1] + y, s.frame[2], s.frame[3] + y}
	}
	p.drawBar(s, y)
	p.ink(shift(s.items, y), moved(s.links, y))
	if s.entry != nil {
		s.entry.page, s.entry.item = page-1, len(p.page().Items)-2
	}
	p.number(s, y)
	p.y, p.fresh = y+s.height, false
}

func (p *press) page() *Page { return &p.pages[len(p.pages)-1] }

// ink puts items and links on the page as they are.
func (p *press) ink(items []Item, links []link) {
	pg := p.page()
	for _, it := range items {
		if it.Elem != nil && it.Elem.Role == "Figure" && (it.Elem.Inline || it.Kind == Picture) {
			it.Elem.cover(it)
		}
		pg.Items = append(pg.Items, it)
	}
	for _, l := range links {
		if l.note != nil || l.entry != nil {
			p.leads = append(p.leads, lead{len(p.pages), len(pg.Links), l})
		}
		pg.Links = append(pg.Links, l.Link)
	}
}

// cover widens a figure's box to an item.
func (e *Elem) cover(it Item) {
	box := [4]float64{min(it.X, it.X2), min(it.Y, it.Y2), max(it.X, it.X2), max(it.Y, it.Y2)}
	if e.BBox == [4]float64{} {
		e.BBox = box
		return
	}
	e.BBox = [4]float64{min(e.BBox[0], box[0]), min(e.BBox[1], box[1]), max(e.BBox[2], box[2]), max(e.BBox[3], box[3])}
}

func moved(links []link, dy float64) []link {
	out := append([]link(nil), links...)
	shiftLinks(out, dy)
	return out
}

// next ends the page and opens another, beginning with what is left of the
// footnotes.
func (p *press) next() {
	p.feetnotes()
	p.pages = append(p.pages, Page{})
	p.y, p.fresh, p.counted, p.bar = p.f.look.top, true, 0, nil
	p.draft()
	most := int((p.f.look.bottom - p.f.look.top - noteHead) / p.f.look.note.lead)
	n := min(len(p.rest), most)
	if n < len(p.rest) && len(p.rest)-n < noteMin {
		n -= noteMin - (len(p.rest) - n)
	}
	p.feet, p.rest = p.rest[:n:n], p.rest[n:]
}
