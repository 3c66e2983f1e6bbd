package screens

import (
	"time"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// saveVersion keeps the open matter under a name, never thinned away.
func (w *Window) saveVersion() {
	if w.o.Desk.State().Matter == nil {
		return
	}
	w.leaveScreen()
	parts.Ask(w.win, w.words, parts.AskOptions{Title: w.words.T("window.version_title"), Label: w.words.T("window.version_name"),
		Hint: w.words.T("window.version_hint"), Start: w.versionName(), Yes: w.words.T("window.save_version"),
		Done: func(name string) {
			if name == "" {
				name = w.versionName()
			}
			if err := w.o.Desk.SaveVersion(name); err != nil {
				w.Problem(err)
			}
		}})
}

func (w *Window) versionName() string {
	return w.words.T("window.version_start", i18n.Vars{"Day": string(w.o.Desk.State().Today)})
}

// showVersions lists the saved versions of the open matter; one can be made the
// present one again, which can be undone.
func (w *Window) showVersions() {
	if w.o.Desk.State().Matter == nil {
		return
	}
	w.leaveScreen()
	list, err := w.o.Desk.Revisions()
	if err != nil {
		w.Problem(err)
		return
	}
	var d *parts.Dialog
	var rows []fyne.CanvasObject
	for i, r := range list {
		row := w.versionRow(r, i == 0, func() {
			d.Close()
			w.restore(r.Number)
		})
		rows = append(rows, row, parts.HLine(parts.Line))
	}
	scroll := parts.NewScroll(parts.Column(0, rows...))
	d = parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: w.words.T("window.versions_title"), Width: 620, Height: 480,
		Body: parts.Pad(4, 12, 4, 20, scroll.Outer)}, nil)
}

func (w *Window) versionRow(r app.Revision, present bool, restore func()) fyne.CanvasObject {
	name, face := r.Name, parts.Bold
	if name == "" {
		name, face = w.words.T("window.version_auto"), parts.Regular
	}
	when := r.At.Format(time.DateOnly) + " " + w.words.Clock(r.At)
	end := fyne.CanvasObject(parts.Hint(w.words.T("window.version_now")))
	if !present {
		end = parts.NewButton(parts.ButtonOptions{Text: w.words.T("window.restore"), Tap: restore})
	}
	return parts.Fixed(0, 52, parts.Row(12,
		parts.Grow(parts.Middle(parts.Column(1, parts.NewLabel(name, parts.TextControl, parts.Ink, face),
			parts.NewLabel(when+" · "+w.words.N("word_count.words", r.Words), parts.TextHint, parts.Muted, parts.Regular)))), end))
}

func (w *Window) restore(n uint64) {
	if err := w.o.Desk.Restore(n, ""); err != nil {
		w.Problem(err)
	}
}
