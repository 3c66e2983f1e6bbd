package screens

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yttra/i18n"
	"yttra/screens/help"
	"yttra/screens/parts"
)

// addDocument adds a document of a kind to the open matter.
func (w *Window) addDocument() {
	if w.o.Desk.State().Matter == nil {
		return
	}
	w.leaveScreen()
	ids, names := draftedKinds(w)
	var d *parts.Dialog
	var rows []fyne.CanvasObject
	var first fyne.Focusable
	for i, name := range names {
		button := parts.NewButton(parts.ButtonOptions{Text: name, Icon: parts.IconPlus, Tap: func() {
			d.Close()
			if err := w.o.Desk.AddDocument(ids[i]); err != nil {
				w.Problem(err)
				return
			}
			w.Go("draft")
		}})
		if first == nil {
			first = button
		}
		rows = append(rows, parts.Left(button))
	}
	d = parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: w.words.T("menu.add_document"), Width: 420,
		Body: parts.Pad(14, 20, 18, 20, parts.Column(8, rows...))}, first)
}

// showHelp opens the help for what is in front: what is chosen on the screen, or
// the screen itself.
func (w *Window) showHelp() {
	at := w.chosenRule()
	if at == "" {
		at = "screen-" + w.front
	}
	w.helpAt(at)()
}

// helpAt opens the help at a page.
func (w *Window) helpAt(page string) func() {
	return func() {
		if err := help.Show(w, w.helpSource(), page); err != nil {
			w.Problem(err)
		}
	}
}

// helpSource gives the help what it tells of: the rules, and the commands and
// keys out of the menu itself.
func (w *Window) helpSource() help.Source {
	keys := map[string]string{}
	var groups []help.KeyGroup
	for _, m := range w.menu().Items {
		g := help.KeyGroup{Title: m.Label}
		for _, i := range m.Items {
			if key := w.keyName(i.Shortcut); key != "" {
				keys[i.Label] = key
				g.Rows = append(g.Rows, help.Key{Label: plainLabel(i.Label), Keys: key})
			}
		}
		if len(g.Rows) > 0 {
			groups = append(groups, g)
		}
	}
	return help.Source{Words: w.words, Packs: w.o.Desk.Packs(), Keys: groups, Key: func(word string) (string, string) {
		label := w.words.T(word)
		return plainLabel(label), keys[label]
	}}
}

// plainLabel is a command without the dots that say it asks for more.
func plainLabel(s string) string { return strings.TrimSuffix(s, " …") }

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
