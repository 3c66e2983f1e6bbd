package screens

import (
	"fyne.io/fyne/v2"

	"yttra/screens/parts"
)

// leave closes the window: what is being typed is finished, what has changed is
// saved. When saving fails the person decides; nothing is lost in silence.
func (w *Window) leave() {
	w.leaveScreen()
	if w.o.Desk == nil { // the register is still being opened
		w.close()
		return
	}
	err := w.o.Desk.Save()
	if err == nil {
		w.settleRescued()
		w.close()
		return
	}
	w.keepElsewhere()
	w.Problem(err)
	w.askToLeave(err)
}

func (w *Window) askToLeave(err error) {
	title, safe, do := parts.ProblemWords(w.words, err)
	var d *parts.Dialog
	stay := parts.NewButton(parts.ButtonOptions{Text: w.words.T("window.stay"), Kind: parts.Primary, Tap: func() { d.Close() }})
	d = parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: title, Width: 560,
		Body: parts.Pad(14, 20, 16, 20, parts.Column(8,
			parts.NewPara(safe+" "+do, parts.TextControl, parts.Ink, parts.Regular),
			parts.NewPara(w.words.T("window.leave_loses"), parts.TextControl, parts.Ink, parts.Bold))),
		Left: []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: w.words.T("window.leave_anyway"), Kind: parts.Quiet, Tap: w.abandon})},
		Buttons: []fyne.CanvasObject{
			parts.NewButton(parts.ButtonOptions{Text: w.words.T("window.save_copy"), Tap: func() { d.Close(); w.saveCopy() }}), stay}}, stay)
}

func (w *Window) close() {
	w.rememberNow()
	w.closed = true
	for _, stop := range w.timers {
		stop()
	}
	if w.unheard != nil {
		w.unheard()
	}
	w.win.SetCloseIntercept(nil)
	w.win.Close()
}

// abandon closes the window over text the register did not take, because the
// person has said so: what was kept elsewhere goes too.
func (w *Window) abandon() {
	w.settleRescued()
	w.close()
}
