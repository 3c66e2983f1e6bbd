package paper

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// drawSide shows what holds a final paper back, what the file will be, and the
// buttons that make it.
func (v *view) drawSide() {
	var top []fyne.CanvasObject
	if held := v.m.Held(); len(held) > 0 {
		top = append(top, v.held(held))
	}
	top = append(top, v.format())
	v.side.Objects = []fyne.CanvasObject{parts.Dock(nil, v.foot(), parts.NewScroll(parts.Pad(14, 18, 10, 18, parts.Column(12, top...))).Outer)}
	v.side.Refresh()
}

// held lists the stopping findings, each a way into the text.
func (v *view) held(fs []app.Finding) fyne.CanvasObject {
	w := v.h.Words()
	rows := []fyne.CanvasObject{
		parts.Row(7, parts.Mark(parts.MarkBlocking, 18, parts.StopSoft), parts.Text(w.N("paper.held", len(fs)), parts.TextControl, parts.Ink, parts.Bold)),
		parts.NewPara(w.T("paper.held_text"), parts.TextSecond, parts.Ink, parts.Regular),
	}
	for _, f := range fs {
		rows = append(rows, parts.NewPress(parts.PressOptions{Gap: 1, Tap: func() { v.o.Finding(f) }, Draw: func(t parts.Touch) fyne.CanvasObject {
			return parts.Box(t.Ground(parts.Clear), parts.Clear, 3, parts.Pad(2, 4, 3, 4, parts.RowTop(6, parts.Pad(2, 0, 0, 0, parts.Icon(parts.IconJump, 16, parts.Accent, parts.StopSoft)),
				parts.Grow(parts.NewPara(f.Title, parts.TextSecond, parts.Accent, parts.Bold)))))
		}}))
	}
	return parts.Box(parts.StopSoft, parts.Clear, 4, parts.Columns(0, []float32{4, 0}, parts.Rect(parts.Stop, 4, 1, 0), parts.Pad(9, 10, 10, 10, parts.Column(5, rows...))))
}

// format says what kind of file it will be.
func (v *view) format() fyne.CanvasObject {
	w := v.h.Words()
	ink, border := parts.Muted, parts.Line
	told := parts.Row(6, parts.Mark(parts.MarkNotAddressed, 18, parts.Page), parts.Text(w.T("paper.unread"), parts.TextSecond, parts.Muted, parts.Regular))
	if at := v.m.Checked(); !at.IsZero() {
		ink, border = parts.OK, parts.OK
		told = parts.Row(6, parts.Mark(parts.MarkMet, 18, parts.Page), parts.Text(w.T("paper.read", i18n.Vars{"Time": w.Clock(at)}), parts.TextSecond, parts.Ink, parts.Regular))
	}
	return parts.Box(parts.Page, border, 4, parts.Pad(9, 12, 11, 12, parts.Column(8,
		parts.Text(w.T("paper.accessible"), parts.TextControl, parts.Ink, parts.Bold),
		parts.Row(6, parts.Tag("PDF/UA-1", ink), parts.Tag("PDF/A-2a", ink)), told,
		parts.NewPara(w.T("paper.format"), parts.TextSecond, parts.Muted, parts.Regular))))
}

// foot has the way out that is meant first, and the others.
func (v *view) foot() fyne.CanvasObject {
	w := v.h.Words()
	open := len(v.m.Pages()) > 0
	button := func(text, icon string, kind parts.ButtonKind, tap func()) fyne.CanvasObject {
		return parts.NewButton(parts.ButtonOptions{Text: text, Icon: icon, Kind: kind, Tap: tap, Disabled: !open})
	}
	rows := []fyne.CanvasObject{}
	if v.m.Ready() {
		rows = append(rows, parts.Row(8, button(w.T("paper.save_final"), parts.IconExport, parts.Primary, func() { v.export(true) }), parts.Grow(), parts.Hint("Ctrl+E")))
		if v.m.Final() {
			rows = append(rows, parts.Left(button(w.T("paper.reopen"), "", parts.Quiet, func() { v.setStatus(app.Draft, 1) })))
		} else {
			rows = append(rows, parts.Left(button(w.T("paper.save_draft"), "", parts.Plain, func() { v.export(false) })))
		}
	} else {
		rows = append(rows, parts.Row(8, button(w.T("paper.save_draft"), parts.IconExport, parts.Primary, func() { v.export(false) }), parts.Grow(), parts.Hint("Ctrl+E")))
	}
	rows = append(rows, parts.Row(8, button(w.T("paper.print"), parts.IconPrint, parts.Plain, v.print), parts.Grow(), parts.Hint("Ctrl+P")))
	return parts.Column(0, parts.HLine(parts.Line), parts.Pad(10, 18, 12, 18, parts.Column(8, rows...)))
}
