package screens

import (
	"context"
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// fetching puts a backup in the place of a register that cannot be opened: the latest
// that the register itself knows of, or one that lies anywhere.
type fetching struct {
	w      *Window
	folder string // of the register
	found  app.Backup
	fault  error // why none is found
	said   *fyne.Container
	box    *parts.Dialog
	yes    *parts.Press
	gone   bool // nobody waits for it any more
}

// unread finds the folder of a register that a backup can take the place of, now that it
// cannot be opened.
func (w *Window) unread(err error) (folder string, ok bool) {
	p := app.ProblemOf(err)
	if p == nil || w.o.Backup == nil || w.o.Restore == nil {
		return "", false
	}
	switch p.Code {
	case app.CodeUnreadable, app.CodeKeysGone:
		return p.What, true
	case app.CodeBackup, app.CodeBackupRoom, app.CodeBackupOther: // the first backup was none
		return w.o.Folder, w.face == shut || w.face == locked
	}
	return "", false
}

// fetchRegister shows which backup a register can be fetched from.
func (w *Window) fetchRegister(folder string) {
	t := w.words.T
	f := &fetching{w: w, folder: folder, said: parts.Column(8)}
	button := func(key string, kind parts.ButtonKind, tap func()) *parts.Press {
		return parts.NewButton(parts.ButtonOptions{Text: t(key), Kind: kind, Tap: tap})
	}
	f.yes = button("backup.sure_yes", parts.Primary, f.restore)
	file := button("fetch.file", parts.Plain, func() {
		w.ChooseFile(parts.FileOptions{Purpose: "backup", Title: t("fetch.file"), Done: f.look})
	})
	other := button("fetch.folder", parts.Plain, func() {
		w.ChooseFile(parts.FileOptions{Purpose: "backups", Title: t("fetch.folder"), Folder: true, Done: f.look})
	})
	f.box = parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: t("fetch.title"), Width: 620, Body: parts.Pad(14, 20, 16, 20, f.said),
		Left: []fyne.CanvasObject{file, other}, Buttons: []fyne.CanvasObject{button("word.cancel", parts.Plain, func() { f.box.Close() }), f.yes},
		Closed: func() { f.gone = true }}, other)
	f.look(folder)
}

// look finds the backup in a file or folder.
func (f *fetching) look(path string) {
	f.w.Work(f.w.words.T("backup.reading"), func(context.Context, func(int, int)) (err error) {
		f.found, err = f.w.o.Backup(path)
		return err
	}, func(err error) {
		if f.fault = err; !f.gone {
			f.draw(path)
		}
	})
}

func (f *fetching) draw(path string) {
	t := f.w.words.T
	f.said.RemoveAll()
	if f.fault != nil {
		f.yes.Disable()
		none := t("fetch.none", i18n.Vars{"Folder": shortFolder(path, 70)})
		if app.CodeOf(f.fault) == app.CodeNewer {
			title, _, do := parts.ProblemWords(f.w.words, f.fault)
			none = title + " " + do
		}
		f.said.Add(parts.RowTop(8, parts.Mark(parts.MarkSerious, 18, parts.Panel), parts.Grow(parts.NewPara(none, parts.TextControl, parts.Ink, parts.Bold))))
		f.said.Add(parts.NewPara(t("fetch.where"), parts.TextControl, parts.Ink, parts.Regular))
	} else {
		f.yes.Enable()
		said := t("fetch.found", i18n.Vars{"When": f.when(), "Matters": f.w.words.N("backup.room", f.found.Matters)})
		f.said.Add(parts.RowTop(8, parts.Mark(parts.MarkMet, 18, parts.Panel), parts.Grow(parts.NewPara(said, parts.TextControl, parts.Ink, parts.Bold))))
		f.said.Add(parts.NewPara(shortFolder(f.found.Path, 80), parts.TextSecond, parts.Muted, parts.Regular))
		f.said.Add(parts.NewPara(t("fetch.later"), parts.TextControl, parts.Ink, parts.Regular))
	}
	f.said.Add(parts.NewPara(t("fetch.aside", i18n.Vars{"Folder": shortFolder(f.folder, 70)}), parts.TextControl, parts.Ink, parts.Regular))
	f.box.Relayout()
	if f.fault == nil {
		f.w.win.Canvas().Focus(f.yes)
	}
}

func (f *fetching) when() string {
	at := f.found.Made.Local()
	return f.w.words.T("backup.when", i18n.Vars{"Day": at.Format(time.DateOnly), "Time": f.w.words.Clock(at)})
}

// restore does it, and opens the register.
func (f *fetching) restore() {
	w, when := f.w, f.when()
	f.box.Close()
	t := w.words.T
	d := parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: t("backup.restoring"), Width: 520, Leave: func() bool { return false },
		Body: parts.Pad(14, 20, 16, 20, parts.NewPara(t("fetch.aside", i18n.Vars{"Folder": shortFolder(f.folder, 60)}), parts.TextControl, parts.Ink, parts.Regular))}, nil)
	w.Work(t("backup.restoring"), func(ctx context.Context, step func(int, int)) error {
		return w.o.Restore(ctx, f.folder, f.found.Path, step)
	}, func(err error) {
		d.Close()
		if err != nil {
			w.Problem(fmt.Errorf("fetch register: %w", err))
			return
		}
		w.openRegister(f.folder, func() {
			w.goBack()
			w.tell(t("fetch.done", i18n.Vars{"When": when}), parts.Action{})
		})
	})
}
