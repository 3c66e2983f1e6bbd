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

	outer     *fyne.Container
	cards     []*parts.Press // the three steps, one below the other or side by side
	steps     *fyne.Container
	weigh     *weigh
	fold      *fold
	screening *screeningView
	chips     *parts.Choice
	drop      *parts.Dropdown // in place of the chips in a narrow window
	list      *parts.List
	bed       *fyne.Container
	side      *side
	narrow    bool    // the picture folds under the steps
	height    float32 // of the screen
}

func newView(m *Model, h parts.Host, show func(app.Place)) *view {
	v := &view{m: m, h: h, goTo: show, bed: container.NewStack(), outer: container.NewStack()}
	t := h.Words().T
	v.chips = parts.NewChoice(parts.ChoiceOptions{Options: v.chipOptions(), Chips: true, Pick: v.pickChip})
	v.drop = parts.NewDropdown(parts.DropdownOptions{Width: 230, Pick: v.pickChip})
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
	chips := parts.Pad(7, 16, 8, 20, container.New(chipsLayout{}, v.chips, v.drop, parts.Hint(t("assess.next"))))
	top := parts.Fill(parts.Panel, parts.Column(0, v.steps, parts.HLine(parts.Line)))
	list := parts.Dock(parts.Fill(parts.Fog, parts.Column(0, chips, parts.HLine(parts.Line))), nil, parts.Fill(parts.Page, v.bed))
	v.outer.Objects = []fyne.CanvasObject{container.New(frame{v}, top, list, parts.VLine(parts.Line), parts.Fill(parts.Panel, v.side.outer))}
	v.draw()
	return v
}

// filters are the chips: all, what asks for something, and what is answered.
func filters() []app.CriterionState {
	return []app.CriterionState{"", app.Failed, app.NotAddressed, app.Indicated, app.Met, app.Waived}
}

func (v *view) chipOptions() []parts.Option {
	w := v.h.Words()
	var out []parts.Option
	for _, s := range filters() {
		o := parts.Option{Text: w.T("assess.all"), Count: w.Int(int64(v.m.Count(s)))}
		if s != "" {
			o.Text, o.Mark = w.T("state."+string(s)), parts.StateMark(s)
		}
		switch s { // shorter words: six chips stand in one row
		case app.Indicated:
			o.Text = w.T("assess.found")
		case app.Waived:
			o.Text = w.T("assess.reason")
		}
		out = append(out, o)
	}
	return out
}

func (v *view) pickChip(i int) {
	v.m.Filter(filters()[i])
	v.draw()
}

// draw shows the model anew.
func (v *view) draw() {
	chosen := 0
	for i, s := range filters() {
		if s == v.m.Filtered() {
			chosen = i
		}
	}
	options := v.chipOptions()
	var names []string
	for _, o := range options {
		names = append(names, o.Text+"  "+o.Count)
	}
	v.chips.Set(options, chosen)
	v.drop.Set(names, chosen)
	for _, c := range v.cards {
		c.Refresh()
	}
	v.weigh.draw()
	v.fold.draw()
	v.screening.draw()
	v.drawList()
	v.side.draw()
	v.outer.Refresh()
}

func (v *view) drawList() {
	t := v.h.Words().T
	o := v.list.Outer
	if v.m.Len() == 0 {
		o = parts.Empty(parts.IconAssess, t("assess.none"), t("assess.none_text"), parts.NewButton(parts.ButtonOptions{Text: t("assess.show_all"), Tap: v.all}))
	}
	v.bed.Objects = []fyne.CanvasObject{o}
	for i := range v.m.Len() {
		height := float32(rowHeight)
		if v.m.Row(i).Head {
			height = headHeight
		}
		v.list.SetItemHeight(i, height)
	}
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
	v.m.Filter("")
	v.m.Only(v.m.Alone())
	v.m.Unfold()
	v.draw()
	v.focus()
}

// only shows one step, or all again.
func (v *view) only(g Group) {
	v.m.Only(g)
	v.side.leave()
	v.draw()
}

// chose is told that the choice moved; a head folds its group and sends it back.
func (v *view) chose(i int) {
	if i < v.m.Len() && v.m.Row(i).Head {
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
