package draft

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"yttra/screens/parts"
)

// sightBeyond is how far outside the scroll things are still shown, in pixels: the
// next thing with Tab is always there.
const sightBeyond = 240

// sight lays rows one under the other and hides those out of sight: each frame walks
// what is shown, and there may be hundreds.
type sight struct {
	scroll func() *parts.Scroll
	list   *fyne.Container
	keep   func(fyne.CanvasObject) bool // has the focus, and is never hidden; may be nil
}

// MinSize is as tall as all rows.
func (l *sight) MinSize(o []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(1, 0)
	for _, x := range o {
		s.Height += round(x.MinSize().Height)
	}
	return s
}

// Layout sets every row in its place and shows those in sight.
func (l *sight) Layout(o []fyne.CanvasObject, s fyne.Size) {
	y := float32(0)
	for _, x := range o {
		if x.Size().Width != s.Width { // what wraps must know its width before its height
			x.Resize(fyne.NewSize(s.Width, x.Size().Height))
		}
		h := round(x.MinSize().Height)
		put(x, 0, y, s.Width, h)
		y += h
	}
	l.look()
}

// look shows what is in sight and hides the rest, and tells whether that changed.
func (l *sight) look() {
	sc := l.scroll()
	if sc == nil {
		return
	}
	top := sc.Inner.Offset.Y - l.list.Position().Y - sightBeyond
	end := top + sc.Inner.Size().Height + 2*sightBeyond
	changed := false
	for _, x := range l.list.Objects {
		at := x.Position().Y
		hide := at > end || at+x.Size().Height < top
		if hide && l.keep != nil && l.keep(x) {
			hide = false
		}
		if hide == x.Visible() {
			changed = true
			if hide {
				x.Hide()
			} else {
				x.Show()
			}
		}
	}
	if changed {
		canvas.Refresh(l.list)
	}
}
