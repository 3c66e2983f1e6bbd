package paper

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// mostHeld is how many of the findings that hold back are named.
const mostHeld = 3

// drawSide shows what holds a final paper back and what the file is, and below
// them the buttons that make it, which never scroll away.
func (v *view) drawSide() {
	var top []fyne.CanvasObject
	v.first = nil
	if held := v.m.Held(); len(held) > 0 {
		top = append(top, v.held(held))
	}
	if remarks := v.m.Remarks(); len(v.m.Pages()) > 0 && len(remarks) > 0 {
		top = append(top, v.told(remarks))
	}
	if len(v.m.Pages()) > 0 {
		top = append(top, v.boxes()...)
	}
	v.side.Inner.Content = parts.Pad(14, 18, 10, 18, parts.Column(12, top...))
	v.side.Refit()
	v.foot.draw()
}

// boxes are what the file is, which copy is made and what goes with it, and the other
// files that can be made.
func (v *view) boxes() []fyne.CanvasObject {
	v.web.draw()
	v.record.draw()
	out := []fyne.CanvasObject{v.badge(), v.web.outer, v.record.outer}
	if v.m.Concerned() {
		out = append(out, v.personal())
	}
	if v.m.HasSheet() {
		v.sheet.draw()
		out = append(out, v.sheet.outer)
	}
	if !v.m.Final() {
		v.number.draw()
		out = append(out, v.number.outer)
	}
	out = append(out, v.inWord, v.answers)
	if len(v.m.Made()) > 0 {
		out = append(out, v.filesMade())
	}
	return append(out, v.checked())
}

// held says how many stopping findings there are, and is a way to them: with one,
// to it; with many, to the first ones and to all of them.
func (v *view) held(fs []app.Finding) fyne.CanvasObject {
	w := v.h.Words()
	rows := []fyne.CanvasObject{
		parts.Row(7, parts.Mark(parts.MarkBlocking, 18, parts.StopSoft), parts.Text(w.N("paper.held", len(fs)), parts.TextControl, parts.Ink, parts.Bold)),
		parts.NewPara(w.N("paper.held_text", len(fs)), parts.TextSecond, parts.Ink, parts.Regular),
	}
	if len(fs) == 1 {
		v.first = parts.NewLink(w.T("paper.go_finding"), func() { v.o.Finding(fs[0]) })
		rows = append(rows, parts.NewPara(fs[0].Title, parts.TextSecond, parts.Ink, parts.Bold), parts.Left(v.first))
	} else {
		for i, f := range fs[:min(mostHeld, len(fs))] {
			link := v.findingLink(f)
			rows = append(rows, link)
			if i == 0 {
				v.first = link
			}
		}
		if len(fs) > mostHeld {
			rows = append(rows, parts.Left(parts.NewLink(w.T("paper.all_findings", i18n.Vars{"N": w.Int(int64(len(fs)))}), func() { v.h.Go("draft") })))
		}
	}
	return parts.Box(parts.StopSoft, parts.Clear, 4, parts.Columns(0, []float32{4, 0}, parts.Rect(parts.Stop, 4, 1, 0), parts.Pad(9, 10, 10, 10, parts.Column(5, rows...))))
}

func (v *view) findingLink(f app.Finding) *parts.Press {
	return parts.NewPress(parts.PressOptions{Gap: 1, Tap: func() { v.o.Finding(f) }, Draw: func(t parts.Touch) fyne.CanvasObject {
		return parts.Box(t.Ground(parts.Clear), parts.Clear, 3, parts.Pad(2, 4, 3, 4, parts.RowTop(6, parts.Pad(2, 0, 0, 0, parts.Icon(parts.IconJump, 16, parts.Accent, parts.StopSoft)),
			parts.Grow(parts.NewPara(f.Title, parts.TextSecond, parts.Accent, parts.Bold)))))
	}})
}

// badge says what kind of file it is, and what was found when it was read back.
func (v *view) badge() fyne.CanvasObject {
	w, p := v.h.Words(), v.m.Proof()
	ink, border := parts.Muted, parts.Line
	mark, told, under, when := parts.MarkNotAddressed, w.T("paper.unread"), w.T("paper.format"), ""
	var show []fyne.CanvasObject
	switch {
	case p.Fault != "":
		ink, border, mark = parts.Stop, parts.Stop, parts.MarkBlocking
		told, under = w.T("paper.failed"), w.T("paper.fault."+string(p.Fault))
		when = w.T("paper.checked", i18n.Vars{"Time": w.Clock(p.At)})
	case !p.At.IsZero():
		ink, border, mark = parts.OK, parts.OK, parts.MarkMet
		told, under = w.T("paper.read"), w.T("paper.read_text", i18n.Vars{"Lang": p.Found.Lang})
		when = w.T("paper.checked", i18n.Vars{"Time": w.Clock(p.At)})
		show = append(show, parts.Left(parts.NewLink(w.T("paper.show_proof"), v.showProof)))
	}
	var claims []fyne.CanvasObject
	for _, c := range v.m.Claims() {
		claims = append(claims, parts.Tag(c, ink))
	}
	rows := []fyne.CanvasObject{
		parts.Text(w.T("paper.accessible"), parts.TextControl, parts.Ink, parts.Bold),
		parts.Row(6, append(claims, parts.Grow(), parts.Hint(when))...),
		parts.RowTop(8, parts.Pad(1, 0, 0, 0, parts.Mark(mark, 18, parts.Page)), parts.Grow(parts.Column(1, parts.NewPara(told, parts.TextSecond, parts.Ink, parts.Regular),
			parts.NewPara(under, parts.TextHint, parts.Muted, parts.Regular)))),
	}
	bar := border
	if bar == parts.Line {
		bar = parts.Clear
	}
	return parts.Box(parts.Page, border, 4, parts.Columns(0, []float32{4, 0}, parts.Rect(bar, 4, 1, 0), parts.Pad(9, 10, 10, 10, parts.Column(7, append(rows, show...)...))))
}

// checked says by which rules the paper was checked when it was last kept or sent.
func (v *view) checked() fyne.CanvasObject {
	text, changed := parts.CheckedWords(v.h.Words(), v.d.State().Document().Checked, v.d.Checking())
	if !changed {
		return parts.NewPara(text, parts.TextHint, parts.Muted, parts.Regular)
	}
	return parts.RowTop(6, parts.Mark(parts.MarkNote, 16, parts.Panel), parts.Grow(parts.NewPara(text, parts.TextHint, parts.Ink, parts.Regular)))
}

// showProof lists what was looked at when the file was read back.
func (v *view) showProof() {
	w := v.h.Words()
	var rows []fyne.CanvasObject
	for _, s := range v.m.ProofLines() {
		rows = append(rows, parts.RowTop(8, parts.Mark(parts.MarkMet, 18, parts.Panel), parts.Grow(parts.NewPara(s, parts.TextControl, parts.Ink, parts.Regular))))
	}
	rows = append(rows, parts.NewPara(w.T("paper.proof_limits"), parts.TextHint, parts.Muted, parts.Regular))
	var d *parts.Dialog
	shut := parts.NewButton(parts.ButtonOptions{Text: w.T("word.close"), Kind: parts.Primary, Tap: func() { d.Close() }})
	d = parts.ShowDialog(v.h.Window(), w, parts.DialogOptions{Title: w.T("paper.proof_head"), Width: 520,
		Body: parts.Pad(14, 20, 16, 20, parts.Column(9, rows...)), Buttons: []fyne.CanvasObject{shut}}, shut)
}
