package assess

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
)

// drawSide shows the chosen criterion: what is asked, the sentence that answers,
// and the clerk's judgement.
func (v *view) drawSide() {
	c, ok := v.m.Chosen()
	if !ok {
		v.side.Objects = nil
		v.side.Refresh()
		return
	}
	t := v.h.Words().T
	label := func(s string, o fyne.CanvasObject) fyne.CanvasObject {
		return parts.Column(3, parts.Text(s, parts.TextHint, parts.Muted, parts.Bold), o)
	}
	para := func(s string) fyne.CanvasObject { return parts.NewPara(s, parts.TextControl, parts.Ink, parts.Regular) }
	severity := parts.SeverityMark(c.Severity)
	rows := []fyne.CanvasObject{
		parts.Column(2, parts.NewPara(c.Title, parts.TextTitle, parts.Ink, parts.Bold),
			parts.Row(6, parts.Mark(severity, 16, parts.Panel), parts.Text(t("severity."+string(c.Severity)), parts.TextHint, parts.MarkWord(severity), parts.Bold), parts.Hint("· "+c.ID))),
		para(c.Question),
	}
	mark := parts.StateMark(c.State)
	switch {
	case c.Stale:
		rows = append(rows, parts.Banner(parts.MarkSerious, t("assess.stale_text"), nil))
	case len(c.Evidence) > 0:
		var said []fyne.CanvasObject
		for _, e := range c.Evidence {
			said = append(said, parts.Box(parts.MarkSoft(mark), parts.Clear, 3, parts.Columns(0, []float32{4, 0}, parts.Rect(parts.MarkColor(mark), 4, 1, 0),
				parts.Pad(6, 8, 7, 8, parts.Column(0, parts.NewPara(e.Text, parts.TextControl, parts.Ink, parts.Serif))))))
		}
		rows = append(rows, label(t("assess.evidence"), parts.Column(6, said...)))
	default:
		rows = append(rows, label(t("assess.evidence"), para(t("assess.no_evidence"))))
	}
	rows = append(rows, label(t("assess.judgement"), v.judgement(c)))
	if c.Reason != "" {
		rows = append(rows, label(t("part.reason"), para(c.Reason)))
	}
	if c.Source != "" {
		rows = append(rows, label(t("part.law"), para(c.Source)))
	}
	show := parts.NewButton(parts.ButtonOptions{Text: t("part.show"), Icon: parts.IconJump, Kind: parts.Primary, Tap: v.show})
	foot := parts.Column(0, parts.HLine(parts.Line), parts.Pad(9, 18, 10, 18, parts.Row(8, show, parts.Hint("Enter"))))
	v.side.Objects = []fyne.CanvasObject{parts.Dock(nil, foot, parts.NewScroll(parts.Pad(14, 18, 12, 18, parts.Column(12, rows...))).Outer)}
	v.side.Refresh()
}

// judgement is the clerk's own word, over the machine's.
func (v *view) judgement(c app.CriterionResult) fyne.CanvasObject {
	t := v.h.Words().T
	judged := Judged(c)
	met := t("assess.met_hint")
	if len(c.Evidence) == 0 {
		met = t("assess.met_needs")
	}
	rows := []fyne.CanvasObject{
		parts.NewRadio(parts.RadioOptions{Mark: parts.MarkMet, Text: t("state.met"), Hint: met, Chosen: c.State == app.Met, Tap: func() { v.judge(app.Met) }}),
		parts.NewRadio(parts.RadioOptions{Mark: parts.MarkFailed, Text: t("state.failed"), Chosen: c.State == app.Failed, Tap: func() { v.judge(app.Failed) }}),
		parts.NewRadio(parts.RadioOptions{Mark: parts.MarkWaived, Text: t("part.waive"), Hint: t("assess.waive_hint"), Chosen: c.State == app.Waived, Tap: v.waive}),
	}
	if judged {
		rows = append(rows, parts.Left(parts.NewButton(parts.ButtonOptions{Text: t("assess.take_back"), Icon: parts.IconUndo, Kind: parts.Quiet, Tap: v.takeBack})))
	}
	return parts.Column(0, rows...)
}
