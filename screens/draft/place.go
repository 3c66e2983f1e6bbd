package draft

import (
	"yttra/app"
	"yttra/screens/parts"
)

var _ parts.Whereabouts = (*Screen)(nil)

// Place is where the caret is in the open document.
func (s *Screen) Place() (p app.Place, ok bool) {
	c, ok := s.model.Caret()
	return app.Place{Section: c.Section, Span: app.Span{Start: c.At, End: c.At}}, ok
}
