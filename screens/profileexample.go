package screens

import (
	"fyne.io/fyne/v2"

	"yttra/app/sample"
	"yttra/screens/parts"
)

// chooseExample asks which of the invented profiles to begin with. It only fills in
// the dialog; nothing is kept until Spara profil.
func (v *profileView) chooseExample() {
	t := v.w.words.T
	var d *parts.Dialog
	var first fyne.Focusable
	rows := []fyne.CanvasObject{parts.NewPara(t("look.examples_text"), parts.TextControl, parts.Ink, parts.Regular)}
	for _, p := range sample.Profiles() {
		button := parts.NewButton(parts.ButtonOptions{Text: p.Municipality, Tap: func() {
			d.Close()
			p.Officer = v.m.p.Officer // who sits here stays
			v.m.put(p)
			v.show(sectionMunicipality)
			v.w.win.Canvas().Focus(v.fields[fieldMunicipality].Entry)
		}})
		if first == nil {
			first = button
		}
		rows = append(rows, parts.Left(button))
	}
	d = parts.ShowDialog(v.w.win, v.w.words, parts.DialogOptions{Title: t("look.examples_title"), Width: 460,
		Body: parts.Pad(14, 20, 18, 20, parts.Column(8, rows...))}, first)
}
