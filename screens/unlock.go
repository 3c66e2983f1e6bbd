package screens

import (
	"context"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/locks"
	"yttra/i18n"
	"yttra/screens/parts"
)

// unlockForm asks for the passphrase of an encrypted register, on the page of a start
// or in a dialog. A wrong one is told, and takes as long as the right one.
type unlockForm struct {
	outer  fyne.CanvasObject
	field  *parts.Field
	status *parts.Label
	button *parts.Press
	busy   bool
	gone   bool // nobody waits for it any more
	w      *Window
	folder string
	done   func(Register)
	moved  func() // something in it changed height
}

func newUnlockForm(w *Window, folder string, done func(Register)) *unlockForm {
	t := w.words.T
	f := &unlockForm{w: w, folder: folder, done: done, moved: func() {}}
	f.field = parts.NewField(parts.FieldOptions{Label: t("unlock.label"), Hint: t("unlock.hint"), Secret: true, Whole: true, Submit: func(string) { f.try() },
		Changed: func(string) { f.say("") }})
	f.status = parts.NewLabel("", parts.TextSecond, parts.Muted, parts.Regular)
	f.button = parts.NewButton(parts.ButtonOptions{Text: t("unlock.open"), Kind: parts.Primary, Tap: f.try})
	f.outer = parts.Column(8, f.field.Outer, parts.Row(8, parts.NewToggle(t("unlock.show"), false, f.field.Show), parts.Grow(f.status)))
	return f
}

// say sets what stands under the field: a fault of what was written.
func (f *unlockForm) say(fault string) {
	f.field.Fault(fault)
	f.moved()
}

// try opens the register elsewhere than on the window's thread.
func (f *unlockForm) try() {
	if f.busy || f.gone {
		return
	}
	t := f.w.words.T
	text := f.field.Text()
	if text == "" {
		f.say(t("unlock.empty"))
		return
	}
	f.busy = true
	f.field.Entry.Disable()
	f.status.Set(t("unlock.trying"), parts.Muted)
	passphrase := []byte(text)
	var r Register
	f.w.Work(t("unlock.working"), func(context.Context, func(int, int)) (err error) {
		defer clear(passphrase)
		r, err = f.w.o.Unlock(f.folder, passphrase)
		return err
	}, func(err error) { f.tried(r, err, locks.Edges([]byte(text))) })
}

func (f *unlockForm) tried(r Register, err error, edges bool) {
	t := f.w.words.T
	f.busy = false
	f.field.Entry.Enable()
	f.status.Set("", parts.Muted)
	switch {
	case err == nil && f.gone:
		if err := r.Close(); err != nil {
			f.w.log(err)
		}
	case err == nil:
		f.field.SetText("")
		f.done(r)
	case app.CodeOf(err) == app.CodePassphrase:
		fault := t("unlock.wrong")
		if edges {
			fault += " " + t("unlock.edges")
		}
		f.say(fault)
		f.w.win.Canvas().Focus(f.field.Entry)
	case app.CodeOf(err) != app.CodeCancelled:
		f.w.Problem(err)
	}
}

// askPassphrase opens a dialog for a register that is to take the place of what is
// open.
func (w *Window) askPassphrase(folder string, done func(Register)) {
	t := w.words.T
	var d *parts.Dialog
	f := newUnlockForm(w, folder, func(r Register) { d.Close(); done(r) })
	text := parts.NewPara(t("unlock.text", i18n.Vars{"Folder": shortFolder(folder, 70)}), parts.TextControl, parts.Ink, parts.Regular)
	d = parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: t("unlock.title"), Width: 520,
		Body:    parts.Pad(14, 20, 16, 20, parts.Column(10, text, f.outer)),
		Buttons: []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: t("word.cancel"), Tap: func() { d.Close() }}), f.button},
		Closed:  func() { f.gone = true }}, f.field.Entry)
	f.moved = d.Relayout
}

// needsPassphrase reports whether an opening failed for want of the passphrase.
func (w *Window) needsPassphrase(err error) bool {
	return w.o.Unlock != nil && app.CodeOf(err) == app.CodeNeedsKey
}

// unlocked goes on in a register that was encrypted, as after any start.
func (w *Window) unlocked(r Register) {
	w.face = atWork
	w.take(r)
	w.goBack()
	w.openGiven()
}
