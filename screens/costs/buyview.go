package costs

import (
	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// drawPurchase is the box about procurement: what it comes to, its value, the
// limits, and where they were read.
func (s *side) drawPurchase(p Purchase) fyne.CanvasObject {
	t := s.v.h.Words().T
	if p.Nothing {
		return parts.NewPara(p.Title, parts.TextSecond, parts.Muted, parts.Regular)
	}
	mark := parts.Icon(parts.IconCheck, 18, parts.OK, parts.Page)
	if p.Warn {
		mark = parts.Mark(parts.MarkSerious, 18, parts.Page)
	}
	hint := func(words string) fyne.CanvasObject {
		return parts.NewPara(words, parts.TextHint, parts.Muted, parts.Regular)
	}
	out := []fyne.CanvasObject{parts.RowTop(8, mark, parts.Grow(parts.NewPara(p.Title, parts.TextControl, parts.Ink, parts.Bold))),
		parts.NewPara(p.Value, parts.TextSecond, parts.Ink, parts.Regular), parts.Left(s.value)}
	for _, line := range p.Lines {
		out = append(out, hint(line))
	}
	for _, r := range p.Risks {
		out = append(out, parts.RowTop(7, parts.Pad(1, 0, 0, 0, parts.Mark(parts.MarkSerious, 16, parts.Page)), parts.Grow(parts.NewPara(r, parts.TextHint, parts.Ink, parts.Regular))))
	}
	if p.Under != "" {
		out = append(out, hint(p.Under))
	}
	if p.Source != "" {
		out = append(out, hint(p.Source))
	}
	if p.Check {
		out = append(out, parts.Left(parts.Tag(t("duty.check"), parts.Serious)))
	}
	if p.Confirm {
		out = append(out, parts.Left(s.confirm))
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
			Tap: func() { v.finish(); v.m.Tick(row.duty.Code); v.draw() }, Key: func(e *fyne.KeyEvent) bool { return v.follows.keys(e) }})
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
	return parts.Box(touch.Ground(parts.Clear), parts.Clear, 3, parts.Pad(2, 2, 3, 2, parts.RowTop(9, parts.Mark(mark, 18, parts.Panel),
		parts.Grow(dutyWords(d, state, t("duty.check"), v.explain)))))
}

// dutyWords are what is asked, how it stands and where it is written, and, when
// somebody wants to know, what it means.
func dutyWords(d Duty, state, check string, explain bool) fyne.CanvasObject {
	under := state
	for _, s := range []string{d.Under, check} {
		if s == "" || s == check && !d.Check {
			continue
		}
		if under != "" {
			under += " · "
		}
		under += s
	}
	column := []fyne.CanvasObject{parts.NewPara(d.Text, parts.TextSecond, parts.Ink, parts.Regular)}
	if explain && d.More != "" {
		column = append(column, parts.NewPara(d.More, parts.TextHint, parts.Ink, parts.Regular))
	}
	return parts.Column(1, append(column, parts.NewPara(under, parts.TextHint, parts.Muted, parts.Regular))...)
}

// drawDuties lists what is to be done, and after it what may come of the purchase.
func (s *side) drawDuties(p Purchase) fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, d := range p.Duties {
		out = append(out, s.v.duty(d))
	}
	for _, d := range p.Perils {
		out = append(out, parts.Pad(2, 2, 3, 2, parts.RowTop(9, parts.Mark(parts.MarkSerious, 18, parts.Panel),
			parts.Grow(dutyWords(d, "", s.v.h.Words().T("duty.check"), s.v.explain)))))
	}
	return parts.Column(6, append(out, parts.Left(s.explain))...)
}

// turnExplain tells what each duty means, or not.
func (s *side) turnExplain() {
	s.v.explain = !s.v.explain
	s.duties.shown = nil
	s.duties.fill()
	s.explain.Refresh()
	s.refit()
}

// drawPlan is the procurement in time, with a warning when it comes too late.
func (s *side) drawPlan() fyne.CanvasObject {
	t := s.v.h.Words().T
	var out []fyne.CanvasObject
	if s.plan.Late != "" {
		out = append(out, parts.RowTop(7, parts.Pad(1, 0, 0, 0, parts.Mark(parts.MarkSerious, 17, parts.Panel)), parts.Grow(parts.NewPara(s.plan.Late, parts.TextHint, parts.Ink, parts.Bold))))
	}
	s.planPlot.show(newPlanDrawing(s.plan))
	s.planWords.set(s.plan.Says)
	legend := parts.Flow(12, legendEntry(parts.Rect(parts.Accent, 1, 1, 0), t("costs.plan.work")), legendEntry(outlined(parts.Soft), t("costs.plan.waiting")),
		legendEntry(parts.Align(0.5, parts.Stretch, parts.VLine(parts.Ink)), t("costs.plan.line")))
	out = append(out, s.planPlot, legend, s.planWords.outer)
	for _, n := range s.plan.Notes {
		out = append(out, parts.NewPara(n, parts.TextHint, parts.Muted, parts.Regular))
	}
	return parts.Column(8, out...)
}
