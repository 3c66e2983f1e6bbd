package costs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"yttra/screens/parts"
)

// planDrawing draws each step under its name and days: filled where there is work,
// pale with an outline where days only have to pass. A line through them all is
// the earliest contract.
type planDrawing struct {
	p    Plan
	rows []planRow
	line *canvas.Rectangle
}

type planRow struct {
	name  *canvas.Text
	dates *canvas.Text
	bar   *canvas.Rectangle
}

const (
	planPitch = 36
	planText  = 20
	planBar   = 9
)

func newPlanDrawing(p Plan) *planDrawing {
	d := &planDrawing{p: p, line: parts.VLine(parts.Ink)}
	for _, s := range p.Steps {
		r := planRow{name: parts.Text("", parts.TextHint, parts.Ink, parts.Regular), dates: parts.Text(s.Dates, parts.TextHint, parts.Muted, parts.Regular),
			bar: parts.Rect(parts.Accent, 1, 1, 0)}
		if s.Waits || s.Beside {
			r.bar = outlined(parts.Soft)
		}
		d.rows = append(d.rows, r)
	}
	return d
}

func (d *planDrawing) count() int             { return len(d.rows) }
func (d *planDrawing) height(float32) float32 { return float32(len(d.rows)) * planPitch }

func (d *planDrawing) objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{d.line} // behind the words
	for _, r := range d.rows {
		out = append(out, r.name, r.dates, r.bar)
	}
	return out
}

func (d *planDrawing) spot(i int, s fyne.Size) (fyne.Position, fyne.Size) {
	return fyne.NewPos(0, float32(i)*planPitch), fyne.NewSize(s.Width, planPitch-2)
}

func (d *planDrawing) arrange(s fyne.Size) {
	x := func(perMille int) float32 { return float32(int(2 + (s.Width-5)*float32(perMille)/1000)) }
	for i, r := range d.rows {
		b, y := d.p.Steps[i], float32(i)*planPitch
		dates := r.dates.MinSize()
		put(r.dates, s.Width-dates.Width-2, y, dates.Width, dates.Height)
		parts.Write(r.name, parts.Fit(b.Name, s.Width-dates.Width-12, parts.TextHint, parts.Regular))
		name := r.name.MinSize()
		put(r.name, 2, y, name.Width, name.Height)
		put(r.bar, x(b.From), y+planText, max(2, x(b.To)-x(b.From)), planBar)
	}
	put(d.line, x(d.p.Contract), 0, 1, s.Height)
}
