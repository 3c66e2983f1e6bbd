package screens

import (
	"context"
	"image"
	"path/filepath"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/incoming"
	"yttra/app/reading"
	"yttra/screens/arrivals"
	"yttra/screens/parts"
)

// openMotion asks for a paper that came in: a file, or pasted text.
func (w *Window) openMotion() {
	w.leaveScreen()
	w.reader.Warm() // while the person looks for the file
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
		switch {
		case incoming.HasPictures(paper, err):
			w.readPictures(path, paper, err)
		case err != nil:
			w.Problem(err)
		default:
			w.proposeMatter(paper)
		}
	})
}

// readPictures has the pages of a file that are pictures read by a machine, where this
// computer has one. Else, and when the person does not want to wait for it, there is what
// could be read without: text, which may be nil, or why there is none.
func (w *Window) readPictures(path string, text *incoming.Paper, fault error) {
	paper := text
	w.Work(w.words.T("motion.pictures"), func(ctx context.Context, step func(int, int)) error {
		if !w.reader.ReadsPictures() {
			return fault
		}
		data, err := reading.Bytes(path)
		if err != nil {
			return err
		}
		read, err := w.reader.ReadPictures(ctx, filepath.Base(path), data, step)
		if err == nil {
			paper = read
		}
		return err
	}, func(err error) {
		if err != nil && (text == nil || app.CodeOf(err) != app.CodeCancelled) {
			w.Problem(err)
		}
		if paper != nil {
			w.proposeMatter(paper)
		}
	})
}

// proposeMatter shows what the paper seems to say beside the paper itself; the person
// corrects it and makes the matter. Of a letter it is the file that seems to be the paper,
// until another is chosen.
func (w *Window) proposeMatter(p *incoming.Paper) {
	if len(p.Text.Files) == 0 {
		w.proposePart(p, p, -1)
		return
	}
	main, at := p, -1
	w.Work(w.words.T("motion.reading"), func(ctx context.Context, _ func(int, int)) error {
		at, main = w.reader.Main(ctx, p)
		return nil
	}, func(error) { w.proposePart(p, main, at) })
}

// proposePart shows file at of those that came with a letter; -1: the letter itself.
func (w *Window) proposePart(letter, p *incoming.Paper, at int) {
	p.Rules = w.o.Desk.Packs() // the municipality's own kinds of paper too
	m := arrivals.ModelOf(p, app.DateOf(w.threads.now()), w.suggest)
	o := w.paperOptions(m, "motion.create", w.createMatter)
	if len(letter.Text.Files) > 0 {
		o.Files, o.File = []string{w.words.T("arrivals.letter")}, at+1
		for _, f := range letter.Text.Files {
			o.Files = append(o.Files, f.Name)
		}
		o.PickFile = func(i int) { w.pickPart(letter, i-1) }
	}
	arrivals.Show(w, m, o)
}

// pickPart reads another file of a letter and shows it.
func (w *Window) pickPart(letter *incoming.Paper, at int) {
	if at < 0 {
		w.proposePart(letter, letter, at)
		return
	}
	var p *incoming.Paper
	w.Work(w.words.T("motion.reading"), func(ctx context.Context, _ func(int, int)) (err error) {
		p, err = w.reader.Attached(ctx, letter, at)
		return err
	}, func(err error) {
		w.Problem(err)
		if err != nil { // the letter is there still
			w.proposePart(letter, letter, -1)
			return
		}
		w.proposePart(letter, p, at)
	})
}

// lookAt shows a paper that is one of many.
func (w *Window) lookAt(m *arrivals.Model, yes string, done func(*arrivals.Model)) {
	arrivals.Show(w, m, w.paperOptions(m, yes, done))
}

func (w *Window) paperOptions(m *arrivals.Model, yes string, done func(*arrivals.Model)) arrivals.Options {
	o := w.formOptions("motion.check", yes, done)
	if m.Paper.Text.Format == app.PDF {
		o.Draw = w.drawer(m.Paper.Data)
	}
	return o
}

// drawer draws the pages of a PDF away from the window's thread.
func (w *Window) drawer(data []byte) arrivals.Drawer {
	return func(page, width int, done func(image.Image, error)) {
		var picture image.Image
		w.inQuiet(func(ctx context.Context) (err error) {
			picture, err = w.reader.Page(ctx, data, page, width)
			return err
		}, func(err error) { done(picture, err) })
	}
}

func (w *Window) formOptions(title, yes string, done func(*arrivals.Model)) arrivals.Options {
	return arrivals.Options{Title: w.words.T(title), Yes: w.words.T(yes), Done: done, Help: w.helpAt("motion"),
		Kinds: func() (ids, names []string) { return draftedKinds(w) }}
}

// suggest fills in what kind of measure a motion is about, for the person to
// change.
func (w *Window) suggest(f *arrivals.Form) {
	f.Measures, f.Affected, f.Purchase = check.Propose(w.o.Desk.Packs(), f.Source.Text)
}

// newMatter begins a matter without a paper.
func (w *Window) newMatter() {
	w.leaveScreen()
	m := arrivals.NewModel(arrivals.FormOf(&app.Matter{}))
	m.Document = incoming.First(&app.Matter{})
	m.Add(arrivals.Claims, app.Span{})
	arrivals.Show(w, m, w.formOptions("menu.new", "motion.create", w.createMatter))
}

func (w *Window) createMatter(m *arrivals.Model) {
	m.Stage, m.Holder = app.Drafting, w.o.Desk.State().Profile.Officer.Name
	w.addMatter(m.Matter())
}

// showProperties lets the person change what the open matter says of itself.
func (w *Window) showProperties() {
	s := w.o.Desk.State()
	if s.Matter == nil {
		return
	}
	w.leaveScreen()
	m := arrivals.NewModel(arrivals.FormOf(s.Matter))
	arrivals.Show(w, m, w.formOptions("menu.properties", "word.save", func(m *arrivals.Model) { w.o.Desk.Edit("", m.Into) }))
}

// draftedKinds are the kinds of document a person writes here.
func draftedKinds(w *Window) (ids, names []string) {
	for _, k := range w.o.Desk.Packs().Kinds {
		if k.Drafted {
			ids, names = append(ids, k.ID), append(names, kindName(w, k.ID))
		}
	}
	return ids, names
}

// samples gives the order to show the invented matters; nil when there are none.
func (w *Window) samples() func() {
	if w.o.Example == nil {
		return nil
	}
	return w.example
}
