package screens

import (
	"errors"
	"fmt"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/desk"
	"yttra/screens/parts"
)

// Problem shows a problem as a row at the top of the work; nil takes it away.
// The chain goes to the log.
func (w *Window) Problem(err error) {
	if err != nil && w.shown == nil || err != nil && err.Error() != w.shown.Error() {
		w.log(err)
	}
	w.shown = err
	w.problem.Objects = nil
	if err != nil {
		w.problem.Objects = []fyne.CanvasObject{parts.ShowProblem(w.words, err, func() { w.Problem(nil) }, w.remedies(err)...)}
	}
	w.problem.Refresh()
	w.relayout()
}

// remedies are the things to do about a problem that the window itself can do.
func (w *Window) remedies(err error) []parts.Action {
	t := w.words.T
	again := parts.Action{Text: t("window.again"), Do: func() { w.save() }}
	saveCopy := parts.Action{Text: t("window.save_copy"), Do: w.saveCopy}
	if p, ok := isMisplaced(err); ok {
		return append(w.misplaced(p), parts.Action{Text: t("window.folder_other"), Do: w.changeFolder})
	}
	if folder, ok := w.unread(err); ok {
		return w.unreadRemedies(folder)
	}
	if w.face == shut {
		return []parts.Action{{Text: t("window.again"), Do: func() { w.openRegister(w.o.Folder, nil) }}, {Text: t("window.folder_other"), Do: w.changeFolder}}
	}
	if isOwnFault(err, w.reg.Rules) {
		return []parts.Action{{Text: t("own_rules.show"), Do: func() { w.Problem(nil); w.showRules() }}}
	}
	var f *desk.OpenFault
	if errors.As(err, &f) && app.CodeOf(err) == app.CodeDamaged {
		return []parts.Action{{Text: t("window.earlier"), Do: func() { w.openEarlier(f.ID) }}}
	}
	if !w.saveFailed() {
		return nil
	}
	switch app.CodeOf(err) {
	case app.CodeNotSaved, app.CodeNoFile, app.CodeInternal, app.CodeDamaged:
		return []parts.Action{saveCopy, again}
	case app.CodeConflict, app.CodeNotFound:
		return []parts.Action{{Text: t("window.keep_both"), Do: w.keepBoth}, saveCopy}
	}
	return nil
}

// unreadRemedies are what to do about a register that cannot be opened any more.
func (w *Window) unreadRemedies(folder string) []parts.Action {
	t := w.words.T
	all := []parts.Action{{Text: t("fetch.do"), Do: func() { w.fetchRegister(folder) }}}
	if w.face == shut {
		all = append(all, parts.Action{Text: t("window.again"), Do: func() { w.openRegister(w.o.Folder, nil) }})
	}
	return append(all, parts.Action{Text: t("window.folder_other"), Do: w.changeFolder})
}

// saveFailed reports whether the open matter could not be kept.
func (w *Window) saveFailed() bool {
	return w.o.Desk.State().Saved.State == desk.Failed
}

func (w *Window) log(err error) {
	if w.o.Log != nil {
		w.o.Log(fmt.Errorf("window: %w", err))
	}
}
