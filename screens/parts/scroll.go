package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Scroll is a column that scrolls. Refit after what is in it has changed.
type Scroll struct {
	Outer *fyne.Container   // what to lay out
	Inner *container.Scroll // offset and scrolling
}

// NewScroll scrolls an object up and down; the object gets the scroll's width
// before it is asked for its height.
func NewScroll(o fyne.CanvasObject) *Scroll {
	s := container.NewVScroll(o)
	return &Scroll{Outer: container.New(scrollFit{}, s, newWheel(s)), Inner: s}
}

// wheel lies over a scroll and gives it every turn of the wheel: fields in it
// would otherwise keep them for themselves. It takes nothing else.
type wheel struct {
	widget.BaseWidget
	scroll *container.Scroll
}

func newWheel(s *container.Scroll) *wheel {
	w := &wheel{scroll: s}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled scrolls.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) { w.scroll.Scrolled(e) }

// CreateRenderer draws nothing.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// Set puts another object into the scroll, from its top.
func (s *Scroll) Set(o fyne.CanvasObject) {
	s.Inner.Content = o
	s.Inner.Offset = fyne.Position{}
	s.Refit()
}

// Refit lays out again after the content has changed height.
func (s *Scroll) Refit() {
	scrollFit{}.Layout(s.Outer.Objects, s.Outer.Size())
	s.Inner.Refresh()
}

// lineStep is how far an arrow key scrolls.
const lineStep = 40

// typed scrolls for the keys that a page of text is read with.
func (s *Scroll) typed(k fyne.KeyName) {
	in := s.Inner
	page := in.Size().Height - lineStep
	by := map[fyne.KeyName]float32{fyne.KeyDown: lineStep, fyne.KeyUp: -lineStep, fyne.KeyPageDown: page, fyne.KeyPageUp: -page,
		fyne.KeyEnd: in.Content.Size().Height, fyne.KeyHome: -in.Content.Size().Height}[k]
	if to := min(max(0, in.Offset.Y+by), max(0, in.Content.Size().Height-in.Size().Height)); to != in.Offset.Y {
		in.ScrollToOffset(fyne.NewPos(0, to))
	}
}

type scrollFit struct{}

func (scrollFit) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(32, 32) }

func (scrollFit) Layout(o []fyne.CanvasObject, s fyne.Size) {
	if sc, ok := o[0].(*container.Scroll); ok && sc.Content != nil {
		sc.Content.Resize(fyne.NewSize(s.Width, max(s.Height, heightAt(sc.Content, s.Width))))
	}
	for _, k := range o {
		place(k, 0, 0, s.Width, s.Height)
	}
}
