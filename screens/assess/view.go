package assess

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/app"
	"yttra/screens/parts"
)

const (
	rowHeight  = 58
	headHeight = 31
)

// view draws the steps, what decides which questions are asked, the list and the
// chosen criterion.
type view struct {
	m    *Model
	h    parts.Host
	goTo func(app.Place)

	toCost    func(line int) // to a line of the proposal in Kostnad
	outer     *fyne.Container
	cards     []*parts.Press // the three steps, one below the other or side by side
	steps     *fyne.Container
	weigh     *weigh
	fold      *fold
	screening *screeningView
	rules     *fyne.Container // that the rules have changed since the paper was checked; or nothing
	filters   *filterBar
	list      *parts.List
	bed       *fyne.Container
	side      *side
	narrow    bool    // the picture folds under the steps
	height    float32 // of the screen
}

func newView(m *Model, h parts.Host, show func(app.Place)) *view {
	v := &view{m: m, h: h, goTo: show, bed: container.NewStack(), rules: container.NewStack(), outer: container.NewStack()}
	v.filters = newFilterBar(v)
	v.list = parts.NewList(parts.ListOptions{Len: m.Len, Height: rowHeight, Make: func() fyne.CanvasObject { return newRow() }, Fill: v.fill,
		Chose: v.chose, Enter: func(int) { v.show() }, Key: v.key})
	v.screening = newScreeningView(v)
	v.side = newSide(v)
	v.weigh = newWeigh(v)
	v.fold = newFold(v)
	for _, g := range Steps {
		v.cards = append(v.cards, v.card(g))
	}
	v.steps = container.New(&stepsLayout{v: v}, v.cards[0], v.cards[1], v.cards[2], v.screening.line, v.fold.outer, v.weigh.outer, v.screening.panel)
	top := parts.Fill(parts.Panel, parts.Column(0, v.steps, parts.HLine(parts.Line)))
	list := parts.Dock(parts.Column(0, v.rules, v.filters.outer), nil, parts.Fill(parts.Page, v.bed))
	v.outer.Objects = []fyne.CanvasObject{container.New(frame{v}, top, list, parts.VLine(parts.Line), parts.Fill(parts.Panel, v.side.outer))}
	v.draw()
	return v
}

// draw shows the model anew.
func (v *view) draw() {
	for _, c := range v.cards {
		c.Refresh()
	}
	v.weigh.draw()
	v.fold.draw()
	v.screening.draw()
	v.drawRules()
	v.filters.draw()
	v.drawList()
	v.side.draw()
	v.outer.Refresh()
}

// drawRules says when the paper was checked by other rules than those that apply.
func (v *view) drawRules() {
	v.rules.Objects = nil
	if text, changed := v.m.Rules(); changed {
		v.rules.Objects = []fyne.CanvasObject{parts.Column(0, parts.Banner(parts.MarkNote, text, nil), parts.HLine(parts.Line))}
	}
}

// sifted shows the list after a filter has changed: nothing else does.
func (v *view) sifted() {
	v.side.leave()
	for _, c := range v.cards {
		c.Refresh()
	}
	v.filters.draw()
	v.drawList()
	v.side.draw()
}

func (v *view) drawList() {
	t := v.h.Words().T
	o := v.list.Outer
	if v.m.Len() == 0 {
		o = parts.Empty(parts.IconAssess, t("assess.none"), t("assess.none_text"), parts.NewButton(parts.ButtonOptions{Text: t("assess.show_all"), Tap: v.all}))
	}
	v.bed.Objects = []fyne.CanvasObject{o}
	v.list.Heights(func(i int) float32 {
		if v.m.Head(i) {
			return headHeight
		}
		return rowHeight
	})
	v.list.Reset(v.m.Index())
	v.bed.Refresh()
}

func (v *view) fill(o fyne.CanvasObject, i int, chosen, focused bool) {
	if r, ok := o.(*row); ok {
		r.show(v.m.Row(i), v.h.Words(), chosen, focused)
		r.jump = func() { v.m.Choose(i); v.show() }
	}
}

// all shows every question again.
func (v *view) all() {
	v.m.ShowAll()
	v.draw()
	v.focus()
}

// only shows one step, or all again.
func (v *view) only(g Group) {
	v.m.Only(g)
	v.sifted()
}

// chose is told that the choice moved; a head folds its group and sends it back.
func (v *view) chose(i int) {
	if i < v.m.Len() && v.m.Head(i) {
		v.m.Fold(i)
		v.drawList()
	} else if !v.m.Choose(i) {
		v.list.Reset(v.m.Index())
	}
	v.side.leave()
	v.side.draw()
}

// chosen follows the model's choice.
func (v *view) chosen() {
	v.side.leave()
	v.draw()
	v.focus()
}

// jump puts the keyboard in the steps, the list or the chosen criterion.
func (v *view) jump(to string) {
	c := v.h.Window().Canvas()
	switch to {
	case "outline":
		if v.m.Screening() {
			v.focusScreening()
			return
		}
		c.Focus(v.cards[0])
	case "text":
		v.focus()
	case "findings":
		if first := v.side.first; first != nil {
			c.Focus(first)
		}
	}
}

func (v *view) focus() {
	if v.m.Len() > 0 {
		v.h.Window().Canvas().Focus(v.list)
	}
}

// key moves past heads and sets the state with 1, 2 and 3.
func (v *view) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyUp:
		v.choose(v.m.Beside(-1))
	case fyne.KeyDown:
		v.choose(v.m.Beside(1))
	case fyne.KeyHome:
		v.choose(v.m.near(0))
	case fyne.KeyLeft:
		v.m.Fold(v.m.Index())
		v.draw()
	case fyne.KeyRight:
		v.m.Unfold()
		v.draw()
	case fyne.Key1:
		v.judge(app.Met)
	case fyne.Key2:
		v.judge(app.Failed)
	case fyne.Key3:
		v.waive()
	default:
		return false
	}
	return true
}

// choose moves the choice, when there is anything to choose.
func (v *view) choose(i int) {
	if i >= 0 {
		v.list.Choose(i)
	}
}

func (v *view) judge(s app.CriterionState) {
	v.m.Judge(s, "")
	v.side.leave()
	v.draw()
	v.focus()
}

// waive opens the field for the reason.
func (v *view) waive() {
	if c, ok := v.m.Chosen(); ok {
		v.side.askReason(c)
	}
}

// acceptReason makes the text's own reason the clerk's.
func (v *view) acceptReason() {
	if v.m.AcceptReason() {
		v.draw()
		v.focus()
	}
}

func (v *view) takeBack() {
	v.m.TakeBack()
	v.draw()
	v.focus()
}

// insert puts the model wording into the text and says where.
func (v *view) insert() {
	if p, ok := v.m.Insert(); ok {
		v.side.inserted(p)
		v.draw()
	}
}

// show goes to the sentence that answers, or to the document's beginning.
func (v *view) show() {
	if _, ok := v.m.Chosen(); ok {
		v.goTo(v.m.Place())
	}
}
