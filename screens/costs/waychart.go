package costs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"yttra/screens/parts"
)

// waysDrawing draws each way's likely sum as a bar from nothing, and its lowest
// and highest as a line with ends.
type waysDrawing struct {
	c    WayChart
	rows []wayRow
}

type wayRow struct {
	name, note, number *canvas.Text
	full               string
	bar, zero          *canvas.Rectangle
	reach, low, high   *canvas.Rectangle
}

const (
	wayPitch = 44
	wayBar   = 14
	wayText  = 20
)

func newWaysDrawing(c WayChart) *waysDrawing {
	d := &waysDrawing{c: c}
	for _, b := range c.Bars {
		r := wayRow{name: parts.Text("", parts.TextHint, parts.Ink, parts.Regular), full: b.Name, note: parts.Text(b.Note, parts.TextHint, parts.Accent, parts.Bold),
			number: parts.Text(b.Number, parts.TextHint, parts.Ink, parts.Bold), bar: outlined(parts.Soft), zero: parts.VLine(parts.Edge),
			reach: parts.HLine(parts.Ink), low: parts.VLine(parts.Ink), high: parts.VLine(parts.Ink)}
		if b.Proposal {
			r.bar = parts.Rect(parts.Accent, 1, 1, 0)
		}
		d.rows = append(d.rows, r)
	}
	return d
}

func (d *waysDrawing) count() int             { return len(d.rows) }
func (d *waysDrawing) height(float32) float32 { return float32(len(d.rows)) * wayPitch }

func (d *waysDrawing) objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, r := range d.rows {
		out = append(out, r.name, r.note, r.number, r.bar, r.zero, r.reach, r.low, r.high)
	}
	return out
}

func (d *waysDrawing) spot(i int, s fyne.Size) (fyne.Position, fyne.Size) {
	return fyne.NewPos(0, float32(i)*wayPitch), fyne.NewSize(s.Width, wayPitch-2)
}

// arrange puts the name and the number over the bar. A range is drawn under the
// bar's middle, so that it is seen on a filled one too.
func (d *waysDrawing) arrange(s fyne.Size) {
	x := func(perMille int) float32 { return float32(int(4 + (s.Width-9)*float32(perMille)/1000)) }
	for i, r := range d.rows {
		b, y := d.c.Bars[i], float32(i)*wayPitch
		number, note := r.number.MinSize(), r.note.MinSize()
		put(r.number, s.Width-number.Width-4, y, number.Width, number.Height)
		room := s.Width - number.Width - 16
		if b.Note != "" {
			room -= note.Width + 6
		}
		parts.Write(r.name, parts.Fit(r.full, room, parts.TextHint, parts.Regular))
		name := r.name.MinSize()
		put(r.name, 4, y, name.Width, name.Height)
		put(r.note, name.Width+10, y, note.Width, note.Height)
		from, to := x(min(b.To, d.c.Zero)), x(max(b.To, d.c.Zero))
		show(r.bar, to > from)
		put(r.bar, from, y+wayText, to-from, wayBar)
		put(r.zero, x(d.c.Zero), y+wayText-2, 1, wayBar+4)
		ranged := b.High > b.Low
		for _, o := range []fyne.CanvasObject{r.reach, r.low, r.high} {
			show(o, ranged)
		}
		low, high, middle := x(b.Low), x(b.High), y+wayText+wayBar+4
		put(r.reach, low, middle, high-low, 1)
		put(r.low, low, middle-3, 1, 6)
		put(r.high, high, middle-3, 1, 6)
	}
}
