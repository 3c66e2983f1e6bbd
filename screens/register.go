package screens

import (
	"context"
	_ "embed" // the window's icon
	"errors"
	"fmt"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/desk"
	"yttra/app/search"
	"yttra/i18n"
	"yttra/screens/parts"
	"yttra/screens/settings"
)

// icon is the window's, small and drawn already: an SVG would be drawn at every
// start.
//
//go:embed icon.png
var icon []byte

// Register is a register that is open, with the desk over it.
type Register struct {
	Desk    *desk.Desk
	Texts   *search.Texts // nil: only the list is searched
	Folder  string        // empty: in memory, nothing of it is kept
	Store   app.Store     // what is exported from and imported to; nil: neither is done
	Keeper  app.Keeper    // what can be done with the register in the folder; nil in memory
	Trail   app.Trail     // who did what when; nil: nobody tells
	Rules   Rules
	Example bool  // the three invented matters
	Fault   error // a record that could not be read; the others are there
	Close   func() error
}

// Beginning is what a start found.
type Beginning struct {
	Register Register // an empty one in memory when New, and with a fault
	Words    i18n.Words
	New      bool  // nobody has been here: the first start is shown
	Fault    error // the register cannot be opened
}

// begin fills the window, which is on the screen already.
func (w *Window) begin(b Beginning) {
	w.words = b.Words
	w.speakFyne()
	switch {
	case w.needsPassphrase(b.Fault):
		w.face, b.Fault = locked, nil
	case b.Fault != nil:
		w.face = shut
	case b.New:
		w.face = firstStart
	}
	w.take(b.Register)
	if b.Fault != nil {
		w.Problem(b.Fault)
		return
	}
	if w.face == atWork {
		w.goBack()
	}
	w.openGiven()
}

// openGiven opens the file the program was started with.
func (w *Window) openGiven() {
	file := w.o.File
	w.o.File = ""
	if file != "" {
		w.withRegister(func() { w.openFile(file) })
	}
}

// take lays the window over a register; what was open before is let go.
func (w *Window) take(r Register) {
	w.letGo()
	w.reg, w.o.Desk, w.front = r, r.Desk, "matters"
	w.shown, w.rescued, w.backupFault = nil, nil, nil
	if r.Folder != "" {
		w.o.Folder = r.Folder
		w.guardRescued()
		w.openDoor()
		w.findRescued()
		w.keepUpSoon(quietAfter)
	}
	w.build()
	w.screen().Focus()
	w.spell()
	w.After("clock", 500, w.askClock)
	w.tidyUp()
	if r.Fault != nil {
		w.Problem(r.Fault)
	} else if wrong := r.Rules.wrong(w.words); wrong != nil {
		w.Problem(wrong)
	}
	w.tellRepairs()
}

// letGo closes the register, once all of it is kept.
func (w *Window) letGo() {
	if w.unheard != nil {
		w.unheard()
		w.unheard = nil
	}
	if w.door != nil {
		if err := w.door.Close(); err != nil {
			w.log(err)
		}
		w.door = nil
	}
	if w.reg.Close != nil {
		if err := w.reg.Close(); err != nil {
			w.log(fmt.Errorf("close register: %w", err))
		}
		w.reg.Close = nil
	}
}

// openDoor lets further starts find this one. Without a door they are told that
// the register is locked; nothing is lost.
func (w *Window) openDoor() {
	dir, err := settings.Folder()
	if err != nil {
		w.log(err)
		return
	}
	if w.door, err = settings.Answer(w.reg.Folder, dir); err != nil {
		w.log(err)
		return
	}
	door := w.door
	w.threads.away(func() {
		door.Serve(func(v settings.Visit) { w.threads.back(func() { w.visited(v) }) })
	})
}

// visited is a second start: the window comes forward and opens its file.
func (w *Window) visited(v settings.Visit) {
	if w.closed {
		return
	}
	w.win.Show()
	w.win.RequestFocus()
	raise(w.win)
	if v.File != "" && w.win.Canvas().Overlays().Top() == nil {
		w.whole(func() { w.openFile(v.File) })
	}
}

// withRegister does something in a register, and opens the person's own first
// when the window stands at the first start or at a shut one.
func (w *Window) withRegister(do func()) {
	if w.face == atWork || w.o.Open == nil {
		do()
		return
	}
	w.openRegister(w.o.Folder, do)
}

// openRegister opens the register of a folder in place of what is open; what is
// open is saved first, and stays open when that or the opening fails.
func (w *Window) openRegister(folder string, then func()) {
	if !w.safe() {
		return
	}
	var r Register
	w.Work(w.words.T("window.opening"), func(context.Context, func(int, int)) (err error) {
		r, err = w.o.Open(folder)
		return err
	}, func(err error) {
		opened := func(r Register) { w.goOn(r, folder, then) }
		switch {
		case w.needsPassphrase(err):
			w.askPassphrase(folder, opened)
		case err != nil:
			w.Problem(err)
		default:
			opened(r)
		}
	})
}

// goOn lays the window over a register that somebody has chosen.
func (w *Window) goOn(r Register, folder string, then func()) {
	w.face = atWork
	w.take(r)
	w.greeted(folder)
	if then == nil {
		w.goBack()
		return
	}
	then()
}

// greeted remembers that the first start is over, and where the register is.
func (w *Window) greeted(folder string) {
	w.remember(func(s *settings.Settings) { s.Greeted, s.Register = true, folder })
}

// safe finishes what is being typed and saves it; false when that failed.
func (w *Window) safe() bool {
	w.leaveScreen()
	if err := w.o.Desk.Save(); err != nil {
		w.Problem(err)
		return false
	}
	return true
}

// example shows the three invented matters, in memory: nothing of them is kept.
func (w *Window) example() {
	if w.o.Example == nil || !w.safe() {
		return
	}
	r, err := w.o.Example()
	if err != nil {
		w.Problem(err)
		return
	}
	w.face = atWork
	w.remember(func(s *settings.Settings) { s.Greeted = true })
	w.take(r)
}

// changeFolder lets the person choose another folder for the register.
func (w *Window) changeFolder() {
	w.ChooseFile(parts.FileOptions{Purpose: "register", Title: w.words.T("window.choose_folder"), Folder: true, Done: w.toFolder})
}

func (w *Window) toFolder(folder string) {
	folder = registerIn(folder)
	if folder == w.reg.Folder {
		return
	}
	if w.reg.Folder == "" || w.o.Desk.State().Rows.Len() == 0 || w.o.Copy == nil || !emptyFolder(folder) {
		w.openRegister(folder, nil)
		return
	}
	var d *parts.Dialog
	t := w.words.T
	anew := parts.NewButton(parts.ButtonOptions{Text: t("window.folder_new"), Tap: func() { d.Close(); w.openRegister(folder, nil) }})
	along := parts.NewButton(parts.ButtonOptions{Text: t("window.folder_along"), Kind: parts.Primary, Tap: func() { d.Close(); w.copyTo(folder) }})
	d = parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: t("window.choose_folder"), Width: 600,
		Body:    parts.Pad(14, 20, 16, 20, parts.Column(8, parts.NewPara(t("window.folder_text", i18n.Vars{"Folder": folder}), parts.TextControl, parts.Ink, parts.Regular))),
		Buttons: []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: t("word.cancel"), Tap: func() { d.Close() }}), anew, along}}, along)
}

// copyTo copies the register to a folder and goes on there. The old one stays
// where it is.
func (w *Window) copyTo(folder string) {
	if !w.safe() {
		return
	}
	from := w.reg.Folder
	w.letGo()
	var r Register
	w.Work(w.words.T("window.copying"), func(context.Context, func(int, int)) (err error) {
		if err = w.o.Copy(from, folder); err == nil {
			r, err = w.o.Open(folder)
		}
		if err != nil { // go on in the old one
			var old error
			if r, old = w.o.Open(from); old != nil {
				err = errors.Join(err, old)
			}
		}
		return err
	}, func(err error) {
		if r.Desk == nil {
			w.face = shut
			w.build()
			w.Problem(err)
			return
		}
		w.take(r)
		w.goBack()
		if err != nil {
			w.Problem(err)
			return
		}
		w.greeted(folder)
	})
}
