package costs

import (
	"strings"

	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// showLoose lists what found no place when a table was taken, to be read and copied.
func (v *view) showLoose(told *Told) {
	t := v.h.Words().T
	var rows []fyne.CanvasObject
	for _, s := range told.Loose {
		rows = append(rows, parts.NewPara(s, parts.TextSecond, parts.Ink, parts.Regular))
	}
	list := parts.NewScroll(parts.Pad(12, 20, 14, 20, parts.Column(6, rows...)))
	var d *parts.Dialog
	close := parts.NewButton(parts.ButtonOptions{Text: t("word.close"), Kind: parts.Primary, Tap: func() { d.Dismiss() }})
	d = v.dialog(parts.DialogOptions{Title: t("costs.loose_title"), Width: 620, Height: min(560, 150+24*float32(len(rows))), Body: list.Outer,
		Left:    []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: t("costs.copy_text"), Tap: func() { copyText(strings.Join(told.Loose, "\n")) }})},
		Buttons: []fyne.CanvasObject{close}, Closed: func() { v.m.Heard(); v.drawSums() }}, close)
}
