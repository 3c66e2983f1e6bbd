package screens

import (
	"context"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/incoming"
	"yttra/screens/parts"
)

// openMotion asks for a paper that came in: a file, or pasted text.
func (w *Window) openMotion() {
	w.leaveScreen()
	t := w.words.T
	var d *parts.Dialog
	field := parts.NewField(parts.FieldOptions{Label: t("motion.paste"), Hint: t("motion.hint"), Lines: 14})
	file := parts.NewButton(parts.ButtonOptions{Text: t("motion.file"), Icon: parts.IconOpen, Tap: func() { d.Close(); w.chooseMotion() }})
	read := parts.NewButton(parts.ButtonOptions{Text: t("motion.read"), Kind: parts.Primary, Tap: func() {
		paper, err := w.reader.Read(context.Background(), "", []byte(field.Text())) // at once: it is text
		if err != nil {
			_, _, do := parts.ProblemWords(w.words, err)
			field.Fault(do)
			return
		}
		d.Close()
		w.proposeMatter(paper)
	}})
	d = parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: t("motion.title"), Width: 720, Help: w.helpAt("motion"),
		Body: parts.Pad(14, 22, 16, 20, parts.Column(0, field.Outer)), Left: []fyne.CanvasObject{file},
		Buttons: []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: t("word.cancel"), Tap: func() { d.Close() }}), read}}, field.Entry)
}

func (w *Window) chooseMotion() {
	w.ChooseFile(parts.FileOptions{Purpose: "motion", Title: w.words.T("motion.title"), Endings: incoming.Endings(),
		Kind: w.words.T("window.files_papers"), Done: w.readMotion})
}

// readMotion reads a file away from the window's thread: it may lie on a slow
// network disk.
func (w *Window) readMotion(path string) {
	var paper *incoming.Paper
	w.Work(w.words.T("motion.reading"), func(ctx context.Context, _ func(int, int)) (err error) {
		paper, err = w.reader.Take(ctx, path)
		return err
	}, func(err error) {
		w.Problem(err)
		if err == nil {
			w.proposeMatter(paper)
		}
	})
}

// proposeMatter shows what the paper seems to say; the person corrects it and
// makes the matter.
func (w *Window) proposeMatter(p *incoming.Paper) {
	f := formOfPaper(p, app.DateOf(w.threads.now()))
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
