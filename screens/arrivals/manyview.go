package arrivals

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"yttra/app"
	"yttra/app/disk"
	"yttra/screens/parts"
)

// ManyOptions is what the window does for many files.
type ManyOptions struct {
	// Quiet runs do away from the window's thread, and calls done back on it.
	Quiet func(do func(ctx context.Context) error, done func(error))
	Back  func(f func())                             // runs f on the window's thread
	Add   func(m *app.Matter, document string) error // puts a matter into the register
	Look  func(m *Model, done func(*Model))          // opens one to be looked at
	Ended func()                                     // after the dialog has closed
	Help  func()
}

// manyView is the dialog with the files: how far each has come, and what it became.
type manyView struct {
	h       parts.Host
	m       *Many
	o       ManyOptions
	rows    []*fyne.Container
	opens   map[int]*parts.Press // that open a file, by its row
	list    *parts.Scroll
	top     *fyne.Container // how far it has come, then the sum
	report  *fyne.Container // the buttons that are there once all is read
	make    *fyne.Container
	cancel  func()
	working bool
	dialog  *parts.Dialog
}

// ShowMany reads the files and shows what each became.
func ShowMany(h parts.Host, m *Many, o ManyOptions) {
	v := &manyView{h: h, m: m, o: o, opens: map[int]*parts.Press{}, top: parts.Column(0), report: parts.Row(0), make: parts.Row(0), cancel: func() {}}
	var all []fyne.CanvasObject
	for range m.Items {
		row := parts.Column(0)
		v.rows, all = append(v.rows, row), append(all, row)
	}
	v.list = parts.NewScroll(parts.Column(0, all...))
	for i := range m.Items {
		v.draw(i)
	}
	cancel := parts.NewButton(parts.ButtonOptions{Text: h.Words().T("word.close"), Tap: func() { v.dialog.Dismiss() }})
	v.dialog = parts.ShowDialog(h.Window(), h.Words(), parts.DialogOptions{Title: h.Words().T("many.title"), Width: 980, Height: 680, Help: o.Help, Scroll: v.list,
		Body: parts.Dock(v.top, nil, parts.Fill(parts.Page, v.list.Outer)), Left: []fyne.CanvasObject{v.report}, Buttons: []fyne.CanvasObject{cancel, v.make}, Shortcut: v.shortcut,
		Leave: v.mayLeave, Closed: func() { v.cancel(); o.Ended() }}, nil)
	v.read()
}

// run does long work under a bar with Avbryt.
func (v *manyView) run(name string, do func(ctx context.Context, step func(done, all int)) error, done func(error)) {
	w := v.h.Words()
	ctx, cancel := context.WithCancel(context.Background())
	v.cancel, v.working = cancel, true
	bar := parts.NewProgress(w, name, cancel)
	v.top.Objects = []fyne.CanvasObject{bar.Outer}
	v.sayFoot()
	v.o.Quiet(func(context.Context) error {
		return do(ctx, func(n, all int) { v.o.Back(func() { bar.Set(w, n, all) }) })
	}, func(err error) {
		cancel()
		v.working = false
		v.top.Objects = nil
		done(err)
	})
}

func (v *manyView) read() {
	v.run(v.h.Words().T("many.reading"), v.m.Read, func(error) {
		v.m.Settle()
		v.redraw()
	})
}

// redraw shows every file as it is now, and the sum.
func (v *manyView) redraw() {
	for i := range v.m.Items {
		v.draw(i)
	}
	v.top.Objects = []fyne.CanvasObject{parts.Fill(parts.Panel, parts.Pad(10, 20, 10, 20, parts.NewPara(v.m.Report.Sum(v.h.Words()), parts.TextControl, parts.Ink, parts.Bold))), parts.HLine(parts.Line)}
	v.sayFoot()
	v.list.Refit()
	v.dialog.Relayout()
}

// problem says in words why a file could not be read.
func (v *manyView) problem(err error) string {
	title, _, do := parts.ProblemWords(v.h.Words(), err)
	return title + " " + do
}

var marks = map[State]string{Waiting: parts.MarkPending, Ready: parts.MarkMet, Same: parts.MarkNote, Failed: parts.MarkFailed, Stopped: parts.MarkPending, Made: parts.MarkMet}

// draw shows one file.
func (v *manyView) draw(i int) {
	x, t := v.m.Items[i], v.h.Words().T
	mark := marks[x.State]
	if x.Doubtful() {
		mark = parts.MarkSerious
	}
	text := []fyne.CanvasObject{parts.NewLabel(filepath.Base(x.Path), parts.TextControl, parts.Ink, parts.Bold), parts.NewPara(x.Words(v.h.Words(), v.problem), parts.TextSecond, parts.Ink, parts.Regular)}
	if x.Doubtful() {
		text = append(text, parts.NewPara(v.h.Words().N("many.doubts", len(x.Result.Doubts)), parts.TextHint, parts.Serious, parts.Regular))
	}
	row := []fyne.CanvasObject{parts.Pad(3, 0, 0, 0, parts.Mark(mark, 18, parts.Page)), parts.Grow(parts.Column(1, text...))}
	switch {
	case x.State == Made:
		row = append(row, parts.Pad(4, 0, 0, 0, parts.Hint(t("many.made"))))
	case x.Can():
		v.opens[i] = parts.NewButton(parts.ButtonOptions{Text: t("many.look"), Kind: parts.Quiet, Tap: func() { v.look(i) }})
		row = append(row, v.opens[i],
			parts.NewToggle(t("many.take"), !x.Out, func(on bool) { x.Out = !on; v.sayFoot() }))
	}
	v.rows[i].Objects = []fyne.CanvasObject{parts.Pad(8, 20, 9, 20, parts.RowTop(10, row...)), parts.HLine(parts.Line)}
	v.rows[i].Refresh()
}

// sayFoot offers what can be done now.
func (v *manyView) sayFoot() {
	w, n := v.h.Words(), v.m.Count()
	v.report.Objects, v.make.Objects = nil, nil
	if v.m.Done && !v.working {
		v.report.Add(parts.NewButton(parts.ButtonOptions{Text: w.T("many.report"), Icon: parts.IconExport, Tap: v.saveReport}))
		if n > 0 {
			v.make.Add(parts.NewButton(parts.ButtonOptions{Text: w.N("many.create", n), Kind: parts.Primary, Tap: v.create}))
		}
	}
	v.report.Refresh()
	v.make.Refresh()
	if v.dialog != nil {
		v.dialog.Relayout()
	}
}

// look opens one file beside its original; what is corrected there is kept here.
func (v *manyView) look(i int) {
	x := v.m.Items[i]
	m := x.Model
	if v.working {
		return
	}
	if m != nil {
		v.o.Look(m, func(m *Model) { v.looked(i, m) })
		return
	}
	v.run(v.h.Words().T("motion.reading"), func(ctx context.Context, _ func(int, int)) error {
		p, err := v.m.Paper(ctx, x)
		if err == nil {
			m = v.m.Look(x, p)
		}
		return err
	}, func(err error) {
		if err != nil {
			x.Became(err)
			v.redraw()
			return
		}
		v.redraw()
		v.focus(i)
		v.o.Look(m, func(m *Model) { v.looked(i, m) })
	})
}

func (v *manyView) looked(i int, m *Model) {
	x := v.m.Items[i]
	x.Model, x.Out = m, false
	v.draw(i)
	v.sayFoot()
	v.list.Refit()
	v.focus(i)
}

// focus puts the keyboard where a file is opened: the row was drawn anew.
func (v *manyView) focus(i int) {
	if p := v.opens[i]; p != nil {
		v.h.Window().Canvas().Focus(p)
	}
}

// create makes a matter of each, one at a time: one that cannot be made does not stop the
// others.
func (v *manyView) create() {
	w, all, done := v.h.Words(), v.m.Count(), 0
	ctx, cancel := context.WithCancel(context.Background())
	v.cancel, v.working = cancel, true
	bar := parts.NewProgress(w, w.T("many.creating"), cancel)
	v.top.Objects = []fyne.CanvasObject{bar.Outer}
	v.sayFoot()
	var next func()
	next = func() {
		x := v.m.Next()
		if x == nil || ctx.Err() != nil {
			cancel()
			v.working = false
			v.redraw()
			return
		}
		var m *Model
		v.o.Quiet(func(context.Context) error {
			p, err := v.m.Paper(ctx, x)
			if err == nil {
				m = v.m.Look(x, p)
			}
			return err
		}, func(err error) {
			if err == nil {
				err = v.o.Add(m.Matter())
			}
			x.Became(err)
			done++
			bar.Set(w, done, all)
			v.o.Back(next)
		})
	}
	next()
}

// shortcut takes Ctrl+Enter: the matters are made.
func (v *manyView) shortcut(s fyne.Shortcut) bool {
	k, ok := s.(*desktop.CustomShortcut)
	if !ok || k.Modifier != fyne.KeyModifierControl || k.KeyName != fyne.KeyReturn && k.KeyName != fyne.KeyEnter {
		return false
	}
	if v.m.Done && !v.working && v.m.Count() > 0 {
		v.create()
	}
	return true
}

// saveReport writes what became of the files, as a text or as a table by the name's
// ending.
func (v *manyView) saveReport() {
	w := v.h.Words()
	v.h.ChooseFile(parts.FileOptions{Purpose: "report", Title: w.T("many.report"), Save: true, Name: w.T("many.report_name") + ".txt", Endings: []string{".txt", ".csv"},
		Kind: w.T("many.report_kind"), Done: func(path string) {
			data, err := []byte(v.m.Report.Text(w)), error(nil)
			if filepath.Ext(path) == ".csv" {
				data, err = v.m.Report.CSV(w)
			}
			if err != nil {
				v.h.Problem(err)
				return
			}
			v.o.Quiet(func(context.Context) error { return disk.Write(path, data, disk.Private) }, func(err error) {
				if err != nil {
					v.h.Problem(err)
				}
			})
		}})
}

// mayLeave asks before what was read, and has not become matters, is thrown away.
func (v *manyView) mayLeave() bool {
	n := v.m.Count()
	if n == 0 && !v.working {
		return true
	}
	w := v.h.Words()
	text := w.N("many.leave_text", n)
	if v.working {
		text = w.T("many.leave_working")
	}
	parts.Confirm(v.h.Window(), w, w.T("many.leave"), text, w.T("arrivals.throw_yes"), func() { v.dialog.Close() })
	return false
}
