package screens

import "fyne.io/fyne/v2"

// hold sees to it that the keyboard is somewhere after an action: when what had
// it is gone, the screen in front takes it.
func (w *Window) hold() {
	if w.closed || w.o.Desk == nil {
		return
	}
	c := w.win.Canvas()
	if c.Overlays().Top() == nil && w.adrift(c.Focused()) {
		w.screen().Focus()
	}
}

// adrift reports whether something in focus is no longer in the window. Fyne
// answers the origin for what is in no window; only the rail lies there.
func (w *Window) adrift(f fyne.Focusable) bool {
	if f == nil {
		return true
	}
	o, ok := f.(fyne.CanvasObject)
	if !ok || f == fyne.Focusable(w.rail) {
		return false
	}
	if at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o); at != (fyne.Position{}) {
		return false
	}
	c := w.win.Canvas() // what has not been drawn yet answers the origin as well: only what is in the window can be given the focus
	c.Unfocus()
	c.Focus(f)
	return c.Focused() != f
}
