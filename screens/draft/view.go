package draft

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"yttra/i18n"
	"yttra/screens/parts"
)

// orders is everything a person can tell this screen with the pointer or keys.
type orders interface {
	hears
	cardOrders
	outlineOrders
	sectionMoved(r OutlineRow, by int)
	sectionWanted() // to be added
	stepped(by int)
	searchOrders
	documentWanted(kind string)
	matterWanted()
	whyWanted(k Key) // of the strip: open the list at the card
}

// view is the three columns, or the narrow form of them, or the empty screen.
type view struct {
	outer    *fyne.Container
	model    *Model
	words    i18n.Words
	orders   orders
	outline  *outline
	left     fyne.CanvasObject
	written  *canvas.Text
	counted  *fyne.Container // the head of the outline
	sections *parts.Scroll
	page     *page
	find     *findBar
	middle   fyne.CanvasObject
	findings *findings
	edge     *canvas.Rectangle // at the left of the list when it lies over the page
	narrow   *narrow
	beside   *beside
	empty    *fyne.Container
	shown    emptyKind
}

func newView(m *Model, w i18n.Words, o orders) *view {
	v := &view{model: m, words: w, orders: o, shown: -1}
	v.page = newPage(m, w, o)
	v.find = newFindBar(w, o)
	v.middle = parts.Dock(parts.Column(0, v.find.outer, v.page.tools.outer), nil, v.page.scroll)
	v.findings = newFindings(w, o)
	v.edge = parts.VLine(parts.Edge)
	v.narrow = newNarrow(w, o, v.toggleList)
	v.outline = newOutline(o, v.seen)
	v.left = v.outlineColumn()
	v.empty = container.NewStack()
	v.beside = newBeside()
	// The focus goes from the left; what may lie over the page comes after it.
	v.outer = container.New(&frame{v: v}, v.narrow.top, v.left, v.middle, v.narrow.bottom, v.beside.outer, v.findings.outer, v.edge, v.empty)
	return v
}

func (v *view) outlineColumn() fyne.CanvasObject {
	v.written = parts.Text("", parts.TextHint, parts.Muted, parts.Regular)
	v.counted = parts.Row(6, parts.Grow(parts.NewLabel(v.words.T("draft.sections"), parts.TextHint, parts.Muted, parts.Bold)), v.written)
	head := parts.Pad(10, 12, 6, 14, v.counted)
	v.sections = parts.NewScroll(v.outline)
	return parts.Fill(parts.Panel, parts.Dock(head, v.outlineFoot(), v.sections.Outer))
}

// show draws what is different from last time.
func (v *view) show() {
	state := v.model.State()
	v.showEmpty()
	v.page.show()
	if state.Document() == nil {
		return
	}
	rows, written, of := v.model.Outline()
	if len(rows) != len(v.outline.rows) {
		v.outline.show(rows)
		v.sections.Refit()
	}
	v.outline.show(rows)
	if s := v.words.T("part.of", i18n.Vars{"N": written, "Of": of}); s != v.written.Text {
		parts.Write(v.written, s)
		v.counted.Layout.Layout(v.counted.Objects, v.counted.Size())
		v.written.Refresh()
	}
	v.findings.show(shownList{rows: v.model.List(), tally: state.Tally, filter: v.model.filter, areas: v.model.Areas(), area: v.model.area,
		accepted: len(v.model.cardsOf(Accepted)), silenced: state.Silenced})
	v.findings.answers.show(v.model.Answers())
	cards := v.model.cardsOf(Unanswered)
	v.narrow.show(rows, cards, v.model.Nearest(cards), state.Tally)
}

// seen scrolls the outline to the row the arrows went to.
func (v *view) seen(y, h float32) {
	top, height := v.sections.Inner.Offset.Y, v.sections.Inner.Size().Height
	switch {
	case y < top:
		v.sections.Inner.ScrollToOffset(fyne.NewPos(0, y))
	case y+h > top+height:
		v.sections.Inner.ScrollToOffset(fyne.NewPos(0, y+h-height))
	}
}

// leaveTo puts the keyboard in the outline or the findings.
func (v *view) leaveTo(c fyne.Canvas, to string) {
	switch {
	case to == "outline" && v.narrow.on:
		c.Focus(v.narrow.sections)
	case to == "outline":
		c.Focus(v.outline)
	default:
		if v.narrow.on && !v.narrow.list {
			v.toggleList()
		}
		v.uncover()
		v.findings.focusOpen(c)
	}
}

// toggleList opens or closes the list of findings over a narrow page; the
// keyboard goes with it.
func (v *view) toggleList() {
	v.narrow.list = !v.narrow.list
	v.outer.Refresh()
	if c := fyne.CurrentApp().Driver().CanvasForObject(v.outer); v.narrow.list && c != nil {
		v.findings.focusOpen(c)
	} else if c != nil {
		v.page.focusText()
	}
}

func (v *view) closeList() {
	if v.narrow.on && v.narrow.list {
		v.toggleList()
	}
}

// Widths of the window less its rail where the form changes.
const (
	wideFrom   = 1316
	narrowFrom = 1096
)

// frame lays the columns by the width there is.
type frame struct{ v *view }

func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(520, 240) }

func (f *frame) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	v := f.v
	none := v.model.State().Document() == nil
	v.empty.Hidden = !none
	put(v.empty, 0, 0, s.Width, s.Height)
	v.narrow.on = s.Width < narrowFrom
	v.middle.(*fyne.Container).Hidden = none
	v.left.(*fyne.Container).Hidden = none || v.narrow.on
	v.findings.outer.(*fyne.Container).Hidden = none || v.narrow.on && !v.narrow.list
	v.edge.Hidden = none || !v.narrow.on || !v.narrow.list
	v.narrow.top.(*fyne.Container).Hidden = none || !v.narrow.on
	v.narrow.bottom.Hidden = none || !v.narrow.on || v.narrow.list
	v.beside.outer.Hidden = true
	if v.narrow.on {
		f.narrow(s)
		return
	}
	left, right := float32(208), float32(322)
	if s.Width >= wideFrom {
		left, right = 240, 400
	}
	page, findings := v.beside.widths(s.Width, left, right)
	v.beside.outer.Hidden = none || page == 0
	v.findings.outer.(*fyne.Container).Hidden = none || findings == 0
	put(v.left, 0, 0, left, s.Height)
	put(v.middle, left+1, 0, s.Width-left-page-findings-2, s.Height)
	put(v.beside.outer, s.Width-page-findings, 0, page, s.Height)
	put(v.findings.outer, s.Width-findings, 0, findings, s.Height)
}

func (f *frame) narrow(s fyne.Size) {
	v := f.v
	const top = 50
	bottom := float32(0)
	if !v.narrow.bottom.Hidden {
		bottom = round(heightAt(v.narrow.bottom, s.Width))
	}
	put(v.narrow.top, 0, 0, s.Width, top)
	put(v.middle, 0, top, s.Width, s.Height-top-bottom)
	put(v.narrow.bottom, 0, s.Height-bottom, s.Width, bottom)
	w := min(s.Width, 380)
	put(v.edge, s.Width-w-1, top, 1, s.Height-top)
	put(v.findings.outer, s.Width-w, top, w, s.Height-top)
}
