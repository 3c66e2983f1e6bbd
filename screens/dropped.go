package screens

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"yttra/i18n"
	"yttra/screens/parts"
)

// dropped takes files that were let go over the window. Several papers, or a folder of
// them, are taken in together. Where there is a file of our own among them, the first is
// opened and the others wait in a row.
func (w *Window) dropped(_ fyne.Position, uris []fyne.URI) {
	if len(uris) == 0 || w.win.Canvas().Overlays().Top() != nil {
		return
	}
	if w.takesAnnex() {
		w.whole(func() { w.annexesDropped(uris) })
		return
	}
	var paths []string
	for _, u := range uris {
		paths = append(paths, u.Path())
	}
	w.whole(func() {
		w.withRegister(func() {
			if info, err := os.Stat(paths[0]); foreign(paths) && (len(paths) > 1 || err == nil && info.IsDir()) {
				w.takeMany(paths)
				return
			}
			w.openInTurn(paths)
		})
	})
}

// openInTurn opens the first file and offers the next one.
func (w *Window) openInTurn(paths []string) {
	if w.queue != nil {
		w.notices.Remove(w.queue)
		w.queue = nil
	}
	if rest := paths[1:]; len(rest) > 0 {
		text := w.words.N("window.files_wait", len(rest), i18n.Vars{"Name": filepath.Base(rest[0])})
		w.queue = parts.Banner(parts.MarkNote, text, &parts.Action{Text: w.words.T("window.files_next"), Do: func() { w.openInTurn(rest) }})
		w.notices.Add(w.queue)
	}
	w.relayout()
	w.openFile(paths[0])
}
