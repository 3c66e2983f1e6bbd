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
	ground, ring, calm := parts.Page, parts.Clear, parts.Muted
	if chosen {
		ground, calm = parts.Soft, parts.Ink
	}
	if chosen && focused {
		ring = parts.Accent
	}
	text := parts.Column(1, parts.NewLabel(r.title, parts.TextControl, parts.Ink, parts.Bold), parts.NewLabel(r.second, parts.TextHint, calm, parts.Regular))
	all := []fyne.CanvasObject{parts.Mark(r.mark, 18, ground), parts.Grow(text), parts.Text(r.take, parts.TextSecond, parts.Ink, parts.Regular)}
	line.Objects = []fyne.CanvasObject{parts.Fill(ground, parts.Pad(4, 20, 4, 20, parts.Row(10, all...))), parts.Pad(2, 4, 2, 4, parts.Frame(ring, 2, 4)),
		parts.Align(parts.Stretch, 1, parts.HLine(parts.Line))}
	line.Refresh()
}
