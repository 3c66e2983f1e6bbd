package parts

import "fyne.io/fyne/v2"

// Aside lays a panel of a width beside an object, to its right, with a line
// between. When the object would get less than least, the panel gives way.
func Aside(main, panel fyne.CanvasObject, width, least float32) *fyne.Container {
	return &fyne.Container{Layout: aside{width, least}, Objects: []fyne.CanvasObject{main, VLine(Line), panel}}
}

type aside struct{ width, least float32 }

func (l aside) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize()
}

func (l aside) Layout(o []fyne.CanvasObject, s fyne.Size) {
	rest := s.Width - l.width - 1
	if rest < l.least {
		o[1].Hide()
		o[2].Hide()
		place(o[0], 0, 0, s.Width, s.Height)
		return
	}
	o[1].Show()
	o[2].Show()
	place(o[0], 0, 0, rest, s.Height)
	place(o[1], rest, 0, 1, s.Height)
	place(o[2], rest+1, 0, l.width, s.Height)
}

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

// Shrink gives an object a width when there is room, and less when there is not.
func Shrink(width, least float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: shrink{width, least}, Objects: []fyne.CanvasObject{o}}
}

type shrink struct{ width, least float32 }

func (l shrink) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.least, o[0].MinSize().Height)
}

func (l shrink) Layout(o []fyne.CanvasObject, s fyne.Size) {
	h := o[0].MinSize().Height
	place(o[0], 0, (s.Height-h)/2, min(l.width, s.Width), h)
}
