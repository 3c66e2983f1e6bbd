// Package paper is the screen Papper: the pages of the open document exactly as
// they will be, what holds back a final paper, and the ways out: a file or a
// printer.
//
// It never words or lays out anything itself; reports does.
package paper

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/desk"
	"yttra/screens/parts"
)

// Options are what the window gives this screen.
type Options struct {
	Creator string            // Yttra and its version, for the file
	Finding func(app.Finding) // shows a finding in the text
	Place   func(app.Place)   // shows a place in the text
	Record  func()            // opens what the document says around its text
	Annexes func()            // opens its annexes

	// Caret is where the caret is in the text; ok is false before it has been there.
	Caret func() (p app.Place, ok bool)
}

// Screen joins the model and the view.
type Screen struct {
	model *Model
	view  *view
}

var (
	_ parts.Screen   = (*Screen)(nil)
	_ parts.Facts    = (*Screen)(nil)
	_ parts.Exporter = (*Screen)(nil)
	_ parts.Printer  = (*Screen)(nil)
	_ parts.Stepper  = (*Screen)(nil)
	_ parts.Jumper   = (*Screen)(nil)
)

// New makes the screen.
func New(d *desk.Desk, h parts.Host, o Options) *Screen {
	m := NewModel(h.Words(), d.Packs(), o.Creator)
	return &Screen{model: m, view: newView(m, d, h, o)}
}

// Show draws a new state of the desk.
func (s *Screen) Show(st desk.State) {
	if s.model.Take(st) {
		s.view.draw()
	}
}

// Content is what the window lays out.
func (s *Screen) Content() fyne.CanvasObject { return s.view.outer }

// Focus goes to the page: to where the caret is in the text, when it has moved
// since it was last asked about.
func (s *Screen) Focus() {
	s.view.follow()
	s.view.focus()
}

// Facts count the pages.
func (s *Screen) Facts() []string { return s.model.Facts() }

// Export saves the paper as a file.
func (s *Screen) Export() { s.view.export(s.model.Ready()) }

// Print sends the paper to a printer.
func (s *Screen) Print() { s.view.print() }

// Jump goes to the small pages, the page, or what holds it back.
func (s *Screen) Jump(to string) { s.view.jump(to) }

// Step turns pages.
func (s *Screen) Step(by int) { s.view.turn(s.model.At() + by) }
