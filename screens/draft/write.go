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
	if p.toCost(e) {
		return
	}
	if e.Button == desktop.MouseButtonSecondary {
		p.menu(e.AbsolutePosition)
		return
	}
	p.clicked(e)
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
	plan := p.plan(item)
	b := plan.boxes[plan.boxAt(x, y)]
	n := max(0, min(int((y-b.y)/p.pitch), len(b.rows)-1))
	p.caretAt(item, b.span.Start+b.rows[n].offset(x-b.x, serif))
}

// caretAt sets the caret at an offset of a block's text.
func (p *page) caretAt(item Item, at int) {
	p.model.Place(Caret{item.Section, item.unit.text.Start + at})
	p.hears.caretMoved()
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

// clicked is told of every click in the text, when the caret is at the letter. The
// second in the same place selects the word, the third the paragraph; the first
// opens the card of a finding there.
func (p *page) clicked(e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary || p.live.shift || p.toCost(e) {
		return
	}
	at := p.live.at()
	switch p.clicks.count(e.AbsolutePosition, p.now()) {
	case 2:
		p.choosePart(wordNear(p.live.source, at))
		return
	case 3:
		p.choosePart(app.Span{End: len(p.live.source)})
		return
	}
	if i := p.liveItem(); i >= 0 {
		at += p.items[i].spot.Start
		for _, m := range p.items[i].Marks {
			if m.Severity != "" && m.Span.Start <= at && at < m.Span.End {
				p.hears.cardWanted(m.Key)
				return
			}
		}
	}
}

func (p *page) typed(text string, at int) {
	if p.liveItem() < 0 {
		return
	}
	p.goal = -1
	p.model.Typed(text, at)
	p.reveal()
}

// typedHere takes what the entry is to show, with the caret in it.
func (p *page) typedHere(shown string, caret int) {
	at := p.live.turn(shown, caret)
	p.model.Typed(p.live.source, at)
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

// focused is told when the keyboard comes to the text or leaves it; it never comes
// to what is out of sight.
func (p *page) focused(on bool) {
	p.focus = on
	p.drawCaret()
	if on {
		p.find()
	}
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
	at, text := p.live.shownAt(), p.live.Text
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		p.live.erase()
		at = p.live.at()
		p.model.Enter(app.Span{Start: at, End: at})
		p.hears.caretMoved()
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
		p.tabbed()
	case fyne.KeyEscape:
		p.hears.leaveText("outline")
	case fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF10:
		parts.PassKey(p.live, e)
	default:
		return false
	}
	return true
}

// tabbed is Tab: the next cell of a table, a level further in in a list; elsewhere
// it leaves the text for the findings. With Shift it goes the other way: what
// stands above the caret, then the outline.
func (p *page) tabbed() {
	by := 1
	if p.live.shift {
		by = -1
	}
	if p.liveItem() >= 0 && (p.model.InTable() && p.model.NextCell(by) || p.model.Indent(by)) {
		p.hears.caretMoved()
		p.reveal()
		return
	}
	switch {
	case by > 0:
		p.hears.leaveText("next")
	case !p.backward():
		p.hears.leaveText("outline")
	}
}

// backspace joins at the start of a block, and takes whole letters.
func (p *page) backspace(text string, at int) bool {
	if at == 0 {
		p.model.JoinBefore()
		p.hears.caretMoved()
		p.reveal()
		return true
	}
	if text[at-1] == ']' && p.model.EraseNote(p.live.at()) {
		return true
	}
	start := clusterBefore(text, at)
	if _, n := utf8.DecodeRuneInString(text[start:]); start+n == at {
		return false
	}
	p.typedHere(text[:start]+text[at:], start)
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
	p.typedHere(text[:at]+text[end:], at)
	return true
}
