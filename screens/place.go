package screens

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"yttra/app"
	"yttra/i18n"
	"yttra/screens/parts"
)

// misplaced are the things to do about a register on a server's disk or in a
// synchronised folder: one that lies there is copied to this computer, a new one is
// begun here.
func (w *Window) misplaced(p *app.Problem) []parts.Action {
	if w.o.Local == "" || w.o.Open == nil {
		return nil
	}
	t := w.words.T
	if _, err := os.Stat(filepath.Join(p.What, "register.json")); err == nil && w.o.Copy != nil {
		return []parts.Action{{Text: t("window.take_out"), Do: func() { w.takeOut(p.What) }}}
	}
	return []parts.Action{{Text: t("window.use_local"), Do: func() { w.openRegister(w.o.Local, nil) }}}
}

// isMisplaced finds a register that lies where none can.
func isMisplaced(err error) (p *app.Problem, ok bool) {
	p = app.ProblemOf(err)
	return p, p != nil && (p.Code == app.CodeNetwork || p.Code == app.CodeSynced)
}

// takeOut copies a register to this computer's own disk and goes on there. The old one
// stays where it is.
func (w *Window) takeOut(from string) {
	if !w.safe() {
		return
	}
	to := vacant(w.o.Local)
	var r Register
	w.Work(w.words.T("window.copying"), func(context.Context, func(int, int)) (err error) {
		if err = w.o.Copy(from, to); err == nil {
			r, err = w.o.Open(to)
		}
		return err
	}, func(err error) {
		if err != nil {
			w.Problem(err)
			return
		}
		w.face = atWork
		w.take(r)
		w.greeted(to)
		w.goBack()
		w.tell(w.words.T("window.taken_out", i18n.Vars{"Folder": to, "From": from}), parts.Action{})
	})
}

// vacant is the folder itself when nothing is there, or one beside it with a number.
func vacant(folder string) string {
	to := folder
	for n := 2; !emptyFolder(to); n++ {
		to = folder + " " + strconv.Itoa(n)
	}
	return to
}

// muchBack is how far the clock may stand before the latest save without a word: two
// computers never agree to the minute.
const muchBack = 5 * time.Minute

// askClock says once that the clock seems to be wrong, when it stands before what was
// last saved or done. Nothing hangs on it: what is saved is ordered by its numbers.
func (w *Window) askClock() {
	if w.closed || w.reg.Trail == nil {
		return
	}
	var last time.Time
	if rows := w.o.Desk.State().Rows; rows.Len() > 0 {
		last = rows.At(0).Saved
	}
	if events, err := w.reg.Trail.Events(app.EventFilter{Most: 1}); err == nil && len(events) > 0 && events[0].At.After(last) {
		last = events[0].At
	}
	if last.Sub(w.threads.now()) > muchBack {
		w.tell(w.words.T("window.clock", i18n.Vars{"Day": last.Local().Format(time.DateOnly), "Time": w.words.Clock(last.Local())}), parts.Action{})
	}
}
