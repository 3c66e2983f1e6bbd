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
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(p.board)
	if ws := driver.AllWindows(); c == nil && len(ws) > 0 { // not drawn yet: Fyne does not know where it stands
		c = ws[0].Canvas()
	}
	if c != nil {
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
	if p.liveItem() < 0 {
		return
	}
	p.goal = -1
	p.model.Typed(text, p.live.at())
	p.reveal()
}

func (p *page) moved() {
	if p.liveItem() < 0 {
		return
	}
	section, _, s := p.model.Block()
	if now := (Caret{section, s.Start + p.live.at()}); now != p.model.caret { // an entry also says so when it only loses the focus
		p.model.Place(now)
	}
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
	if p.leavingKey(e) || p.liveItem() < 0 {
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
