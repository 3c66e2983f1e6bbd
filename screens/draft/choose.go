package draft

import (
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
)

// choice is a run of blocks of one section that are selected as wholes; it
// begins where a selection leaves its block.
type choice struct {
	on           bool
	anchor, head int // items
}

func (c choice) has(item int) bool {
	return c.on && item >= min(c.anchor, c.head) && item <= max(c.anchor, c.head)
}

// selectable tells whether a selection still stands on blocks of one section,
// after another hand has changed the text.
func (p *page) selectable(c choice) bool {
	a, b := min(c.anchor, c.head), max(c.anchor, c.head)
	return a >= 0 && b < len(p.items) && p.items[a].Kind == BlockItem && p.items[b].Kind == BlockItem && p.items[a].Section == p.items[b].Section
}

// choose selects from the caret's block to another of its section.
func (p *page) choose(to int) bool {
	from := p.liveItem()
	if p.chosen.on {
		from = p.chosen.anchor
	}
	if from < 0 || to < 0 || p.items[from].Section != p.items[to].Section || p.items[to].Kind != BlockItem {
		return false
	}
	p.chosen = choice{true, from, to}
	if p.live.SelectedText() != "" {
		p.live.quiet = true
		p.live.unselect()
		p.live.quiet = false
	}
	p.show()
	return true
}

// chooseKey lets Shift with an arrow leave the block, where the entry can go no
// further.
func (p *page) chooseKey(e *fyne.KeyEvent) bool {
	at, by := p.live.at(), 0
	n := rowAt(p.raw, at)
	switch {
	case e.Name == fyne.KeyUp && n == 0, e.Name == fyne.KeyLeft && at == 0, e.Name == fyne.KeyPageUp:
		by = -1
	case e.Name == fyne.KeyDown && n == len(p.raw)-1, e.Name == fyne.KeyRight && at == len(p.live.Text), e.Name == fyne.KeyPageDown:
		by = 1
	default:
		return false
	}
	return p.choose(p.blockFrom(p.liveItem(), by))
}

// chosenKey takes the keys while whole blocks are selected.
func (p *page) chosenKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyUp, fyne.KeyLeft:
		return p.chosenMove(-1)
	case fyne.KeyDown, fyne.KeyRight:
		return p.chosenMove(1)
	case fyne.KeyBackspace, fyne.KeyDelete:
		p.removeChosen()
	case fyne.KeyReturn, fyne.KeyEnter:
		p.emptyChosen()
	case fyne.KeyEscape:
		p.unchoose()
	default:
		return false
	}
	return true
}

// chosenMove stretches the selection with Shift, and drops it without.
func (p *page) chosenMove(by int) bool {
	if p.live.shift {
		if next := p.blockFrom(p.chosen.head, by); next >= 0 {
			p.choose(next)
			p.showItem(next)
		}
		return true
	}
	head := p.chosen.head
	p.unchoose()
	at := 0
	if by > 0 {
		at = len(p.items[head].Text)
	}
	p.caretAt(p.items[head], at)
	p.reveal()
	return true
}

func (p *page) unchoose() {
	p.chosen = choice{}
	p.show()
}

// chosenBlocks gives section and numbers of the selected blocks.
func (p *page) chosenBlocks() (section, from, to int) {
	a, b := p.items[min(p.chosen.anchor, p.chosen.head)], p.items[max(p.chosen.anchor, p.chosen.head)]
	return a.Section, a.N, b.N
}

func (p *page) chosenText() string {
	section, from, to := p.chosenBlocks()
	text := p.model.text(section)
	blocks := blocksOf(text)
	return text[blocks[from].Start:blocks[to].End]
}

func (p *page) removeChosen() {
	section, from, to := p.chosenBlocks()
	p.chosen = choice{}
	p.model.RemoveBlocks(section, from, to)
	p.reveal()
}

// emptyChosen leaves one empty block in their place, for what is typed next.
func (p *page) emptyChosen() {
	section, from, to := p.chosenBlocks()
	p.chosen = choice{}
	p.model.EmptyBlocks(section, from, to)
	p.reveal()
}

// letter is told before a letter is typed: it takes the place of what is
// selected.
func (p *page) letter(rune) {
	if p.chosen.on {
		p.emptyChosen()
	}
}

// chosenAll is Ctrl+A: first the block, then the section.
func (p *page) chosenAll() bool {
	i := p.liveItem()
	if i < 0 || strings.TrimSpace(p.live.Text) != "" && p.live.SelectedText() != p.live.Text && !p.chosen.on {
		return false
	}
	first, last := i, i
	for n := range p.items {
		if p.items[n].Kind == BlockItem && p.items[n].Section == p.items[i].Section {
			first, last = min(first, n), max(last, n)
		}
	}
	p.chosen = choice{true, first, last}
	p.choose(last)
	return true
}

// draggedOut selects whole blocks when the pointer is dragged out of the live
// one.
func (p *page) draggedOut(e *fyne.DragEvent) bool {
	y := e.Position.Y + p.live.dress.Position().Y
	i := p.liveItem()
	if i < 0 {
		return false
	}
	if at := p.places[i]; y >= at.y-2 && y <= at.y+at.height+2 {
		if p.chosen.on {
			p.unchoose()
		}
		return false
	}
	for n, at := range p.places {
		if p.items[n].Kind == BlockItem && p.items[n].Section == p.items[i].Section && y >= at.y && y < at.y+at.height {
			return p.choose(n)
		}
	}
	return p.chosen.on
}

// EmptyBlocks replaces blocks from..to of a section with an empty one.
func (m *Model) EmptyBlocks(section, from, to int) {
	text := m.text(section)
	blocks := blocksOf(text)
	if from < 0 || to >= len(blocks) || from > to {
		return
	}
	out, at := change(text, app.Span{Start: blocks[from].Start, End: blocks[to].End}, "")
	m.set(section, out, at, true)
}
