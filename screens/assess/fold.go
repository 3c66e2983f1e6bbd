package assess

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"yttra/screens/parts"
)

// fold is the picture's one line in a narrow window: the result in words, and a
// way to unfold the picture.
type fold struct {
	v     *view
	outer *fyne.Container
	text  *parts.Label
	press *parts.Press
	open  bool // in a narrow window, where it begins folded
	shut  bool // in a wide one, where it begins open
}

// folded reports whether the steps stand side by side and the picture is a line.
func (f *fold) folded() bool { return f.v.narrow || f.shut }

// shows reports whether the picture is seen.
func (f *fold) shows() bool { return f.v.narrow && f.open || !f.folded() }

func newFold(v *view) *fold {
	f := &fold{v: v, text: parts.NewLabel("", parts.TextHint, parts.Ink, parts.Regular)}
	t := v.h.Words().T
	f.press = parts.NewPress(parts.PressOptions{Gap: 2, Tap: f.turn, Draw: func(touch parts.Touch) fyne.CanvasObject {
		if f.shows() {
			return link(t("assess.picture.hide"), touch)
		}
		return link(t("assess.picture.show"), touch)
	}})
	f.outer = container.NewStack(parts.Row(8, parts.Text(t("assess.picture.title"), parts.TextHint, parts.Muted, parts.Bold), parts.Grow(parts.Middle(f.text)), f.press))
	return f
}

func (f *fold) draw() { f.text.Set(f.v.m.Says(), parts.Ink) }

func (f *fold) turn() {
	if f.v.narrow {
		f.open = !f.open
	} else {
		f.shut = !f.shut
	}
	f.press.Refresh()
	for _, c := range f.v.cards {
		c.Refresh()
	}
	f.v.outer.Refresh()
}
