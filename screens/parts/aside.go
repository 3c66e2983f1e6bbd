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
