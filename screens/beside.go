package screens

import (
	"yttra/app"
	"yttra/screens/draft"
	"yttra/screens/paper"
	"yttra/screens/settings"
)

// besideMillis is how long the page beside the text waits: the key that changes it is
// drawn first.
const besideMillis = 20

// toggleBeside shows the page beside the text, or takes it away, and remembers it.
func (w *Window) toggleBeside() {
	w.remember(func(s *settings.Settings) { s.Beside = !s.Beside })
	w.win.SetMainMenu(w.menu())
	if s, ok := w.screens["draft"].(*draft.Screen); ok {
		w.putBeside(s)
	}
	if w.front != "draft" {
		w.Go("draft")
		return
	}
	w.screen().Focus()
}

// putBeside gives the text the page that stands beside it, or none.
func (w *Window) putBeside(s *draft.Screen) {
	if w.beside = nil; !w.known().Beside {
		s.Beside(nil)
		return
	}
	w.beside = paper.NewBeside(w.o.Desk, w, paper.Options{Creator: w.o.Creator, Place: w.showPlace,
		Caret: func() (app.Place, bool) { return s.CaretPlace() }}, w.toggleBeside)
	s.Beside(w.beside.Content())
	w.besideSoon()
}

// besideSoon draws the page when what is being done now has been drawn: typing gets
// no slower to the eye. Keys that come meanwhile are drawn together.
func (w *Window) besideSoon() {
	if w.beside == nil || w.front != "draft" || w.waits {
		return
	}
	w.waits = true
	w.After("beside", besideMillis, func() {
		if w.waits = false; w.beside != nil && w.front == "draft" {
			w.beside.Show(w.o.Desk.State())
		}
	})
}
