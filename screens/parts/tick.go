package parts

import "fyne.io/fyne/v2"

// NewTick makes a box to tick, with a sentence that may take several lines: what
// somebody must have read before they go on.
func NewTick(text string, turned func(on bool)) *Press {
	on := false
	words := NewPara(text, TextControl, Ink, Bold)
	var p *Press
	p = NewPress(PressOptions{Gap: ringGap,
		Tap: func() {
			on = !on
			p.Refresh()
			turned(on)
		},
		Draw: func(t Touch) fyne.CanvasObject {
			box := Box(Page, Edge, 3, Fixed(18, 18, Column(0)))
			if on {
				box = Box(Accent, Accent, 3, Centre(Icon(IconCheck, 16, OnAccent, Accent)))
			}
			return Box(t.Calm(Clear), Clear, 4, Pad(4, 4, 5, 4, RowTop(10, Fixed(20, 20, box), Grow(words))))
		}})
	return p
}
