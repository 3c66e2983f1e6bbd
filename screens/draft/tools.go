package draft

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/screens/parts"
)

// tools is the row above the page with what a paragraph can be made; in a table,
// what can be done to it. It takes no focus: the keyboard stays in the text, and
// every tool has its row in the menu.
type tools struct {
	outer *fyne.Container
	row   *fyne.Container
	words wordsOf
	do    func(order string)
	shown toolState
	drawn bool
}

// toolState is what the row depends on.
type toolState struct {
	table bool
	kind  unitKind
}

// tool is an order and its word.
type tool struct {
	order, word string
	kind        unitKind // what the order makes of a paragraph
}

// Orders that the menu, the keys and the tools give to the text. "**" and "*" are
// emphasis.
const (
	orderBullet      = "bullet"
	orderNumber      = "number"
	orderHead        = "head"
	orderQuote       = "quote"
	orderTable       = "table"
	orderNote        = "note"
	orderLink        = "link"
	orderFigure      = "figure"
	orderRow         = "row"
	orderRowAway     = "row_away"
	orderColumn      = "column"
	orderColumnAway  = "column_away"
	orderColumnRight = "column_right"
	orderTableAway   = "table_away"
)

func textTools() []tool {
	return []tool{{"**", "draft.bold", plainUnit}, {"*", "draft.italic", plainUnit}, {orderHead, "draft.head", headUnit}, {orderBullet, "draft.bullet", bulletUnit},
		{orderNumber, "draft.number", numberUnit}, {orderQuote, "draft.quote", quoteUnit}, {orderTable, "draft.table", tableUnit},
		{orderNote, "draft.note", noteUnit}, {orderLink, "draft.link", plainUnit}, {orderFigure, "draft.figure_tool", plainUnit}}
}

func tableTools() []tool {
	return []tool{{orderRow, "draft.row", plainUnit}, {orderRowAway, "draft.row_away", plainUnit}, {orderColumn, "draft.column", plainUnit},
		{orderColumnAway, "draft.column_away", plainUnit}, {orderColumnRight, "draft.column_right", plainUnit}, {orderTableAway, "draft.table_away", plainUnit}}
}

func newTools(w wordsOf, do func(order string)) *tools {
	t := &tools{words: w, do: do, row: container.New(fitting{})}
	t.outer = parts.Stack(parts.Fill(parts.Panel, parts.Column(0, parts.Pad(3, 8, 3, 8, t.row), parts.HLine(parts.Line))))
	return t
}

// show draws the tools when others are wanted.
func (t *tools) show(s toolState) {
	if t.drawn && t.shown == s {
		return
	}
	t.drawn, t.shown = true, s
	list := textTools()
	if s.table {
		list = tableTools()
	}
	t.row.Objects = nil
	for _, tool := range list {
		t.row.Objects = append(t.row.Objects, t.button(tool, !s.table && tool.kind != plainUnit && tool.kind == s.kind))
	}
	t.row.Refresh()
	t.row.Layout.Layout(t.row.Objects, t.row.Size())
}

// button is a word to press; what the paragraph is already has a tick.
func (t *tools) button(tool tool, on bool) fyne.CanvasObject {
	face := map[string]parts.Face{"**": parts.Bold, "*": parts.Italic}[tool.order]
	return parts.NewPress(parts.PressOptions{Out: true, Gap: -1, Tap: func() { t.do(tool.order) }, Draw: func(touch parts.Touch) fyne.CanvasObject {
		word := []fyne.CanvasObject{parts.Text(t.words.T(tool.word), parts.TextSecond, parts.Ink, face)}
		ground := parts.Clear
		if on {
			ground = parts.Soft
			word = append([]fyne.CanvasObject{parts.Icon(parts.IconCheck, 16, parts.Accent, parts.Soft)}, word...)
		}
		return parts.Box(touch.Ground(ground), parts.Clear, 4, parts.Pad(3, 8, 3, 8, parts.Row(3, word...)))
	}})
}

// fitting lays things in a row; those that do not go in are left out.
type fitting struct{}

func (fitting) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, o := range objects {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(0, h)
}

func (fitting) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	x := float32(0)
	for _, o := range objects {
		w := o.MinSize().Width
		if x+w <= s.Width {
			o.Show()
			put(o, x, 0, w, s.Height)
		} else {
			o.Hide()
		}
		x += round(w) + 1
	}
}

// toolsNow is what the row should show.
func (p *page) toolsNow() toolState {
	i := p.liveItem()
	if i < 0 {
		return toolState{}
	}
	k := p.items[i].unit.kind
	return toolState{table: k == tableUnit, kind: k}
}

// order does what a tool, a key or the menu asks for, and gives the text the
// keyboard again.
func (p *page) order(what string) {
	if p.liveItem() < 0 {
		return
	}
	switch what {
	case "**", "*":
		p.emphasize(what)
	case orderBullet, orderNumber, orderHead, orderQuote:
		p.restyle(map[string]Style{orderBullet: BulletStyle, orderNumber: NumberStyle, orderHead: HeadStyle, orderQuote: QuoteStyle}[what])
	case orderTable:
		p.model.AddTable()
	case orderNote:
		p.model.AddNote(p.live.selection().End)
	case orderLink:
		p.hears.linkWanted(p.live.source, p.live.selection())
		return
	case orderFigure:
		p.hears.figureWanted(p.live.source, p.live.selection())
		return
	default:
		p.table(what)
	}
	p.hears.caretMoved()
	p.reveal()
	p.focusText()
}

func (p *page) table(what string) {
	orders := map[string]TableOrder{orderRow: RowAfter, orderRowAway: RowAway, orderColumn: ColumnAfter, orderColumnAway: ColumnAway,
		orderColumnRight: ColumnRight, orderTableAway: TableAway}
	if o, ok := orders[what]; ok {
		p.model.Table(o)
	}
}

// restyle changes the caret's block, or the blocks selected as wholes.
func (p *page) restyle(s Style) {
	if p.chosen.on {
		runs := p.chosenRuns()
		p.chosen = choice{}
		p.model.RestyleRuns(runs, s)
		return
	}
	section, n, _ := p.model.Block()
	p.model.Restyle(section, n, n, s)
}
