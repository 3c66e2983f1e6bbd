package costs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"yttra/screens/parts"
)

const (
	sideWidth = 344
	// narrow is the width of the screen under which rows and what follows from
	// them are shown one at a time.
	narrow = 1090
)

// split lays the work beside what follows from it, or one of them in a narrow
// window, chosen by the tabs.
type split struct{ v *view }

func (s *split) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 300) }

func (s *split) Layout(o []fyne.CanvasObject, size fyne.Size) {
	tight := size.Width < narrow
	if s.v.tabs.Hidden == tight {
		s.v.tabs.Hidden = !tight
		s.v.bar.Refresh()
	}
	width := size.Width - sideWidth - 1
	if tight {
		width = size.Width
	}
	show(o[1], !tight)
	show(o[2], !tight || s.v.tabs.Chosen() == 1)
	put(o[0], 0, 0, width, size.Height)
	put(o[1], width, 0, 1, size.Height)
	if !tight {
		put(o[2], width+1, 0, sideWidth, size.Height)
		return
	}
	top := s.v.bar.MinSize().Height + 1 // the tabs stay in sight
	put(o[2], 0, top, width, size.Height-top)
}

// show shows an object or hides it.
func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// newHeads makes the words over the columns.
func newHeads(v *view) *fyne.Container {
	var objects []fyne.CanvasObject
	for range mostColumnsShown + 1 {
		objects = append(objects, parts.Text("", parts.TextHint, parts.Muted, parts.Bold))
	}
	return &fyne.Container{Layout: headLayout{v}, Objects: objects}
}

type headLayout struct{ v *view }

func (headLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 28) }

func (l headLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	widths := l.v.grid.columns(s.Width) // decides which columns are shown
	heads, columns, t := l.v.m.heads(), l.v.m.columns(), l.v.h.Words().T
	say := func(i int, word string) {
		if text, ok := o[i].(*canvas.Text); ok {
			parts.Write(text, word)
		}
	}
	say(0, t("costs.number"))
	n := o[0].MinSize()
	put(o[0], (numberWidth-n.Width)/2, (s.Height-n.Height)/2, n.Width, n.Height)
	for p := range o[1:] {
		if p >= len(columns) {
			say(p+1, "")
			continue
		}
		c := columns[p]
		say(p+1, t("costs.column."+heads[c].Key))
		x, w := cellSpan(widths, p)
		m := o[p+1].MinSize()
		left := x + 6
		if heads[c].Right {
			left = x + w - 7 - m.Width
		}
		put(o[p+1], left, (s.Height-m.Height)/2, m.Width, m.Height)
	}
}
