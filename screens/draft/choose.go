package draft

import (
	"strings"

	"fyne.io/fyne/v2"
)

// choice is a run of blocks that are selected as wholes; it begins where a
// selection leaves its block.
type choice struct {
	on           bool
	anchor, head int // items
}

func (c choice) has(item int) bool {
	return c.on && item >= min(c.anchor, c.head) && item <= max(c.anchor, c.head)
}

// selectable tells whether a selection still stands on blocks, after another hand
// has changed the text.
func (p *page) selectable(c choice) bool {
	a, b := min(c.anchor, c.head), max(c.anchor, c.head)
	return a >= 0 && b < len(p.items) && p.items[a].Kind == BlockItem && p.items[b].Kind == BlockItem
}

// choose selects from the caret's block to another.
func (p *page) choose(to int) bool {
	from := p.liveItem()
	if p.chosen.on {
		from = p.chosen.anchor
	}
	if from < 0 || to < 0 || p.items[to].Kind != BlockItem {
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
	_, b, ok := p.liveBox()
	n := 0
	if ok {
		n = rowAt(b.rows, at)
	}
	switch {
	case e.Name == fyne.KeyUp && n == 0, e.Name == fyne.KeyLeft && at == 0, e.Name == fyne.KeyPageUp:
		by = -1
	case e.Name == fyne.KeyDown && n == len(b.rows)-1, e.Name == fyne.KeyRight && at == len(p.live.source), e.Name == fyne.KeyPageDown:
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

// chosenRuns are the selected blocks, a run for each section.
func (p *page) chosenRuns() []UnitRun {
	var out []UnitRun
	for i := min(p.chosen.anchor, p.chosen.head); i <= max(p.chosen.anchor, p.chosen.head); i++ {
		item := p.items[i]
		if item.Kind != BlockItem {
			continue
		}
		if n := len(out) - 1; n >= 0 && out[n].Section == item.Section {
			out[n].To = item.N
		} else {
			out = append(out, UnitRun{item.Section, item.N, item.N})
		}
	}
	return out
}

func (p *page) removeChosen() {
	runs := p.chosenRuns()
	p.chosen = choice{}
	p.model.RemoveUnits(runs, false)
	p.reveal()
}

// emptyChosen leaves one empty block in their place, for what is typed next.
func (p *page) emptyChosen() {
	runs := p.chosenRuns()
	p.chosen = choice{}
	p.model.RemoveUnits(runs, true)
	p.reveal()
}

// letter is told before a letter is typed: it takes the place of what is
// selected.
func (p *page) letter(rune) {
	if p.chosen.on {
		p.emptyChosen()
	}
}

// chosenAll is Ctrl+A: first what stands in the entry, then the whole document.
func (p *page) chosenAll() bool {
	i := p.liveItem()
	if i < 0 || strings.TrimSpace(p.live.Text) != "" && p.live.SelectedText() != p.live.Text && !p.chosen.on {
		return false
	}
	first, last := i, i
	for n := range p.items {
		if p.items[n].Kind == BlockItem {
			first, last = min(first, n), max(last, n)
		}
	}
	p.chosen = choice{true, first, last}
	p.choose(last)
	return true
}

// draggedOut selects whole blocks when the pointer is dragged out of the live
// one; held above or below what is in sight it scrolls there.
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
	best, least := -1, float32(0)
	for n, at := range p.places {
		if p.items[n].Kind != BlockItem {
			continue
		}
		if away := max(at.y-y, y-at.y-at.height, 0); best < 0 || away < least {
			best, least = n, away
		}
	}
	if p.chosen.on && best == p.chosen.head || p.choose(best) {
		p.showItem(best)
		return true
	}
	return p.chosen.on
}
