package screens

import (
	"time"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/desk"
	"yttra/i18n"
	"yttra/screens/parts"
	"yttra/screens/settings"
)

// A save waits for a quiet second, but never longer than this while somebody
// types on.
const (
	quietMillis = 1000
	longestWait = 5 * time.Second
)

// saveSoon sees to it that what has changed is kept.
func (w *Window) saveSoon(s desk.State) {
	if s.Saved.State != desk.Changed {
		w.waiting = time.Time{}
		return
	}
	now := w.threads.now()
	if w.waiting.IsZero() {
		w.waiting = now
	}
	wait := min(quietMillis, int((longestWait - now.Sub(w.waiting)).Milliseconds()))
	w.After("save", max(0, wait), w.save)
}

// save keeps what has changed. Failing is shown as a row, once, until it works;
// until then the text lies in the settings folder too.
func (w *Window) save() {
	w.waiting = time.Time{}
	failed := w.saveFailed()
	if err := w.o.Desk.Save(); err != nil {
		w.keepElsewhere()
		w.Problem(err)
	} else if failed {
		w.Problem(nil)
		w.settleRescued()
	}
}

// keepElsewhere keeps the open matter outside a register that does not take it,
// for the next start.
func (w *Window) keepElsewhere() {
	s := w.o.Desk.State()
	if s.Matter == nil || w.o.Settings == nil || w.reg.Example {
		return
	}
	r := settings.Rescued{Matter: s.Matter, Register: w.reg.Folder, Base: s.Revision, At: w.threads.now()}
	if err := w.o.Settings.Rescue(r); err != nil {
		w.log(err)
	}
}

// settleRescued forgets what lies elsewhere once the register has it.
func (w *Window) settleRescued() {
	if m := w.o.Desk.State().Matter; m != nil && w.o.Settings != nil {
		if err := w.o.Settings.Settle(m.ID); err != nil {
			w.log(err)
		}
	}
}

// findRescued looks for text a register did not take before.
func (w *Window) findRescued() {
	if w.o.Settings == nil {
		return
	}
	var err error
	if w.rescued, err = w.o.Settings.Rescued(); err != nil {
		w.log(err)
	}
}

// drawNotes shows the rows below a problem: that this is the example, and text
// that waits to be taken back.
func (w *Window) drawNotes() {
	w.notes.Objects = nil
	t := w.words.T
	if w.reg.Example && w.o.Open != nil {
		w.notes.Add(parts.Banner(parts.MarkNote, t("window.example"), &parts.Action{Text: t("window.example_leave"), Do: func() { w.openRegister(w.o.Folder, nil) }}))
	}
	if w.backupFault != nil && w.face == atWork {
		do := w.backupBanner()
		w.notes.Add(parts.Banner(parts.MarkSerious, w.backupWords(), &do))
	}
	if len(w.rescued) > 0 && w.face == atWork {
		w.notes.Add(w.rescuedRow(w.rescued[0]))
	}
	w.notes.Refresh()
	w.relayout()
}

func (w *Window) rescuedRow(r settings.Rescued) fyne.CanvasObject {
	t := w.words.T
	title := r.Matter.Title
	if title == "" {
		title = t("matters.untitled")
	}
	vars := i18n.Vars{"Title": shorten(title, 60), "Day": r.At.Format(time.DateOnly), "Time": w.words.Clock(r.At)}
	text := parts.Column(1, parts.NewPara(t("window.rescued", vars), parts.TextControl, parts.Ink, parts.Bold),
		parts.NewPara(t("window.rescued_safe"), parts.TextSecond, parts.Ink, parts.Regular))
	take := parts.NewButton(parts.ButtonOptions{Text: t("window.rescued_take"), Kind: parts.Primary, Tap: func() { w.takeRescued(r) }})
	drop := parts.NewButton(parts.ButtonOptions{Text: t("window.rescued_drop"), Kind: parts.Quiet, Tap: func() { w.dropRescued(r) }})
	return parts.Fill(parts.NoteSoft, parts.Columns(0, []float32{4, 0}, parts.Rect(parts.Note, 4, 1, 0),
		parts.Pad(8, 12, 9, 12, parts.Row(10, parts.Mark(parts.MarkNote, 20, parts.NoteSoft), parts.Grow(text), take, drop))))
}

// takeRescued puts rescued text into the register: as the next version of its
// matter when nothing has been saved there since, else as a matter beside it, so
// that both are kept.
func (w *Window) takeRescued(r settings.Rescued) {
	if err := w.bringIn(r); err != nil {
		w.Problem(err)
		return
	}
	w.forget(r)
	w.Go("draft")
}

func (w *Window) bringIn(r settings.Rescued) error {
	w.leaveScreen()
	d := w.o.Desk
	if d.State().Rows.Index(r.Matter.ID) >= 0 {
		if err := d.Open(r.Matter.ID); err != nil {
			return err
		}
		if d.State().Revision == r.Base {
			d.Edit("", func(m *app.Matter) { *m = *r.Matter.Clone() })
			return d.Save()
		}
		r.Matter = r.Matter.Clone()
		r.Matter.ID, r.Matter.Title = "", w.words.T("window.rescued_title", i18n.Vars{"Title": r.Matter.Title})
	}
	return d.Add(r.Matter, "")
}

// dropRescued takes it away for good, when the person has said so twice.
func (w *Window) dropRescued(r settings.Rescued) {
	t := w.words.T
	parts.Confirm(w.win, w.words, t("window.rescued_drop"), t("window.rescued_sure"), t("window.rescued_drop"), func() { w.forget(r) })
}

func (w *Window) forget(r settings.Rescued) {
	if err := w.o.Settings.Settle(r.Matter.ID); err != nil {
		w.log(err)
	}
	w.findRescued()
	w.drawNotes()
	w.hold()
}

// keepBoth keeps the person's text as a matter of its own beside the one somebody
// else has saved.
func (w *Window) keepBoth() {
	w.leaveScreen()
	m := w.o.Desk.State().Matter
	if m == nil {
		return
	}
	if err := w.o.Desk.KeepCopy(w.words.T("window.copy_title", i18n.Vars{"Title": m.Title})); err != nil {
		w.Problem(err)
		return
	}
	if err := w.o.Settings.Settle(m.ID); err != nil {
		w.log(err)
	}
	w.Problem(nil)
}

// openEarlier opens the latest version of a matter that can still be read.
func (w *Window) openEarlier(id string) {
	if err := w.o.Desk.OpenEarlier(id); err != nil {
		w.Problem(err)
		return
	}
	w.Problem(nil)
	w.Go("draft")
}
