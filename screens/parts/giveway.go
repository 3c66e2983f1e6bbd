package parts

import "fyne.io/fyne/v2"

// GiveWay sets one object at the start of a row and one at its end; the second
// is hidden when there is no room for both.
func GiveWay(gap float32, first, second fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: giveWay{gap}, Objects: []fyne.CanvasObject{first, second}}
}

type giveWay struct{ gap float32 }

func (l giveWay) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width, max(o[0].MinSize().Height, o[1].MinSize().Height))
}

func (l giveWay) Layout(o []fyne.CanvasObject, s fyne.Size) {
	a, b := o[0].MinSize(), o[1].MinSize()
	place(o[0], 0, (s.Height-a.Height)/2, a.Width, a.Height)
	if a.Width+l.gap+b.Width > s.Width {
		o[1].Hide()
		return
	}
	o[1].Show()
	place(o[1], s.Width-b.Width, (s.Height-b.Height)/2, b.Width, b.Height)
}
