package costs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yttra/screens/parts"
)

// pattern is how a group is drawn, told apart without its colour: filled, pale
// with an outline, striped.
func pattern(g Group) fyne.CanvasObject {
	switch g {
	case OneOffCost:
		return parts.Rect(parts.Accent, 1, 1, 0)
	case SavedCost:
		return newStripes()
	}
	return outlined(parts.Soft)
}

// outlined is a pale bar with an edge.
func outlined(fill parts.Token) *canvas.Rectangle {
	r := parts.Rect(fill, 1, 1, 0)
	r.StrokeColor, r.StrokeWidth = parts.Color(parts.Accent), 1
	return r
}

// stripes is an outlined bar with lines across, as many as there is room for.
type stripes struct {
	widget.BaseWidget
	drawn []fyne.CanvasObject
}

func newStripes() *stripes {
	s := &stripes{}
	s.ExtendBaseWidget(s)
	return s
}

const stripePitch = 4

func (s *stripes) arrange(size fyne.Size) {
	edge := parts.Rect(parts.Page, 1, 1, 0)
	edge.StrokeColor, edge.StrokeWidth = parts.Color(parts.OK), 1
	put(edge, 0, 0, size.Width, size.Height)
	s.drawn = []fyne.CanvasObject{edge}
	for y := float32(stripePitch / 2); y < size.Height-1; y += stripePitch {
		line := parts.HLine(parts.OK)
		put(line, 0, y, size.Width, 1.5)
		s.drawn = append(s.drawn, line)
	}
}

// CreateRenderer draws the lines.
func (s *stripes) CreateRenderer() fyne.WidgetRenderer { return stripesRenderer{s} }

type stripesRenderer struct{ s *stripes }

func (r stripesRenderer) Layout(size fyne.Size)        { r.s.arrange(size) }
func (r stripesRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r stripesRenderer) Refresh()                     { r.s.arrange(r.s.Size()) }
func (r stripesRenderer) Objects() []fyne.CanvasObject { return r.s.drawn }
func (r stripesRenderer) Destroy()                     {}

// legendEntry is a sample of a pattern, and its word.
func legendEntry(sample fyne.CanvasObject, word string) fyne.CanvasObject {
	return parts.Row(5, parts.Fixed(12, 12, sample), parts.Hint(word))
}
