package draft

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"yttra/screens/parts"
)

// sheet is the page and the bench around it, drawn side by side: without a
// graphics card each layer of the window's size costs ten milliseconds of every
// frame, and round corners half as much again.
type sheet struct {
	page  *canvas.Rectangle
	bench [4]*canvas.Rectangle // above, left, right, below
	edges [4]*canvas.Rectangle // lines in the same order
}

func newSheet() *sheet {
	s := &sheet{page: parts.Rect(parts.Page, 0, 0, 0)}
	for i := range s.bench {
		s.bench[i], s.edges[i] = parts.Rect(parts.Bench, 0, 0, 0), parts.Rect(parts.Line, 0, 0, 0)
	}
	return s
}

func (s *sheet) objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{s.page}
	for i := range s.bench {
		out = append(out, s.bench[i], s.edges[i])
	}
	return out
}

// lay puts the page at a place on a board of a size.
func (s *sheet) lay(x, y, w, h float32, board fyne.Size) {
	right, foot := x+w, y+h
	put(s.page, x, y, w, h)
	put(s.bench[0], 0, 0, board.Width, y)
	put(s.bench[1], 0, y, x, h)
	put(s.bench[2], right, y, max(0, board.Width-right), h)
	put(s.bench[3], 0, foot, board.Width, max(0, board.Height-foot))
	put(s.edges[0], x, y, w, 1)
	put(s.edges[1], x, y, 1, h)
	put(s.edges[2], right-1, y, 1, h)
	put(s.edges[3], x, foot-1, w, 1)
}
