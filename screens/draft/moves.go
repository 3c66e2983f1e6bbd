package draft

import "fyne.io/fyne/v2"

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

// stepTo moves the caret inside the live block.
func (p *page) stepTo(at int) {
	_, _, s := p.model.Block()
	p.model.Place(Caret{p.model.caret.Section, s.Start + at})
	p.live.show(p.live.Text, p.raw, at)
	p.drawCaret()
	p.reveal()
}

// point is where the caret stands on the board: its row's top and x.
func (p *page) point() (item int, x, y float32) {
	item = p.liveItem()
	if item < 0 || item >= len(p.places) {
		return -1, 0, 0
	}
	at := p.live.at()
	n := rowAt(p.raw, at)
	x = p.raw[n].x(at, serif)
	if p.goal >= 0 {
		x = p.goal
	}
	return item, x, p.places[item].y + float32(n)*p.pitch
}

// moveRows moves the caret a row up or down, into the next block at an edge.
func (p *page) moveRows(by int) {
	item, x, y := p.point()
	if item < 0 {
		return
	}
	p.goal = x
	n := int((y-p.places[item].y)/p.pitch+0.5) + by
	switch {
	case n >= 0 && n < len(p.raw):
		p.caretAt(p.items[item], p.raw[n].offset(x, serif))
	default:
		if next := p.blockFrom(item, by); next >= 0 {
			h := float32(0)
			if by < 0 {
				h = p.places[next].height - 1
			}
			p.caretIn(next, x, h)
		} else if by < 0 {
			p.caretAt(p.items[item], 0)
		} else {
			p.caretAt(p.items[item], len(p.items[item].Text))
		}
	}
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
