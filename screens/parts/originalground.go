package parts

import (
	"fyne.io/fyne/v2"

	"yttra/app"
)

// ground is how an original lies before one: its pages under each other, or its text
// in lines. Heights are from the top of the whole, in logical pixels.
type ground interface {
	fit(width, zoom float32) // lays it out for a room
	size() fyne.Size
	keep(y float32) (after func() float32)               // where what is at y has come after a fit
	reach(s app.Span) (grown bool)                       // what is needed to know where a place is
	see(top, bottom float32) ([]fyne.CanvasObject, bool) // what is to be drawn between two heights; whether the whole has another size now
	within(top, bottom float32) app.Span                 // the bytes that may be there
	boxes(s app.Span) []spot                             // where a place is, a box for each line
	at(pos fyne.Position) int                            // the byte nearest
	page(y float32) (n, of int)                          // 0, 0: it has none
	inks() inks
}

// spot is a place on the ground; edge is where the bar of its line goes.
type spot struct{ x, y, w, h, edge float32 }

// inks are what places are marked with on a ground.
type inks struct {
	marked, now, found, picked Token
	line                       Token // lines, frames and bars
	behind                     Token
	over                       bool //  the marks lie over the words and let them through
}
