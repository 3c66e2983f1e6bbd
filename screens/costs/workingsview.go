package costs

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"yttra/screens/parts"
)

// openWorkings shows how a sum was reckoned, over the screen. A row leads to its
// cell, or to the workings of what it is itself made of.
func (v *view) openWorkings(q Asked) {
	v.finish()
	t := v.h.Words().T
	x := v.m.Working(q)
	if x.Title == "" {
		return
	}
	var d *parts.Dialog
	rows := parts.NewList(parts.ListOptions{Len: func() int { return len(x.Rows) }, Height: workHeight, Make: func() fyne.CanvasObject { return newWorkRow() },
		Fill: func(o fyne.CanvasObject, i int, chosen, focused bool) {
			if r, ok := o.(*workRow); ok {
				r.show(x.Rows[i], chosen && focused)
			}
		}, Chose: func(int) {}, Enter: func(i int) { v.follow(x.Rows[i]) }})
	rows.Outer.Resize(fyne.NewSize(1, 1))
	sum := parts.Row(12, parts.Grow(parts.NewLabel(x.Name, parts.TextControl, parts.Ink, parts.Bold)), parts.Text(x.Sum, parts.TextSection, parts.Ink, parts.Bold))
	foot := []fyne.CanvasObject{parts.HLine(parts.Edge), parts.Pad(8, 16, 4, 20, sum)}
	for _, n := range x.Notes {
		foot = append(foot, parts.Pad(2, 16, 2, 20, parts.NewPara(n, parts.TextHint, parts.Muted, parts.Regular)))
	}
	lead := parts.Pad(12, 16, 10, 20, parts.NewPara(x.Lead, parts.TextSecond, parts.Ink, parts.Regular))
	var middle fyne.CanvasObject = rows.Outer
	if len(x.Rows) == 0 {
		middle = parts.Pad(8, 16, 8, 20, parts.NewPara(t("costs.working.nothing"), parts.TextSecond, parts.Muted, parts.Regular))
	}
	body := parts.Dock(parts.Column(0, lead, parts.HLine(parts.Line)), parts.Column(0, append(foot, parts.Fixed(1, 8, parts.Rect(parts.Clear, 1, 1, 0)))...), parts.Fill(parts.Page, middle))
	var first fyne.Focusable
	if len(x.Rows) > 0 {
		first = rows
	}
	left := []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: t("costs.copy_text"), Tap: func() { copyText(x.Text()) }})}
	for _, a := range x.Also {
		left = append(left, parts.NewButton(parts.ButtonOptions{Text: a.Name, Kind: parts.Quiet, Tap: func() { v.openWorkings(a.Ask) }}))
	}
	d = v.dialog(parts.DialogOptions{Title: x.Title, Width: 660, Height: workingsHeight(len(x.Rows), len(x.Notes)), Body: body,
		Left: left, Buttons: []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: t("word.close"), Kind: parts.Primary, Tap: func() { d.Dismiss() }})}}, first)
}

const workHeight = 46

// workingsHeight is as tall as the rows need, up to what a small window has.
func workingsHeight(rows, notes int) float32 {
	return min(640, 250+float32(max(1, rows))*workHeight+float32(notes)*40)
}

// dialog opens a dialog that is closed when something in it leads to a cell.
func (v *view) dialog(o parts.DialogOptions, first fyne.Focusable) *parts.Dialog {
	var d *parts.Dialog
	closed := o.Closed
	o.Closed = func() {
		v.dialogs = v.dialogs[:len(v.dialogs)-1]
		if closed != nil {
			closed()
		}
	}
	d = parts.ShowDialog(v.h.Window(), v.h.Words(), o, first)
	v.dialogs = append(v.dialogs, d)
	return d
}

// closeDialogs closes those that are open, the top one first.
func (v *view) closeDialogs() {
	for i := len(v.dialogs) - 1; i >= 0; i-- {
		v.dialogs[i].Close()
	}
}

// follow goes to where a row of the workings comes from.
func (v *view) follow(w Work) {
	switch {
	case w.From.At.Row >= 0:
		v.closeDialogs()
		v.goTo(w.From)
	case w.Ask.Of != "":
		v.openWorkings(w.Ask)
	}
}

// openSwing goes to what moves the sum: the line's range, or the rate.
func (v *view) openSwing(s Swing) {
	if s.Row >= 0 {
		v.goTo(Fault{At: At{s.Row, LowColumn}})
		return
	}
	v.goTo(Fault{At: At{Row: -1}, Term: RealRate})
}

// Text is the workings as rows with tabs, to be pasted anywhere.
func (w Working) Text() string {
	lines := []string{w.Lead}
	for _, r := range w.Rows {
		lines = append(lines, r.Name+"\t"+r.How+"\t"+r.Amount)
	}
	lines = append(lines, w.Name+"\t\t"+w.Sum)
	return strings.Join(append(lines, w.Notes...), "\n") + "\n"
}

func copyText(s string) { fyne.CurrentApp().Clipboard().SetContent(s) }

// workRow is a row of the workings: what, how, how much.
type workRow struct {
	widget.BaseWidget
	name, how *parts.Label
	amount    *canvas.Text
	ground    *canvas.Rectangle
	leads     *canvas.Image
	row       *fyne.Container
}

func newWorkRow() *workRow {
	r := &workRow{name: parts.NewLabel("", parts.TextSecond, parts.Ink, parts.Regular), how: parts.NewLabel("", parts.TextHint, parts.Muted, parts.Regular),
		amount: parts.Text("", parts.TextSecond, parts.Ink, parts.Bold), ground: parts.Rect(parts.Soft, 1, 1, 0), leads: parts.Icon(parts.IconJump, 16, parts.Muted, parts.Page)}
	r.row = parts.Row(12, parts.Grow(parts.Column(0, r.name, r.how)), r.amount, parts.Fixed(16, 16, r.leads))
	r.ExtendBaseWidget(r)
	return r
}

func (r *workRow) show(w Work, chosen bool) {
	r.name.Set(w.Name, parts.Ink)
	r.how.Set(w.How, parts.Muted)
	parts.Write(r.amount, w.Amount)
	show(r.ground, chosen)
	show(r.leads, w.From.At.Row >= 0 || w.Ask.Of != "")
	r.row.Refresh()
}

// CreateRenderer draws the row.
func (r *workRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(parts.Stack(r.ground, parts.Pad(3, 16, 3, 20, r.row), parts.Align(parts.Stretch, 1, parts.HLine(parts.Line))))
}
