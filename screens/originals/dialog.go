package originals

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
)

// Show opens a matter's original in a dialog, at a claim or (-1) at its beginning.
func Show(h parts.Host, matter *app.Matter, claim int, o Options, help func()) {
	t := h.Words().T
	var d *parts.Dialog
	if quote := o.Quote; quote != nil {
		o.Quote = func(text string, alone bool) { d.Close(); quote(text, alone) }
	}
	p := NewPane(h, o)
	shut := parts.NewButton(parts.ButtonOptions{Text: t("word.close"), Kind: parts.Primary, Tap: func() { d.Close() }})
	size := h.Window().Canvas().Size()
	title := t("original.title")
	if matter.Motion != nil && matter.Motion.Name != "" {
		title += " – " + matter.Motion.Name
	}
	d = parts.ShowDialog(h.Window(), h.Words(), parts.DialogOptions{Title: title, Width: min(900, size.Width-40), Height: size.Height - 60, Help: help,
		Body: p.Content(), Buttons: []fyne.CanvasObject{shut}}, shut)
	p.Show(matter)
	p.ShowClaim(claim, true)
}
