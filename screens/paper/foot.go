package paper

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
)

// foot has the way out that is meant first, and the others. Its buttons are made
// once, so that the focus stays in them.
type foot struct {
	v      *view
	outer  *fyne.Container
	final  *parts.Press // primary, when nothing stops
	draft  *parts.Press // primary, while something does
	also   *parts.Press // a draft although a final paper may be made
	reopen *parts.Press
	print  *parts.Press
	rows   [3]*fyne.Container // final, draft, the second way
}

func newFoot(v *view) *foot {
	t := v.h.Words().T
	f := &foot{v: v}
	button := func(text, icon string, kind parts.ButtonKind, tap func()) *parts.Press {
		return parts.NewButton(parts.ButtonOptions{Text: text, Icon: icon, Kind: kind, Tap: tap})
	}
	f.final = button(t("paper.save_final"), parts.IconExport, parts.Primary, func() { v.export(true) })
	f.draft = button(t("paper.save_draft"), parts.IconExport, parts.Primary, func() { v.export(false) })
	f.also = button(t("paper.save_draft"), "", parts.Plain, func() { v.export(false) })
	f.reopen = button(t("paper.reopen"), "", parts.Quiet, func() {
		v.setStatus(app.Draft, 1)
		v.h.Window().Canvas().Focus(f.front())
	})
	f.print = button(t("paper.print"), parts.IconPrint, parts.Plain, v.print)
	f.rows[0] = parts.Row(8, f.final, parts.Grow(), parts.Hint("Ctrl+E"))
	f.rows[1] = parts.Row(8, f.draft, parts.Grow(), parts.Hint("Ctrl+E"))
	f.rows[2] = parts.Row(8, f.also, f.reopen)
	f.outer = parts.Column(0, parts.HLine(parts.Line), parts.Pad(10, 18, 12, 18, parts.Column(8, f.rows[0], f.rows[1], f.rows[2],
		parts.Row(8, f.print, parts.Grow(), parts.Hint("Ctrl+P")))))
	return f
}

func (f *foot) draw() {
	open, ready, final := len(f.v.m.Pages()) > 0, f.v.m.Ready(), f.v.m.Final()
	for o, on := range map[fyne.CanvasObject]bool{f.rows[0]: ready, f.rows[1]: !ready, f.rows[2]: ready || final, f.also: ready && !final, f.reopen: final} {
		if on {
			o.Show()
		} else {
			o.Hide()
		}
	}
	for _, p := range []*parts.Press{f.final, f.draft, f.also, f.print} {
		enable(p, open)
	}
	f.outer.Refresh()
}

// front is the primary button.
func (f *foot) front() *parts.Press {
	if f.rows[0].Visible() {
		return f.final
	}
	return f.draft
}
