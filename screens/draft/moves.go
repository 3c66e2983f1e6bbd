package draft

import (
	"fyne.io/fyne/v2"

	"yttra/app/markup"
)

// moveKey moves the caret over the edges of the block, by rows and by screens.
func (p *page) moveKey(e *fyne.KeyEvent, text string, at int) bool {
	switch e.Name {
	case fyne.KeyLeft:
		if at > 0 {
			p.stepTo(clusterBefore(text, at))
			return true
		}
		p.model.Before()
	case fyne.KeyRight:
		if at < len(text) {
			p.stepTo(clusterAfter(text, at))
			return true
		}
		p.model.After()
	case fyne.KeyUp:
		p.moveRows(-1)
	case fyne.KeyDown:
		p.moveRows(1)
	case fyne.KeyPageUp:
		p.movePage(-1)
	case fyne.KeyPageDown:
		p.movePage(1)
	}
	p.hears.caretMoved()
	p.reveal()
	return true
}

// stepTo moves the caret inside what the entry shows.
func (p *page) stepTo(shown int) {
	at := p.live.read.Place(markup.Span{Start: shown, End: shown}).Start
	_, _, s := p.model.Block()
	p.model.Place(Caret{p.model.caret.Section, s.Start + at})
	if _, b, ok := p.liveBox(); ok {
		p.live.show(p.live.source, b.rows, at, b.bold)
	}
	p.drawCaret()
	p.reveal()
}

// point is where the caret stands on the board: its row's top, and its x in the
// text of the page.
func (p *page) point() (item int, x, y float32) {
	item, b, ok := p.liveBox()
	if !ok {
		return -1, 0, 0
	}
	at := p.live.at()
	n := rowAt(b.rows, at)
	x = b.x + b.rows[n].x(at, serif)
	if p.goal >= 0 {
		x = p.goal
	}
	return item, x, p.places[item].y + b.y + float32(n)*p.pitch
}

// moveRows moves the caret a row up or down, into the next cell or block at an
// edge.
func (p *page) moveRows(by int) {
	item, x, _ := p.point()
	if item < 0 {
		return
	}
	p.goal = x
	plan := p.plan(p.items[item])
	b := plan.boxes[plan.live]
	if n := rowAt(b.rows, p.live.at()) + by; n >= 0 && n < len(b.rows) {
		p.caretAt(p.items[item], b.span.Start+b.rows[n].offset(x-b.x, serif))
		return
	}
	if n := plan.boxFrom(plan.live, by, x); n >= 0 {
		p.caretInBox(p.items[item], plan.boxes[n], x, by)
		return
	}
	next := p.blockFrom(item, by)
	switch {
	case next >= 0:
		plan := p.plan(p.items[next])
		y := float32(0)
		if by < 0 {
			y = plan.height
		}
		p.caretInBox(p.items[next], plan.boxes[plan.boxAt(x, y)], x, by)
	case by < 0:
		p.caretAt(p.items[item], b.span.Start)
	default:
		p.caretAt(p.items[item], b.span.End)
	}
}

// caretInBox sets the caret in a box that was entered from above (1) or below.
func (p *page) caretInBox(item Item, b box, x float32, by int) {
	n := 0
	if by < 0 {
		n = len(b.rows) - 1
	}
	p.caretAt(item, b.span.Start+b.rows[n].offset(x-b.x, serif))
}

// blockFrom is the next block in a direction; -1 when there is none.
func (p *page) blockFrom(item, by int) int {
	for i := item + by; i >= 0 && i < len(p.items); i += by {
		if p.items[i].Kind == BlockItem {
			return i
		}
	}
	return -1
}

// movePage moves the caret as far as the window is tall.
func (p *page) movePage(by int) {
	item, x, y := p.point()
	if item < 0 {
		return
	}
	p.goal = x
	y += float32(by) * (p.scroll.Size().Height - 2*p.pitch)
	best := item
	for i := p.blockFrom(item, by); i >= 0; i = p.blockFrom(i, by) {
		best = i
		if p.places[i].y <= y && y < p.places[i].y+p.places[i].height || (p.places[i].y > y) == (by > 0) {
			break
		}
	}
	p.caretIn(best, x, max(0, min(y-p.places[best].y, p.places[best].height-1)))
}
