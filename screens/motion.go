package screens

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/reading"
	"yttra/screens/parts"
)

// openMotion asks for the text of a motion: a file, or pasted.
func (w *Window) openMotion() {
	w.leaveScreen()
	t := w.words.T
	var d *parts.Dialog
	field := parts.NewField(parts.FieldOptions{Label: t("motion.paste"), Hint: t("motion.hint"), Lines: 14})
	file := parts.NewButton(parts.ButtonOptions{Text: t("motion.file"), Icon: parts.IconOpen, Tap: func() { d.Close(); w.chooseMotion() }})
	read := parts.NewButton(parts.ButtonOptions{Text: t("motion.read"), Kind: parts.Primary, Tap: func() {
		text, err := reading.Decode([]byte(field.Text()))
		if err != nil {
			_, _, do := parts.ProblemWords(w.words, err)
			field.Fault(do)
			return
		}
		d.Close()
		w.proposeMatter("", text)
	}})
	d = parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: t("motion.title"), Width: 720, Help: w.helpAt("motion"),
		Body: parts.Pad(14, 22, 16, 20, parts.Column(0, field.Outer)), Left: []fyne.CanvasObject{file},
		Buttons: []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: t("word.cancel"), Tap: func() { d.Close() }}), read}}, field.Entry)
}

func (w *Window) chooseMotion() {
	w.ChooseFile(parts.FileOptions{Purpose: "motion", Title: w.words.T("motion.title"), Endings: []string{".txt", ".md", ".text"},
		Kind: w.words.T("window.files_text"), Done: w.readMotion})
}

// readMotion reads a file away from the window's thread: it may lie on a slow
// network disk.
func (w *Window) readMotion(path string) {
	var text reading.Text
	w.Work(w.words.T("motion.reading"), func(context.Context, func(int, int)) error {
		var err error
		text, err = reading.ReadFile(path)
		return err
	}, func(err error) {
		if err != nil {
			w.Problem(err)
			return
		}
		w.Problem(nil)
		w.proposeMatter(filepath.Base(path), text)
	})
}

// proposeMatter shows what the motion seems to say; the person corrects it and
// makes the matter.
func (w *Window) proposeMatter(name string, text reading.Text) {
	f := formOfMotion(name, text)
	w.suggest(&f)
	w.showForm(f, formOptions{Title: w.words.T("motion.check"), Yes: w.words.T("motion.create"), Done: w.createMatter})
}

// newMatter begins a matter without a motion.
func (w *Window) newMatter() {
	w.leaveScreen()
	w.showForm(form{Kind: "opinion", Claims: []string{"att "}}, formOptions{Title: w.words.T("menu.new"), Yes: w.words.T("motion.create"), Done: w.createMatter})
}

func (w *Window) createMatter(f form) {
	m := &app.Matter{}
	f.Stage, f.Holder = app.Drafting, w.o.Desk.State().Profile.Officer.Name
	f.dropEmpty()
	f.into(m)
	w.addMatter(m, f.Kind)
}

// showProperties lets the person change what the open matter says of itself.
func (w *Window) showProperties() {
	s := w.o.Desk.State()
	if s.Matter == nil {
		return
	}
	w.leaveScreen()
	w.showForm(formOf(s.Matter), formOptions{Title: w.words.T("menu.properties"), Yes: w.words.T("word.save"), Done: func(f form) {
		f.dropEmpty()
		w.o.Desk.Edit("", f.into)
	}})
}

// samples gives the order to show the invented matters; nil when there are none.
func (w *Window) samples() func() {
	if w.o.Example == nil {
		return nil
	}
	return w.example
}
