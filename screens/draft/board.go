package draft

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// board is what scrolls: it lists the objects in sight and is as tall as all.
type board struct {
	widget.BaseWidget
	sheet   *sheet
	objects []fyne.CanvasObject
	height  float32
	width   float32
	resized func()
	pressed func(e *desktop.MouseEvent) // beside everything that stands on it
	letGo   func()
}

var (
	_ desktop.Mouseable = (*board)(nil)
	_ fyne.Tappable     = (*board)(nil)
)

func newBoard(resized func(), pressed func(*desktop.MouseEvent), letGo func()) *board {
	b := &board{resized: resized, pressed: pressed, letGo: letGo, sheet: newSheet()}
	b.ExtendBaseWidget(b)
	return b
}

// set lists the objects. Refreshing the page, which is only a rectangle, has
// the window drawn again without drawing every letter anew.
func (b *board) set(objects []fyne.CanvasObject) {
	b.objects = objects
	canvas.Refresh(b.sheet.page)
}

func (b *board) setHeight(h float32, s *container.Scroll) {
	if h == b.height {
		return
	}
	b.height = h
	b.BaseWidget.Resize(fyne.NewSize(b.width, max(h, s.Size().Height)))
	s.Refresh()
}

// Resize tells when the width changed.
func (b *board) Resize(s fyne.Size) {
	b.BaseWidget.Resize(s)
	if s.Width != b.width {
		b.width = s.Width
		b.resized()
	}
}

func (b *board) MouseDown(e *desktop.MouseEvent) { b.pressed(e) }
func (b *board) MouseUp(*desktop.MouseEvent)     {}
func (b *board) Tapped(*fyne.PointEvent)         { b.letGo() }

// Holds is what stands on it, to be scrolled into sight when it gets the focus.
func (b *board) Holds() []fyne.CanvasObject { return b.objects }

// Refresh does nothing: what changes refreshes itself.
func (b *board) Refresh() {}

// CreateRenderer lists what is in sight.
func (b *board) CreateRenderer() fyne.WidgetRenderer { return &boardRenderer{b} }

type boardRenderer struct{ b *board }

func (r *boardRenderer) Layout(fyne.Size)             {}
func (r *boardRenderer) MinSize() fyne.Size           { return fyne.NewSize(400, r.b.height) }
func (r *boardRenderer) Refresh()                     {}
func (r *boardRenderer) Objects() []fyne.CanvasObject { return r.b.objects }
func (r *boardRenderer) Destroy()                     {}
