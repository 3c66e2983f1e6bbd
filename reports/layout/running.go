package layout

import (
	"strconv"
	"strings"
)

// lead is a link whose target is not placed yet.
type lead struct {
	page, at int
	to       link
}

// finish draws what needs the number of pages, and closes the links.
func (p *press) finish() {
	for i := range p.pages {
		p.running(i)
	}
	for _, l := range p.leads {
		k := &p.pages[l.page-1].Links[l.at]
		switch {
		case l.to.entry != nil:
			k.ToPage, k.ToY = l.to.entry.toPage, l.to.entry.toY
			k.Contents = fill(k.Contents, "n", strconv.Itoa(k.ToPage))
		case l.to.back:
			k.ToPage, k.ToY = l.to.note.markPage, l.to.note.markY
		default:
			k.ToPage, k.ToY = l.to.note.page, l.to.note.y
		}
	}
	for _, e := range p.f.entries {
		p.numberEntry(e)
	}
}

// running draws the page number, and from page two the running head.
func (p *press) running(i int) {
	f, h, k := p.f, p.f.doc.Head, &p.f.look
	number := fill(fill(f.doc.Words.Page, "n", strconv.Itoa(i+1)), "of", strconv.Itoa(len(p.pages)))
	w := f.width(number, k.running)
	pg := &p.pages[i]
	say := func(x float64, s string, st style) {
		if s != "" {
			pg.Items = append(pg.Items, f.say(nil, x, headBase, s, st))
		}
	}
	if i > 0 {
		kind, right := strings.TrimSpace(h.Kind+"  "+h.Number), edgeRight-w-3
		middle := max(secondCol, min(midCol, right-f.width(kind, k.running))) // a long one begins further to the left
		name := f.short(h.Name, k.runningBold, middle-edgeLeft-4)
		say(edgeLeft, name, k.runningBold)
		x := edgeLeft + f.width(name, k.runningBold) + 2.2
		body := strings.Trim(h.Body+"   ·   "+h.Draft, " ·")
		if room := middle - 3 - x; room > 10 {
			say(x, f.short(body, k.running, room), k.running)
		}
		say(middle, f.short(kind, k.running, right-middle), k.running)
		head := k.rule(edgeLeft, 19.25, edgeRight, 0.25)
		head.Artifact = HeaderArtifact
		pg.Items = append(pg.Items, head)
	}
	say(edgeRight-w, number, k.running)
}

// drawBar draws the bar of decisions, joined to the one above on the same page.
func (p *press) drawBar(s *strip, y float64) {
	if s.bar != nil {
		from := y + 0.4
		if p.bar == s.bar {
			from = p.barEnd
		}
		p.barEnd = y + s.height + 0.4
		p.ink([]Item{{Kind: Box, X: markLeft, Y: from, X2: markLeft + markWidth, Y2: p.barEnd, Fill: p.f.look.ink}}, nil)
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
			it := p.f.say(nil, edge-p.f.width(n, p.f.look.count), y+s.base, n, p.f.look.count)
			it.Artifact = LayoutArtifact
			p.ink([]Item{it}, nil)
		}
	}
}
