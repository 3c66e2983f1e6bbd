package layout

import "math"

const (
	noteHead = 4.4  // above the footnotes: space and rule
	noteRule = 23.0 // mm
	noteVoid = 6.0  // lines; emptier than this, a page takes part of a footnote
	noteMin  = 2    // lines of a footnote on each page
	allLines = math.MaxInt / 2
)

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
		h += float64(count) * p.f.look.note.lead
	}
	if len(ns) > 0 && len(p.feet) == 0 {
		h += noteHead
	}
	return h
}

// roomFor tells how many lines of the strip's last new footnote fit.
func (p *press) roomFor(s *strip) int {
	notes := p.unplaced(s.notes, nil)
	room := p.bottom() - p.top(s, p.y, p.fresh) - s.height - p.notesHeight(notes, 0)
	return max(0, int((room+slack)/p.f.look.note.lead))
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
