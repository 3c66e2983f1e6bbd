package transfer

import (
	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

const lineHeight = 56

// fill draws a matter in a row, which is made once and filled again.
func (v *importing) fill(o fyne.CanvasObject, i int, chosen, focused bool) {
	line, ok := o.(*fyne.Container)
	if !ok {
		return
	}
	r := v.m.row(i)
	ground, ring := parts.Clear, parts.Clear
	if chosen {
		ground = parts.Fog
	}
	if chosen && focused {
		ring = parts.Accent
	}
	text := parts.Column(1, parts.NewLabel(r.title, parts.TextControl, parts.Ink, parts.Bold), parts.NewLabel(r.second, parts.TextHint, parts.Muted, parts.Regular))
	all := []fyne.CanvasObject{parts.Mark(r.mark, 18, parts.Page), parts.Grow(text), parts.Text(r.take, parts.TextSecond, parts.Ink, parts.Regular)}
	line.Objects = []fyne.CanvasObject{parts.Box(ground, parts.Clear, 0, parts.Pad(4, 20, 4, 18, parts.Row(10, all...))), parts.Frame(ring, 2, 0)}
	line.Refresh()
}
