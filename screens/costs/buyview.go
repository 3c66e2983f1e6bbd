package costs

import (
	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

func (v *view) purchase(p Purchase) fyne.CanvasObject {
	t := v.h.Words().T
	mark := parts.Icon(parts.IconCheck, 18, parts.OK, parts.Page)
	if p.Warn {
		mark = parts.Mark(parts.MarkSerious, 18, parts.Page)
	}
	if p.Nothing {
		return parts.NewPara(p.Title, parts.TextSecond, parts.Muted, parts.Regular)
	}
	out := []fyne.CanvasObject{parts.RowTop(8, mark, parts.Grow(parts.NewPara(p.Title, parts.TextControl, parts.Ink, parts.Bold)))}
	for _, s := range p.Lines {
		out = append(out, parts.NewPara(s, parts.TextHint, parts.Muted, parts.Regular))
	}
	if p.Check {
		out = append(out, parts.Left(parts.Tag(t("duty.check"), parts.Serious)))
	}
	return parts.Box(parts.Page, parts.Edge, 4, parts.Pad(9, 10, 10, 10, parts.Column(5, out...)))
}

// duty is a row that can be ticked. The row of a duty is made once, so that the
// focus stays in it when it is ticked.
func (v *view) duty(d Duty) fyne.CanvasObject {
	row := v.duties[d.Code]
	if row == nil {
		row = &dutyRow{}
		row.press = parts.NewPress(parts.PressOptions{Gap: 2, Draw: func(t parts.Touch) fyne.CanvasObject { return v.drawDuty(row.duty, t) },
			Tap: func() { v.finish(); v.m.Tick(row.duty.Code); v.draw() }})
		v.duties[d.Code] = row
	}
	row.duty = d
	row.press.Refresh()
	return row.press
}

type dutyRow struct {
	duty  Duty
	press *parts.Press
}

func (v *view) drawDuty(d Duty, touch parts.Touch) fyne.CanvasObject {
	t := v.h.Words().T
	mark, state := parts.MarkNotAddressed, t("costs.not_done")
	if v.m.Done(d.Code) {
		mark, state = parts.MarkMet, t("costs.done_duty")
	}
	under := state
	if d.Under != "" {
		under += " · " + d.Under
	}
	if d.Check {
		under += " · " + t("duty.check")
	}
	text := parts.Column(1, parts.NewPara(d.Text, parts.TextSecond, parts.Ink, parts.Regular), parts.NewPara(under, parts.TextHint, parts.Muted, parts.Regular))
	return parts.Box(touch.Ground(parts.Clear), parts.Clear, 3, parts.Pad(2, 2, 3, 2, parts.RowTop(9, parts.Mark(mark, 18, parts.Panel), parts.Grow(text))))
}

// drawDuties lists what is to be done.
func (v *view) drawDuties(all []Duty) fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, d := range all {
		out = append(out, v.duty(d))
	}
	return parts.Column(6, out...)
}
