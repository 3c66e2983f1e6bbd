package screens

import (
	"context"
	"fmt"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/backups"
	"yttra/screens/parts"
)

// Backups are kept up in a quiet moment after the register has been opened, and then
// now and again: the first work of a day is backed up the same day.
const (
	quietAfter = 45 * 1000      // milliseconds after opening
	quietAgain = 10 * 60 * 1000 // and between looks
)

// keepUpSoon sees to it that what is due about backups is done.
func (w *Window) keepUpSoon(millis int) {
	k := w.reg.Keeper
	if k == nil {
		return
	}
	w.After("backups", millis, func() {
		if w.reg.Keeper != k {
			return
		}
		w.inQuiet(func(ctx context.Context) error { return k.KeepUp(ctx) }, func(err error) {
			if w.reg.Keeper != k {
				return
			}
			if err != nil {
				w.log(err)
			}
			w.tellBackups(k)
			w.keepUpSoon(quietAgain)
		})
	})
}

// tellBackups shows once that no backup could be made.
func (w *Window) tellBackups(k app.Keeper) {
	s, err := k.BackupState()
	if err != nil {
		w.log(err)
	}
	w.backupFault = s.Fault
	if s.Fault != nil && s.Fault.Seen {
		w.backupFault = nil
	}
	w.drawNotes()
}

// backupBanner is the row that says so; it goes when it has been looked at.
func (w *Window) backupBanner() parts.Action {
	return parts.Action{Text: w.words.T("backup.banner_do"), Do: func() {
		w.backupFault = nil
		if err := w.reg.Keeper.BackupSeen(); err != nil {
			w.log(err)
		}
		w.drawNotes()
		w.showBackups()
	}}
}

// backupWords say why no backup could be made.
func (w *Window) backupWords() string {
	title, _, do := parts.ProblemWords(w.words, w.backupFault.Problem())
	return w.words.T("backup.banner", i18n.Vars{"Why": title + " " + do})
}

// showBackups opens which backups there are.
func (w *Window) showBackups() {
	if w.face != atWork || w.reg.Keeper == nil || !w.safe() {
		return
	}
	k := w.reg.Keeper
	backups.Show(w, backups.Options{Backups: k, Load: func(id string) (*app.Matter, error) { m, _, err := k.Load(id); return m, err },
		Restore: w.restoreAll, Renew: w.o.Desk.Renew, Help: w.helpAt("backups"),
		Sure: func(title, text, yes string, do func()) { parts.Confirm(w.win, w.words, title, text, yes, do) }})
}

// restoreAll puts a backup in the place of the register, and opens that. Meanwhile
// nothing can be written: a dialog without buttons lies over the window.
func (w *Window) restoreAll(path, when string) {
	if !w.safe() {
		return
	}
	k, folder := w.reg.Keeper, w.reg.Folder
	t := w.words.T
	d := parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: t("backup.restoring"), Width: 520, Leave: func() bool { return false },
		Body: parts.Pad(14, 20, 16, 20, parts.NewPara(t("backup.preview_safe"), parts.TextControl, parts.Ink, parts.Regular))}, nil)
	w.Work(t("backup.restoring"), func(ctx context.Context, step func(int, int)) error {
		return k.RestoreAll(ctx, path, func(_ app.Step, done, total int) { step(done, total) })
	}, func(err error) {
		d.Close()
		if err != nil {
			w.Problem(fmt.Errorf("restore register: %w", err))
			return
		}
		w.openRegister(folder, func() {
			w.goBack()
			w.tell(t("backup.restored", i18n.Vars{"When": when}), parts.Action{})
		})
	})
}
