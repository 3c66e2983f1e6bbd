package screens

import (
	"yttra/app/check"
	"yttra/screens/parts"
	"yttra/screens/transfer"
	"yttra/screens/versions"
)

// transferOptions is what the dialogs about export and import need of the window.
func (w *Window) transferOptions() transfer.Options {
	d, lang := w.o.Desk, w.words.Lang()
	return transfer.Options{Desk: d, Store: w.reg.Store, Keeper: w.reg.Keeper, Program: w.o.Creator, Now: w.threads.now,
		Checker: func() (*check.Checker, error) { return w.o.Checker(lang) },
		Kind:    func(id string) string { return kindName(w, id) }, Fact: versions.FactWords(d, w.words), Text: versions.NewText,
		Shut: func() (string, error) { w.leaveScreen(); w.Go("matters"); return d.Shut() }, Done: w.transferred, Help: w.helpAt}
}

// exportAll asks what is to be exported, and where.
func (w *Window) exportAll() {
	if w.face == atWork && w.reg.Store != nil && w.safe() {
		transfer.ShowExport(w, w.transferOptions())
	}
}

// importArchive asks for an archive and shows what it would bring.
func (w *Window) importArchive() {
	if w.reg.Store != nil && w.safe() {
		transfer.ShowImport(w, w.transferOptions())
	}
}

// readArchive shows what an archive would bring that was opened as a file.
func (w *Window) readArchive(path string) {
	if w.reg.Store != nil && w.safe() {
		transfer.Read(w, w.transferOptions(), path)
	}
}

// transferred reads the register anew after something was taken in, opens what was open
// (empty: nothing was closed), and tells in a row what was done.
func (w *Window) transferred(id, told string, anew bool) {
	if anew {
		if err := w.o.Desk.Reload(id); err != nil {
			w.Problem(err)
		}
	}
	w.tell(told, parts.Action{})
}
