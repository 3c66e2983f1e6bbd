package costs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"yttra/screens/parts"
)

// tornadoDrawing draws each range about a line they share: lower as an outline,
// higher filled, with the numbers beside.
type tornadoDrawing struct {
	t      Tornado
	rows   []tornadoRow
	line   *canvas.Rectangle
	number float32 // the widest
}

type tornadoRow struct {
	name          *parts.Label
	lower, higher *canvas.Rectangle
	number        *canvas.Text
}

const (
	tornadoPitch = 22
	tornadoBar   = 14
)

func newTornadoDrawing(t Tornado) *tornadoDrawing {
	d := &tornadoDrawing{t: t, line: parts.VLine(parts.Edge)}
	for _, s := range t.Swings {
		r := tornadoRow{name: parts.NewLabel(s.Name, parts.TextHint, parts.Ink, parts.Regular), lower: outlined(parts.Page),
			higher: parts.Rect(parts.Accent, 1, 1, 0), number: parts.Text(s.Numbers, parts.TextHint, parts.Muted, parts.Regular)}
		d.number = max(d.number, r.number.MinSize().Width)
		d.rows = append(d.rows, r)
	}
	return d
}

func (d *tornadoDrawing) count() int             { return len(d.rows) }
func (d *tornadoDrawing) height(float32) float32 { return float32(len(d.rows)) * tornadoPitch }

func (d *tornadoDrawing) objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, r := range d.rows {
		out = append(out, r.name, r.lower, r.higher, r.number)
	}
	return append(out, d.line)
}

func (d *tornadoDrawing) spot(i int, s fyne.Size) (fyne.Position, fyne.Size) {
	return fyne.NewPos(0, float32(i)*tornadoPitch), fyne.NewSize(s.Width, tornadoPitch)
}

// arrange gives the names two fifths of the width at most, and the bars what is
// left beside the numbers.
func (d *tornadoDrawing) arrange(s fyne.Size) {
	names := float32(0)
	for _, r := range d.rows {
		names = max(names, r.name.Natural()+2)
	}
	names = float32(int(min(names, s.Width*2/5)))
	left, room := names+8, max(10, s.Width-names-d.number-18)
	middle := float32(int(left + room*float32(d.t.Middle)/1000))
	for i, r := range d.rows {
		w, y := d.t.Swings[i], float32(i)*tornadoPitch
		put(r.name, 1, y+(tornadoPitch-r.name.MinSize().Height)/2, names, r.name.MinSize().Height)
		lower, higher := float32(int(room*float32(w.Lower)/1000)), float32(int(room*float32(w.Higher)/1000))
		show(r.lower, w.Lower > 0)
		show(r.higher, w.Higher > 0)
		put(r.lower, middle-max(2, lower), y+(tornadoPitch-tornadoBar)/2, max(2, lower)+1, tornadoBar)
		put(r.higher, middle, y+(tornadoPitch-tornadoBar)/2, max(2, higher), tornadoBar)
		m := r.number.MinSize()
		put(r.number, s.Width-m.Width-1, y+(tornadoPitch-m.Height)/2, m.Width, m.Height)
	}
	show(d.line, len(d.rows) > 0)
	put(d.line, middle, 0, 1, s.Height) // one line through them all
}
