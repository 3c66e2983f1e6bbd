package parts

import (
	"fyne.io/fyne/v2"

	"yttra/app"
)

// Where is the middle of the first letter of a place.
func (p *Original) Where(s app.Span) fyne.Position {
	p.ground.reach(s)
	b := p.ground.boxes(s)[0]
	return fyne.NewPos(b.x+1, b.y+b.h/2)
}
