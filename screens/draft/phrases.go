package draft

import (
	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// Dialogs over the page: standard phrases to choose from, examples to read.

const (
	dialogWidth = 620
	dialogRoom  = 420 // height of what scrolls in a dialog, at most
)

// openPhrases lists the phrases as they will stand in the text.
func (v *view) openPhrases(win fyne.Window, phrases []string, insert func(string)) {
	var d *parts.Dialog
	var rows []*parts.Press
	var list []fyne.CanvasObject
	for i, s := range phrases {
		row := parts.NewPress(parts.PressOptions{Gap: -2, Tap: func() { d.Close(); insert(s) },
			Key: func(e *fyne.KeyEvent) bool { return stepRows(win.Canvas(), rows, i, e) },
			Draw: func(t parts.Touch) fyne.CanvasObject {
				return parts.Box(t.Ground(parts.Clear), parts.Clear, 0, parts.Pad(9, 20, 10, 20, parts.NewPara(s, parts.TextPage, parts.Ink, parts.Serif)))
			}})
		rows = append(rows, row)
		list = append(list, row, parts.HLine(parts.Line))
	}
	d = parts.ShowDialog(win, v.words, parts.DialogOptions{Title: v.words.T("draft.phrase"), Width: dialogWidth, Body: scrolled(list)}, rows[0])
}

// stepRows moves the focus between rows with the arrows.
func stepRows(c fyne.Canvas, rows []*parts.Press, i int, e *fyne.KeyEvent) bool {
	switch {
	case e.Name == fyne.KeyUp && i > 0:
		c.Focus(rows[i-1])
	case e.Name == fyne.KeyDown && i+1 < len(rows):
		c.Focus(rows[i+1])
	case e.Name == fyne.KeyHome:
		c.Focus(rows[0])
	case e.Name == fyne.KeyEnd:
		c.Focus(rows[len(rows)-1])
	default:
		return false
	}
	return true
}

// scrolled sets rows in a scroll no taller than a dialog has room for.
func scrolled(rows []fyne.CanvasObject) fyne.CanvasObject {
	list := parts.Column(0, rows...)
	return parts.Fixed(0, min(heightAt(list, dialogWidth), dialogRoom), parts.NewScroll(list).Outer)
}

// openExamples shows texts that answer the questions of a section.
func (v *view) openExamples(win fyne.Window, examples []Example) {
	var d *parts.Dialog
	var list []fyne.CanvasObject
	for _, e := range examples {
		list = append(list, parts.Pad(10, 20, 12, 20, parts.Column(4,
			parts.NewPara(e.Title, parts.TextControl, parts.Ink, parts.Bold),
			parts.NewPara(e.Question, parts.TextSecond, parts.Muted, parts.Regular),
			parts.Box(parts.NoteSoft, parts.Clear, 3, parts.Pad(6, 10, 7, 10, parts.NewPara(e.Text, parts.TextPage, parts.Ink, parts.Serif))))), parts.HLine(parts.Line))
	}
	closing := parts.NewButton(parts.ButtonOptions{Text: v.words.T("word.close"), Kind: parts.Primary, Tap: func() { d.Close() }})
	d = parts.ShowDialog(win, v.words, parts.DialogOptions{Title: v.words.T("draft.example_title"), Width: dialogWidth, Body: scrolled(list), Buttons: []fyne.CanvasObject{closing}}, closing)
}
