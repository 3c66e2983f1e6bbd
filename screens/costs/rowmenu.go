package costs

import (
	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// openRowMenu offers what can be done with the rows that are chosen.
func (v *view) openRowMenu(under fyne.CanvasObject, at fyne.Position) {
	t := v.h.Words().T
	what := []string{t("costs.new_row"), v.h.Words().N("costs.remove_rows", v.m.chosenRows()), t("costs.move_up"), t("costs.move_down"), t("costs.fill_row"), t("costs.paste_row"), t("costs.import"), t("costs.export")}
	do := []func(){func() { v.add("") }, v.removeRow, func() { v.move(-1) }, func() { v.move(1) }, v.fill, v.paste, v.importFile, v.exportFile}
	parts.OpenMenuAt(under, at, what, -1, func(i int) { do[i]() })
}

// fill writes the first of the rows that are chosen in the others.
func (v *view) fill() {
	v.finish()
	v.m.Fill()
	v.draw()
	v.grid.focus()
}

// jump goes to the alternatives, the grid, or what follows from it.
func (v *view) jump(to string) {
	v.finish()
	switch to {
	case "outline":
		v.h.Window().Canvas().Focus(v.ways.front())
	case "findings":
		if v.narrow() {
			v.tabs.Set(v.tabOptions(), 1)
			v.body.Refresh()
		}
		v.follows.focus()
	default:
		v.tabs.Set(v.tabOptions(), 0)
		v.body.Refresh()
		v.focus()
	}
}

// actionsLayout sets what stands in the header side by side, and nothing in a
// narrow window: the row's menu has it too.
type actionsLayout struct{ v *view }

const actionsGap = 10

func (l actionsLayout) wide() bool { return l.v.h.Window().Canvas().Size().Width >= narrow+90 }

func (l actionsLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(0, o[0].MinSize().Height)
	if !l.wide() {
		return s
	}
	for i, k := range o {
		if i > 0 {
			s.Width += actionsGap
		}
		s.Width += k.MinSize().Width
	}
	return s
}

func (l actionsLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	x := float32(0)
	for _, k := range o {
		show(k, l.wide())
		m := k.MinSize()
		put(k, x, (s.Height-m.Height)/2, m.Width, m.Height)
		x += m.Width + actionsGap
	}
}
