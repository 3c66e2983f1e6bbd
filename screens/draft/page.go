package draft

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// hears is what the page tells of, to whoever shows the rest of the screen.
type hears interface {
	caretMoved()         // to another block
	cardWanted(k Key)    // a marked sentence was clicked
	leaveText(to string) // to the "outline", the "text", the "findings" or what is "next"
	undo(redo bool)      //
	foldChanged()        // guidance was folded or unfolded
	phraseWanted(section int)
	examplesWanted(section int)
	recordWanted()
	originalWanted(claim int)                  // to be shown in the paper that came in
	pasteRefused(bytes int)                    // too much at once
	linkWanted(text string, selected app.Span) // of the live text
	figureWanted(text string, selected app.Span)
	economyWanted(section int)
	costWanted(name string) // where the amount of a bound figure comes from
}

// page is the sheet in the middle: a column of things of which only those in
// sight exist as objects, and one live entry on the block with the caret.
type page struct {
	model  *Model
	words  i18n.Words
	hears  hears
	scroll *container.Scroll
	board  *board
	live   *live
	tools  *tools
	pitch  float32

	items  []Item
	places []place // of the items
	cells  map[cellKey]cell
	blocks map[cellKey]*blockView
	plans  map[planKey]*plan
	tied   tieLook

	goal    float32 // where Up and Down want the caret, -1: where it is
	chosen  choice  // blocks selected as wholes
	focus   bool    // the entry has the focus
	clicks  clicks
	now     func() time.Time
	carried carried // what was copied last, with its figures
	beside  bool    // the pointer was pressed beside a block, which got the caret
}

// place is where an item stands on the board.
type place struct{ y, height float32 }

// cellKey tells things on the page apart while they change.
type cellKey struct {
	kind       ItemKind
	section, n int
}

func keyOfItem(i Item) cellKey { return cellKey{i.Kind, i.Section, i.N} }

func newPage(m *Model, w i18n.Words, h hears) *page {
	p := &page{model: m, words: w, hears: h, goal: -1, pitch: parts.LineHeight(parts.TextPage, parts.Serif),
		cells: map[cellKey]cell{}, blocks: map[cellKey]*blockView{}, plans: map[planKey]*plan{}, now: time.Now}
	p.live = newLive(p)
	p.tools = newTools(w, p.order)
	p.board = newBoard(p.widthChanged, p.pressedBeside, p.letGo)
	p.scroll = container.NewVScroll(p.board)
	p.scroll.OnScrolled = func(fyne.Position) { p.fill() }
	return p
}

// show draws what has changed. Without a document the keyboard has no business
// here.
func (p *page) show() {
	p.items = p.model.Items()
	if len(p.items) == 0 && p.focus {
		if c := fyne.CurrentApp().Driver().CanvasForObject(p.board); c != nil {
			c.Unfocus()
		}
	}
	if c := p.chosen; c.on && !p.selectable(c) {
		p.chosen = choice{}
	}
	if p.board.Size().Width == 0 {
		return // not laid out yet; widthChanged comes
	}
	p.arrange()
	p.fill()
	p.layLive()
	p.tools.show(p.toolsNow())
}

func (p *page) widthChanged() {
	clear(p.plans)
	p.show()
	if p.focus {
		p.find()
	}
}

// left and width of the sheet; text is the width of its text.
func (p *page) left() float32  { return max(0, round((p.board.Size().Width-p.width())/2)) }
func (p *page) width() float32 { return max(min(pageWidth, p.board.Size().Width-2*deskSide), 240) }
func (p *page) text() float32  { return p.width() - 2*pageSide }

// Room above and below what stands on the page.
const (
	sheetTop    = 14 // of the bench, above the sheet
	firstGap    = 24
	sheetBottom = 90
)

// arrange gives every item its place, without making objects for blocks.
func (p *page) arrange() {
	y := float32(sheetTop + firstGap)
	p.places = p.places[:0]
	used := make(map[planKey]*plan, len(p.plans))
	kept := map[cellKey]bool{}
	for i, item := range p.items {
		y += p.gap(i)
		var h float32
		if item.Kind == BlockItem {
			plan := p.plan(item)
			used[keyOfPlan(item)] = plan
			h = plan.height
		} else {
			c := p.cell(item)
			h = c.height(p.text())
		}
		kept[keyOfItem(item)] = true
		p.places = append(p.places, place{round(y), h})
		y += h
	}
	p.plans = used
	p.forget(kept)
	p.board.setHeight(y+sheetBottom, p.scroll)
}

func (p *page) forget(kept map[cellKey]bool) {
	for k := range p.cells {
		if !kept[k] {
			delete(p.cells, k)
		}
	}
	for k := range p.blocks {
		if !kept[k] {
			delete(p.blocks, k)
		}
	}
}

// gap is the room above an item.
func (p *page) gap(i int) float32 {
	item := p.items[i]
	switch {
	case i == 0:
		return 0
	case item.Kind == HeadingItem && item.Level == 3:
		return 20
	case item.Kind == HeadingItem:
		return 28
	case item.Kind == BlockItem && p.items[i-1].Kind == HeadingItem, item.Kind == GuideItem:
		return 6
	case item.Kind == BlockItem && item.First:
		return 22
	case item.unit.cont:
		return 0
	case item.unit.kind.item() && p.items[i-1].unit.kind.item(), item.unit.kind == noteUnit:
		return 4
	case item.Kind == ClaimItem && p.items[i-1].Kind == ClaimItem:
		return 0
	}
	return 11
}

// plan is how a block stands now.
func (p *page) plan(item Item) *plan {
	k := keyOfPlan(item)
	out, ok := p.plans[k]
	if !ok {
		out = planOf(item, p.text(), p.pitch, serif)
		p.plans[k] = out
	}
	return out
}

// liveBox is where the entry lies: its item and the box in it.
func (p *page) liveBox() (item int, b box, ok bool) {
	item = p.liveItem()
	if item < 0 || item >= len(p.places) {
		return -1, box{}, false
	}
	plan := p.plan(p.items[item])
	if plan.live < 0 {
		return item, box{}, false
	}
	return item, plan.boxes[plan.live], true
}

// cell gives the thing for an item that is not a block, made to look like it.
func (p *page) cell(item Item) cell {
	k := keyOfItem(item)
	c, ok := p.cells[k]
	if !ok {
		c = p.newCell(item.Kind)
		p.cells[k] = c
	}
	c.set(item)
	return c
}

// fill puts what is in sight on the board, and a little more above and below.
func (p *page) fill() {
	const more = 120
	top, bottom := p.scroll.Offset.Y-more, p.scroll.Offset.Y+p.scroll.Size().Height+more
	objects := p.board.sheet.objects()
	left, reach := p.left(), p.reach(top, bottom)
	for i, item := range p.items {
		at := p.places[i]
		if (at.y+at.height < top || at.y > bottom) && !reach[i] {
			delete(p.blocks, keyOfItem(item))
			continue
		}
		var o fyne.CanvasObject
		if item.Kind == BlockItem {
			b := p.block(i)
			put(b, left, at.y, p.width(), at.height)
			o = b
		} else {
			o = p.cell(item).object()
			put(o, left+pageSide, at.y, p.text(), at.height)
		}
		objects = append(objects, o)
	}
	objects = append(objects, p.tie()...)
	if _, ok := p.model.Caret(); ok {
		objects = append(objects, p.live.objects()...)
	}
	p.board.sheet.lay(left, sheetTop, p.width(), p.board.height-sheetTop-28, p.board.Size())
	p.board.set(objects)
}

// block gives the view of a block in sight.
func (p *page) block(i int) *blockView {
	item := p.items[i]
	k := keyOfItem(item)
	b, ok := p.blocks[k]
	if !ok {
		b = newBlockView(p.pitch, func(e *desktop.MouseEvent) { p.pressed(k, e) }, p.focusText)
		p.blocks[k] = b
	}
	ghost := ""
	if item.Text == "" && !item.Live && item.Alone {
		ghost = p.words.T("draft.ghost")
	}
	b.set(blockLook{ghost: ghost, plan: p.plan(item), marks: item.Marks, selected: p.chosen.has(i), width: p.width()})
	return b
}

func put(o fyne.CanvasObject, x, y, w, h float32) {
	if at := fyne.NewPos(x, y); o.Position() != at {
		o.Move(at)
	}
	if s := fyne.NewSize(w, h); o.Size() != s {
		o.Resize(s)
	}
}

// liveItem is the index of the block with the caret; -1 when there is none.
func (p *page) liveItem() int {
	for i, item := range p.items {
		if item.Live {
			return i
		}
	}
	return -1
}

// layLive puts the entry on the caret's spot, with the caret where the model has
// it.
func (p *page) layLive() {
	i, b, ok := p.liveBox()
	if !ok {
		p.live.caret.Hide()
		return
	}
	_, _, s := p.model.Block()
	c, _ := p.model.Caret()
	p.live.quiet = true
	p.live.lay(fyne.NewPos(p.left()+pageSide+b.x, p.places[i].y+b.y), b.width, float32(len(b.rows))*p.pitch)
	p.live.quiet = false
	p.live.show(p.items[i].Text[b.span.Start:b.span.End], b.rows, c.At-s.Start, b.bold)
	p.drawCaret()
}

// drawCaret draws the caret where the entry has it.
func (p *page) drawCaret() {
	at := p.live.dress.Position().Add(p.live.CursorPosition())
	put(p.live.caret, round(at.X)-1, round(at.Y), 2, round(p.pitch))
	if p.live.caret.Hidden != (!p.focus || p.chosen.on) {
		p.live.caret.Hidden = !p.focus || p.chosen.on
		p.live.caret.Refresh()
	}
}
