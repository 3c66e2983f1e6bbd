package screens

import (
	"yttra/app"
	"yttra/screens/draft"
	"yttra/screens/paper"
	"yttra/screens/settings"
)

// besideMillis is how long what stands beside the text waits: the key that changes it is
// drawn first.
const besideMillis = 20

// toggleBeside shows the page beside the text, or takes it away, and remembers it.
func (w *Window) toggleBeside() {
	w.stand(func(s *settings.Settings) { s.Beside, s.Original = !s.Beside, false })
	w.screen().Focus()
}

// stand remembers what stands beside the text, and puts it there.
func (w *Window) stand(change func(*settings.Settings)) {
	w.remember(change)
	w.win.SetMainMenu(w.menu())
	if s, ok := w.screens["draft"].(*draft.Screen); ok {
		w.putBeside(s)
	}
	if w.front != "draft" {
		w.Go("draft")
	}
}

// putBeside gives the text what stands beside it: the page, the paper that came in, or
// nothing.
func (w *Window) putBeside(s *draft.Screen) {
	w.beside, w.original = nil, nil
	switch known := w.known(); {
	case known.Original:
		w.original = w.newOriginal()
		s.Beside(w.original.Content(), w.original.Enter)
	case known.Beside:
		w.beside = paper.NewBeside(w.o.Desk, w, paper.Options{Creator: w.o.Creator, Place: w.showPlace,
			Caret: func() (app.Place, bool) { return s.CaretPlace() }}, w.toggleBeside)
		s.Beside(w.beside.Content(), nil)
		w.besideSoon()
	default:
		s.Beside(nil, nil)
	}
}

// besideSoon draws what stands beside the text when what is being done now has been
// drawn: typing gets no slower to the eye. Keys that come meanwhile are drawn together.
func (w *Window) besideSoon() {
	if w.beside == nil && w.original == nil || w.front != "draft" || w.waits {
		return
	}
	w.waits = true
	w.After("beside", besideMillis, func() {
		if w.waits = false; w.front != "draft" {
			return
		}
		if w.beside != nil {
			w.beside.Show(w.o.Desk.State())
		}
		if w.original != nil {
			w.original.Show(w.o.Desk.State().Matter)
		}
	})
}
