package costs

import (
	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// drawExposure tells what can be charged at most, and under a fold what has been
// decided elsewhere.
func (s *side) drawExposure() fyne.CanvasObject {
	t, x := s.v.h.Words().T, s.exposure
	out := []fyne.CanvasObject{parts.NewPara(t("costs.exposure.lead"), parts.TextHint, parts.Ink, parts.Regular)}
	for _, c := range x.Caps {
		out = append(out, drawCharge(c, t("duty.check")))
	}
	if len(x.Cases) == 0 {
		return parts.Column(10, out...)
	}
	if s.cases {
		for _, c := range x.Cases {
			out = append(out, parts.HLine(parts.Line), drawCharge(c, t("duty.check")))
		}
	}
	return parts.Column(10, append(out, parts.Left(s.more))...)
}

// drawCharge draws an amount, what it is for, what came of it, and the source.
func drawCharge(c Charge, check string) fyne.CanvasObject {
	head := parts.NewPara(c.Sum, parts.TextSecond, parts.Ink, parts.Bold)
	column := []fyne.CanvasObject{head}
	if c.Title != "" {
		column = []fyne.CanvasObject{parts.NewPara(c.Title, parts.TextSecond, parts.Ink, parts.Bold), parts.NewPara(c.Sum, parts.TextSecond, parts.Ink, parts.Regular)}
	}
	column = append(column, parts.NewPara(c.Text, parts.TextHint, parts.Ink, parts.Regular))
	if c.Status != "" {
		mark := parts.MarkIndicated
		if c.Known {
			mark = parts.MarkMet
		}
		column = append(column, parts.RowTop(6, parts.Pad(2, 0, 0, 0, parts.Mark(mark, 15, parts.Panel)), parts.Grow(parts.NewPara(c.Status, parts.TextHint, parts.Ink, parts.Regular))))
	}
	column = append(column, parts.NewPara(c.Source, parts.TextHint, parts.Muted, parts.Regular))
	if c.Check {
		column = append(column, parts.Left(parts.Tag(check, parts.Serious)))
	}
	return parts.Column(3, column...)
}

// turnCases shows the decisions, or hides them.
func (s *side) turnCases() {
	s.cases = !s.cases
	s.beyond.shown = nil
	s.beyond.fill()
	s.more.Refresh()
	s.refit()
}
