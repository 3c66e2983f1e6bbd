package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yttra/app/check"
	"yttra/i18n"
	"yttra/screens/parts"
)

// suggest fills in what kind of measure a motion is about, for the person to
// change.
func (w *Window) suggest(f *form) {
	if f.Motion != nil {
		f.Measures, f.Affected, f.Purchase = check.Propose(w.o.Desk.Packs(), f.Motion.Text)
	}
}

// addDocument adds a document of a kind to the open matter.
func (w *Window) addDocument() {
	if w.o.Desk.State().Matter == nil {
		return
	}
	w.leaveScreen()
	ids, names := draftedKinds(w)
	var d *parts.Dialog
	var rows []fyne.CanvasObject
	for i, name := range names {
		rows = append(rows, parts.Left(parts.NewButton(parts.ButtonOptions{Text: name, Icon: parts.IconPlus, Tap: func() {
			d.Close()
			if err := w.o.Desk.AddDocument(ids[i]); err != nil {
				w.Problem(err)
				return
			}
			w.Go("draft")
		}})))
	}
	d = parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: w.words.T("menu.add_document"), Width: 420,
		Body: parts.Pad(14, 20, 18, 20, parts.Column(8, rows...))}, nil)
}

// showKeys lists every command that has a key, out of the menu itself.
func (w *Window) showKeys() {
	var rows []fyne.CanvasObject
	for _, m := range w.menu().Items {
		rows = append(rows, parts.Pad(8, 0, 0, 0, parts.Text(m.Label, parts.TextHint, parts.Muted, parts.Bold)))
		for _, i := range m.Items {
			if key := w.keyName(i.Shortcut); key != "" {
				rows = append(rows, parts.Columns(12, []float32{0, 140}, parts.NewLabel(i.Label, parts.TextControl, parts.Ink, parts.Regular),
					parts.NewLabel(key, parts.TextSecond, parts.Muted, parts.Regular)))
			}
		}
	}
	rows = append(rows, parts.Pad(8, 0, 0, 0, parts.NewPara(w.words.T("window.keys_more"), parts.TextSecond, parts.Muted, parts.Regular)))
	scroll := parts.NewScroll(parts.Pad(4, 22, 18, 20, parts.Column(4, rows...)))
	parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: w.words.T("menu.keys"), Width: 560, Height: 620, Body: scroll.Outer}, nil)
}

// keyName writes a shortcut as on the keyboard; empty when there is none.
func (w *Window) keyName(s fyne.Shortcut) string {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		return "Ctrl+Z"
	case *fyne.ShortcutRedo:
		return "Ctrl+Y"
	case *desktop.CustomShortcut:
		key := ""
		for _, m := range []struct {
			bit  fyne.KeyModifier
			word string
		}{{ctrl, "Ctrl+"}, {alt, "Alt+"}, {shift, "window.shift"}} {
			if s.Modifier&m.bit == 0 {
				continue
			}
			if m.bit == shift {
				key += w.words.T(m.word) + "+"
			} else {
				key += m.word
			}
		}
		return key + w.keyCap(s.KeyName)
	}
	return ""
}

func (w *Window) keyCap(k fyne.KeyName) string {
	switch k {
	case fyne.KeyUp:
		return "↑"
	case fyne.KeyDown:
		return "↓"
	case fyne.KeyReturn:
		return "Enter"
	}
	return string(k)
}

// showAbout says what the program is, and names the licences of what it prints
// with.
func (w *Window) showAbout() {
	text := w.words.T("window.about", i18n.Vars{"Creator": w.o.Creator, "Packs": w.o.Desk.Packs().Version})
	scroll := parts.NewScroll(parts.Pad(14, 22, 18, 20, parts.Column(10,
		parts.NewPara(text, parts.TextControl, parts.Ink, parts.Regular), parts.HLine(parts.Line), licences())))
	parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: "Yttra", Width: 620, Height: 560, Body: scroll.Outer}, nil)
}

func licences() fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, l := range parts.Licences() {
		out = append(out, parts.Text(l.Family, parts.TextControl, parts.Ink, parts.Bold), parts.NewPara(l.Text, parts.TextHint, parts.Muted, parts.Regular))
	}
	return parts.Column(6, out...)
}
