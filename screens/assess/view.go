package assess

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"yttra/app"
	"yttra/app/desk"
	"yttra/screens/parts"
)

const (
	sideWidth = 380
	rowHeight = 57
)

// view draws the list, the chips and the chosen criterion.
type view struct {
	m    *Model
	d    *desk.Desk
	h    parts.Host
	goTo func(app.Place)

	outer fyne.CanvasObject
	chips *parts.Choice
	list  *parts.List
	bed   *fyne.Container
	side  *fyne.Container
}

func newView(m *Model, d *desk.Desk, h parts.Host, show func(app.Place)) *view {
	v := &view{m: m, d: d, h: h, goTo: show, side: container.NewStack(), bed: container.NewStack()}
	v.chips = parts.NewChoice(parts.ChoiceOptions{Options: v.chipOptions(), Chips: true, Pick: v.pickChip})
	v.list = parts.NewList(parts.ListOptions{Len: m.Len, Height: rowHeight,
		Make: func() fyne.CanvasObject { return newRow() },
		Fill: func(o fyne.CanvasObject, i int, chosen, focused bool) {
			if r, ok := o.(*row); ok {
				r.show(m.Row(i), h, chosen, focused)
			}
		},
		Chose: func(i int) { m.Choose(i); v.drawSide() },
		Enter: func(int) { v.show() },
		Key:   v.key})
	top := parts.Column(0, parts.Pad(9, 16, 9, 20, parts.Row(8, v.chips, parts.Grow(), parts.Hint(h.Words().T("assess.next")))), parts.HLine(parts.Line))
	v.outer = parts.Columns(0, []float32{0, 1, sideWidth}, parts.Dock(parts.Fill(parts.Fog, top), nil, parts.Fill(parts.Page, v.bed)), parts.VLine(parts.Line), parts.Fill(parts.Panel, v.side))
	return v
}

// filters are the chips: all, and then each state, worst first.
func filters() []app.CriterionState {
	return append([]app.CriterionState{""}, app.CriterionStates...)
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
	v.chips.Set(v.chipOptions(), chosen)
	var o fyne.CanvasObject = v.list.Outer
	if v.m.Len() == 0 {
		o = parts.Empty(parts.IconAssess, v.h.Words().T("assess.none"), v.h.Words().T("assess.none_text"))
	}
	v.bed.Objects = []fyne.CanvasObject{o}
	v.list.Reset(v.m.Index())
	v.drawSide()
	v.bed.Refresh()
}

// chosen follows the model's choice.
func (v *view) chosen() {
	v.list.Reset(v.m.Index())
	v.drawSide()
	v.focus()
}

func (v *view) focus() {
	if v.m.Len() > 0 {
		v.h.Window().Canvas().Focus(v.list)
	}
}

// key sets the state with 1, 2 and 3.
func (v *view) key(e *fyne.KeyEvent) bool {
	switch e.Name {
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

// judge records what the clerk says. Without a sentence nothing can be met.
func (v *view) judge(s app.CriterionState) {
	c, ok := v.m.Chosen()
	if !ok || s == app.Met && len(c.Evidence) == 0 {
		return
	}
	if a, ok := v.m.Answer(s, ""); ok {
		v.takeBack()
		v.d.Answer(a)
	}
}

func (v *view) waive() {
	c, ok := v.m.Chosen()
	if !ok {
		return
	}
	parts.AskReason(v.h.Window(), v.h.Words(), c.Title, c.Reason, func(reason string) {
		if a, ok := v.m.Answer(app.Waived, reason); ok {
			v.takeBack()
			v.d.Answer(a)
		}
	})
}

// takeBack removes every answer to the chosen criterion in this document.
func (v *view) takeBack() {
	c, ok := v.m.Chosen()
	s := v.d.State()
	if !ok || s.Document() == nil {
		return
	}
	for _, a := range s.Matter.Answers {
		if a.Criterion == c.ID && (a.Document == s.Document().ID || a.Document == "") {
			v.d.Unanswer(a)
		}
	}
}

// show goes to the sentence that answers, or to the document's beginning.
func (v *view) show() {
	if _, ok := v.m.Chosen(); ok {
		v.goTo(v.m.Place())
	}
}

// row draws one criterion.
type row struct {
	widget.BaseWidget
	back, bar, rule, ring *canvas.Rectangle
	mark                  *canvas.Image
	title, second         *parts.Label
	state, section        *canvas.Text
}

func newRow() *row {
	r := &row{back: parts.Rect(parts.Clear, 1, 1, 0), bar: parts.Rect(parts.Accent, 4, 1, 0), rule: parts.HLine(parts.Line), ring: parts.Frame(parts.Accent, 2, 4),
		mark: parts.Mark(parts.MarkMet, 19, parts.Page), title: parts.NewLabel("", parts.TextControl, parts.Ink, parts.Bold), second: parts.NewLabel("", parts.TextSecond, parts.Muted, parts.Regular),
		state: parts.Text("", parts.TextSecond, parts.Muted, parts.Bold), section: parts.Text("", parts.TextHint, parts.Accent, parts.Bold)}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) show(x Row, h parts.Host, chosen, focused bool) {
	ground := parts.Page
	r.back.FillColor = parts.Color(parts.Clear)
	if chosen {
		ground = parts.Soft
		r.back.FillColor = parts.Color(parts.Soft)
	}
	r.bar.Hidden, r.ring.Hidden = !chosen, !chosen || !focused
	parts.SetIcon(r.mark, x.Mark, parts.MarkColor(x.Mark), ground)
	r.title.Set(x.Title, parts.Ink)
	second := h.Words().T("assess.no_evidence")
	switch {
	case x.Stale:
		second = h.Words().T("assess.stale")
	case x.Evidence != "":
		second = "”" + x.Evidence + "”"
	}
	r.second.Set(second, parts.Muted)
	r.state.Text, r.state.Color = x.State, parts.Color(parts.MarkWord(x.Mark))
	r.section.Text = parts.Fit(x.Section, 190, parts.TextHint, parts.Bold)
	r.Refresh()
}

// MinSize is the row's height.
func (r *row) MinSize() fyne.Size { return fyne.NewSize(400, rowHeight) }

// CreateRenderer draws the row.
func (r *row) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{r} }

type rowRenderer struct{ r *row }

func (d *rowRenderer) Layout(s fyne.Size) {
	r := d.r
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(float32(int(x)), y))
		o.Resize(fyne.NewSize(w, h))
	}
	put(r.back, 0, 0, s.Width, s.Height)
	put(r.bar, 0, 0, 4, s.Height-1)
	put(r.rule, 0, s.Height-1, s.Width, 1)
	put(r.ring, 1, 1, s.Width-2, s.Height-3)
	put(r.mark, 20, 9, 19, 19)
	state, section := r.state.MinSize(), r.section.MinSize()
	put(r.state, s.Width-16-state.Width, 8, state.Width, state.Height)
	put(r.section, s.Width-16-section.Width, 30, section.Width, section.Height)
	put(r.title, 49, 7, s.Width-49-16-state.Width-16, 21)
	put(r.second, 49, 29, s.Width-49-16-section.Width-16, 20)
}

func (d *rowRenderer) MinSize() fyne.Size { return d.r.MinSize() }

func (d *rowRenderer) Refresh() {
	d.Layout(d.r.Size())
	canvas.Refresh(d.r)
}

func (d *rowRenderer) Objects() []fyne.CanvasObject {
	r := d.r
	return []fyne.CanvasObject{r.back, r.bar, r.mark, r.title, r.second, r.state, r.section, r.rule, r.ring}
}

func (d *rowRenderer) Destroy() {}
