// Package versions is the room where the versions of a matter are looked at: the
// list of them at the left, one compared with another in the page, and the way
// back for a section or for all.
//
// It never compares and never restores by itself; app/compare and the desk do.
package versions

import (
	"fyne.io/fyne/v2"

	"yttra/app/desk"
	"yttra/screens/parts"
)

// Options are what the window gives this screen.
type Options struct {
	Done func(told string, at desk.Spot) // something was restored, and is to be looked at there
}

// Screen joins the model and the view.
type Screen struct {
	model *Model
	view  *view
	host  parts.Host
	o     Options
}

var (
	_ parts.Screen  = (*Screen)(nil)
	_ parts.Facts   = (*Screen)(nil)
	_ parts.Stepper = (*Screen)(nil)
	_ parts.Jumper  = (*Screen)(nil)
	_ parts.Helped  = (*Screen)(nil)
)

// New makes the screen.
func New(d *desk.Desk, h parts.Host, o Options) *Screen {
	s := &Screen{model: NewModel(d, h.Words()), host: h, o: o}
	s.view = newView(s.model, h, s)
	return s
}

// Content is what the window lays out.
func (s *Screen) Content() fyne.CanvasObject { return s.view.outer }

// Show draws a new state of the desk.
func (s *Screen) Show(st desk.State) {
	if s.model.Take(st) {
		s.view.show()
	}
}

// Focus goes to the list of versions.
func (s *Screen) Focus() { s.Jump("outline") }

// Facts count what differs.
func (s *Screen) Facts() []string { return s.model.Facts() }

// Step goes to the next change, or the one before.
func (s *Screen) Step(by int) {
	if s.model.Step(by) {
		s.view.stepped()
	}
}

// Jump puts the keyboard in the list ("outline"), the page ("text") or the
// sections ("findings").
func (s *Screen) Jump(to string) { s.view.focus(to) }

// HelpTopic is the page about versions.
func (s *Screen) HelpTopic() string { return "versions" }

// What the view tells.

func (s *Screen) step(by int) { s.Step(by) }

func (s *Screen) versionPicked(n uint64) {
	if s.model.Choose(n) {
		s.view.show()
	}
}

func (s *Screen) dayFolded(key string) {
	s.model.Unfold(key)
	s.view.show()
}

func (s *Screen) withPicked(i int) {
	s.model.CompareWith(i)
	s.view.show()
}

func (s *Screen) unfolded(f Fold) {
	s.model.Open(f)
	s.view.sheet.show()
}

func (s *Screen) restore(r Restore) {
	told, at, err := s.model.Restore(r)
	s.host.Problem(err)
	if err == nil {
		s.o.Done(told, at)
	}
}
