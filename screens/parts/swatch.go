package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// SwatchOf is a field of a colour of the paper, as it is in print; it is not one
// of the window's colours.
type SwatchOf struct {
	widget.BaseWidget
	read func() (rgb [3]uint8, err error)
	fill *canvas.Rectangle
}

// Swatch makes a field of the colour that is read whenever it is refreshed; empty
// while none can be read.
func Swatch(read func() (rgb [3]uint8, err error)) *SwatchOf {
	s := &SwatchOf{read: read, fill: canvas.NewRectangle(color.Transparent)}
	s.fill.CornerRadius = 4
	s.ExtendBaseWidget(s)
	s.Refresh()
	return s
}

// Refresh reads the colour anew.
func (s *SwatchOf) Refresh() {
	s.fill.FillColor = color.Transparent
	if rgb, err := s.read(); err == nil {
		s.fill.FillColor = color.NRGBA{rgb[0], rgb[1], rgb[2], 0xFF}
	}
	s.fill.Refresh()
	s.BaseWidget.Refresh()
}

// MinSize is that of a button's height.
func (s *SwatchOf) MinSize() fyne.Size { return fyne.NewSize(34, 34) }

// CreateRenderer draws the colour on paper, in a frame.
func (s *SwatchOf) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(stack{}, Rect(Paper, 34, 34, 4), s.fill, Frame(Edge, 1, 4)))
}
