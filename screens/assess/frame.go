package assess

import "fyne.io/fyne/v2"

const (
	sideWidth = 344
	leastList = 400  // of the list, before the panel gives way
	narrow    = 1000 // under it the steps lie over the panel too
)

// frame lays the steps over the list, and the chosen criterion beside both; in a
// narrow window the steps need the whole width.
type frame struct{}

func (frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(500, 300) }

func (frame) Layout(o []fyne.CanvasObject, s fyne.Size) {
	steps, list, line, side := o[0], o[1], o[2], o[3]
	rest := s.Width - sideWidth - 1
	if rest < leastList {
		line.Hide()
		side.Hide()
		rest = s.Width
	} else {
		line.Show()
		side.Show()
	}
	width, top := rest, float32(0)
	if s.Width < narrow {
		width = s.Width
	}
	steps.Resize(fyne.NewSize(width, steps.MinSize().Height)) // what wraps must know its width before its height
	high := float32(int(steps.MinSize().Height + 0.5))
	put(steps, 0, 0, width, high)
	put(list, 0, high, rest, s.Height-high)
	if s.Width < narrow {
		top = high
	}
	put(line, rest, top, 1, s.Height-top)
	put(side, rest+1, top, sideWidth, s.Height-top)
}

// chipsLayout shows the chips when there is room for them, else the dropdown; and
// the hint after them when there is room for that.
type chipsLayout struct{}

func (chipsLayout) MinSize(o []fyne.CanvasObject) fyne.Size { return o[1].MinSize() }

func (chipsLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	pick, other := o[0], o[1]
	if pick.MinSize().Width > s.Width {
		pick, other = other, pick
	}
	other.Hide()
	pick.Show()
	m, hint := pick.MinSize(), o[2].MinSize()
	put(pick, 0, (s.Height-m.Height)/2, m.Width, m.Height)
	if m.Width+hint.Width+12 > s.Width {
		o[2].Hide()
		return
	}
	o[2].Show()
	put(o[2], s.Width-hint.Width, (s.Height-hint.Height)/2, hint.Width, hint.Height)
}
