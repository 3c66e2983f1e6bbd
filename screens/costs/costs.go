// Package costs is the screen Kostnad: the estimate of the open matter as tables in
// one grid with one live cell, the sums docked beneath it, and what follows from
// them beside it.
//
// It knows how amounts, years and words are typed into cells, and how a block of
// them is copied, pasted and filled. It never sums anything itself.
package costs

import (
	"fyne.io/fyne/v2"

	"yttra/app/desk"
	"yttra/screens/parts"
)

// Screen joins the model and the view.
type Screen struct {
	model *Model
	view  *view
}

var (
	_ parts.Screen  = (*Screen)(nil)
	_ parts.Facts   = (*Screen)(nil)
	_ parts.Mover   = (*Screen)(nil)
	_ parts.Stepper = (*Screen)(nil)
	_ parts.Leaver  = (*Screen)(nil)
	_ parts.Filler  = (*Screen)(nil)
	_ parts.Jumper  = (*Screen)(nil)
	_ parts.Actions = (*Screen)(nil)
)

// New makes the screen.
func New(d *desk.Desk, h parts.Host) *Screen {
	m := NewModel(d, h.Words())
	return &Screen{model: m, view: newView(m, h)}
}

// Show draws a new state of the desk.
func (s *Screen) Show(st desk.State) {
	s.model.Take(st)
	s.view.draw()
}

// Content is what the window lays out.
func (s *Screen) Content() fyne.CanvasObject { return s.view.outer }

// Focus goes to the grid.
func (s *Screen) Focus() { s.view.focus() }

// Facts count rows, and those to mend.
func (s *Screen) Facts() []string { return s.model.Facts(s.view.narrow()) }

// Move moves the active row up or down.
func (s *Screen) Move(by int) { s.view.move(by) }

// Fill writes the topmost of the chosen cells in those under it.
func (s *Screen) Fill() { s.view.fill() }

// Step goes to the next cell to mend, or the one before.
func (s *Screen) Step(by int) { s.view.step(by) }

// Jump goes to the alternatives, the grid, or what follows from it.
func (s *Screen) Jump(to string) { s.view.jump(to) }

// Actions stand in the header: what is done with rows.
func (s *Screen) Actions() fyne.CanvasObject { return s.view.actions }

// Leave takes what is being typed before another screen or an undo.
func (s *Screen) Leave() { s.view.finish() }
