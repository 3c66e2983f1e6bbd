package backups

import (
	"context"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// preview is what would change if a backup were restored.
type preview struct {
	of   *view
	into app.BackupView
	all  []change

	box  *parts.Dialog
	list *parts.List
	said *fyne.Container
}

func showPreview(of *view, into app.BackupView) {
	w, c, b := of.m.words, into.Changes(), into.Backup()
	p := &preview{of: of, into: into, all: changes(w, c), said: parts.Column(4)}
	p.list = parts.NewList(parts.ListOptions{Len: func() int { return len(p.all) }, Height: rowHeight, Make: func() fyne.CanvasObject { return newRow() },
		Fill: p.fill, Chose: func(int) {}, Enter: func(int) { p.open() }})
	p.list.Outer.Resize(fyne.NewSize(1, 1))
	p.say("", "")
	button := func(key string, kind parts.ButtonKind, off bool, tap func()) *parts.Press {
		return parts.NewButton(parts.ButtonOptions{Text: w.T(key), Kind: kind, Disabled: off, Tap: tap})
	}
	all := button("backup.take_all", parts.Primary, c.None(), p.takeAll)
	shut := button("word.cancel", parts.Plain, false, func() { p.box.Dismiss() })
	left := []fyne.CanvasObject{button("backup.open_one", parts.Plain, len(p.all) == 0, p.open), button("backup.take_one", parts.Plain, len(p.all) == 0, p.takeOne)}
	middle := parts.Stack(parts.Rect(parts.Page, 1, 1, 0), p.list.Outer)
	p.box = parts.ShowDialog(of.h.Window(), w, parts.DialogOptions{Title: w.T("backup.preview", of.when(b)), Width: 780, Height: 600,
		Body: parts.Dock(parts.Column(0, parts.Pad(9, 20, 9, 20, p.said), parts.HLine(parts.Line)), nil, middle), Help: of.o.Help, Left: left,
		Buttons: []fyne.CanvasObject{shut, all}, Closed: p.close}, p.first(shut))
	if len(p.all) > 0 {
		p.list.Reset(0)
	}
}

func (p *preview) first(shut *parts.Press) fyne.Focusable {
	if len(p.all) == 0 {
		return shut
	}
	return p.list
}

func (p *preview) close() {
	if err := p.into.Close(); err != nil {
		p.of.h.Problem(err)
	}
}

// say tells what would change, and above it what was just done or could not be.
func (p *preview) say(mark, done string) {
	w, c := p.of.m.words, p.into.Changes()
	text := func(s string, t parts.Token) fyne.CanvasObject {
		return parts.NewPara(s, parts.TextSecond, t, parts.Regular)
	}
	p.said.Objects = []fyne.CanvasObject{parts.NewPara(counts(w, c), parts.TextControl, parts.Ink, parts.Bold)}
	if done != "" {
		p.said.Objects = append([]fyne.CanvasObject{parts.Banner(mark, done, nil)}, p.said.Objects...)
	}
	if c.Other {
		p.said.Add(text(w.T("backup.preview_other"), parts.Ink))
	}
	if c.Erased > 0 {
		p.said.Add(text(w.N("backup.preview_erased", c.Erased), parts.Ink))
	}
	if !c.None() {
		p.said.Add(text(w.T("backup.preview_safe"), parts.Muted))
	}
	if p.box != nil {
		p.box.Relayout()
	}
}

func (p *preview) fill(o fyne.CanvasObject, i int, chosen, focused bool) {
	if r, ok := o.(*row); ok && i < len(p.all) {
		x := p.all[i]
		r.show([4]string{x.title, x.reference, x.mark, x.versions}, false, chosen, focused)
	}
}

// chosen is the matter that is chosen, when it is in the backup; when it is not, that is
// said.
func (p *preview) chosen() (change, bool) {
	i := p.list.At()
	if i < 0 || i >= len(p.all) {
		return change{}, false
	}
	if !p.all[i].back {
		p.say(parts.MarkNote, p.of.m.words.T("backup.not_in", i18n.Vars{"Title": p.all[i].title}))
		return change{}, false
	}
	return p.all[i], true
}

// open shows the chosen matter as it was, beside what it is now.
func (p *preview) open() {
	x, ok := p.chosen()
	if !ok {
		return
	}
	var then, now *app.Matter
	p.of.work("backup.reading", func(context.Context, func(int, int)) (err error) {
		if then, _, err = p.into.Load(x.Then.ID); err == nil && x.Now.ID != "" {
			now, err = p.of.o.Load(x.Then.ID)
		}
		return err
	}, func() { showMatter(p.of, p.into.Backup(), then, now) })
}

// takeOne brings back the chosen matter alone.
func (p *preview) takeOne() {
	x, ok := p.chosen()
	if !ok {
		return
	}
	path := p.into.Backup().Path
	p.of.work("backup.restoring", func(ctx context.Context, step func(int, int)) error {
		_, err := p.of.o.Backups.RestoreMatters(ctx, path, []string{x.Then.ID}, step)
		return err
	}, func() {
		if err := p.of.o.Renew(); err != nil {
			p.of.h.Problem(err)
		}
		p.say(parts.MarkMet, p.of.m.words.T("backup.taken", i18n.Vars{"Title": x.title}))
	})
}

// takeAll asks, closes both dialogs and lets the window restore the register.
func (p *preview) takeAll() {
	w, b := p.of.m.words, p.into.Backup()
	when := p.of.m.when(b.Made)
	sure := w.T("backup.sure", i18n.Vars{"When": when, "Counts": counts(w, p.into.Changes())})
	p.of.o.Sure(w.T("backup.preview", i18n.Vars{"When": when}), sure, w.T("backup.sure_yes"), func() {
		p.box.Close()
		p.of.box.Close()
		p.of.o.Restore(b.Path, when)
	})
}
