package draft

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yttra/app"
	"yttra/screens/parts"
)

// The page as the hand that leads the live entry: what a key means at the edges
// of a block, and where the caret goes.

// pressed puts the caret in a block that was clicked, at the letter under the
// pointer.
func (p *page) pressed(k cellKey, e *desktop.MouseEvent) {
	i := p.itemOf(k)
	if i < 0 {
		return
	}
	if e.Modifier&fyne.KeyModifierShift != 0 && p.choose(i) {
		return
	}
	p.chosen = choice{}
	p.goal = -1
	p.caretIn(i, e.Position.X-pageSide, e.Position.Y)
	p.focusText()
	if e.Button == desktop.MouseButtonSecondary {
		p.menu(e.AbsolutePosition)
		return
	}
	p.clicked()
}

// pressedBeside puts the caret in the block nearest to a click that met nothing.
func (p *page) pressedBeside(e *desktop.MouseEvent) {
	best, least := -1, float32(60) // farther away is nowhere
	for i, at := range p.places {
		if p.items[i].Kind != BlockItem {
			continue
		}
		away := max(at.y-e.Position.Y, e.Position.Y-at.y-at.height, 0)
		if away < least {
			best, least = i, away
		}
	}
	p.beside = best >= 0
	if p.beside {
		at := p.places[best]
		p.chosen, p.goal = choice{}, -1
		p.caretIn(best, e.Position.X-p.left()-pageSide, max(0, min(e.Position.Y-at.y, at.height-1)))
		p.focusText()
	}
}

// letGo gives the text the keyboard again after such a click; Fyne takes it away
// when the button goes down and up outside what has it.
func (p *page) letGo() {
	if p.beside {
		p.focusText()
	}
}

func (p *page) itemOf(k cellKey) int {
	for i, item := range p.items {
		if keyOfItem(item) == k {
			return i
		}
	}
	return -1
}

// caretIn sets the caret at a point of a block, in its own coordinates.
func (p *page) caretIn(i int, x, y float32) {
	item := p.items[i]
	rows := p.rows(item)
	n := max(0, min(int(y/p.pitch), len(rows)-1))
	p.caretAt(item, rows[n].offset(x, serif))
}

func (p *page) caretAt(item Item, at int) {
	blocks := blocksOf(p.model.text(item.Section))
	if item.N < len(blocks) {
		p.model.Place(Caret{item.Section, blocks[item.N].Start + at})
		p.hears.caretMoved()
	}
}

// focusText gives the live entry the keyboard.
func (p *page) focusText() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.board); c != nil {
		c.Focus(p.live)
	}
}

// clicked opens the card of the finding at the caret.
func (p *page) clicked() {
	if i := p.liveItem(); i >= 0 {
		at := p.live.at()
		for _, m := range p.items[i].Marks {
			if m.Severity != "" && m.Span.Start <= at && at < m.Span.End {
				p.hears.cardWanted(m.Key)
				return
			}
		}
	}
}

func (p *page) typed(text string) {
	p.goal = -1
	p.model.Typed(text, p.live.at())
	p.reveal()
}

func (p *page) moved() {
	if p.liveItem() < 0 {
		return
	}
	section, _, s := p.model.Block()
	p.model.Place(Caret{section, s.Start + p.live.at()})
	p.drawCaret()
}

func (p *page) focused(on bool) {
	p.focus = on
	p.drawCaret()
}

func (p *page) scrolled(e *fyne.ScrollEvent) { p.scroll.Scrolled(e) }

// key takes the keys that mean more than the block.
func (p *page) key(e *fyne.KeyEvent) bool {
	if p.chosen.on && p.chosenKey(e) {
		return true
	}
	if p.leavingKey(e) {
		return true
	}
	if p.live.SelectedText() != "" && e.Name != fyne.KeyReturn && e.Name != fyne.KeyEnter {
		return p.live.shift && p.chooseKey(e)
	}
	if e.Name != fyne.KeyUp && e.Name != fyne.KeyDown && e.Name != fyne.KeyPageUp && e.Name != fyne.KeyPageDown {
		p.goal = -1
	}
	at, text := p.live.at(), p.live.Text
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		p.live.erase()
		at = p.live.at()
		p.model.Enter(app.Span{Start: at, End: at})
	case fyne.KeyBackspace:
		return p.backspace(text, at)
	case fyne.KeyDelete:
		return p.delete(text, at)
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		if p.live.shift {
			return p.chooseKey(e)
		}
		return p.moveKey(e, text, at)
	default:
		return false
	}
	p.reveal()
	return true
}

// leavingKey takes the keys that leave the text.
func (p *page) leavingKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyTab:
		if p.live.shift {
			p.hears.leaveText("outline")
		} else {
			p.hears.leaveText("findings")
		}
	case fyne.KeyEscape:
		p.hears.leaveText("outline")
	case fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF10:
		parts.PassKey(p.live, e)
	default:
		return false
	}
	return true
}

// backspace joins at the start of a block, and takes whole letters.
func (p *page) backspace(text string, at int) bool {
	if at == 0 {
		p.model.JoinBefore()
		p.reveal()
		return true
	}
	start := clusterBefore(text, at)
	if _, n := utf8.DecodeRuneInString(text[start:]); start+n == at {
		return false
	}
	p.model.Typed(text[:start]+text[at:], start)
	return true
}

func (p *page) delete(text string, at int) bool {
	if at == len(text) {
		p.model.JoinAfter()
		return true
	}
	end := clusterAfter(text, at)
	if _, n := utf8.DecodeRuneInString(text[at:]); at+n == end {
		return false
	}
	p.model.Typed(text[:at]+text[end:], at)
	return true
}

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
		s := blocksOf(p.model.text(section))[item.N]
		if at <= s.End {
			rows := p.rows(item)
			p.upperThird(p.places[i].y + float32(rowAt(rows, max(0, at-s.Start)))*p.pitch)
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
