package costs

import (
	"slices"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
)

// offerMissing adds the one thing that is missing, or shows them all.
func (v *view) offerMissing() {
	all := v.m.Missing()
	switch len(all) {
	case 0:
	case 1:
		v.addMissing(all[0].Kind)
	default:
		v.showMissing(all)
	}
}

// addMissing adds a line of a kind and goes to it.
func (v *view) addMissing(k app.CostKind) {
	v.finish()
	v.m.ShowTab(Lines)
	v.m.Go(At{max(0, v.m.Len()-1), WhatColumn})
	v.add(k)
}

// showMissing lists what is missing, each with why and a button that adds it. What
// has been added stays in the list, with a tick.
func (v *view) showMissing(all []Lacking) {
	t := v.h.Words().T
	var first fyne.Focusable
	rows := []fyne.CanvasObject{parts.NewPara(t("costs.usual_lead"), parts.TextSecond, parts.Ink, parts.Regular)}
	for _, l := range all {
		var button *parts.Press
		added := func() bool {
			return !slices.ContainsFunc(v.m.Missing(), func(o Lacking) bool { return o.Kind == l.Kind })
		}
		button = parts.NewPress(parts.PressOptions{Gap: 2, Tap: func() {
			if !added() {
				v.finish()
				v.m.ShowTab(Lines)
				v.m.Go(At{max(0, v.m.Len()-1), WhatColumn})
				v.m.Add(l.Kind)
				v.draw()
				button.Refresh()
			}
		}, Draw: func(touch parts.Touch) fyne.CanvasObject {
			var o fyne.CanvasObject = parts.Text(t("costs.add_this"), parts.TextControl, parts.Accent, parts.Bold)
			if added() {
				o = parts.Icon(parts.IconCheck, 18, parts.OK, parts.Panel)
			}
			return parts.Fixed(86, 31, parts.Box(touch.Calm(parts.Clear), parts.Clear, 4, parts.Centre(o)))
		}})
		if first == nil {
			first = button
		}
		text := parts.Column(1, parts.NewPara(v.m.kind(l.Kind), parts.TextControl, parts.Ink, parts.Bold))
		if l.Why != "" {
			text.Add(parts.NewPara(l.Why, parts.TextSecond, parts.Muted, parts.Regular))
		}
		if l.From != "" {
			text.Add(parts.NewPara(l.From, parts.TextHint, parts.Muted, parts.Regular))
		}
		rows = append(rows, parts.HLine(parts.Line), parts.RowTop(12, parts.Grow(text), button))
	}
	list := parts.NewScroll(parts.Pad(12, 20, 14, 20, parts.Column(9, rows...)))
	var d *parts.Dialog
	d = v.dialog(parts.DialogOptions{Title: t("costs.usual_title"), Width: 620, Height: min(600, 190+104*float32(len(all))), Body: list.Outer,
		Buttons: []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: t("word.close"), Kind: parts.Primary, Tap: func() { d.Dismiss() }})}}, first)
}
