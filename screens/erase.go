package screens

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// eraseOpen takes the open matter away for good; eraseOf any, like one in the bin.
func (w *Window) eraseOpen() {
	if m := w.o.Desk.State().Matter; m != nil {
		w.eraseOf(m.ID, func() {})
	}
}

// eraser gives what screens call to take a matter away for good; nil in memory, where
// nothing is kept.
func (w *Window) eraser() func(id string, done func()) {
	if w.reg.Keeper == nil {
		return nil
	}
	return w.eraseOf
}

// eraseOf is the first step: what goes, what is left elsewhere and until when, and why.
// done is called when it has been done.
func (w *Window) eraseOf(id string, done func()) {
	if w.reg.Keeper == nil || !w.safe() {
		return
	}
	e, err := w.reg.Keeper.Erasure(id)
	if err != nil {
		w.Problem(err)
		return
	}
	t := w.words.T
	var d *parts.Dialog
	var reason *parts.Field
	next := func() {
		if len(strings.Fields(reason.Text())) < 2 {
			reason.Fault(t("erase.reason_short"))
			d.Relayout()
			w.win.Canvas().Focus(reason.Entry)
			return
		}
		d.Close()
		w.confirmErase(e, strings.TrimSpace(reason.Text()), done)
	}
	reason = parts.NewField(parts.FieldOptions{Label: t("erase.reason"), Hint: t("erase.reason_hint"), Submit: func(string) { next() }})
	head := func(key string) fyne.CanvasObject {
		return parts.NewPara(t(key), parts.TextControl, parts.Ink, parts.Bold)
	}
	list := func(all []string) fyne.CanvasObject {
		var rows []fyne.CanvasObject
		for _, s := range all {
			rows = append(rows, parts.RowTop(8, parts.Fixed(10, 0, parts.Text("–", parts.TextSecond, parts.Muted, parts.Regular)), parts.Grow(parts.NewPara(s, parts.TextSecond, parts.Ink, parts.Regular))))
		}
		return parts.Column(4, rows...)
	}
	law := parts.Fill(parts.SeriousSoft, parts.Pad(10, 14, 10, 14, parts.RowTop(8, parts.Mark(parts.MarkSerious, 20, parts.SeriousSoft),
		parts.Grow(parts.NewPara(t("erase.law"), parts.TextSecond, parts.Ink, parts.Regular)))))
	body := parts.Column(12, parts.NewPara(w.titleOf(e.Row), parts.TextTitle, parts.Ink, parts.Bold), law,
		head("erase.goes"), list(w.goes(e)), head("erase.stays"), list(w.stays(e)))
	why := parts.Column(0, parts.HLine(parts.Line), parts.Pad(12, 20, 12, 20, reason.Outer)) // in sight, however much is said above
	d = parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: t("erase.title"), Width: 660, Height: 700, Body: parts.Dock(nil, why, parts.NewScroll(parts.Pad(14, 20, 16, 20, body)).Outer),
		Buttons: []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: t("word.cancel"), Tap: func() { d.Close() }}),
			parts.NewButton(parts.ButtonOptions{Text: t("erase.next"), Kind: parts.Primary, Tap: next})}}, reason.Entry)
}

func (w *Window) titleOf(r app.Row) string {
	if r.Title == "" {
		return w.words.T("matters.untitled")
	}
	return r.Title
}

// goes says what goes with a matter.
func (w *Window) goes(e app.Erasure) []string {
	n := w.words.N
	out := []string{n("erase.versions", e.Versions)}
	if e.Documents > 0 {
		out = append(out, n("erase.documents", e.Documents))
	}
	if e.Files > 0 {
		out = append(out, n("erase.files", e.Files, i18n.Vars{"Size": w.words.Size(e.Bytes)}))
	}
	return append(out, w.words.T("erase.also"))
}

// stays says what is left elsewhere, and until when.
func (w *Window) stays(e app.Erasure) []string {
	t := w.words.T
	out := []string{t("erase.journal"), t("erase.backups")}
	if s, err := w.reg.Keeper.BackupState(); err == nil && s.Second.Folder != "" {
		out = append(out, t("erase.second", i18n.Vars{"Folder": s.Second.Folder}))
	}
	if e.Shared > 0 {
		out = append(out, w.words.N("erase.shared", e.Shared))
	}
	var names []string
	for _, x := range e.Exports {
		if x.Name != "" && !slices.Contains(names, x.Name) {
			names = append(names, x.Name)
		}
	}
	if over := len(names) - 4; over > 0 {
		names = append(names[:4:4], w.words.N("erase.more_files", over))
	}
	if len(names) > 0 {
		out = append(out, t("erase.exports", i18n.Vars{"Files": strings.Join(names, ", ")}))
	} else {
		out = append(out, t("erase.exports_none"))
	}
	return append(out, t("erase.trail"))
}

// confirmErase is the second step: the diarienummer is written, or a word when there is
// none.
func (w *Window) confirmErase(e app.Erasure, reason string, done func()) {
	t := w.words.T
	sign := t("erase.word")
	if len(e.Row.References) > 0 && strings.TrimSpace(e.Row.References[0]) != "" {
		sign = strings.TrimSpace(e.Row.References[0])
	}
	vars := i18n.Vars{"Title": w.titleOf(e.Row), "Sign": sign}
	same := func(s string) bool {
		return strings.EqualFold(strings.Join(strings.Fields(s), " "), strings.Join(strings.Fields(sign), " "))
	}
	parts.Ask(w.win, w.words, parts.AskOptions{Title: t("erase.sure_title"), Text: t("erase.sure", vars), Label: t("erase.write", vars), Hint: t("erase.write_hint"), Yes: t("erase.yes"),
		Check: func(s string) string {
			if same(s) {
				return ""
			}
			return t("erase.write_other", vars)
		},
		Done: func(string) { w.erase(e, reason, done) }})
}

// erase does it, and lets backups and journal go that have it, as far as they can now.
func (w *Window) erase(e app.Erasure, reason string, done func()) {
	k, id := w.reg.Keeper, e.Row.ID
	var later error
	w.Work(w.words.T("erase.doing"), func(ctx context.Context, step func(done, total int)) error {
		if err := k.Erase(id, reason, step); err != nil {
			return err
		}
		if _, _, err := k.BackUp(ctx, app.BackupDaily, step); err != nil {
			later = fmt.Errorf("back up after erasing: %w", err)
			return nil
		}
		if later = k.KeepUp(ctx); later != nil {
			later = fmt.Errorf("erase from backups: %w", later)
		}
		return nil
	}, func(err error) {
		if err != nil {
			w.Problem(err)
			return
		}
		w.o.Desk.Forget(id)
		w.forgetTexts()
		if later != nil {
			w.log(later)
		}
		w.Go("matters")
		done()
		w.tell(w.erased(e), parts.Action{})
	})
}

// forgetTexts takes the words of matters that are gone out of what is searched.
func (w *Window) forgetTexts() {
	texts := w.reg.Texts
	bin, err := w.o.Desk.Bin()
	if texts == nil || err != nil { // the next search does it
		return
	}
	lists := []app.Rows{w.o.Desk.State().Rows, app.NewRows(bin)}
	w.threads.away(func() {
		if err := texts.Forget(lists); err != nil {
			w.threads.back(func() { w.log(fmt.Errorf("forget texts: %w", err)) })
		}
	})
}

// erased says what has been done and what is still to be.
func (w *Window) erased(e app.Erasure) string {
	t := w.words.T
	text := t("erase.done", i18n.Vars{"Title": w.titleOf(e.Row)})
	s, err := w.reg.Keeper.BackupState()
	switch {
	case err != nil || s.Erase > 0:
		text += " " + t("erase.backups_later")
	case s.Second.Folder != "" && s.Second.State != app.SecondFine:
		text += " " + t("erase.second_later", i18n.Vars{"Time": w.words.Clock(s.Erased.Local())})
	default:
		text += " " + t("erase.backups_done", i18n.Vars{"Time": w.words.Clock(s.Erased.Local())})
	}
	return text + " " + t("erase.tables_later")
}

// tidyUp does what is due in the register, beside the work: the bin's days, older
// autosaves, what was left of a removal.
func (w *Window) tidyUp() {
	k, d := w.reg.Keeper, w.o.Desk
	if k == nil {
		return
	}
	w.threads.away(func() {
		gone, err := k.TidyUp()
		w.threads.back(func() {
			if err != nil {
				w.log(fmt.Errorf("tidy up: %w", err))
			}
			if w.closed || w.o.Desk != d {
				return
			}
			for _, id := range gone {
				d.Forget(id)
			}
			if len(gone) > 0 {
				w.forgetTexts()
			}
		})
	})
}
