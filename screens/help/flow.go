package help

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"yttra/screens/parts"
)

// flow lays words after one another and goes on below when a line is full. Words
// of a line that look the same are drawn as one text, so that the letters between
// them stand as the typeface wants. It remembers the height it took: MinSize is
// asked without a width.
type flow struct {
	space, pitch float32
	words        []string // of the objects
	height       float32
}

func (l *flow) MinSize(o []fyne.CanvasObject) fyne.Size {
	if l.height == 0 {
		l.run(o, 560)
	}
	return fyne.NewSize(1, l.height)
}

func (l *flow) Layout(o []fyne.CanvasObject, s fyne.Size) { l.run(o, s.Width) }

func (l *flow) run(o []fyne.CanvasObject, width float32) {
	var x, y float32
	var open *canvas.Text // the text of this line that can take one more word
	for i, k := range o {
		t, plain := k.(*canvas.Text)
		if plain {
			parts.Write(t, l.words[i])
			t.Show()
			if open != nil && open.TextStyle == t.TextStyle {
				joined := open.Text + " " + t.Text
				if wide := parts.Measure(joined, t.TextSize, faceOf(t)); open.Position().X+wide.Width <= width {
					parts.Write(open, joined)
					open.Resize(wide)
					x = open.Position().X + wide.Width
					t.Hide()
					continue
				}
			}
		}
		m := k.MinSize()
		if x > 0 && !sticks(k) {
			x += l.space
		}
		if x > 0 && x+m.Width > width {
			x, y = 0, y+l.pitch
		}
		k.Move(fyne.NewPos(float32(int(x+0.5)), float32(int(y+0.5))))
		k.Resize(m)
		x += m.Width
		open = t
	}
	l.height = y + l.pitch
}

func faceOf(t *canvas.Text) parts.Face {
	for _, f := range []parts.Face{parts.Bold, parts.Italic, parts.Serif, parts.SerifBold} {
		if t.TextStyle == f.Style() {
			return f
		}
	}
	return parts.Regular
}

// sticks reports whether a word stands close to the one before it.
func sticks(o fyne.CanvasObject) bool {
	c, ok := o.(*fyne.Container)
	if !ok {
		return false
	}
	_, ok = c.Layout.(glued)
	return ok
}

// glued is a word that stands close to the one before it: a comma after a link.
type glued struct{}

func (glued) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }
func (glued) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Resize(s)
}

// text is how the words of a block are set.
type text struct {
	size  float32
	color parts.Token
	face  parts.Face
	bold  parts.Face
}

func textOf(k BlockKind) text {
	switch k {
	case Head:
		return text{parts.TextControl, parts.Ink, parts.Bold, parts.Bold}
	case Quote:
		return text{parts.TextControl, parts.Ink, parts.Serif, parts.SerifBold}
	case Fact:
		return text{parts.TextHint, parts.Muted, parts.Regular, parts.Bold}
	}
	return text{parts.TextControl, parts.Ink, parts.Regular, parts.Bold}
}

// words sets the spans of a block as words, with those that were searched for on
// a ground, and links that can be pressed.
func words(b Block, sought []string, open func(id string)) fyne.CanvasObject {
	t := textOf(b.Kind)
	l := &flow{space: parts.Measure(" ", t.size, t.face).Width, pitch: float32(int(t.size*1.4 + 0.5))}
	c := &fyne.Container{Layout: l}
	spaced := true
	for _, s := range b.Spans {
		face := t.face
		if s.Bold {
			face = t.bold
		}
		fields := strings.Split(s.Text, " ")
		if s.Link != "" {
			fields = []string{s.Text}
		}
		for i, f := range fields {
			spaced = spaced || i > 0
			if f == "" {
				continue
			}
			o := word(f, s.Link, t, face, sought, open)
			if !spaced {
				o = &fyne.Container{Layout: glued{}, Objects: []fyne.CanvasObject{o}}
			}
			c.Objects, l.words = append(c.Objects, o), append(l.words, f)
			spaced = false
		}
	}
	return c
}

func word(f, link string, t text, face parts.Face, sought []string, open func(string)) fyne.CanvasObject {
	if link != "" {
		return parts.NewPress(parts.PressOptions{Gap: 2, Tap: func() { open(link) }, Draw: func(touch parts.Touch) fyne.CanvasObject {
			return parts.Box(touch.Ground(parts.Clear), parts.Clear, 2, parts.Dock(nil, parts.HLine(parts.Accent), parts.Text(f, t.size, parts.Accent, parts.Bold)))
		}})
	}
	o := parts.Text(f, t.size, t.color, face)
	if Marked(f, sought) {
		o.TextStyle = t.bold.Style()
		parts.Write(o, f)
		return parts.Box(parts.Marked, parts.Clear, 2, o)
	}
	return o
}
