package screens

import (
	"context"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts"
	"yttra/screens/settings"
)

// showEncryption tells how the register is locked, and offers what can be done about it.
func (w *Window) showEncryption() {
	w.withRegister(func() {
		switch k := w.reg.Keeper; {
		case k == nil || w.o.Convert == nil:
			w.informAbout("crypt.title", "crypt.none")
		case k.Lock().Encrypted:
			w.showLocked(k)
		default:
			w.askEncryption(false)
		}
	})
}

// informAbout opens a dialog that only says something.
func (w *Window) informAbout(title, text string) {
	var d *parts.Dialog
	t := w.words.T
	ok := parts.NewButton(parts.ButtonOptions{Text: t("word.close"), Kind: parts.Primary, Tap: func() { d.Close() }})
	d = parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: t(title), Width: 500,
		Body: parts.Pad(14, 20, 16, 20, parts.Column(0, parts.NewPara(t(text), parts.TextControl, parts.Ink, parts.Regular))), Buttons: []fyne.CanvasObject{ok}}, ok)
}

// showLocked is the dialog of a register that is encrypted.
func (w *Window) showLocked(k app.Keeper) {
	var d *parts.Dialog
	t, lock := w.words.T, k.Lock()
	how := "crypt.by_passphrase"
	switch {
	case lock.KeyStore && lock.Passphrase:
		how = "crypt.by_both"
	case lock.KeyStore:
		how = "crypt.by_key_store"
	}
	then := func(do func()) func() { return func() { d.Close(); do() } }
	offer := func(text, button string, do func()) fyne.CanvasObject {
		return parts.Row(12, parts.Grow(parts.NewPara(t(text), parts.TextSecond, parts.Muted, parts.Regular)),
			parts.Fixed(210, 0, parts.NewButton(parts.ButtonOptions{Text: t(button), Tap: then(do)})))
	}
	rows := []fyne.CanvasObject{
		parts.RowTop(8, parts.Pad(1, 0, 0, 0, parts.Mark(parts.MarkMet, 18, parts.Panel)), parts.Grow(parts.NewPara(t("crypt.is_on"), parts.TextControl, parts.Ink, parts.Bold))),
		parts.NewPara(t(how), parts.TextControl, parts.Ink, parts.Regular), parts.NewPara(t("crypt.exports"), parts.TextSecond, parts.Muted, parts.Regular), parts.HLine(parts.Line),
		offer("crypt.change_text", "crypt.change", func() { w.changePassphrase(k) })}
	if lock.KeyStore {
		if lock.Passphrase {
			rows = append(rows, offer("crypt.forget_text", "crypt.forget", func() { w.keepKey(k, false) }))
		}
	} else {
		rows = append(rows, offer("crypt.keep_text", "crypt.keep", func() { w.keepKey(k, true) }))
	}
	rows = append(rows, offer("crypt.rekey_text", "crypt.rekey", func() { w.askEncryption(true) }), offer("crypt.off_text", "crypt.off", w.askDecryption))
	ok := parts.NewButton(parts.ButtonOptions{Text: t("word.close"), Kind: parts.Primary, Tap: func() { d.Close() }})
	d = parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: t("crypt.title"), Width: 680,
		Body: parts.Pad(14, 20, 16, 20, parts.Column(10, rows...)), Buttons: []fyne.CanvasObject{ok}}, ok)
}

// changePassphrase wraps the key anew. The records stay as they are.
func (w *Window) changePassphrase(k app.Keeper) {
	t := w.words.T
	var d *parts.Dialog
	var before *parts.Field
	f := newPhraseForm(w, "crypt.new")
	set := func() {
		old, phrase, ok := []byte(nil), []byte(nil), true
		if before != nil {
			old = []byte(before.Text())
		}
		if phrase, ok = f.taken(); !ok {
			return
		}
		w.Work(t("crypt.changing"), func(context.Context, func(int, int)) error {
			defer clear(old)
			defer clear(phrase)
			return k.SetPassphrase(old, phrase)
		}, func(err error) {
			if app.CodeOf(err) == app.CodePassphrase && before != nil {
				before.Fault(t("unlock.wrong"))
				d.Relayout()
				return
			}
			d.Close()
			w.Problem(err)
			if err == nil {
				w.informAbout("crypt.title", "crypt.changed")
			}
		})
	}
	rows := []fyne.CanvasObject{f.outer, parts.NewPara(t("crypt.change_note"), parts.TextSecond, parts.Muted, parts.Regular)}
	first := f.one.Entry
	if k.Lock().Passphrase {
		before = parts.NewField(parts.FieldOptions{Label: t("crypt.before"), Secret: true})
		f.also = append(f.also, before)
		rows, first = append([]fyne.CanvasObject{before.Outer}, rows...), before.Entry
	}
	d = parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: t("crypt.change"), Width: 560, Body: parts.Pad(14, 20, 16, 20, parts.Column(12, rows...)),
		Buttons: []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: t("word.cancel"), Tap: func() { d.Close() }}),
			parts.NewButton(parts.ButtonOptions{Text: t("crypt.change_yes"), Kind: parts.Primary, Tap: set})}}, first)
	f.moved = d.Relayout
}

// keepKey lets the key store of this computer open the register, or no longer.
func (w *Window) keepKey(k app.Keeper, keep bool) {
	w.Work(w.words.T("crypt.changing"), func(context.Context, func(int, int)) error { return k.KeepKey(keep) }, func(err error) {
		w.Problem(err)
		if err == nil {
			w.showEncryption()
		}
	})
}

// convert writes the register anew, with nothing else to be done meanwhile.
func (w *Window) convert(c app.Conversion, done string) {
	if !w.safe() {
		clear(c.Passphrase)
		return
	}
	var r Register
	waiting := w.rescued
	name := w.words.T("crypt.working")
	w.workInFront(name, func(ctx context.Context, step func(int, int)) (err error) {
		defer clear(c.Passphrase)
		r, err = w.o.Convert(ctx, w.reg, c, step)
		return err
	}, func(err error) {
		w.reg.Close = nil // it has been closed, or is what was given back
		if r.Desk == nil {
			w.face = shut
			w.build()
			w.Problem(err)
			return
		}
		w.take(r)
		w.rescueAnew(waiting)
		w.goBack()
		if err != nil {
			w.Problem(err)
			return
		}
		w.informAbout("crypt.title", done)
	})
}

// guardRescued sees to it that what the register does not take lies encrypted elsewhere
// when the register is.
func (w *Window) guardRescued() {
	if w.o.Settings == nil {
		return
	}
	var s settings.Safe
	if k := w.reg.Keeper; k != nil && k.Lock().Encrypted {
		s = k
	}
	w.o.Settings.Guard(w.reg.Folder, s)
}

// rescueAnew writes what lies elsewhere again, as the register is locked now.
func (w *Window) rescueAnew(waiting []settings.Rescued) {
	for _, r := range waiting {
		if r.Register != w.reg.Folder {
			continue
		}
		if err := w.o.Settings.Rescue(r); err != nil {
			w.log(err)
		}
	}
	w.findRescued()
	w.drawNotes()
}
