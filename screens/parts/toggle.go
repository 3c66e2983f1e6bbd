package parts

import "fyne.io/fyne/v2"

// NewToggle makes a chip that is on or off by itself: many of them may be on.
func NewToggle(text string, on bool, turned func(on bool)) *Press {
	state := &on
	var p *Press
	p = NewPress(PressOptions{Gap: ringGap,
		Tap: func() {
			*state = !*state
			p.Refresh()
			turned(*state)
		},
		Draw: func(t Touch) fyne.CanvasObject {
			ink, ground, border, face := Ink, t.Ground(Page), Edge, Regular
			objects := []fyne.CanvasObject{}
			if *state {
				ink, ground, border, face = OnAccent, Accent, Accent, Bold
				objects = append(objects, Icon(IconCheck, 16, OnAccent, Accent))
			}
			objects = append(objects, Text(text, TextSecond, ink, face))
			return Fixed(0, 27, Box(ground, border, 4, Pad(0, 10, 1, 10, Centre(Row(6, objects...)))))
		}})
	return p
}

// Flow sets objects side by side and goes on below when the row is full.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &flow{gap: gap}, Objects: objects}
}

// flow remembers its width: MinSize is asked without one. Before it has any, it
// counts on that of a side panel.
type flow struct{ gap, width float32 }

func (l *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := l.width
	if width == 0 {
		width = 300
	}
	return fyne.NewSize(1, l.run(objects, width, false))
}

func (l *flow) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	l.width = s.Width
	l.run(objects, s.Width, true)
}

// run goes through the rows and tells how tall they are together. What is wider
// than a whole row gets the row and no more.
func (l *flow) run(objects []fyne.CanvasObject, width float32, move bool) float32 {
	var x, y, high float32
	for _, o := range shown(objects) {
		m := o.MinSize()
		m.Width = min(m.Width, width)
		if x > 0 && x+m.Width > width {
			x, y, high = 0, y+high+l.gap, 0
		}
		if move {
			place(o, x, y, m.Width, m.Height)
		}
		x += m.Width + l.gap
		high = max(high, m.Height)
	}
	return y + high
}
