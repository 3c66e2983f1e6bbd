package costs

import (
	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// strip stands under the grid, as the tabs of a workbook do: which table is shown,
// and, where there is no room for all its columns, which of them.
type strip struct {
	v     *view
	outer fyne.CanvasObject
	row   *fyne.Container
	tabs  *parts.Choice
	sets  *parts.Choice
	hint  fyne.CanvasObject
}

func newStrip(v *view) *strip {
	s := &strip{v: v, hint: parts.Hint("F4")}
	s.tabs = parts.NewChoice(parts.ChoiceOptions{Pick: func(i int) { v.showTab(Tab(i)) }})
	s.sets = parts.NewChoice(parts.ChoiceOptions{Options: s.setOptions(), Pick: func(i int) { v.showSet(i) }})
	s.row = &fyne.Container{Layout: stripLayout{s}, Objects: []fyne.CanvasObject{s.tabs, s.sets, s.hint}}
	s.outer = parts.Column(0, parts.HLine(parts.Line), parts.Fill(parts.Panel, parts.Pad(3, stripSide, 4, stripSide, s.row)))
	return s
}

func (s *strip) setOptions() []parts.Option {
	t := s.v.h.Words().T
	return []parts.Option{{Text: t("costs.set_amounts")}, {Text: t("costs.set_terms")}}
}

func (s *strip) draw() {
	w, m := s.v.h.Words(), s.v.m
	var options []parts.Option
	for i, t := range m.all {
		o := parts.Option{Text: w.T("costs.table." + t.name())}
		if n := m.size(Tab(i)); n > 0 {
			o.Count = w.Int(int64(n))
		}
		options = append(options, o)
	}
	s.tabs.Set(options, int(m.Tab()))
	s.sets.Set(s.setOptions(), m.Set())
	s.row.Refresh()
}

// stripSide is the room beside the strip; with it, it is as wide as the grid.
const stripSide = 16

type stripLayout struct{ s *strip }

func (l stripLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.s.tabs.MinSize().Width, 33)
}

func (l stripLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s := l.s
	middle := func(o fyne.CanvasObject, x float32) float32 {
		m := o.MinSize()
		put(o, x, (size.Height-m.Height)/2, m.Width, m.Height)
		return m.Width
	}
	middle(s.tabs, 0)
	s.v.grid.columns(size.Width + 2*stripSide) // decides whether all columns have room
	some := s.v.m.Sets() > 0
	show(s.sets, some)
	left := size.Width - s.hint.MinSize().Width - 8 - s.sets.MinSize().Width
	show(s.hint, some && left > s.tabs.MinSize().Width+12)
	if !some {
		return
	}
	if !s.hint.Visible() {
		left = size.Width - s.sets.MinSize().Width
	}
	x := left + middle(s.sets, left)
	if s.hint.Visible() {
		middle(s.hint, x+8)
	}
}

// showTab shows another table.
func (v *view) showTab(t Tab) {
	v.finish()
	v.m.ShowTab(t)
	v.draw()
}

// turn shows the next of the tables, or the one before, and stays in the grid.
func (v *view) turn(by int) {
	n := len(v.m.all)
	v.showTab(Tab((int(v.m.Tab()) + by + n) % n))
	v.grid.focus()
	v.grid.seen()
}

// showSet shows another set of columns.
func (v *view) showSet(i int) {
	v.finish()
	v.m.ShowSet(i)
	v.draw()
}
