package costs

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"yttra/screens/parts"
)

// planDrawing draws each step under its name and days: filled where there is work,
// pale with an outline where days only have to pass. A line across is the
// earliest contract.
type planDrawing struct {
	p    Plan
	rows []planRow
}

type planRow struct {
	name  *canvas.Text
	dates *canvas.Text
	bar   *canvas.Rectangle
	line  *canvas.Rectangle // a piece of the contract's line
}

const (
	planPitch = 36
	planText  = 20
	planBar   = 9
)

func newPlanDrawing(p Plan) *planDrawing {
	d := &planDrawing{p: p}
	for _, s := range p.Steps {
		r := planRow{name: parts.Text("", parts.TextHint, parts.Ink, parts.Regular), dates: parts.Text(s.Dates, parts.TextHint, parts.Muted, parts.Regular),
			bar: parts.Rect(parts.Accent, 1, 1, 0), line: parts.VLine(parts.Ink)}
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
	var out []fyne.CanvasObject
	for _, r := range d.rows {
		out = append(out, r.name, r.dates, r.bar, r.line)
	}
	return out
}

func (d *planDrawing) spot(i int, s fyne.Size) (fyne.Position, fyne.Size) {
	return fyne.NewPos(0, float32(i)*planPitch), fyne.NewSize(s.Width, planPitch-2)
}

func (d *planDrawing) arrange(s fyne.Size) {
	x := func(perMille int) float32 { return float32(int(4 + (s.Width-9)*float32(perMille)/1000)) }
	for i, r := range d.rows {
		b, y := d.p.Steps[i], float32(i)*planPitch
		dates := r.dates.MinSize()
		put(r.dates, s.Width-dates.Width-4, y, dates.Width, dates.Height)
		parts.Write(r.name, parts.Fit(b.Name, s.Width-dates.Width-12, parts.TextHint, parts.Regular))
		name := r.name.MinSize()
		put(r.name, 4, y, name.Width, name.Height)
		put(r.bar, x(b.From), y+planText, max(2, x(b.To)-x(b.From)), planBar)
		put(r.line, x(d.p.Contract), y+planText-3, 1, planBar+6)
	}
}
