// Package assess is the screen Pröva: every criterion that applies to the open
// document, in the steps of the proportionality test, how the text answers it,
// and what the clerk judges.
//
// It knows how criteria are grouped, counted and answered. It never decides
// whether one is met.
package assess

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/desk"
	"yttra/screens/parts"
)

// Screen joins the model and the view.
type Screen struct {
	model *Model
	view  *view

	Cost func(way, line int) // the window's way to a line of the estimate; -1: to the estimate
}

var (
	_ parts.Screen   = (*Screen)(nil)
	_ parts.Facts    = (*Screen)(nil)
	_ parts.Stepper  = (*Screen)(nil)
	_ parts.Waiver   = (*Screen)(nil)
	_ parts.Inserter = (*Screen)(nil)
	_ parts.Jumper   = (*Screen)(nil)
	_ parts.Stops    = (*Screen)(nil)
	_ parts.Helped   = (*Screen)(nil)
	_ parts.Chooser  = (*Screen)(nil)
	_ parts.Finder   = (*Screen)(nil)
)

// New makes the screen. show is the window's way to a place in the text.
func New(d *desk.Desk, h parts.Host, show func(app.Place)) *Screen {
	m := NewModel(d, h.Words())
	s := &Screen{model: m, view: newView(m, h, show)}
	s.view.toCost = func(line int) {
		if s.Cost != nil {
			s.Cost(0, line)
		}
	}
	return s
}

// Show draws a new state of the desk.
func (s *Screen) Show(st desk.State) {
	s.model.Take(st)
	s.view.draw()
}

// Content is what the window lays out.
func (s *Screen) Content() fyne.CanvasObject { return s.view.outer }

// Focus goes to the list.
func (s *Screen) Focus() { s.view.focus() }

// Find puts the keyboard in the search among the questions.
func (s *Screen) Find() { s.view.h.Window().Canvas().Focus(s.view.filters.search.Entry) }

// Facts count what is answered.
func (s *Screen) Facts() []string { return s.model.Facts() }

// Step goes to the next criterion that asks for something.
func (s *Screen) Step(by int) {
	if s.model.Step(by) {
		s.view.chosen()
	}
}

// Waive asks for a reason to accept the chosen criterion as it is.
func (s *Screen) Waive() { s.view.waive() }

// Insert puts the model wording of the chosen criterion into the text.
func (s *Screen) Insert() { s.view.insert() }

// Jump goes to the steps, the list or the chosen criterion.
func (s *Screen) Jump(to string) { s.view.jump(to) }

// Stopping counts the questions that hold the final paper back.
func (s *Screen) Stopping() int { return s.model.Stopping() }

// HelpTopic is the page of the chosen criterion.
func (s *Screen) HelpTopic() string {
	c, ok := s.model.Chosen()
	if !ok {
		return ""
	}
	return c.ID
}

// ChooseRule chooses the criterion whose finding was open in the text.
func (s *Screen) ChooseRule(id string) {
	if s.model.ChooseRule(id) {
		s.view.side.leave()
		s.view.draw()
	}
}
