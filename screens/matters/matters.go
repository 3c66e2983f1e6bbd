// Package matters is the screen Ärenden: the register as a list that is searched
// while one types, with what the chosen matter is about beside it.
//
// It knows how rows are found, ordered and counted. It never changes what a
// matter says.
package matters

import (
	"fyne.io/fyne/v2"

	"yttra/app/desk"
	"yttra/app/search"
	"yttra/screens/parts"
)

// Orders are what the window does for this screen.
type Orders struct {
	New        func()
	OpenMotion func()
	Original   func()                       // shows the paper that came in
	Referrals  func()                       // whom the open matter has been sent to
	Samples    func()                       // nil: there are none
	Counted    func()                       // what the status line counts has changed; may be nil
	Erase      func(id string, done func()) // takes a matter away for good; nil: nothing is kept here anyway
	Texts      *search.Texts                // nil: only rows are searched
}

// Screen joins the model and the view.
type Screen struct {
	model *Model
	view  *view
}

var (
	_ parts.Screen = (*Screen)(nil)
	_ parts.Header = (*Screen)(nil)
	_ parts.Finder = (*Screen)(nil)
	_ parts.Facts  = (*Screen)(nil)
	_ parts.Jumper = (*Screen)(nil)
	_ parts.Leaver = (*Screen)(nil)
)

// New makes the screen.
func New(d *desk.Desk, h parts.Host, o Orders) *Screen {
	m := NewModel(h.Words())
	return &Screen{model: m, view: newView(m, d, h, o)}
}

// Show draws a new state of the desk.
func (s *Screen) Show(st desk.State) {
	open := s.model.Open()
	if s.model.Take(st) {
		if s.model.Open() != open {
			s.view.picked = s.model.Open()
		}
		s.view.rowsChanged()
		s.view.ask()
	}
	s.view.drawSide(st)
}

// Content is what the window lays out.
func (s *Screen) Content() fyne.CanvasObject { return s.view.outer }

// Header takes the place of the window's header: no matter is meant here.
func (s *Screen) Header() fyne.CanvasObject { return s.view.header }

// Focus goes to the list, or to the search when the list is empty.
func (s *Screen) Focus() { s.view.focus() }

// Find goes to the search.
func (s *Screen) Find() { s.view.find() }

// Jump goes to the chips, the list or the panel.
func (s *Screen) Jump(to string) { s.view.jump(to) }

// Leave lets go of what was just done: it can be undone from here only.
func (s *Screen) Leave() { s.view.unsay() }

// Facts count what is shown.
func (s *Screen) Facts() []string { return s.model.Facts() }
