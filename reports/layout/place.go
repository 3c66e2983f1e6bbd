package layout

import (
	"math"
	"strconv"
	"strings"
)

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
}

// lead is a link whose target is not placed yet.
type lead struct {
	page, link int
	note       *note
	back       bool
}

const (
	noteHead = 4.4      // above the footnotes: space and rule
	noteRule = 23.0     // mm
	noteVoid = 6 * line // emptier than this, a page takes part of a footnote
	noteMin  = 2        // lines of a footnote on each page
	slack    = 0.01     // for sums of decimals
	allLines = math.MaxInt / 2
)

// begin opens the first page with its letterhead.
func (p *press) begin(items []Item) {
	p.pages = append(p.pages, Page{})
	p.draft()
	p.ink(items, nil)
	if p.y > p.bottom1-3*line { // a letterhead that fills the page
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
		if lines == allLines || lines > 0 && (p.fresh || p.bottom()-p.y > noteVoid) {
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

// clear turns pages until nothing is left of footnotes that began before.
func (p *press) clear() {
	for len(p.rest) > 0 {
		p.next()
	}
}

func laterNotes(ss []*strip) bool {
	for _, s := range ss {
		if len(s.notes) > 0 {
			return true
		}
	}
	return false
}

// fits tells how many lines of the chain's last footnote fit below the chain:
// allLines when the footnotes fit whole, 0 when even two do not.
func (p *press) fits(ss []*strip) int {
	y, fresh := p.y, p.fresh
	var notes []*note
	for _, s := range ss {
		y = s.top(y, fresh) + s.height
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
	if over := room - p.notesHeight(notes, 0); over >= noteMin*noteStyle.lead {
		return min(int(over/noteStyle.lead), len(notes[len(notes)-1].lines)-noteMin)
	}
	return 0
}

// unplaced drops the notes that have their place already, here or before.
func (p *press) unplaced(ns, also []*note) []*note {
	var out []*note
	for _, n := range ns {
		seen := n.markPage > 0
		for _, o := range append(also, out...) {
			seen = seen || o == n
		}
		if !seen {
			out = append(out, n)
		}
	}
	return out
}

// notesHeight is the room that footnotes take, the last of them cut to lines.
func (p *press) notesHeight(ns []*note, lines int) float64 {
	h := 0.0
	for i, n := range ns {
		count := len(n.lines)
		if i == len(ns)-1 {
			count = min(count, lines)
		}
		h += float64(count) * noteStyle.lead
	}
	if len(ns) > 0 && len(p.feet) == 0 {
		h += noteHead
	}
	return h
}

// roomFor tells how many lines of the strip's last new footnote fit.
func (p *press) roomFor(s *strip) int {
	notes := p.unplaced(s.notes, nil)
	room := p.bottom() - s.top(p.y, p.fresh) - s.height - p.notesHeight(notes, 0)
	return max(0, int((room+slack)/noteStyle.lead))
}

// top is where the strip begins when the last one ended at y: on a fresh page
// below its table's head.
func (s *strip) top(y float64, fresh bool) float64 {
	if !fresh {
		y += s.before
	} else if s.again != nil {
		y += s.again.height
	}
	if s.snap {
		y = onGrid(y)
	}
	return y
}

func (p *press) need(s *strip) float64 { return s.top(p.y, p.fresh) - p.y + s.height }

// bottom is where text must end on this page, above its footnotes.
func (p *press) bottom() float64 {
	b := pageBottom
	if len(p.pages) == 1 {
		b = p.bottom1
	}
	if len(p.feet) > 0 {
		b -= noteHead + float64(len(p.feet))*noteStyle.lead
	}
	return b
}

// put places a strip and takes its new footnotes, the last of them with so many
// lines on this page.
func (p *press) put(s *strip, lines int) {
	y := s.top(p.y, p.fresh)
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
	p.drawBar(s, y)
	p.ink(shift(s.items, y), moved(s.links, y))
	p.number(s, y)
	p.y, p.fresh = y+s.height, false
}

// drawBar draws the bar of decisions, joined to the one above on the same page.
func (p *press) drawBar(s *strip, y float64) {
	if s.bar != nil {
		from := y + 0.4
		if p.bar == s.bar {
			from = p.barEnd
		}
		p.barEnd = y + s.height + 0.4
		p.ink([]Item{{Kind: Box, X: markLeft, Y: from, X2: markLeft + markWidth, Y2: p.barEnd, Fill: Black}}, nil)
	}
	p.bar = s.bar
}

// number draws a line number beside every n-th line of text.
func (p *press) number(s *strip, y float64) {
	if every := p.f.doc.LineNumbers; s.counts && every > 0 {
		p.counted++
		if p.counted%every == 0 {
			n, edge := strconv.Itoa(p.counted), numberEdge
			if s.bar != nil {
				edge = markLeft - 1.5
			}
			it := p.f.say(nil, edge-p.f.width(n, countStyle), y+s.base, n, countStyle)
			it.Artifact = LayoutArtifact
			p.ink([]Item{it}, nil)
		}
	}
}

func (p *press) page() *Page { return &p.pages[len(p.pages)-1] }

// ink puts items and links on the page as they are.
func (p *press) ink(items []Item, links []link) {
	pg := p.page()
	for _, it := range items {
		if it.Elem != nil && it.Elem.Role == "Figure" {
			it.Elem.cover(it)
		}
		pg.Items = append(pg.Items, it)
	}
	for _, l := range links {
		if l.note != nil {
			p.leads = append(p.leads, lead{len(p.pages), len(pg.Links), l.note, l.back})
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
	p.y, p.fresh, p.counted, p.bar = pageTop, true, 0, nil
	p.draft()
	most := int((pageBottom - pageTop - noteHead) / noteStyle.lead)
	n := min(len(p.rest), most)
	if n < len(p.rest) && len(p.rest)-n < noteMin {
		n -= noteMin - (len(p.rest) - n)
	}
	p.feet, p.rest = p.rest[:n:n], p.rest[n:]
}

// feetnotes draws the footnotes at the bottom of the page.
func (p *press) feetnotes() {
	if len(p.feet) == 0 {
		return
	}
	y := p.bottom() + 2.6
	p.ink([]Item{rule(textLeft, y, textLeft+noteRule, 0.5)}, nil)
	y += 1.4
	for _, s := range p.feet {
		if s.note != nil {
			s.note.page, s.note.y = len(p.pages), y
		}
		p.ink(shift(s.items, y), moved(s.links, y))
		y += s.height
	}
	p.feet = nil
}

// finish draws what needs the number of pages, and closes the links.
func (p *press) finish() {
	for i := range p.pages {
		p.running(i)
	}
	for _, l := range p.leads {
		k := &p.pages[l.page-1].Links[l.link]
		if l.back {
			k.ToPage, k.ToY = l.note.markPage, l.note.markY
		} else {
			k.ToPage, k.ToY = l.note.page, l.note.y
		}
	}
}

// running draws the page number, and from page two the running head.
func (p *press) running(i int) {
	f, h := p.f, p.f.doc.Head
	number := fill(fill(f.doc.Words.Page, "n", strconv.Itoa(i+1)), "of", strconv.Itoa(len(p.pages)))
	w := f.width(number, runningStyle)
	pg := &p.pages[i]
	if i > 0 {
		name := f.short(h.Name, runningBold, midCol-edgeLeft-4)
		pg.Items = append(pg.Items, f.say(nil, edgeLeft, headBase, name, runningBold))
		x := edgeLeft + f.width(name, runningBold) + 2.2
		body := strings.Trim(h.Body+"   ·   "+h.Draft, " ·")
		if room := midCol - 3 - x; room > 10 {
			pg.Items = append(pg.Items, f.say(nil, x, headBase, f.short(body, runningStyle, room), runningStyle))
		}
		kind := f.short(strings.TrimSpace(h.Kind+"  "+h.Number), runningStyle, edgeRight-midCol-w-3)
		pg.Items = append(pg.Items, f.say(nil, midCol, headBase, kind, runningStyle))
		head := rule(edgeLeft, 19.25, edgeRight, 0.25)
		head.Artifact = HeaderArtifact
		pg.Items = append(pg.Items, head)
	}
	pg.Items = append(pg.Items, f.say(nil, edgeRight-w, headBase, number, runningStyle))
}
