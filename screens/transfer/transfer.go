// Package transfer is the dialogs by which a register leaves and comes: what an open
// export holds, what an archive would bring, and, for a matter that is here already,
// both beside each other with a choice for every part.
//
// It writes nothing that has not been shown first, and neither packs nor compares by
// itself; app/archive does.
package transfer

import (
	"time"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/compare"
	"yttra/app/desk"
	"yttra/i18n"
	"yttra/screens/parts"
)

// Options are what the dialogs need of the window.
type Options struct {
	Desk    *desk.Desk
	Store   app.Store
	Keeper  app.Keeper                     // nil: a register in memory
	Checker func() (*check.Checker, error) // one of its own, for another thread
	Program string                         // Yttra and its version
	Now     func() time.Time               //
	Kind    func(id string) string         // what a kind of document is called
	Fact    func(compare.Fact) (string, []compare.Edit)
	Text    func([]compare.Edit) fyne.CanvasObject
	Shut    func() (id string, err error)    // closes what is open, before the register is written
	Done    func(id, told string, anew bool) // tells; anew: the register was written, is read again, and that matter opened
	Help    func(topic string) func()
}

// para is running text in a dialog.
func para(s string) fyne.CanvasObject {
	return parts.NewPara(s, parts.TextControl, parts.Ink, parts.Regular)
}

// note is a line that explains.
func note(s string) fyne.CanvasObject {
	return parts.NewPara(s, parts.TextSecond, parts.Muted, parts.Regular)
}

// marked is a sentence with a shape before it.
func marked(mark, s string) fyne.CanvasObject {
	return parts.RowTop(8, parts.Pad(1, 0, 0, 0, parts.Mark(mark, 18, parts.Panel)), parts.Grow(para(s)))
}

// tell shows sentences in a dialog of their own, that is closed.
func tell(h parts.Host, title string, lines []string) {
	w := h.Words()
	var rows []fyne.CanvasObject
	for _, l := range lines {
		rows = append(rows, para(l))
	}
	var d *parts.Dialog
	shut := parts.NewButton(parts.ButtonOptions{Text: w.T("word.close"), Kind: parts.Primary, Tap: func() { d.Close() }})
	list := parts.NewScroll(parts.Pad(14, 20, 16, 20, parts.Column(8, rows...)))
	d = parts.ShowDialog(h.Window(), w, parts.DialogOptions{Title: title, Width: 640, Height: 460, Body: list.Outer, Buttons: []fyne.CanvasObject{shut}}, shut)
}

// refused tells of an error in a dialog: the rows of the window lie under it.
func refused(h parts.Host, err error) {
	title, safe, do := parts.ProblemWords(h.Words(), err)
	tell(h, title, []string{safe + " " + do})
}

func count(w i18n.Words, n int) string { return w.Int(int64(n)) }
