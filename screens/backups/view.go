package backups

import (
	"context"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// Options are what the dialogs need of the window.
type Options struct {
	Backups app.Backups
	Load    func(id string) (*app.Matter, error)     // a matter as it is now
	Restore func(path, when string)                  // the whole register
	Renew   func() error                             // something was brought back
	Told    func(text string)                        // a row over the work
	Sure    func(title, text, yes string, do func()) // asks before something large
	Help    func()
}

// view is the dialog with the list.
type view struct {
	m *model
	h parts.Host
	o Options

	box    *parts.Dialog
	list   *parts.List
	top    *fyne.Container
	detail *fyne.Container
	place  *fyne.Container
	empty  *parts.Label
	busy   bool
}

// Show opens the dialog.
func Show(h parts.Host, o Options) {
	t := h.Words().T
	v := &view{m: &model{words: h.Words()}, h: h, o: o, top: parts.Column(0), detail: parts.Column(0), place: parts.Column(0)}
	v.list = parts.NewList(parts.ListOptions{Len: func() int { return len(v.m.state.List) }, Height: rowHeight, Make: func() fyne.CanvasObject { return newRow() },
		Fill: v.fill, Chose: func(int) { v.drawDetail() }, Enter: func(int) { v.look() }})
	v.list.Outer.Resize(fyne.NewSize(1, 1))
	v.empty = parts.NewLabel(t("backup.listing"), parts.TextControl, parts.Muted, parts.Regular)
	button := func(key string, kind parts.ButtonKind, tap func()) *parts.Press {
		return parts.NewButton(parts.ButtonOptions{Text: t(key), Kind: kind, Tap: tap})
	}
	middle := parts.Stack(parts.Rect(parts.Page, 1, 1, 0), v.list.Outer, parts.Centre(v.empty))
	foot := parts.Column(0, parts.HLine(parts.Line), parts.Pad(8, 20, 8, 20, v.detail), parts.HLine(parts.Line), v.place)
	v.box = parts.ShowDialog(h.Window(), h.Words(), parts.DialogOptions{Title: t("backup.title"), Width: 780, Height: 640,
		Body: parts.Dock(v.top, foot, middle), Help: o.Help,
		Left: []fyne.CanvasObject{button("backup.now", parts.Plain, v.make), button("backup.from_file", parts.Plain, v.fromFile)},
		Buttons: []fyne.CanvasObject{button("word.close", parts.Plain, func() { v.box.Dismiss() }), button("backup.verify", parts.Plain, v.verify),
			button("backup.look", parts.Primary, v.look)}}, v.list)
	v.renew()
}

// renew reads how it stands, and draws all anew.
func (v *view) renew() {
	var state app.BackupState
	v.h.Work(v.m.words.T("backup.listing"), func(context.Context, func(int, int)) (err error) {
		state, err = v.o.Backups.BackupState()
		return err
	}, func(err error) {
		if err != nil {
			v.h.Problem(err)
		}
		at := v.list.At()
		v.m.state = state
		v.list.Reset(max(min(0, len(state.List)-1), min(at, len(state.List)-1)))
		none := ""
		if len(state.List) == 0 {
			none = v.m.words.T("backup.none")
		}
		v.empty.Set(none, parts.Muted)
		v.draw()
	})
}

func (v *view) draw() {
	t := v.m.words.T
	v.top.Objects = []fyne.CanvasObject{parts.Pad(9, 20, 9, 20, parts.NewPara(t("backup.stands"), parts.TextSecond, parts.Ink, parts.Regular))}
	if f := v.m.state.Fault; f != nil {
		title, _, do := parts.ProblemWords(v.m.words, f.Problem())
		v.top.Add(parts.Banner(parts.MarkSerious, title+" "+do, nil))
	}
	for _, s := range v.m.warnings() {
		v.top.Add(parts.Banner(parts.MarkNote, s, nil))
	}
	v.top.Add(parts.HLine(parts.Line))
	v.drawPlace()
	v.drawDetail()
	v.box.Relayout()
}

// drawPlace tells of the second place, with what can be done about it.
func (v *view) drawPlace() {
	t := v.m.words.T
	text, calm := v.m.place()
	mark := parts.MarkPending
	switch {
	case !calm:
		mark = parts.MarkSerious
	case v.m.state.Second.State == app.SecondFine:
		mark = parts.MarkMet
	}
	key := "backup.place_choose"
	buttons := []fyne.CanvasObject{}
	if v.m.state.Second.Folder != "" {
		key = "backup.place_change"
		buttons = append(buttons, parts.NewButton(parts.ButtonOptions{Text: t("backup.place_remove"), Kind: parts.Quiet, Tap: func() { v.setPlace("") }}))
	}
	buttons = append(buttons, parts.NewButton(parts.ButtonOptions{Text: t(key), Tap: v.choosePlace}))
	said := parts.Column(1, parts.NewLabel(t("backup.place"), parts.TextSecond, parts.Ink, parts.Bold), parts.NewPara(text, parts.TextSecond, parts.Ink, parts.Regular))
	row := append([]fyne.CanvasObject{parts.Mark(mark, 18, parts.Panel), parts.Grow(said)}, buttons...)
	v.place.Objects = []fyne.CanvasObject{parts.Pad(9, 20, 9, 20, parts.RowTop(10, row...))}
	v.place.Refresh()
}

func (v *view) drawDetail() {
	text := ""
	if b, ok := v.m.at(v.list.At()); ok {
		text = v.m.about(b)
	}
	v.detail.Objects = []fyne.CanvasObject{parts.NewLabel(text, parts.TextSecond, parts.Muted, parts.Regular)}
	v.detail.Refresh()
}

func (v *view) fill(o fyne.CanvasObject, i int, chosen, focused bool) {
	b, ok := v.m.at(i)
	r, is := o.(*row)
	if !ok || !is {
		return
	}
	l := v.m.line(b)
	r.show([4]string{l.when, l.kind, l.safe, join(l.counts, l.size)}, l.damaged, chosen, focused)
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + " · " + b
}

// work does one thing at a time, and says what became of it.
func (v *view) work(key string, do func(ctx context.Context, step func(int, int)) error, done func()) {
	if v.busy {
		return
	}
	v.busy = true
	v.h.Work(v.m.words.T(key), do, func(err error) {
		v.busy = false
		if err != nil && app.CodeOf(err) != app.CodeCancelled {
			v.say(parts.MarkSerious, err)
			return
		}
		if err == nil {
			done()
		}
	})
}

// say shows a problem in the dialog itself: the row of the window lies behind it.
func (v *view) say(mark string, err error) {
	title, safe, do := parts.ProblemWords(v.m.words, err)
	v.tellMark(mark, title+" "+safe+" "+do)
}

func (v *view) tellMark(mark, text string) {
	v.draw()
	v.top.Objects = append([]fyne.CanvasObject{parts.Banner(mark, text, nil)}, v.top.Objects...)
	v.box.Relayout()
}

// make makes a backup now.
func (v *view) make() {
	made := false
	v.work("backup.making", func(ctx context.Context, step func(int, int)) (err error) {
		_, made, err = v.o.Backups.BackUp(ctx, app.BackupOwn, step)
		return err
	}, func() {
		key := "backup.same"
		if made {
			key = "backup.made"
		}
		v.told(key)
	})
}

// told reads the state anew and says what was done.
func (v *view) told(key string) {
	var state app.BackupState
	v.work("backup.listing", func(context.Context, func(int, int)) (err error) {
		state, err = v.o.Backups.BackupState()
		return err
	}, func() {
		v.m.state = state
		v.list.Reset(min(max(0, v.list.At()), len(state.List)-1))
		v.empty.Set("", parts.Muted)
		v.tellMark(parts.MarkMet, v.m.words.T(key))
	})
}

// verify reads all of the chosen backup.
func (v *view) verify() {
	b, ok := v.m.at(v.list.At())
	if !ok {
		return
	}
	v.work("backup.checking", func(ctx context.Context, step func(int, int)) error {
		return v.o.Backups.VerifyBackup(ctx, b.Path, step)
	}, func() { v.told("backup.proven") })
}

func (v *view) choosePlace() {
	v.h.ChooseFile(parts.FileOptions{Purpose: "backups", Title: v.m.words.T("backup.place"), Folder: true, Done: v.setPlace})
}

// setPlace chooses the second place, and copies what is there at once.
func (v *view) setPlace(folder string) {
	v.work("backup.making", func(ctx context.Context, _ func(int, int)) error {
		if err := v.o.Backups.SetSecond(folder); err != nil || folder == "" {
			return err
		}
		return v.o.Backups.KeepUp(ctx)
	}, v.renew)
}

// fromFile looks into a backup that lies anywhere.
func (v *view) fromFile() {
	v.h.ChooseFile(parts.FileOptions{Purpose: "backup", Title: v.m.words.T("backup.from_file"), Done: v.open})
}

// look shows what would change if the chosen backup were restored.
func (v *view) look() {
	if b, ok := v.m.at(v.list.At()); ok {
		v.open(b.Path)
	}
}

func (v *view) open(path string) {
	var into app.BackupView
	v.work("backup.reading", func(ctx context.Context, step func(int, int)) (err error) {
		into, err = v.o.Backups.OpenBackup(ctx, path, step)
		return err
	}, func() { showPreview(v, into) })
}

// when names a backup by its time.
func (v *view) when(b app.Backup) i18n.Vars { return i18n.Vars{"When": v.m.when(b.Made)} }
