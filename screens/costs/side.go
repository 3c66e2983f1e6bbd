package costs

import (
	"fyne.io/fyne/v2"

	"yttra/i18n"
	"yttra/screens/parts"
)

// drawSide shows the years, what moves the sum, and what the purchase leads to.
func (v *view) drawSide() {
	t := v.h.Words().T
	head := func(s string) fyne.CanvasObject { return parts.Text(s, parts.TextSecond, parts.Ink, parts.Bold) }
	var out []fyne.CanvasObject
	if v.m.Len() > 0 {
		out = append(out, head(t("costs.per_year")), chart(v.m.Bars()), parts.HLine(parts.Line))
	}
	if swings := v.m.Swings(); len(swings) > 0 {
		out = append(out, head(t("costs.swings")), v.swings(swings), parts.HLine(parts.Line))
	}
	p := v.m.Purchase()
	out = append(out, parts.Row(8, head(t("costs.purchase")), parts.Grow(), parts.Hint(t("costs.from_day", i18n.Vars{"Day": p.Day}))), v.purchase(p))
	if len(p.Duties) > 0 {
		out = append(out, head(t("costs.duties")))
	}
	for _, d := range p.Duties {
		out = append(out, v.duty(d))
	}
	v.side.Objects = []fyne.CanvasObject{parts.Column(10, out...)}
	v.side.Refresh()
	v.scroll.Refit()
}

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

func (v *view) duty(d Duty) fyne.CanvasObject {
	under := d.Under
	if d.Check {
		under += " · " + v.h.Words().T("duty.check")
	}
	text := parts.Column(1, parts.NewPara(d.Text, parts.TextSecond, parts.Ink, parts.Regular), parts.NewPara(under, parts.TextHint, parts.Muted, parts.Regular))
	return parts.RowTop(9, parts.Mark(parts.MarkNotAddressed, 18, parts.Panel), parts.Grow(text))
}

// swings draws each kind's range: down as an outline, up filled.
func (v *view) swings(all []Swing) fyne.CanvasObject {
	t := v.h.Words().T
	var out []fyne.CanvasObject
	for _, s := range all {
		out = append(out, parts.Column(2, parts.Row(8, parts.Grow(parts.Middle(parts.NewLabel(s.Name, parts.TextHint, parts.Ink, parts.Regular))),
			parts.Text(s.Numbers, parts.TextHint, parts.Muted, parts.Regular)), swingBar(s)))
	}
	square := func(fill parts.Token) fyne.CanvasObject {
		return parts.Fixed(10, 10, parts.Box(fill, parts.Accent, 0, parts.Rect(parts.Clear, 10, 10, 0)))
	}
	legend := parts.Row(6, parts.Grow(), square(parts.Page), parts.Hint(t("costs.lower")), square(parts.Accent), parts.Hint(t("costs.higher")))
	return parts.Column(7, append(out, legend)...)
}
