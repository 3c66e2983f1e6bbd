package draft

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/screens/parts"
)

// beside is a column for what the window wants to have beside the text. In a wide
// window it stands between the text and the findings, in a usual one it covers
// them, and in a narrow one there is no room for it.
type beside struct {
	outer *fyne.Container
	put   fyne.CanvasObject // nil: nothing
	enter func() bool       // puts the keyboard in it; nil: it has none of its own
	aside bool              // the findings are shown in its place, for now
}

// Widths of the column, and of the text that it leaves.
const (
	besideLeast = 430
	besideMost  = 640
	textWide    = 620
)

func newBeside() *beside { return &beside{outer: container.NewStack()} }

// widths gives the column's width and that of the findings; 0 is not there.
func (b *beside) widths(all, left, findings float32) (page, right float32) {
	switch room := all - left - findings - textWide; {
	case b.put == nil:
		return 0, findings
	case room >= besideLeast:
		return round(min(room, besideMost)), findings
	case b.aside:
		return 0, findings
	}
	return round(max(besideLeast, min(besideMost, all-left-textWide))), 0
}

// Beside puts something beside the text; nil takes it away. enter puts the keyboard in
// it, when Tab leaves the text; nil: it has none of its own.
func (s *Screen) Beside(o fyne.CanvasObject, enter func() bool) {
	b := s.view.beside
	b.put, b.enter, b.aside, b.outer.Objects = o, enter, false, nil
	if o != nil {
		b.outer.Objects = []fyne.CanvasObject{parts.Columns(0, []float32{1, 0}, parts.VLine(parts.Line), o)}
	}
	s.view.outer.Refresh()
}

// uncover shows the findings, when something covers them, until the text is gone
// back to.
func (v *view) uncover() { v.setAside(true) }

func (v *view) setAside(aside bool) {
	if v.beside.put != nil && v.beside.aside != aside {
		v.beside.aside = aside
		v.outer.Refresh()
	}
}
