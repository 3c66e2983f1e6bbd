package draft

import "fyne.io/fyne/v2"

// reveal scrolls so that the caret's row is in sight.
func (p *page) reveal() {
	item, _, y := p.point()
	if item < 0 {
		return
	}
	const room = 44
	top, height := p.scroll.Offset.Y, p.scroll.Size().Height
	switch {
	case y-room < top:
		p.scrollTo(y - room)
	case y+p.pitch+room > top+height:
		p.scrollTo(y + p.pitch + room - height)
	}
}

// find scrolls to the caret when its row is out of sight; a row at the edge stays
// where it is, under the pointer that chose it.
func (p *page) find() {
	item, _, y := p.point()
	if top := p.scroll.Offset.Y; item >= 0 && (y+p.pitch > top+p.scroll.Size().Height || y < top) {
		p.reveal()
	}
}

// scrollTo puts a height of the board at the top of the window.
func (p *page) scrollTo(y float32) {
	y = max(0, min(round(y), p.board.Size().Height-p.scroll.Size().Height))
	if y == p.scroll.Offset.Y {
		return
	}
	p.scroll.ScrollToOffset(fyne.NewPos(0, y))
	p.fill()
}

// upperThird scrolls a height into the upper third of the window, unless it is
// there already.
func (p *page) upperThird(y float32) {
	h := p.scroll.Size().Height
	if top := p.scroll.Offset.Y; y < top+24 || y > top+h/3 {
		p.scrollTo(y - h/5)
	}
}

// showPlace scrolls a place of the text into the upper third; a section without
// blocks, and a place in none, shows its heading.
func (p *page) showPlace(section, at int) {
	for i, item := range p.items {
		if item.Kind != BlockItem || item.Section != section || i >= len(p.places) {
			continue
		}
		if s := item.unit.span; at <= s.End {
			plan := p.plan(item)
			b := plan.boxes[0]
			for _, next := range plan.boxes {
				if next.span.Start <= at-item.unit.text.Start {
					b = next
				}
			}
			n := rowAt(b.rows, max(0, at-item.unit.text.Start-b.span.Start))
			p.upperThird(p.places[i].y + b.y + float32(n)*p.pitch)
			return
		}
	}
	p.showSection(section)
}

// showSection scrolls a section's heading to the top of the window.
func (p *page) showSection(section int) {
	for i, item := range p.items {
		if item.Kind == HeadingItem && item.Section == section && i < len(p.places) {
			p.scrollTo(p.places[i].y - 20)
			return
		}
	}
}

// showItem scrolls an item into sight.
func (p *page) showItem(i int) {
	at, top, height := p.places[i], p.scroll.Offset.Y, p.scroll.Size().Height
	switch {
	case at.y < top:
		p.scrollTo(at.y - 20)
	case at.y+at.height > top+height:
		p.scrollTo(at.y + at.height + 20 - height)
	}
}
