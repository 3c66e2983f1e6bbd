package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// reveal scrolls what got the focus into sight: Fyne moves the focus with Tab
// but not what lies around it.
func reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(o)
	if c == nil {
		return
	}
	root := c.Overlays().Top()
	if root == nil {
		root = c.Content()
	}
	s := scrollAround(root, o)
	if s == nil || s.Size().Height == 0 {
		return
	}
	const margin = 12
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s).Y
	bottom := top + o.Size().Height
	switch {
	case top < margin:
		scrollTold(s, max(0, s.Offset.Y+top-margin))
	case bottom > s.Size().Height-margin && o.Size().Height < s.Size().Height:
		scrollTold(s, s.Offset.Y+bottom-s.Size().Height+margin)
	}
}

// scrollTold scrolls and says so: Fyne tells nobody when it was not the pointer.
func scrollTold(s *container.Scroll, y float32) {
	s.ScrollToOffset(fyne.NewPos(0, y))
	if s.OnScrolled != nil {
		s.OnScrolled(s.Offset)
	}
}

// Holder is a widget in which things stand that can have the focus.
type Holder interface{ Holds() []fyne.CanvasObject }

// scrollAround finds the innermost scroll that an object lies in.
func scrollAround(in, o fyne.CanvasObject) *container.Scroll {
	s, found := scrollTo(in, o, nil)
	if !found {
		return nil
	}
	return s
}

func scrollTo(in, o fyne.CanvasObject, around *container.Scroll) (*container.Scroll, bool) {
	if in == o {
		return around, true
	}
	var inside []fyne.CanvasObject
	switch in := in.(type) {
	case *fyne.Container:
		inside = in.Objects
	case *container.Scroll:
		return scrollTo(in.Content, o, in)
	case Holder:
		inside = in.Holds()
	case *container.ThemeOverride:
		inside = []fyne.CanvasObject{in.Content}
	case *Dialog:
		inside = []fyne.CanvasObject{in.frame}
	}
	for _, k := range inside {
		if s, ok := scrollTo(k, o, around); ok {
			return s, true
		}
	}
	return nil, false
}
