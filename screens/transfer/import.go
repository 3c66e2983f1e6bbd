package transfer

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/archive"
	"yttra/i18n"
	"yttra/screens/parts"
)

// ShowImport asks for an archive, or a matter as a file, and shows what it would bring.
func ShowImport(h parts.Host, o Options) {
	w := h.Words()
	h.ChooseFile(parts.FileOptions{Purpose: "export", Title: w.T("transfer.import"), Endings: []string{".zip", ".json"}, Kind: w.T("transfer.files_in"),
		Done: func(path string) { Read(h, o, path) }})
}

// Read reads an archive away from the window's thread, holds it against the register and
// shows what would come. Nothing is written.
func Read(h parts.Host, o Options, path string) {
	w := h.Words()
	if err := o.Desk.Save(); err != nil { // what is open is part of what is here
		h.Problem(err)
		return
	}
	var a *archive.Archive
	var plan *archive.Plan
	h.Work(w.T("transfer.reading"), func(ctx context.Context, step func(int, int)) (err error) {
		if a, err = archive.OpenFile(ctx, path, step); err != nil {
			return err
		}
		p := archive.Planning{Store: o.Store, Step: step}
		if plan, err = a.Plan(ctx, p); err != nil {
			err = errors.Join(err, a.Close())
		}
		return err
	}, func(err error) {
		if err != nil {
			h.Problem(err)
			return
		}
		newImport(h, o, newModel(w, a, plan))
	})
}

// carry writes what was chosen. What is open is closed meanwhile, and opened again.
func carry(h parts.Host, o Options, m *model) {
	w := h.Words()
	id, err := o.Shut()
	if err != nil {
		h.Problem(err)
		return
	}
	profile := o.Desk.State().Profile
	t := archive.Taking{Store: o.Store, Packs: o.Desk.Packs(), By: profile.Officer.Name, Now: o.Now, Mine: w.T("transfer.mine_name"),
		Theirs: w.T("transfer.theirs_name", i18n.Vars{"File": m.a.Name}), Copy: func(s string) string { return w.T("transfer.copy_title", i18n.Vars{"Title": s}) }}
	var took archive.Taken
	h.Work(w.T("transfer.importing"), func(ctx context.Context, step func(int, int)) error {
		checker, err := o.Checker()
		if err == nil {
			checker.Know(profile)
			t.Tally, t.Step = func(m *app.Matter) app.Tally { return app.TallyOf(checker.Run(m, 0).Findings) }, step
			took, err = m.a.Carry(ctx, m.plan, t)
		}
		return errors.Join(err, m.a.Close())
	}, func(err error) {
		o.Done(id, told(w, took), true)
		if err != nil {
			h.Problem(err)
		}
		if len(took.Faults) > 0 {
			tell(h, w.N("transfer.import_faults", len(took.Faults)), faultLines(w, took.Faults))
		}
	})
}

// importing is the dialog with what an archive would bring.
type importing struct {
	h      parts.Host
	o      Options
	m      *model
	dialog *parts.Dialog
	list   *parts.List
	about  *fyne.Container
	comes  *fyne.Container
	yes    *parts.Press
	began  bool // it is being written: the archive stays open
}

func newImport(h parts.Host, o Options, m *model) {
	v := &importing{h: h, o: o, m: m, about: parts.Column(8), comes: parts.Column(0)}
	w := h.Words()
	top := []fyne.CanvasObject{para(m.summary())}
	if n := len(m.a.Faults); n > 0 {
		top = append(top, parts.Banner(parts.MarkSerious, w.N("transfer.archive_faults", n), &parts.Action{Text: w.T("transfer.show"), Do: func() {
			tell(h, w.N("transfer.archive_faults", n), faultLines(w, m.a.Faults))
		}}))
	}
	v.list = parts.NewList(parts.ListOptions{Len: m.len, Make: func() fyne.CanvasObject { return parts.Stack() }, Fill: v.fill, Height: lineHeight,
		Chose: func(i int) { m.at = i; v.draw() }, Enter: func(int) { v.compare() }, Key: v.key})
	foot := []fyne.CanvasObject{v.about}
	if m.plan.Count(archive.Differs) > 1 {
		foot = append(foot, v.every())
	}
	if m.plan.Profile != nil {
		foot = append(foot, parts.Left(parts.NewToggle(w.T("transfer.take_profile"), false, func(on bool) { m.plan.TakeProfile = on; v.draw() })))
	}
	body := parts.Dock(parts.Column(0, parts.Pad(14, 20, 12, 20, parts.Column(10, top...)), parts.HLine(parts.Line)),
		parts.Column(0, parts.HLine(parts.Line), parts.Pad(12, 20, 14, 20, parts.Column(12, foot...))), parts.Fill(parts.Page, v.list.Outer))
	shut := parts.NewButton(parts.ButtonOptions{Text: w.T("word.cancel"), Tap: func() { v.dialog.Close() }})
	v.yes = parts.NewButton(parts.ButtonOptions{Text: w.T("transfer.yes"), Kind: parts.Primary, Tap: v.carry})
	v.dialog = parts.ShowDialog(h.Window(), w, parts.DialogOptions{Title: w.T("transfer.import_title"), Width: 860, Height: 700, Body: body, Left: []fyne.CanvasObject{v.comes},
		Buttons: []fyne.CanvasObject{shut, v.yes}, Help: o.Help("export"), Closed: v.closed}, v.list)
	v.draw()
}

func (v *importing) closed() {
	if !v.began {
		_ = v.m.a.Close() // it was only read
	}
}

func (v *importing) carry() {
	if v.m.nothing() {
		return
	}
	v.began = true
	v.dialog.Close()
	carry(v.h, v.o, v.m)
}

// every chooses the same for all matters that differ.
func (v *importing) every() fyne.CanvasObject {
	w := v.h.Words()
	var links []fyne.CanvasObject
	links = append(links, parts.Text(w.T("transfer.every"), parts.TextSecond, parts.Muted, parts.Regular))
	for _, t := range []archive.Take{archive.Leave, archive.Theirs, archive.Both} {
		links = append(links, parts.NewLink(w.T("transfer.choose."+string(t)), func() { v.m.plan.Choose(t); v.draw() }))
	}
	return parts.Flow(10, links...)
}

// key turns the choice of a row with the arrows to the sides.
func (v *importing) key(e *fyne.KeyEvent) bool {
	by := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1}[e.Name]
	if by == 0 || !v.m.turn(by) {
		return false
	}
	v.draw()
	return true
}

// draw shows what was chosen anew.
func (v *importing) draw() {
	w := v.h.Words()
	v.list.Refresh()
	v.about.Objects = []fyne.CanvasObject{para(v.m.about())}
	if all, at := v.m.takes(); len(all) > 0 {
		var options []parts.Option
		for _, t := range all {
			options = append(options, parts.Option{Text: v.m.takeWord(t)})
		}
		row := []fyne.CanvasObject{parts.NewChoice(parts.ChoiceOptions{Options: options, Chosen: at, Pick: func(i int) { v.m.take(i); v.draw() }})}
		if v.m.chosen().State == archive.Differs {
			row = append(row, parts.NewButton(parts.ButtonOptions{Text: w.T("transfer.compare"), Tap: v.compare}))
		}
		v.about.Add(parts.Flow(10, row...))
	}
	v.about.Refresh()
	v.comes.Objects = []fyne.CanvasObject{parts.Text(v.m.comes(), parts.TextSecond, parts.Ink, parts.Bold)}
	v.comes.Refresh()
	if v.m.nothing() {
		v.yes.Disable()
	} else {
		v.yes.Enable()
	}
	if v.dialog != nil {
		v.dialog.Relayout()
	}
}
