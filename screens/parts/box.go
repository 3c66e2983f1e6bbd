package parts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Box is an object on a fill with an optional border and rounded corners; Clear
// means none.
func Box(fill, border Token, radius float32, o fyne.CanvasObject) fyne.CanvasObject {
	r := canvas.NewRectangle(Color(fill))
	r.CornerRadius = radius
	if border != Clear {
		r.StrokeColor, r.StrokeWidth = Color(border), 1
	}
	if o == nil {
		return r
	}
	return container.New(stack{}, r, o)
}

// Framed is an object inside a border: it never paints over the line, as in a Box
// it may.
func Framed(fill, border Token, radius float32, o fyne.CanvasObject) fyne.CanvasObject {
	return Box(fill, border, radius, Pad(1, 1, 1, 1, o))
}

// stack lays everything over the whole room, like grow, but does not make a Row
// give it what is left.
type stack struct{}

func (stack) MinSize(o []fyne.CanvasObject) fyne.Size   { return grow{}.MinSize(o) }
func (stack) Layout(o []fyne.CanvasObject, s fyne.Size) { grow{}.Layout(o, s) }

// Stack lays objects over each other.
func Stack(objects ...fyne.CanvasObject) *fyne.Container { return container.New(stack{}, objects...) }

// Fill is an object on a colour.
func Fill(c Token, o fyne.CanvasObject) fyne.CanvasObject { return Box(c, Clear, 0, o) }

// Rect is a filled rectangle with a least size.
func Rect(c Token, w, h, radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(Color(c))
	r.CornerRadius = radius
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}

// HLine and VLine are 1 px rules.
func HLine(c Token) *canvas.Rectangle { return Rect(c, 1, 1, 0) }
func VLine(c Token) *canvas.Rectangle { return Rect(c, 1, 1, 0) }

// Frame is an empty rectangle with a border of a width: focus rings, page edges.
func Frame(c Token, width, radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(color.Transparent)
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = Color(c), width, radius
	return r
}
